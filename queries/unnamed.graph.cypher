// graph of unnamed.cypher
MATCH (x:Article)-[u:REPORTS]->(o:Position)
WHERE u.supports IS NULL
  AND (o.id = $position OR o.folded = $position) //? position
  AND u.on >= $from //? from
  AND u.on <= $to //? to
OPTIONAL MATCH (p:Person)-[h:HOLDS]->(o)
RETURN x, u, o, p, h
