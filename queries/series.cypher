// title: Which meetings belong to one series
// about: Meetings of a series in order of time, whether they were held, and the one each follows: those whose names have the words, those named alike but for numbers and dates, and those that one of them is said to follow or to be followed by.
// param: name whole optional words of the name of one of the meetings
// param: status enum(held,announced,postponed,unheld) optional only those held, or those announced or put off without a report that they were held (unheld: both)
// param: from from optional from this day on
// param: to until optional up to this day
// param: limit int default=200 how many rows at most (0: all)
// column: date date
// column: conference string
// column: status string
// column: follows date
// column: places list
// column: series string quiet
// column: ordinal int quiet
// column: conference_id string quiet
// column: source each
// column: published each quiet
// example: --name "giao ban trực tuyến văn phòng tỉnh ủy"
CALL db.index.fulltext.queryNodes('names', $name) YIELD node AS m WITH m WHERE m:Conference MATCH (m)-[:FOLLOWS*0..10]-(k:Conference) WITH collect(DISTINCT m.series) AS named, collect(DISTINCT k.id) AS linked //? name
MATCH (c:Conference)
WHERE true
  AND (c.series IN named OR c.id IN linked) //? name
  AND (coalesce(c.status, 'held') = $status OR $status = 'unheld' AND c.status IN ['announced', 'postponed']) //? status
  AND c.date >= $from //? from
  AND c.date <= $to //? to
OPTIONAL MATCH (c)-[:FOLLOWS]->(b:Conference)
WITH c, max(b.date) AS follows ORDER BY c.date, c.id LIMIT $limit
CALL { WITH c OPTIONAL MATCH (c)-[:HELD_AT]->(l:Place) WITH l ORDER BY l.name RETURN collect(l.name) AS places }
OPTIONAL MATCH (a:Article)-[s:REPORTS]->(c)
RETURN c.date AS date, c.name AS conference, c.status AS status, follows, places, c.series AS series, c.ordinal AS ordinal, c.id AS conference_id, a.path AS source, s.published AS published
ORDER BY date, conference_id, published, source
