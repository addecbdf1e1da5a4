-- twin of discussed.cypher
WITH found AS (
  SELECT c.date, c.name, c.status, coalesce(d.number, d.name) AS document, d.issued, c.id AS conference_id, d.id AS document_id, r.key
  FROM resolution d JOIN structure r ON r.to_id = d.id AND r.type = 'DISCUSSED' JOIN conference c ON c.id = r.from_id
  WHERE (d.id = $document OR d.folded = $document)
    AND d.issued <= $issued_last AND d.issued >= $issued_first --? issued
    AND c.date <= $before --? before
  ORDER BY c.date NULLS LAST, c.id, d.id, r.key LIMIT $limit
)
SELECT f.date AS date, f.name AS conference, f.status AS status, f.document AS document, f.issued AS issued, (SELECT json_group_array(l.name ORDER BY l.name) FROM structure d JOIN place l ON l.id = d.to_id WHERE d.type = 'HELD_AT' AND d.from_id = f.conference_id) AS places,
  f.conference_id AS conference_id, f.document_id AS document_id, a.path AS source, s.published AS published
FROM found f LEFT JOIN reports s ON s.supports = f.key LEFT JOIN article a ON a.id = s.from_id
ORDER BY f.date NULLS LAST, f.conference_id, f.document_id, f.key, s.published NULLS LAST, a.path NULLS LAST
