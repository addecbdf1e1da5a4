// title: Who was appointed, elected or dismissed
// about: Changes in office that articles report as news.
// param: from from optional from this day on
// param: to until optional up to this day
// param: person name optional whose, in any spelling or by id
// param: position office optional in which office
// param: change change optional only this kind of change
// param: limit int default=200 how many rows at most (0: all)
// column: date date
// column: person string
// column: change change
// column: position string
// column: person_id string quiet
// column: position_id string quiet
// column: source each
// column: published each quiet
// example: --from 2024-06 --to 2024-09
MATCH (p:Person)-[r:APPOINTED|ELECTED|REELECTED|APPROVED|DISMISSED|RESIGNED|TRANSFERRED|RETIRED|DIED|DISCIPLINED]->(o:Position)
WHERE true
  AND r.on >= $from //? from
  AND r.on <= $to //? to
  AND (p.id = $person OR p.folded = $person) //? person
  AND (o.id = $position OR o.folded = $position) //? position
  AND type(r) = $change //? change
WITH p, r, o ORDER BY r.on, p.id, type(r), o.id, r.key LIMIT $limit
OPTIONAL MATCH (a:Article)-[s:REPORTS]->() WHERE s.supports = r.key
RETURN r.on AS date, p.name AS person, type(r) AS change, o.name AS position, p.id AS person_id, o.id AS position_id, a.path AS source, s.published AS published
ORDER BY date, person_id, change, position_id, r.key, published, source
