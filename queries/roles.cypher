// title: What a person did at which conferences
// about: Every part that a person played at a meeting: chaired, opened, spoke, attended and so on.
// param: person name the person, in any spelling or by id
// param: position office optional only who held this office (tells people of one name apart)
// param: role role optional only this part
// param: from from optional from this day on
// param: to until optional up to this day
// param: limit int default=200 how many rows at most (0: all)
// column: date date
// column: person string
// column: role role
// column: at string
// column: conference string
// column: kind string quiet
// column: status string quiet
// column: person_id string quiet
// column: conference_id string quiet
// column: capacity each
// column: source each
// column: published each quiet
// example: --person "Lã Quỳnh Giao"
// example: --person "Triệu Minh Đoan" --position "Chủ tịch HĐND tỉnh Trà Giang"
MATCH (p:Person)-[r:CHAIRED|CO_CHAIRED|CHAIRED_BRIDGE|ATTENDED|OPENED|CONCLUDED|MODERATED|SPOKE_AT|PRESENTED_AT|SIGNED_AT|RECEIVED|VISITED]->(c:Conference)
WHERE (p.id = $person OR p.folded = $person)
  AND EXISTS { MATCH (p)-[:HOLDS]->(o:Position) WHERE o.id = $position OR o.folded = $position } //? position
  AND type(r) = $role //? role
  AND c.date >= $from //? from
  AND c.date <= $to //? to
WITH p, r, c, CASE type(r) WHEN 'CHAIRED' THEN 0 WHEN 'CO_CHAIRED' THEN 1 WHEN 'CHAIRED_BRIDGE' THEN 2 ELSE 3 END AS rank
ORDER BY c.date, c.id, p.id, rank, type(r), r.at, r.key LIMIT $limit
OPTIONAL MATCH (a:Article)-[s:REPORTS]->() WHERE s.supports = r.key
RETURN c.date AS date, p.name AS person, type(r) AS role, r.at AS at, c.name AS conference, c.kind AS kind, c.status AS status,
  p.id AS person_id, c.id AS conference_id, s.capacity AS capacity, a.path AS source, s.published AS published
ORDER BY date, conference_id, person_id, rank, role, at, r.key, source, capacity
