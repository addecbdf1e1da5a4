// title: Who held an office on a day
// about: The holders of an office on a day, and how sure that is: certain (between the first and last day an article shows them in it, or up to 30 days after taking it), possible (nothing excludes it), contested (two are certain in an office for one), vacant or unknown.
// param: position office the office, by its full name or its id
// param: date date the day; a month or a year means its first day
// column: position string
// column: person string
// column: standing string
// column: since date
// column: until date
// column: first_seen date
// column: last_seen date
// column: seats int quiet
// column: person_id string quiet
// column: position_id string quiet
// column: source each
// column: published each quiet
// then: standing
// example: --position "Bí thư Tỉnh ủy Bình Lãng" --date 2024-11-14
MATCH (p:Person)-[h:HOLDS]->(o:Position)
WHERE o.id = $position OR o.folded = $position
OPTIONAL MATCH (a:Article)-[s:REPORTS]->() WHERE s.supports = h.key
RETURN o.name AS position, p.name AS person, NULL AS standing, h.since AS since, h.until AS until, h.first_seen AS first_seen, h.last_seen AS last_seen, o.seats AS seats,
  p.id AS person_id, o.id AS position_id, a.path AS source, s.published AS published
ORDER BY position_id, coalesce(h.since, h.first_seen, h.until), person_id, h.key, published, source
