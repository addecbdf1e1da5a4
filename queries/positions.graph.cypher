// graph of positions.cypher
MATCH (p:Person)-[h:HOLDS]->(o:Position)
WHERE (p.id = $person OR p.folded = $person)
WITH p, h, o, coalesce(h.since, h.first_seen, h.until) AS start
ORDER BY p.id, start, o.id, h.key LIMIT $limit
OPTIONAL MATCH (o)-[i:IN_BODY]->(b:Institution)
RETURN p, h, o, i, b
