// graph of members.cypher
MATCH (p:Person)-[h:HOLDS]->(o:Position)-[:IN_BODY]->(b:Institution)
WHERE (b.id = $body OR b.folded = $body)
  AND coalesce(h.since, '') <= $date_last AND coalesce(h.until, '9') >= $date_first AND NOT coalesce(h.former, false)
WITH p, h, o, CASE WHEN (coalesce(h.since, h.first_seen) <= $date_last OR h.first_seen <= $date_last) AND (h.last_seen >= $date_first OR h.until >= $date_first) OR (h.since <= $date_last AND h.since >= $date_before30) THEN 'certain' ELSE 'possible' END AS status
WHERE $status = 'any' OR status = $status
WITH p, h, o, status
ORDER BY status, o.rank, o.name, p.id, h.key LIMIT $limit
MATCH (o)-[i:IN_BODY]->(b:Institution)
RETURN p, h, o, i, b
