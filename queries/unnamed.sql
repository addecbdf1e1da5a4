-- twin of unnamed.cypher
WITH said AS (
  SELECT u."on" AS date, o.name AS position, u."as" AS words, u.capacity AS role, x.path AS article, u.start AS place, u.key AS said, o.seats, o.id AS position_id
  FROM position o JOIN reports u ON u.to_id = o.id AND u.supports IS NULL JOIN article x ON x.id = u.from_id
  WHERE true
    AND (o.id = $position OR o.folded = $position) --? position
    AND u."on" >= $from --? from
    AND u."on" <= $to --? to
), held AS (
  SELECT d.*, p.name AS person, p.id AS person_id, h.key, h.since, h.until, h.first_seen, h.last_seen, coalesce(h.since, h.first_seen, h.until) AS start
  FROM said d LEFT JOIN holds h ON h.to_id = d.position_id LEFT JOIN person p ON p.id = h.from_id
)
SELECT f.date AS date, f.position AS position, f.words AS "as", f.role AS role, f.person AS person, NULL AS standing, f.article AS article, f.since AS since, f.until AS until, f.first_seen AS first_seen, f.last_seen AS last_seen, f.seats AS seats,
  f.person_id AS person_id, f.position_id AS position_id, a.path AS source, s.published AS published
FROM held f LEFT JOIN reports s ON s.supports = f.key LEFT JOIN article a ON a.id = s.from_id
ORDER BY f.date NULLS LAST, f.position_id, f.article NULLS LAST, f.place NULLS LAST, f.said NULLS LAST, f.start NULLS LAST, f.person_id NULLS LAST, f.key NULLS LAST, s.published NULLS LAST, a.path NULLS LAST
