// What is known of a person
MATCH (p:Person)
WHERE p.id = $person OR p.folded = $person
OPTIONAL MATCH (p)-[r]->(x)
RETURN p, r, x
ORDER BY p.id, r.key LIMIT 300
