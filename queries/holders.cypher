// title: Who held an office, over time
// about: Each holder of an office with the days on which articles show them in it, and the days of taking and leaving it where an article tells of them.
// param: position office the office, by its full name or its id
// param: limit int default=200 how many rows at most (0: all)
// column: position string
// column: person string
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
// example: --position "Bí thư Tỉnh ủy Bình Lãng"
MATCH (p:Person)-[h:HOLDS]->(o:Position)
WHERE (o.id = $position OR o.folded = $position)
WITH p, h, o, coalesce(h.since, h.first_seen, h.until) AS start
ORDER BY o.id, start, p.id, h.key LIMIT $limit
OPTIONAL MATCH (a:Article)-[s:REPORTS]->() WHERE s.supports = h.key
RETURN o.name AS position, p.name AS person, h.since AS since, h.until AS until, h.first_seen AS first_seen, h.last_seen AS last_seen, h.acting AS acting, h.former AS former,
  p.id AS person_id, o.id AS position_id, a.path AS source, s.published AS published
ORDER BY position_id, start, person_id, h.key, published, source
