// title: From which bridge points meetings are reported
// about: Bridge points at which an article tells of somebody, by place or by meeting.
// param: place name optional the bridge point
// param: date date optional the day of the meeting
// param: name words optional words of its name
// param: limit int default=200 how many rows at most (0: all)
// column: date date
// column: conference string
// column: at string
// column: conference_id string quiet
// column: source each
// column: published each quiet
// example: --place "Bình Lãng"
// example: --date 2024-04-11
CALL db.index.fulltext.queryNodes('names', $name) YIELD node AS c WITH c WHERE c:Conference //? name
MATCH (:Person)-[r:CHAIRED|CO_CHAIRED|CHAIRED_BRIDGE|ATTENDED|OPENED|CONCLUDED|MODERATED|SPOKE_AT|PRESENTED_AT|SIGNED_AT|RECEIVED|VISITED]->(c:Conference)
WHERE r.at IS NOT NULL
  AND EXISTS { MATCH (x:Place) WHERE x.folded = $place AND x.name = r.at } //? place
  AND c.date <= $date_last AND coalesce(c.end, c.date) >= $date_first //? date
WITH c, r.at AS at, collect(r.key) AS keys ORDER BY c.date, c.id, at LIMIT $limit
UNWIND keys AS key
OPTIONAL MATCH (a:Article)-[s:REPORTS]->() WHERE s.supports = key
WITH DISTINCT c, at, a, s.published AS published
RETURN c.date AS date, c.name AS conference, at, c.id AS conference_id, a.path AS source, published
ORDER BY date, conference_id, at, published, source
