// graph of succession.cypher
MATCH (p:Person)-[h:HOLDS]->(o:Position)
WHERE o.id = $position OR o.folded = $position
OPTIONAL MATCH (p)-[r:APPOINTED|ELECTED|REELECTED|APPROVED|DISMISSED|RESIGNED|TRANSFERRED|RETIRED|DIED|DISCIPLINED]->(o)
OPTIONAL MATCH (o)-[i:IN_BODY]->(b:Institution)
RETURN p, h, o, r, i, b
