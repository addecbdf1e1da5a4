// title: Who were members of a body on a day
// about: Everybody with an office in the body that is not known to have begun later or ended earlier. Certain: seen in it before and after, or taken up at most 30 days before.
// param: body name the committee, commission or other body, by its full name
// param: date date the day
// param: status enum(certain,possible,any) default=any only this certainty
// param: limit int default=200 how many rows at most (0: all)
// column: person string
// column: position string
// column: status string
// column: since date
// column: until date
// column: first_seen date
// column: last_seen date
// column: person_id string quiet
// column: position_id string quiet
// column: source each
// column: published each quiet
// example: --body "Tỉnh ủy Bình Lãng" --date 2024-10-01
MATCH (p:Person)-[h:HOLDS]->(o:Position)-[:IN_BODY]->(b:Institution)
WHERE (b.id = $body OR b.folded = $body)
  AND coalesce(h.since, '') <= $date_last AND coalesce(h.until, '9') >= $date_first AND NOT coalesce(h.former, false)
WITH p, h, o, CASE WHEN (coalesce(h.since, h.first_seen) <= $date_last OR h.first_seen <= $date_last) AND (h.last_seen >= $date_first OR h.until >= $date_first) OR (h.since <= $date_last AND h.since >= $date_before30) THEN 'certain' ELSE 'possible' END AS status
WHERE $status = 'any' OR status = $status
WITH p, h, o, status ORDER BY status, o.rank, o.name, p.id, h.key LIMIT $limit
OPTIONAL MATCH (a:Article)-[s:REPORTS]->() WHERE s.supports = h.key
RETURN p.name AS person, o.name AS position, status, h.since AS since, h.until AS until, h.first_seen AS first_seen, h.last_seen AS last_seen,
  p.id AS person_id, o.id AS position_id, a.path AS source, s.published AS published
ORDER BY status, o.rank, position, person_id, h.key, published, source
