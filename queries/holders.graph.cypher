// graph of holders.cypher
MATCH (p:Person)-[h:HOLDS]->(o:Position)
WHERE (o.id = $position OR o.folded = $position)
WITH p, h, o, coalesce(h.since, h.first_seen, h.until) AS start
ORDER BY o.id, start, p.id, h.key LIMIT $limit
OPTIONAL MATCH (o)-[i:IN_BODY]->(b:Institution)
RETURN p, h, o, i, b
