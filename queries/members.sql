-- twin of members.cypher
WITH tenure AS (
  SELECT p.name, o.name AS position, o.rank, h.since, h.until, h.first_seen, h.last_seen, p.id AS person_id, o.id AS position_id, h.key,
    CASE WHEN (coalesce(h.since, h.first_seen) <= $date_last OR h.first_seen <= $date_last) AND (h.last_seen >= $date_first OR h.until >= $date_first) OR (h.since <= $date_last AND h.since >= $date_before30) THEN 'certain' ELSE 'possible' END AS status
  FROM institution b JOIN structure i ON i.to_id = b.id AND i.type = 'IN_BODY' JOIN position o ON o.id = i.from_id JOIN holds h ON h.to_id = o.id JOIN person p ON p.id = h.from_id
  WHERE (b.id = $body OR b.folded = $body)
    AND coalesce(h.since, '') <= $date_last AND coalesce(h.until, '9') >= $date_first AND NOT coalesce(h.former, false)
), found AS (
  SELECT * FROM tenure WHERE $status = 'any' OR status = $status ORDER BY status, rank NULLS LAST, position, person_id, key LIMIT $limit
)
SELECT f.name AS person, f.position AS position, f.status AS status, f.since AS since, f.until AS until, f.first_seen AS first_seen, f.last_seen AS last_seen,
  f.person_id AS person_id, f.position_id AS position_id, a.path AS source, s.published AS published
FROM found f LEFT JOIN reports s ON s.supports = f.key LEFT JOIN article a ON a.id = s.from_id
ORDER BY f.status, f.rank NULLS LAST, f.position, f.person_id, f.key, s.published NULLS LAST, a.path NULLS LAST
