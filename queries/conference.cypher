// title: Who took part in a conference, and how
// about: The participants of the meetings of a day, or of those whose name has the words given: their parts, where they sat, the office they acted in.
// param: date date optional the day (a meeting of several days is found by each)
// param: name words optional words of its name
// param: id string optional its id
// param: place name optional only those held or joined from there
// param: limit int default=200 how many rows at most (0: all)
// column: date date
// column: conference string
// column: person string
// column: role role
// column: at string
// column: capacity each
// column: kind string quiet
// column: status string quiet
// column: person_id string quiet
// column: conference_id string quiet
// column: source each
// column: published each quiet
// example: --date 2024-04-11
// example: --name "giao ban quý II"
CALL db.index.fulltext.queryNodes('names', $name) YIELD node AS c WITH c WHERE c:Conference //? name
MATCH (p:Person)-[r:CHAIRED|CO_CHAIRED|CHAIRED_BRIDGE|ATTENDED|OPENED|CONCLUDED|MODERATED|SPOKE_AT|PRESENTED_AT|SIGNED_AT|RECEIVED|VISITED]->(c:Conference)
WHERE true
  AND c.date <= $date_last AND coalesce(c.end, c.date) >= $date_first //? date
  AND c.id = $id //? id
  AND EXISTS { MATCH (c)-[:HELD_AT]->(x:Place) WHERE x.folded = $place } //? place
WITH p, r, c, CASE type(r) WHEN 'CHAIRED' THEN 0 WHEN 'CO_CHAIRED' THEN 1 WHEN 'CHAIRED_BRIDGE' THEN 2 ELSE 3 END AS rank
ORDER BY c.date, c.id, rank, r.at, type(r), p.id, r.key LIMIT $limit
OPTIONAL MATCH (a:Article)-[s:REPORTS]->() WHERE s.supports = r.key
RETURN c.date AS date, c.name AS conference, p.name AS person, type(r) AS role, r.at AS at, s.capacity AS capacity, c.kind AS kind, c.status AS status,
  p.id AS person_id, c.id AS conference_id, a.path AS source, s.published AS published
ORDER BY date, conference_id, rank, at, role, person_id, r.key, source, capacity
