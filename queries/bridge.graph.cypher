// graph of bridge.cypher
CALL db.index.fulltext.queryNodes('names', $name) YIELD node AS c WITH c WHERE c:Conference //? name
MATCH (p:Person)-[r:CHAIRED|CO_CHAIRED|CHAIRED_BRIDGE|ATTENDED|OPENED|CONCLUDED|MODERATED|SPOKE_AT|PRESENTED_AT|SIGNED_AT|RECEIVED|VISITED]->(c:Conference)
WHERE r.at IS NOT NULL
  AND EXISTS { MATCH (x:Place) WHERE x.folded = $place AND x.name = r.at } //? place
  AND c.date <= $date_last AND coalesce(c.end, c.date) >= $date_first //? date
WITH p, r, c
ORDER BY c.date, c.id, r.at, p.id, r.key LIMIT $limit
OPTIONAL MATCH (c)-[h:HELD_AT]->(l:Place {name: r.at})
RETURN p, r, c, h, l
