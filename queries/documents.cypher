// title: Which documents a body issued
// about: Resolutions, directives, decisions and so on that articles mention, by issuer and day of issue.
// param: issuer name optional the body that issued them, by its full name
// param: from from optional issued from this day on
// param: to until optional issued up to this day
// param: kind enum(resolution,directive,conclusion,regulation,decision,plan,guidance,law,decree,circular,announcement,report,telegram,letter) optional the kind of document
// param: number number optional the number, such as 42-NQ/TW
// param: limit int default=200 how many rows at most (0: all)
// column: issued date
// column: document string
// column: kind string
// column: title string
// column: issuer string
// column: document_id string quiet
// column: source each
// column: published each quiet
// example: --from 2024-10 --to 2024-12
MATCH (d:Resolution)
WHERE true
  AND (EXISTS { MATCH (b:Institution)-[:ISSUED]->(d) WHERE b.folded = $issuer }) //? issuer
  AND d.issued >= $from //? from
  AND d.issued <= $to //? to
  AND d.kind = $kind //? kind
  AND (d.folded = $number) //? number
WITH d ORDER BY d.issued, coalesce(d.number, d.name), d.id LIMIT $limit
OPTIONAL MATCH (a:Article)-[s:REPORTS]->(d)
RETURN d.issued AS issued, coalesce(d.number, d.name) AS document, d.kind AS kind, d.title AS title, d.issuer AS issuer, d.id AS document_id, a.path AS source, s.published AS published
ORDER BY issued, document, document_id, published, source
