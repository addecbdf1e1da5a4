// title: What is called so
// about: People, offices, bodies, conferences, documents, places and articles with all the words in their names; case and diacritics do not matter. With the number of articles that tell of each.
// param: words words the words, in any order
// param: limit int default=50 how many rows at most (0: all)
// column: kind string
// column: name string
// column: id string
// column: articles int
// example: --words "truong ban to chuc"
CALL db.index.fulltext.queryNodes('names', $words) YIELD node AS n
WITH n, [l IN labels(n) WHERE l <> 'Committee'][0] AS kind
ORDER BY kind, n.name, n.id LIMIT $limit
OPTIONAL MATCH (a:Article)-[:REPORTS]->(n)
RETURN kind, n.name AS name, n.id AS id, nullIf(count(DISTINCT a), 0) AS articles
ORDER BY kind, name, id
