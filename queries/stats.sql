-- twin of stats.cypher
SELECT what, count FROM (
  SELECT 'Article' AS what, count(*) AS count FROM article
  UNION ALL
  SELECT 'Conference' AS what, count(*) AS count FROM conference
  UNION ALL
  SELECT 'Institution' AS what, count(*) AS count FROM institution
  UNION ALL
  SELECT 'Person' AS what, count(*) AS count FROM person
  UNION ALL
  SELECT 'Place' AS what, count(*) AS count FROM place
  UNION ALL
  SELECT 'Position' AS what, count(*) AS count FROM position
  UNION ALL
  SELECT 'Resolution' AS what, count(*) AS count FROM resolution
  UNION ALL
  SELECT 'facts: offices held', count(*) FROM holds
  UNION ALL
  SELECT 'facts: changes in office', count(*) FROM change
  UNION ALL
  SELECT 'facts: parts at conferences', count(*) FROM role
  UNION ALL
  SELECT 'facts: documents presented or signed', count(*) FROM document
  UNION ALL
  SELECT 'quotes', count(*) FROM reports
)
ORDER BY what
