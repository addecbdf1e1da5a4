// graph of together.cypher
MATCH (p:Person)-[r:CHAIRED|CO_CHAIRED|CHAIRED_BRIDGE|ATTENDED|OPENED|CONCLUDED|MODERATED|SPOKE_AT|PRESENTED_AT|SIGNED_AT|RECEIVED|VISITED]->(c:Conference)<-[w:CHAIRED|CO_CHAIRED|CHAIRED_BRIDGE|ATTENDED|OPENED|CONCLUDED|MODERATED|SPOKE_AT|PRESENTED_AT|SIGNED_AT|RECEIVED|VISITED]-(q:Person)
WHERE (p.id = $person OR p.folded = $person) AND p.id <> q.id AND ($status = 'any' OR coalesce(c.status, 'held') = $status)
  AND (q.id = $other OR q.folded = $other) //? other
  AND w.at = r.at AND EXISTS { MATCH (x:Place) WHERE x.folded = $place AND x.name = r.at } //? place
  AND c.date >= $from //? from
  AND c.date <= $to //? to
WITH p, r, c, w, q
ORDER BY c.date, c.id, p.id, q.id, w.key, r.key LIMIT $limit
RETURN p, r, c, w, q
