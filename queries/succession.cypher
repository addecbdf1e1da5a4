// title: Who succeeded whom in an office
// about: The holders of an office that one person holds at a time, each with the one before; the day is that of taking it over where an article tells of it.
// param: position office the office, by its full name or its id
// column: position string
// column: predecessor string
// column: person string
// column: since date
// column: until date quiet
// column: first_seen date quiet
// column: last_seen date quiet
// column: predecessor_id string quiet
// column: person_id string quiet
// column: position_id string quiet
// column: source each
// column: published each quiet
// then: succession
// example: --position "Bí thư Tỉnh ủy Bình Lãng"
MATCH (p:Person)-[h:HOLDS]->(o:Position)
WHERE o.id = $position OR o.folded = $position
OPTIONAL MATCH (a:Article)-[s:REPORTS]->() WHERE s.supports = h.key
RETURN o.name AS position, NULL AS predecessor, p.name AS person, h.since AS since, h.until AS until, h.first_seen AS first_seen, h.last_seen AS last_seen,
  NULL AS predecessor_id, p.id AS person_id, o.id AS position_id, a.path AS source, s.published AS published
ORDER BY position_id, coalesce(h.since, h.first_seen, h.until), person_id, h.key, published, source
