-- twin of changes.cypher
WITH found AS (
  SELECT r."on" AS date, p.name, r.type, o.name AS position, p.id AS person_id, o.id AS position_id, r.key
  FROM change r JOIN person p ON p.id = r.from_id JOIN position o ON o.id = r.to_id
  WHERE true
    AND r."on" >= $from --? from
    AND r."on" <= $to --? to
    AND (p.id = $person OR p.folded = $person) --? person
    AND (o.id = $position OR o.folded = $position) --? position
    AND r.type = $change --? change
  ORDER BY r."on" NULLS LAST, p.id, r.type, o.id, r.key LIMIT $limit
)
SELECT f.date AS date, f.name AS person, f.type AS change, f.position AS position, f.person_id AS person_id, f.position_id AS position_id, a.path AS source, s.published AS published
FROM found f LEFT JOIN reports s ON s.supports = f.key LEFT JOIN article a ON a.id = s.from_id
ORDER BY f.date NULLS LAST, f.person_id, f.type, f.position_id, f.key, s.published NULLS LAST, a.path NULLS LAST
