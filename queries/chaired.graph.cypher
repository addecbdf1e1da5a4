// graph of chaired.cypher
MATCH (p:Person)-[r:CHAIRED|CO_CHAIRED|CHAIRED_BRIDGE]->(c:Conference)
WHERE ($status = 'any' OR coalesce(c.status, 'held') = $status)
  AND (p.id = $person OR p.folded = $person) //? person
  AND (EXISTS { MATCH (x:Place) WHERE x.folded = $place AND x.name = r.at } OR r.at IS NULL AND NOT r:CHAIRED_BRIDGE AND EXISTS { MATCH (c)-[:HELD_AT]->(x:Place) WHERE x.folded = $place }) //? place
  AND c.date >= $from //? from
  AND c.date <= $to //? to
  AND c.kind = $kind //? kind
  AND type(r) = $role //? role
WITH p, r, c, CASE type(r) WHEN 'CHAIRED' THEN 0 WHEN 'CO_CHAIRED' THEN 1 WHEN 'CHAIRED_BRIDGE' THEN 2 ELSE 3 END AS rank
ORDER BY c.date, c.id, rank, r.at, p.id, r.key LIMIT $limit
OPTIONAL MATCH (c)-[h:HELD_AT]->(l:Place)
RETURN p, r, c, h, l
