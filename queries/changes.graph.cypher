// graph of changes.cypher
MATCH (p:Person)-[r:APPOINTED|ELECTED|REELECTED|APPROVED|DISMISSED|RESIGNED|TRANSFERRED|RETIRED|DIED|DISCIPLINED]->(o:Position)
WHERE true
  AND r.on >= $from //? from
  AND r.on <= $to //? to
  AND (p.id = $person OR p.folded = $person) //? person
  AND (o.id = $position OR o.folded = $position) //? position
  AND type(r) = $change //? change
WITH p, r, o
ORDER BY r.on, p.id, type(r), o.id, r.key LIMIT $limit
RETURN p, r, o
