// graph of presented.cypher
MATCH (p:Person)-[r:PRESENTED]->(d:Resolution)
WHERE true
  AND (d.id = $document OR d.folded = $document) //? document
  AND (p.id = $person OR p.folded = $person) //? person
  AND EXISTS { MATCH (c:Conference {id: r.conference})-[:HELD_AT]->(x:Place) WHERE x.folded = $place } //? place
  AND EXISTS { MATCH (c:Conference {id: r.conference}) WHERE c.date <= $date_last AND coalesce(c.end, c.date) >= $date_first } //? date
  AND r.on >= $from //? from
  AND r.on <= $to //? to
WITH p, r, d
ORDER BY r.on, d.id, p.id, r.key LIMIT $limit
OPTIONAL MATCH (c:Conference {id: r.conference})-[x:DISCUSSED]->(d)
RETURN p, r, d, c, x
