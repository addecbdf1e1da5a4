// title: Who chaired which conference, when and where
// about: Chairs of conferences, of whole ones and of their bridge points, with the articles that say so.
// param: person name optional the chair, in any spelling or by id
// param: place name optional where it was held; for the chair of a bridge point, that point
// param: from from optional from this day on
// param: to until optional up to this day
// param: kind enum(conference,session,plenum,congress,meeting,visit,ceremony) optional the kind of meeting
// param: role role(chaired,co_chaired,chaired_bridge) optional only this way of chairing
// param: status enum(held,announced,postponed,any) default=held whether it was held
// param: limit int default=200 how many rows at most (0: all)
// column: date date
// column: person string
// column: role role
// column: at string
// column: conference string
// column: places list
// column: kind string quiet
// column: status string quiet
// column: person_id string quiet
// column: conference_id string quiet
// column: capacity each quiet
// column: source each
// column: published each quiet
// example: --person "Kiều Thế Lãm"
// example: --place "Vân Khê" --role chaired_bridge
MATCH (p:Person)-[r:CHAIRED|CO_CHAIRED|CHAIRED_BRIDGE]->(c:Conference)
WHERE ($status = 'any' OR coalesce(c.status, 'held') = $status)
  AND (p.id = $person OR p.folded = $person) //? person
  AND (EXISTS { MATCH (x:Place) WHERE x.folded = $place AND x.name = r.at } OR r.at IS NULL AND NOT r:CHAIRED_BRIDGE AND EXISTS { MATCH (c)-[:HELD_AT]->(x:Place) WHERE x.folded = $place }) //? place
  AND c.date >= $from //? from
  AND c.date <= $to //? to
  AND c.kind = $kind //? kind
  AND type(r) = $role //? role
WITH p, r, c, CASE type(r) WHEN 'CHAIRED' THEN 0 WHEN 'CO_CHAIRED' THEN 1 WHEN 'CHAIRED_BRIDGE' THEN 2 ELSE 3 END AS rank
ORDER BY c.date, c.id, rank, r.at, p.id, r.key LIMIT $limit
CALL { WITH c OPTIONAL MATCH (c)-[:HELD_AT]->(l:Place) WITH l ORDER BY l.name RETURN collect(l.name) AS places }
OPTIONAL MATCH (a:Article)-[s:REPORTS]->() WHERE s.supports = r.key
RETURN c.date AS date, p.name AS person, type(r) AS role, r.at AS at, c.name AS conference, places, c.kind AS kind, c.status AS status,
  p.id AS person_id, c.id AS conference_id, s.capacity AS capacity, a.path AS source, s.published AS published
ORDER BY date, conference_id, rank, at, person_id, r.key, source, capacity
