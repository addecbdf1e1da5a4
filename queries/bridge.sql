-- twin of bridge.cypher
WITH found AS (
  SELECT DISTINCT c.date, c.name, r.at, c.id AS conference_id
  FROM role r JOIN conference c ON c.id = r.to_id
  WHERE r.at IS NOT NULL
    AND EXISTS (SELECT 1 FROM place x WHERE x.folded = $place AND x.name = r.at) --? place
    AND c.date <= $date_last AND coalesce(c."end", c.date) >= $date_first --? date
    AND c.id IN (SELECT id FROM search WHERE search MATCH $name) --? name
  ORDER BY c.date NULLS LAST, c.id, r.at LIMIT $limit
)
SELECT DISTINCT f.date AS date, f.name AS conference, f.at AS at, f.conference_id AS conference_id, a.path AS source, s.published AS published
FROM found f JOIN role r ON r.to_id = f.conference_id AND r.at = f.at LEFT JOIN reports s ON s.supports = r.key LEFT JOIN article a ON a.id = s.from_id
ORDER BY f.date NULLS LAST, f.conference_id, f.at, s.published NULLS LAST, a.path NULLS LAST
