// graph of series.cypher
CALL db.index.fulltext.queryNodes('names', $name) YIELD node AS m WITH m WHERE m:Conference AND m.series IS NOT NULL WITH collect(DISTINCT m.series) AS named //? name
MATCH (c:Conference)
WHERE true
  AND c.series IN named //? name
  AND coalesce(c.status, 'held') = $status //? status
  AND c.date >= $from //? from
  AND c.date <= $to //? to
WITH c
ORDER BY c.date, c.id LIMIT $limit
OPTIONAL MATCH (c)-[f:FOLLOWS]->(b:Conference)
OPTIONAL MATCH (p:Person)-[r:CHAIRED]->(c)
RETURN c, f, b, p, r
