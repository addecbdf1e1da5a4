-- twin of search.cypher
WITH named AS (
  SELECT label, id FROM search WHERE search MATCH $words
), found AS (
  SELECT m.label AS kind, coalesce(p.name, o.name, i.name, c.name, d.name, l.name, a.name) AS name, m.id AS id
  FROM named m LEFT JOIN person p ON p.id = m.id LEFT JOIN position o ON o.id = m.id LEFT JOIN institution i ON i.id = m.id LEFT JOIN conference c ON c.id = m.id
    LEFT JOIN resolution d ON d.id = m.id LEFT JOIN place l ON l.id = m.id LEFT JOIN article a ON a.id = m.id
  ORDER BY m.label, name NULLS LAST, m.id LIMIT $limit
)
SELECT f.kind AS kind, f.name AS name, f.id AS id, (SELECT nullif(count(DISTINCT s.from_id), 0) FROM reports s WHERE s.to_id = f.id) AS articles
FROM found f
ORDER BY f.kind, f.name NULLS LAST, f.id
