-- twin of documents.cypher
WITH found AS (
  SELECT d.issued, coalesce(d.number, d.name) AS document, d.kind, d.title, d.issuer, d.id AS document_id
  FROM resolution d
  WHERE true
    AND d.id IN (SELECT i.to_id FROM institution b JOIN structure i ON i.from_id = b.id WHERE i.type = 'ISSUED' AND b.folded = $issuer) --? issuer
    AND d.issued >= $from --? from
    AND d.issued <= $to --? to
    AND d.kind = $kind --? kind
    AND (d.folded = $number) --? number
  ORDER BY d.issued NULLS LAST, coalesce(d.number, d.name) NULLS LAST, d.id LIMIT $limit
)
SELECT f.issued AS issued, f.document AS document, f.kind AS kind, f.title AS title, f.issuer AS issuer, f.document_id AS document_id, a.path AS source, s.published AS published
FROM found f LEFT JOIN reports s ON s.to_id = f.document_id LEFT JOIN article a ON a.id = s.from_id
ORDER BY f.issued NULLS LAST, f.document NULLS LAST, f.document_id, s.published NULLS LAST, a.path NULLS LAST
