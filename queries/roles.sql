-- twin of roles.cypher
WITH found AS (
  SELECT c.date, p.name, r.type, r.at, c.name AS conference, c.kind, c.status, p.id AS person_id, c.id AS conference_id, r.key, CASE r.type WHEN 'CHAIRED' THEN 0 WHEN 'CO_CHAIRED' THEN 1 WHEN 'CHAIRED_BRIDGE' THEN 2 ELSE 3 END AS rank
  FROM role r JOIN person p ON p.id = r.from_id JOIN conference c ON c.id = r.to_id
  WHERE (p.id = $person OR p.folded = $person)
    AND EXISTS (SELECT 1 FROM holds h JOIN position o ON o.id = h.to_id WHERE h.from_id = p.id AND (o.id = $position OR o.folded = $position)) --? position
    AND r.type = $role --? role
    AND c.date >= $from --? from
    AND c.date <= $to --? to
  ORDER BY c.date NULLS LAST, c.id, p.id, rank, r.type, r.at NULLS LAST, r.key LIMIT $limit
)
SELECT f.date AS date, f.name AS person, f.type AS role, f.at AS at, f.conference AS conference, f.kind AS kind, f.status AS status,
  f.person_id AS person_id, f.conference_id AS conference_id, s.capacity AS capacity, a.path AS source, s.published AS published
FROM found f LEFT JOIN reports s ON s.supports = f.key LEFT JOIN article a ON a.id = s.from_id
ORDER BY f.date NULLS LAST, f.conference_id, f.person_id, f.rank, f.type, f.at NULLS LAST, f.key, a.path NULLS LAST, s.capacity NULLS LAST
