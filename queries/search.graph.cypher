// graph of search.cypher
CALL db.index.fulltext.queryNodes('names', $words) YIELD node AS n
WITH n, [l IN labels(n) WHERE l <> 'Committee'][0] AS kind
ORDER BY kind, n.name, n.id LIMIT $limit
CALL (n) {
  OPTIONAL MATCH (n)-[r]-(m) WHERE NOT m:Article
  RETURN r, m ORDER BY r.key LIMIT 5
}
RETURN n, r, m
