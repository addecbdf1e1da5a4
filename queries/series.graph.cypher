// graph of series.cypher
CALL db.index.fulltext.queryNodes('names', $name) YIELD node AS m WITH m WHERE m:Conference MATCH (m)-[:FOLLOWS*0..10]-(k:Conference) WITH collect(DISTINCT m.series) AS named, collect(DISTINCT k.id) AS linked //? name
MATCH (c:Conference)
WHERE true
  AND (c.series IN named OR c.id IN linked) //? name
  AND (coalesce(c.status, 'held') = $status OR $status = 'unheld' AND c.status IN ['announced', 'postponed']) //? status
  AND c.date >= $from //? from
  AND c.date <= $to //? to
WITH c
ORDER BY c.date, c.id LIMIT $limit
OPTIONAL MATCH (c)-[f:FOLLOWS]->(b:Conference)
OPTIONAL MATCH (p:Person)-[r:CHAIRED]->(c)
RETURN c, f, b, p, r
