-- twin of chaired.cypher
WITH found AS (
  SELECT c.date, p.name, r.type, r.at, c.name AS conference, c.kind, c.status, p.id AS person_id, c.id AS conference_id, r.key, CASE r.type WHEN 'CHAIRED' THEN 0 WHEN 'CO_CHAIRED' THEN 1 WHEN 'CHAIRED_BRIDGE' THEN 2 ELSE 3 END AS rank
  FROM role r JOIN person p ON p.id = r.from_id JOIN conference c ON c.id = r.to_id
  WHERE r.type IN ('CHAIRED', 'CO_CHAIRED', 'CHAIRED_BRIDGE') AND ($status = 'any' OR coalesce(c.status, 'held') = $status)
    AND (p.id = $person OR p.folded = $person) --? person
    AND (EXISTS (SELECT 1 FROM place x WHERE x.folded = $place AND x.name = r.at) OR r.at IS NULL AND r.type <> 'CHAIRED_BRIDGE' AND EXISTS (SELECT 1 FROM structure d JOIN place x ON x.id = d.to_id WHERE d.type = 'HELD_AT' AND d.from_id = c.id AND x.folded = $place)) --? place
    AND likelihood(c.date >= $from, 0.01) --? from
    AND c.date <= $to --? to
    AND c.kind = $kind --? kind
    AND r.type = $role --? role
  ORDER BY c.date NULLS LAST, c.id, rank, r.at NULLS LAST, p.id, r.key LIMIT $limit
)
SELECT f.date AS date, f.name AS person, f.type AS role, f.at AS at, f.conference AS conference,
  (SELECT json_group_array(l.name ORDER BY l.name) FROM structure d JOIN place l ON l.id = d.to_id WHERE d.type = 'HELD_AT' AND d.from_id = f.conference_id) AS places, f.kind AS kind, f.status AS status,
  f.person_id AS person_id, f.conference_id AS conference_id, s.capacity AS capacity, a.path AS source, s.published AS published
FROM found f LEFT JOIN reports s ON s.supports = f.key LEFT JOIN article a ON a.id = s.from_id
ORDER BY f.date NULLS LAST, f.conference_id, f.rank, f.at NULLS LAST, f.person_id, f.key, a.path NULLS LAST, s.capacity NULLS LAST
