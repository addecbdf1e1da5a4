// graph of conference.cypher
CALL db.index.fulltext.queryNodes('names', $name) YIELD node AS c WITH c WHERE c:Conference //? name
MATCH (p:Person)-[r:CHAIRED|CO_CHAIRED|CHAIRED_BRIDGE|ATTENDED|OPENED|CONCLUDED|MODERATED|SPOKE_AT|PRESENTED_AT|SIGNED_AT|RECEIVED|VISITED]->(c:Conference)
WHERE true
  AND c.date <= $date_last AND coalesce(c.end, c.date) >= $date_first //? date
  AND c.id = $id //? id
  AND EXISTS { MATCH (c)-[:HELD_AT]->(x:Place) WHERE x.folded = $place } //? place
WITH p, r, c, CASE type(r) WHEN 'CHAIRED' THEN 0 WHEN 'CO_CHAIRED' THEN 1 WHEN 'CHAIRED_BRIDGE' THEN 2 ELSE 3 END AS rank
ORDER BY c.date, c.id, rank, r.at, type(r), p.id, r.key LIMIT $limit
OPTIONAL MATCH (c)-[h:HELD_AT]->(l:Place)
RETURN p, r, c, h, l
