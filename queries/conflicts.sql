-- twin of conflicts.cypher
WITH office AS (
  SELECT DISTINCT 'office' AS kind, s."on" AS date, o.name AS about, NULL AS at, p.name AS person, q.name AS against, o.id AS about_id, p.id AS person_id, q.id AS against_id, a.path AS source, a.id AS article
  FROM position o JOIN holds h ON h.to_id = o.id JOIN holds g ON g.to_id = o.id AND g.from_id <> h.from_id AND h.first_seen <= g.last_seen AND g.first_seen <= h.last_seen
    JOIN reports s ON s.supports = h.key AND s."on" >= g.first_seen AND s."on" <= g.last_seen JOIN reports t ON t.supports = g.key AND t."on" = s."on" AND t.from_id <> s.from_id
    JOIN person p ON p.id = h.from_id JOIN person q ON q.id = g.from_id JOIN article a ON a.id = s.from_id
  WHERE o.seats = 1 AND (h.since IS NULL OR h.since <> s."on") AND (h.until IS NULL OR h.until <> s."on") AND (g.since IS NULL OR g.since <> s."on") AND (g.until IS NULL OR g.until <> s."on")
    AND (o.id = $position OR o.folded = $position) --? position
), chair AS (
  SELECT DISTINCT 'chair' AS kind, c.date AS date, c.name AS about, h.at AS at, p.name AS person, q.name AS against, c.id AS about_id, p.id AS person_id, q.id AS against_id, a.path AS source, a.id AS article
  FROM role h JOIN role g ON g.to_id = h.to_id AND g.type = 'CHAIRED_BRIDGE' AND g.from_id <> h.from_id AND g.at = h.at JOIN conference c ON c.id = h.to_id
    JOIN reports s ON s.supports = h.key JOIN reports t ON t.supports = g.key AND t.from_id <> s.from_id
    JOIN person p ON p.id = h.from_id JOIN person q ON q.id = g.from_id JOIN article a ON a.id = s.from_id
  WHERE h.type = 'CHAIRED_BRIDGE' AND NOT EXISTS (SELECT 1 FROM reports r WHERE r.supports = g.key AND r.from_id = s.from_id)
    AND $position IS NULL --? position
), both AS (SELECT * FROM office UNION ALL SELECT * FROM chair)
SELECT kind, date, about, at, person, against, about_id, person_id, against_id, source, article
FROM both
WHERE true
  AND date >= $from --? from
  AND date <= $to --? to
ORDER BY date NULLS LAST, kind, about_id, at NULLS LAST, person_id, against_id, source NULLS LAST, article NULLS LAST LIMIT $limit
