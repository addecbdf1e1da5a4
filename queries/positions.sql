-- twin of positions.cypher
WITH found AS (
  SELECT p.name, o.name AS position, h.since, h.until, h.first_seen, h.last_seen, h.acting, h.former, p.id AS person_id, o.id AS position_id, h.key, coalesce(h.since, h.first_seen, h.until) AS start
  FROM holds h JOIN person p ON p.id = h.from_id JOIN position o ON o.id = h.to_id
  WHERE (p.id = $person OR p.folded = $person)
  ORDER BY p.id, start NULLS LAST, o.id, h.key LIMIT $limit
)
SELECT f.name AS person, f.position AS position, f.since AS since, f.until AS until, f.first_seen AS first_seen, f.last_seen AS last_seen, f.acting AS acting, f.former AS former,
  f.person_id AS person_id, f.position_id AS position_id, a.path AS source, s.published AS published
FROM found f LEFT JOIN reports s ON s.supports = f.key LEFT JOIN article a ON a.id = s.from_id
ORDER BY f.person_id, f.start NULLS LAST, f.position_id, f.key, s.published NULLS LAST, a.path NULLS LAST
