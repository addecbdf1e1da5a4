// graph of discussed.cypher
MATCH (c:Conference)-[r:DISCUSSED]->(d:Resolution)
WHERE (d.id = $document OR d.folded = $document)
  AND d.issued <= $issued_last AND d.issued >= $issued_first //? issued
  AND c.date <= $before //? before
WITH c, r, d
ORDER BY c.date, c.id, d.id, r.key LIMIT $limit
OPTIONAL MATCH (p:Person)-[x:PRESENTED]->(d) WHERE x.conference = c.id
RETURN c, r, d, p, x
