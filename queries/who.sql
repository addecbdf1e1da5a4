-- twin of who.cypher
WITH found AS (
  SELECT p.name, o.name AS position, o.seats, h.since, h.until, h.first_seen, h.last_seen, p.id AS person_id, o.id AS position_id, h.key, coalesce(h.since, h.first_seen, h.until) AS start
  FROM position o JOIN holds h ON h.to_id = o.id JOIN person p ON p.id = h.from_id
  WHERE o.id = $position OR o.folded = $position
)
SELECT f.position AS position, f.name AS person, NULL AS standing, f.since AS since, f.until AS until, f.first_seen AS first_seen, f.last_seen AS last_seen, f.seats AS seats,
  f.person_id AS person_id, f.position_id AS position_id, a.path AS source, s.published AS published
FROM found f LEFT JOIN reports s ON s.supports = f.key LEFT JOIN article a ON a.id = s.from_id
ORDER BY f.position_id, f.start NULLS LAST, f.person_id, f.key, s.published NULLS LAST, a.path NULLS LAST
