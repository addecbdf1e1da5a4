-- twin of documents.cypher
WITH found AS (
  SELECT d.issued, coalesce(d.number, d.name) AS document, d.kind, d.title, d.issuer, d.id AS document_id
  FROM resolution d
  WHERE true
    AND EXISTS (SELECT 1 FROM structure i JOIN institution b ON b.id = i.from_id WHERE i.type = 'ISSUED' AND i.to_id = d.id AND b.folded = $issuer) --? issuer
    AND d.issued >= $from --? from
    AND d.issued <= $to --? to
    AND d.kind = $kind --? kind
    AND (d.folded = $number) --? number
  ORDER BY d.issued NULLS LAST, coalesce(d.number, d.name) NULLS LAST, d.id LIMIT $limit
)
SELECT f.issued AS issued, f.document AS document, f.kind AS kind, f.title AS title, f.issuer AS issuer, f.document_id AS document_id, a.path AS source, s.published AS published
FROM found f LEFT JOIN reports s ON s.to_id = f.document_id LEFT JOIN article a ON a.id = s.from_id
ORDER BY f.issued NULLS LAST, f.document NULLS LAST, f.document_id, s.published NULLS LAST, a.path NULLS LAST
