// title: Which conferences dealt with a document
// about: Meetings at which a document was presented, studied or discussed. A number may belong to two documents of different years: issued and before tell them apart.
// param: document number the document, by its number (42-NQ/TW) or its id
// param: issued date optional only the one issued then
// param: before until optional only meetings up to this day
// param: limit int default=200 how many rows at most (0: all)
// column: date date
// column: conference string
// column: status string
// column: document string
// column: issued date
// column: places list
// column: conference_id string quiet
// column: document_id string quiet
// column: source each
// column: published each quiet
// example: --document 192-NQ/TW
MATCH (c:Conference)-[r:DISCUSSED]->(d:Resolution)
WHERE (d.id = $document OR d.folded = $document)
  AND d.issued <= $issued_last AND d.issued >= $issued_first //? issued
  AND c.date <= $before //? before
WITH c, r, d ORDER BY c.date, c.id, d.id, r.key LIMIT $limit
CALL { WITH c OPTIONAL MATCH (c)-[:HELD_AT]->(l:Place) WITH l ORDER BY l.name RETURN collect(l.name) AS places }
OPTIONAL MATCH (a:Article)-[s:REPORTS]->() WHERE s.supports = r.key
RETURN c.date AS date, c.name AS conference, c.status AS status, coalesce(d.number, d.name) AS document, d.issued AS issued, places,
  c.id AS conference_id, d.id AS document_id, a.path AS source, s.published AS published
ORDER BY date, conference_id, document_id, r.key, published, source
