-- twin of series.cypher
WITH RECURSIVE named AS (
  SELECT m.id, m.series FROM conference m
  WHERE true
    AND m.id IN (SELECT x.id FROM search x WHERE x.search MATCH $name) --? name
), linked(id) AS (
  SELECT id FROM named
  UNION
  SELECT CASE WHEN f.from_id = l.id THEN f.to_id ELSE f.from_id END FROM linked l JOIN structure f ON f.type = 'FOLLOWS' AND (f.from_id = l.id OR f.to_id = l.id)
), found AS (
  SELECT c.date, c.name, c.status, (SELECT max(b.date) FROM structure f JOIN conference b ON b.id = f.to_id WHERE f.type = 'FOLLOWS' AND f.from_id = c.id) AS follows, c.series, c.ordinal, c.id AS conference_id
  FROM conference c
  WHERE true
    AND (c.series IN (SELECT series FROM named) OR c.id IN (SELECT id FROM linked)) --? name
    AND (coalesce(c.status, 'held') = $status OR $status = 'unheld' AND c.status IN ('announced', 'postponed')) --? status
    AND c.date >= $from --? from
    AND c.date <= $to --? to
  ORDER BY c.date NULLS LAST, c.id LIMIT $limit
)
SELECT f.date AS date, f.name AS conference, f.status AS status, f.follows AS follows, (SELECT json_group_array(l.name ORDER BY l.name) FROM structure d JOIN place l ON l.id = d.to_id WHERE d.type = 'HELD_AT' AND d.from_id = f.conference_id) AS places, f.series AS series, f.ordinal AS ordinal, f.conference_id AS conference_id, a.path AS source, s.published AS published
FROM found f LEFT JOIN reports s ON s.to_id = f.conference_id LEFT JOIN article a ON a.id = s.from_id
ORDER BY f.date NULLS LAST, f.conference_id, s.published NULLS LAST, a.path NULLS LAST
