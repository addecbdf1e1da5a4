-- twin of together.cypher
WITH found AS (
  SELECT DISTINCT c.date, c.name, p.name AS person, q.name AS other, w.at, p.id AS person_id, q.id AS other_id, c.id AS conference_id
  FROM person p JOIN role r ON r.from_id = p.id JOIN conference c ON c.id = r.to_id JOIN role w ON w.to_id = c.id JOIN person q ON q.id = w.from_id
  WHERE (p.id = $person OR p.folded = $person) AND p.id <> q.id AND ($status = 'any' OR coalesce(c.status, 'held') = $status)
    AND (q.id = $other OR q.folded = $other) --? other
    AND w.at = r.at AND EXISTS (SELECT 1 FROM place x WHERE x.folded = $place AND x.name = r.at) --? place
    AND c.date >= $from --? from
    AND c.date <= $to --? to
  ORDER BY c.date NULLS LAST, c.id, p.id, q.id, w.at NULLS LAST LIMIT $limit
)
SELECT DISTINCT f.date AS date, f.name AS conference, f.person AS person, f.other AS other, f.at AS at, f.person_id AS person_id, f.other_id AS other_id, f.conference_id AS conference_id, a.path AS source, s.published AS published
FROM found f JOIN role w ON w.from_id = f.other_id AND w.to_id = f.conference_id AND w.at IS f.at LEFT JOIN reports s ON s.supports = w.key LEFT JOIN article a ON a.id = s.from_id
ORDER BY f.date NULLS LAST, f.conference_id, f.person_id, f.other_id, f.at NULLS LAST, a.path NULLS LAST
