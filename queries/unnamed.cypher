// title: Who an office-holder without a name must have been
// about: Where an article lets an office act without naming its holder, the person who other articles together show in it on that day: deduced, with the articles that the deduction rests on. Without a person where they leave it open.
// param: position office optional the office, by its full name or its id
// param: from from optional from this day on
// param: to until optional up to this day
// column: date date
// column: position string
// column: as string
// column: role string
// column: person string
// column: standing string
// column: article string
// column: since date quiet
// column: until date quiet
// column: first_seen date quiet
// column: last_seen date quiet
// column: seats int quiet
// column: person_id string quiet
// column: position_id string quiet
// column: source each
// column: published each quiet
// then: deduction
// example: --from 2024-11 --to 2024-12
MATCH (x:Article)-[u:REPORTS]->(o:Position)
WHERE u.supports IS NULL
  AND (o.id = $position OR o.folded = $position) //? position
  AND u.on >= $from //? from
  AND u.on <= $to //? to
OPTIONAL MATCH (p:Person)-[h:HOLDS]->(o)
OPTIONAL MATCH (a:Article)-[s:REPORTS]->() WHERE s.supports = h.key
RETURN u.on AS date, o.name AS position, u.as AS as, u.capacity AS role, p.name AS person, NULL AS standing, x.path AS article, h.since AS since, h.until AS until, h.first_seen AS first_seen, h.last_seen AS last_seen, o.seats AS seats,
  p.id AS person_id, o.id AS position_id, a.path AS source, s.published AS published
ORDER BY date, position_id, article, u.start, u.key, coalesce(h.since, h.first_seen, h.until), person_id, h.key, published, source
