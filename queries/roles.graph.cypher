// graph of roles.cypher
MATCH (p:Person)-[r:CHAIRED|CO_CHAIRED|CHAIRED_BRIDGE|ATTENDED|OPENED|CONCLUDED|MODERATED|SPOKE_AT|PRESENTED_AT|SIGNED_AT|RECEIVED|VISITED]->(c:Conference)
WHERE (p.id = $person OR p.folded = $person)
  AND EXISTS { MATCH (p)-[:HOLDS]->(o:Position) WHERE o.id = $position OR o.folded = $position } //? position
  AND type(r) = $role //? role
  AND c.date >= $from //? from
  AND c.date <= $to //? to
WITH p, r, c, CASE type(r) WHEN 'CHAIRED' THEN 0 WHEN 'CO_CHAIRED' THEN 1 WHEN 'CHAIRED_BRIDGE' THEN 2 ELSE 3 END AS rank
ORDER BY c.date, c.id, p.id, rank, type(r), r.at, r.key LIMIT $limit
RETURN p, r, c
