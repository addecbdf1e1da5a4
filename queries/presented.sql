-- twin of presented.cypher
WITH found AS (
  SELECT r."on" AS date, p.name, coalesce(d.number, d.name) AS document, d.title, r.conference AS conference_id, p.id AS person_id, d.id AS document_id, r.key
  FROM document r JOIN person p ON p.id = r.from_id JOIN resolution d ON d.id = r.to_id
  WHERE r.type = 'PRESENTED'
    AND (d.id = $document OR d.folded = $document) --? document
    AND (p.id = $person OR p.folded = $person) --? person
    AND EXISTS (SELECT 1 FROM structure l JOIN place x ON x.id = l.to_id WHERE l.type = 'HELD_AT' AND l.from_id = r.conference AND x.folded = $place) --? place
    AND EXISTS (SELECT 1 FROM conference c WHERE c.id = r.conference AND c.date <= $date_last AND coalesce(c."end", c.date) >= $date_first) --? date
    AND r."on" >= $from --? from
    AND r."on" <= $to --? to
  ORDER BY r."on" NULLS LAST, d.id, p.id, r.key LIMIT $limit
)
SELECT f.date AS date, f.name AS person, f.document AS document, f.title AS title, c.name AS conference,
  f.person_id AS person_id, f.document_id AS document_id, c.id AS conference_id, s.capacity AS capacity, a.path AS source, s.published AS published
FROM found f LEFT JOIN conference c ON c.id = f.conference_id LEFT JOIN reports s ON s.supports = f.key LEFT JOIN article a ON a.id = s.from_id
ORDER BY f.date NULLS LAST, f.document_id, f.person_id, f.key, a.path NULLS LAST, s.capacity NULLS LAST
