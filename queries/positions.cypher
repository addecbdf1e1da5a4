// title: Which offices a person holds or held
// about: Each office with the days on which articles show the person in it, and the days of taking and leaving it where an article tells of them.
// param: person name the person, in any spelling or by id
// param: limit int default=200 how many rows at most (0: all)
// column: person string
// column: position string
// column: since date
// column: until date
// column: first_seen date
// column: last_seen date
// column: acting bool quiet
// column: former bool quiet
// column: person_id string quiet
// column: position_id string quiet
// column: source each
// column: published each quiet
// example: --person "Doãn Mộc Lan"
MATCH (p:Person)-[h:HOLDS]->(o:Position)
WHERE (p.id = $person OR p.folded = $person)
WITH p, h, o, coalesce(h.since, h.first_seen, h.until) AS start
ORDER BY p.id, start, o.id, h.key LIMIT $limit
OPTIONAL MATCH (a:Article)-[s:REPORTS]->() WHERE s.supports = h.key
RETURN p.name AS person, o.name AS position, h.since AS since, h.until AS until, h.first_seen AS first_seen, h.last_seen AS last_seen, h.acting AS acting, h.former AS former,
  p.id AS person_id, o.id AS position_id, a.path AS source, s.published AS published
ORDER BY person_id, start, position_id, h.key, published, source
