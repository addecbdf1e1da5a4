// title: Who presented which document, where and when
// about: Presentations of resolutions, directives and other documents, at a conference or not.
// param: document number optional the document, by its number (42-NQ/TW) or its id
// param: person name optional who presented it, in any spelling or by id
// param: place name optional where the conference was held
// param: date date optional the day of the conference
// param: from from optional from this day on
// param: to until optional up to this day
// param: limit int default=200 how many rows at most (0: all)
// column: date date
// column: person string
// column: document string
// column: title string
// column: conference string
// column: person_id string quiet
// column: document_id string quiet
// column: conference_id string quiet
// column: capacity each quiet
// column: source each
// column: published each quiet
// example: --document 191-NQ/TW
MATCH (p:Person)-[r:PRESENTED]->(d:Resolution)
WHERE true
  AND (d.id = $document OR d.folded = $document) //? document
  AND (p.id = $person OR p.folded = $person) //? person
  AND EXISTS { MATCH (c:Conference {id: r.conference})-[:HELD_AT]->(x:Place) WHERE x.folded = $place } //? place
  AND EXISTS { MATCH (c:Conference {id: r.conference}) WHERE c.date <= $date_last AND coalesce(c.end, c.date) >= $date_first } //? date
  AND r.on >= $from //? from
  AND r.on <= $to //? to
WITH p, r, d ORDER BY r.on, d.id, p.id, r.key LIMIT $limit
OPTIONAL MATCH (c:Conference {id: r.conference})
OPTIONAL MATCH (a:Article)-[s:REPORTS]->() WHERE s.supports = r.key
RETURN r.on AS date, p.name AS person, coalesce(d.number, d.name) AS document, d.title AS title, c.name AS conference,
  p.id AS person_id, d.id AS document_id, c.id AS conference_id, s.capacity AS capacity, a.path AS source, s.published AS published
ORDER BY date, document_id, person_id, r.key, source, capacity
