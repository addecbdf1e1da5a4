-- twin of conflicts.cypher
WITH office AS (
  SELECT DISTINCT 'office' AS kind, s."on" AS date, o.name AS about, NULL AS at, p.name AS person, q.name AS against, o.id AS about_id, p.id AS person_id, q.id AS against_id, a.path AS source, a.id AS article
  FROM position o JOIN holds h ON h.to_id = o.id JOIN holds g ON g.to_id = o.id AND g.from_id <> h.from_id AND h.first_seen <= g.last_seen AND g.first_seen <= h.last_seen
    JOIN reports s ON s.supports = h.key AND s."on" >= g.first_seen AND s."on" <= g.last_seen JOIN reports t ON t.supports = g.key AND t."on" = s."on" AND t.from_id <> s.from_id
    JOIN person p ON p.id = h.from_id JOIN person q ON q.id = g.from_id JOIN article a ON a.id = s.from_id
  WHERE o.seats = 1 AND (h.since IS NULL OR h.since <> s."on") AND (h.until IS NULL OR h.until <> s."on") AND (g.since IS NULL OR g.since <> s."on") AND (g.until IS NULL OR g.until <> s."on")
    AND (o.id = $position OR o.folded = $position) --? position
), young AS (
  SELECT DISTINCT o.name AS about, o.id AS about_id, t."on" AS date, h.key AS given, h.from_id AS given_id, g.key AS shown, g.from_id AS shown_id, h.since AS since
  FROM position o JOIN holds h ON h.to_id = o.id JOIN holds g ON g.to_id = o.id AND g.from_id <> h.from_id
    JOIN reports t ON t.supports = g.key AND t."on" > h.since AND t."on" <= date(h.since, '+30 days')
  WHERE o.seats = 1 AND length(h.since) = 10 AND (g.since IS NULL OR g.since < h.since) AND g.last_seen > h.since
    AND h.last_seen < t."on" AND (h.until IS NULL OR h.until > t."on")
    AND (o.id = $position OR o.folded = $position) --? position
), shown AS (
  SELECT DISTINCT 'office' AS kind, y.date AS date, y.about AS about, NULL AS at, p.name AS person, q.name AS against, y.about_id AS about_id, p.id AS person_id, q.id AS against_id, a.path AS source, a.id AS article
  FROM young y JOIN reports s ON s.supports = y.given AND s."on" = y.since OR s.supports = y.shown AND s."on" = y.date
    JOIN person p ON p.id = CASE WHEN s.supports = y.given THEN y.given_id ELSE y.shown_id END
    JOIN person q ON q.id = CASE WHEN s.supports = y.given THEN y.shown_id ELSE y.given_id END
    JOIN article a ON a.id = s.from_id
), chair AS (
  SELECT DISTINCT 'chair' AS kind, c.date AS date, c.name AS about, h.at AS at, p.name AS person, q.name AS against, c.id AS about_id, p.id AS person_id, q.id AS against_id, a.path AS source, a.id AS article
  FROM role h JOIN role g ON g.to_id = h.to_id AND g.type = h.type AND g.from_id <> h.from_id AND g.at IS h.at JOIN conference c ON c.id = h.to_id
    JOIN reports s ON s.supports = h.key
    JOIN person p ON p.id = h.from_id JOIN person q ON q.id = g.from_id JOIN article a ON a.id = s.from_id
  WHERE h.type IN ('CHAIRED', 'CHAIRED_BRIDGE') AND NOT EXISTS (SELECT 1 FROM reports r JOIN reports t ON t.from_id = r.from_id WHERE r.supports = h.key AND t.supports = g.key)
    AND $position IS NULL --? position
), both AS (SELECT * FROM office UNION ALL SELECT * FROM shown UNION ALL SELECT * FROM chair)
SELECT kind, date, about, at, person, against, about_id, person_id, against_id, source, article
FROM both
WHERE true
  AND date >= $from --? from
  AND date <= $to --? to
ORDER BY date NULLS LAST, kind, about_id, at NULLS LAST, person_id, against_id, source NULLS LAST, article NULLS LAST LIMIT $limit
