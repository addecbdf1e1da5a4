// graph of conflicts.cypher
CALL {
  MATCH (o:Position)<-[h:HOLDS]-(p:Person)
  WHERE o.seats = 1
    AND (o.id = $position OR o.folded = $position) //? position
  MATCH (o)<-[g:HOLDS]-(q:Person)
  WHERE q <> p AND h.first_seen <= g.last_seen AND g.first_seen <= h.last_seen
  MATCH (a:Article)-[s:REPORTS]->(m) WHERE s.supports = h.key AND s.on >= g.first_seen AND s.on <= g.last_seen
  MATCH (b:Article)-[t:REPORTS]->() WHERE t.supports = g.key AND t.on = s.on AND b <> a
  WITH o, p, q, h, g, s, a, m WHERE (h.since IS NULL OR h.since <> s.on) AND (h.until IS NULL OR h.until <> s.on) AND (g.since IS NULL OR g.since <> s.on) AND (g.until IS NULL OR g.until <> s.on)
  RETURN DISTINCT s.on AS date, o AS about, p, h, q, g, a, s, m
  UNION
  MATCH (o:Position)<-[x:HOLDS]-(new:Person)
  WHERE o.seats = 1 AND size(x.since) = 10
    AND (o.id = $position OR o.folded = $position) //? position
  MATCH (o)<-[y:HOLDS]-(other:Person)
  WHERE other <> new AND (y.since IS NULL OR y.since < x.since) AND y.last_seen > x.since
  MATCH (:Article)-[t:REPORTS]->() WHERE t.supports = y.key AND t.on > x.since AND t.on <= toString(date(x.since) + duration({days: 30}))
    AND x.last_seen < t.on AND (x.until IS NULL OR x.until > t.on)
  WITH DISTINCT o, new, other, x, y, t.on AS day
  MATCH (a:Article)-[s:REPORTS]->(m) WHERE s.supports = x.key AND s.on = x.since OR s.supports = y.key AND s.on = day
  RETURN DISTINCT day AS date, o AS about, new AS p, x AS h, other AS q, y AS g, a, s, m
  UNION
  MATCH (p:Person)-[h:CHAIRED|CHAIRED_BRIDGE]->(c:Conference)<-[g:CHAIRED|CHAIRED_BRIDGE]-(q:Person)
  WHERE q <> p AND type(h) = type(g) AND coalesce(h.at, '') = coalesce(g.at, '')
    AND $position IS NULL //? position
  MATCH (a:Article)-[s:REPORTS]->(m) WHERE s.supports = h.key
    AND NOT EXISTS { MATCH (b:Article)-[r:REPORTS]->() WHERE r.supports = h.key AND EXISTS { MATCH (b)-[t:REPORTS]->() WHERE t.supports = g.key } }
  RETURN DISTINCT c.date AS date, c AS about, p, h, q, g, a, s, m
}
WITH date, about, p, h, q, g, a, s, m
WHERE true
  AND date >= $from //? from
  AND date <= $to //? to
RETURN about, p, h, q, g, a, s, m
ORDER BY date, about.id, p.id, q.id, a.id LIMIT $limit
