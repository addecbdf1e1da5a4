// graph of who.cypher
MATCH (p:Person)-[h:HOLDS]->(o:Position)
WHERE (o.id = $position OR o.folded = $position)
  AND coalesce(h.since, '') <= $date_last AND coalesce(h.until, '9') >= $date_first
OPTIONAL MATCH (o)-[i:IN_BODY]->(b:Institution)
RETURN p, h, o, i, b
