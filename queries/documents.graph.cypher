// graph of documents.cypher
MATCH (d:Resolution)
WHERE true
  AND (EXISTS { MATCH (b:Institution)-[:ISSUED]->(d) WHERE b.folded = $issuer }) //? issuer
  AND d.issued >= $from //? from
  AND d.issued <= $to //? to
  AND d.kind = $kind //? kind
  AND (d.folded = $number) //? number
WITH d
ORDER BY d.issued, coalesce(d.number, d.name), d.id LIMIT $limit
OPTIONAL MATCH (b:Institution)-[i:ISSUED]->(d)
OPTIONAL MATCH (c:Conference)-[x:DISCUSSED]->(d)
RETURN d, b, i, c, x
