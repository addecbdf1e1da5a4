// title: What two articles cannot both be right about
// about: Two people shown on one day in an office that one person holds (a handover on that day is none), or one shown in it within 30 days after another was given it, and two people said by different articles to have chaired one meeting or one bridge point of it; with each side's article.
// param: from from optional from this day on
// param: to until optional up to this day
// param: position office optional in this office
// param: limit int default=200 how many rows at most (0: all)
// column: kind string
// column: date date
// column: about string
// column: at string
// column: person string
// column: against string
// column: about_id string quiet
// column: person_id string quiet
// column: against_id string quiet
// column: source each
// column: article each quiet
// example: --from 2024 --to 2024
CALL {
  MATCH (o:Position)<-[h:HOLDS]-(p:Person)
  WHERE o.seats = 1
    AND (o.id = $position OR o.folded = $position) //? position
  MATCH (o)<-[g:HOLDS]-(q:Person)
  WHERE q <> p AND h.first_seen <= g.last_seen AND g.first_seen <= h.last_seen
  MATCH (a:Article)-[s:REPORTS]->() WHERE s.supports = h.key AND s.on >= g.first_seen AND s.on <= g.last_seen
  MATCH (b:Article)-[t:REPORTS]->() WHERE t.supports = g.key AND t.on = s.on AND b <> a
  WITH o, p, q, h, g, s, a WHERE (h.since IS NULL OR h.since <> s.on) AND (h.until IS NULL OR h.until <> s.on) AND (g.since IS NULL OR g.since <> s.on) AND (g.until IS NULL OR g.until <> s.on)
  RETURN DISTINCT 'office' AS kind, s.on AS date, o.name AS about, NULL AS at, p.name AS person, q.name AS against, o.id AS about_id, p.id AS person_id, q.id AS against_id, a.path AS source, a.id AS article
  UNION
  MATCH (o:Position)<-[h:HOLDS]-(x:Person)
  WHERE o.seats = 1 AND size(h.since) = 10
    AND (o.id = $position OR o.folded = $position) //? position
  MATCH (o)<-[g:HOLDS]-(y:Person)
  WHERE y <> x AND (g.since IS NULL OR g.since < h.since) AND g.last_seen > h.since
  MATCH (:Article)-[t:REPORTS]->() WHERE t.supports = g.key AND t.on > h.since AND t.on <= toString(date(h.since) + duration({days: 30}))
    AND h.last_seen < t.on AND (h.until IS NULL OR h.until > t.on)
  WITH DISTINCT o, x, y, h, g, t.on AS day
  MATCH (a:Article)-[s:REPORTS]->() WHERE s.supports = h.key AND s.on = h.since OR s.supports = g.key AND s.on = day
  WITH o, day, a, CASE WHEN s.supports = h.key THEN x ELSE y END AS p, CASE WHEN s.supports = h.key THEN y ELSE x END AS q
  RETURN DISTINCT 'office' AS kind, day AS date, o.name AS about, NULL AS at, p.name AS person, q.name AS against, o.id AS about_id, p.id AS person_id, q.id AS against_id, a.path AS source, a.id AS article
  UNION
  MATCH (p:Person)-[h:CHAIRED|CHAIRED_BRIDGE]->(c:Conference)<-[g:CHAIRED|CHAIRED_BRIDGE]-(q:Person)
  WHERE q <> p AND type(h) = type(g) AND coalesce(h.at, '') = coalesce(g.at, '')
    AND $position IS NULL //? position
  MATCH (a:Article)-[s:REPORTS]->() WHERE s.supports = h.key
    AND NOT EXISTS { MATCH (b:Article)-[r:REPORTS]->() WHERE r.supports = h.key AND EXISTS { MATCH (b)-[t:REPORTS]->() WHERE t.supports = g.key } }
  RETURN DISTINCT 'chair' AS kind, c.date AS date, c.name AS about, h.at AS at, p.name AS person, q.name AS against, c.id AS about_id, p.id AS person_id, q.id AS against_id, a.path AS source, a.id AS article
}
WITH kind, date, about, at, person, against, about_id, person_id, against_id, source, article
WHERE true
  AND date >= $from //? from
  AND date <= $to //? to
RETURN kind, date, about, at, person, against, about_id, person_id, against_id, source, article
ORDER BY date, kind, about_id, at, person_id, against_id, source, article LIMIT $limit
