// title: How much is in the store
// about: Nodes by kind, and facts by group.
// column: what string
// column: count int
// example: --format json
CALL {
  MATCH (n:Article) RETURN 'Article' AS what, count(n) AS count
  UNION ALL
  MATCH (n:Conference) RETURN 'Conference' AS what, count(n) AS count
  UNION ALL
  MATCH (n:Institution) RETURN 'Institution' AS what, count(n) AS count
  UNION ALL
  MATCH (n:Person) RETURN 'Person' AS what, count(n) AS count
  UNION ALL
  MATCH (n:Place) RETURN 'Place' AS what, count(n) AS count
  UNION ALL
  MATCH (n:Position) RETURN 'Position' AS what, count(n) AS count
  UNION ALL
  MATCH (n:Resolution) RETURN 'Resolution' AS what, count(n) AS count
  UNION ALL
  MATCH ()-[r:HOLDS]->() RETURN 'facts: offices held' AS what, count(r) AS count
  UNION ALL
  MATCH ()-[r:APPOINTED|ELECTED|REELECTED|APPROVED|DISMISSED|RESIGNED|TRANSFERRED|RETIRED|DIED|DISCIPLINED]->() RETURN 'facts: changes in office' AS what, count(r) AS count
  UNION ALL
  MATCH ()-[r:CHAIRED|CO_CHAIRED|CHAIRED_BRIDGE|ATTENDED|OPENED|CONCLUDED|MODERATED|SPOKE_AT|PRESENTED_AT|SIGNED_AT|RECEIVED|VISITED]->() RETURN 'facts: parts at conferences' AS what, count(r) AS count
  UNION ALL
  MATCH ()-[r:PRESENTED|SIGNED]->() RETURN 'facts: documents presented or signed' AS what, count(r) AS count
  UNION ALL
  MATCH ()-[r:REPORTS]->() RETURN 'quotes' AS what, count(r) AS count
}
RETURN what, count
ORDER BY what
