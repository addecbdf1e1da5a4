// title: Who appeared together, at which meetings
// about: Meetings at which a person took part together with another, or with anybody.
// param: person name the person, in any spelling or by id
// param: other name optional the other person, in any spelling or by id
// param: place name optional only where both are told of at this place or bridge point
// param: from from optional from this day on
// param: to until optional up to this day
// param: status enum(held,announced,postponed,any) default=held whether it was held
// param: limit int default=200 how many rows at most (0: all)
// column: date date
// column: conference string
// column: person string
// column: other string
// column: at string
// column: person_id string quiet
// column: other_id string quiet
// column: conference_id string quiet
// column: source each
// column: published each quiet
// example: --person "Kiều Thế Lãm" --other "Triệu Minh Đoan"
MATCH (p:Person)-[r:CHAIRED|CO_CHAIRED|CHAIRED_BRIDGE|ATTENDED|OPENED|CONCLUDED|MODERATED|SPOKE_AT|PRESENTED_AT|SIGNED_AT|RECEIVED|VISITED]->(c:Conference)<-[w:CHAIRED|CO_CHAIRED|CHAIRED_BRIDGE|ATTENDED|OPENED|CONCLUDED|MODERATED|SPOKE_AT|PRESENTED_AT|SIGNED_AT|RECEIVED|VISITED]-(q:Person)
WHERE (p.id = $person OR p.folded = $person) AND p.id <> q.id AND ($status = 'any' OR coalesce(c.status, 'held') = $status)
  AND (q.id = $other OR q.folded = $other) //? other
  AND w.at = r.at AND EXISTS { MATCH (x:Place) WHERE x.folded = $place AND x.name = r.at } //? place
  AND c.date >= $from //? from
  AND c.date <= $to //? to
WITH p, q, c, w.at AS at, collect(DISTINCT w.key) AS keys
ORDER BY c.date, c.id, p.id, q.id, at LIMIT $limit
UNWIND keys AS key
OPTIONAL MATCH (a:Article)-[s:REPORTS]->() WHERE s.supports = key
WITH DISTINCT p, q, c, at, a, s.published AS published
RETURN c.date AS date, c.name AS conference, p.name AS person, q.name AS other, at, p.id AS person_id, q.id AS other_id, c.id AS conference_id, a.path AS source, published
ORDER BY date, conference_id, person_id, other_id, at, source
