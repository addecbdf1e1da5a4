package neo4j

import (
	"errors"
	"testing"

	"cadre/graph"
)

func TestReadOnly(t *testing.T) {
	for _, text := range []string{
		"MATCH (p:Person) RETURN p.id AS id;",
		"match (p:Person)-[c:CHAIRED]->(m) where c.on >= $set return p.name, m.name order by m.date",
		"// CREATE this\nMATCH (n) /* SET x = 1 */ RETURN 'LOAD CSV; DELETE', \"CALL dbms.x()\"",
		"MATCH (n {set: 1, create: 2})-[delete:OPENED]->(merge:Person:Drop) RETURN n.remove, n . set, {load: 1}",
		"MATCH (n:`CREATE`) RETURN n.`MERGE` AS `LOAD CSV`",
		"CALL db.index.fulltext.queryNodes('names', $name) YIELD node, score RETURN node.id AS id ORDER BY score",
		"CALL `db` . `index`.fulltext./* */queryNodes('names', $name) YIELD node RETURN node.id AS id",
		"MATCH (p:Person) CALL (p) { MATCH (p)-[:HOLDS]->(o) RETURN count(o) AS n } RETURN p.id, n",
		"MATCH (p:Person) CALL { WITH p MATCH (p)-->(o) RETURN count(o) AS n } RETURN p.id, n",
		"EXPLAIN MATCH (n) RETURN n",
		"RETURN 'it\\'s; SET' AS x, 1.5 AS y, [x IN [1] | x] AS z",
		"UNWIND [1..3] AS n RETURN n UNION ALL RETURN 4 AS n",
		"RETURN 'đã CREATE' AS `đ`, $đ AS đồng_chí_set",
	} {
		if err := readOnly(text); err != nil {
			t.Errorf("%s\nis refused: %v", text, err)
		}
	}
	for _, text := range []string{
		"CREATE (n)", "  \n merge (n) RETURN n", "MATCH (n) SET n.x = 1", "MATCH (n) DETACH DELETE n", "MATCH (n) REMOVE n:Person",
		"MATCH (n) FOREACH (x IN [1] | SET n.x = x)", "INSERT (:Person)", "MATCH (n) WITH n INSERT (n)-[:X]->(n)",
		"DROP INDEX names", "SHOW SETTINGS", "TERMINATE TRANSACTION 'x'", "ALTER USER neo4j SET PASSWORD 'x'", "STOP DATABASE neo4j",
		"USE system MATCH (n) RETURN n", "CALL { USE system MATCH (n) RETURN n } RETURN n",
		"LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l", "MATCH (n) load/**/csv FROM $x AS l RETURN l",
		"RETURN COLLECT { LOAD CSV FROM 'file:///x' AS l RETURN l } AS x",
		"MATCH (n) WITH n LIMIT 0LOAD CSV FROM 'file:///x' AS l RETURN l",
		"WITH 1. LOAD CSV FROM 'file:///x' AS l RETURN l",
		"L\\u004FAD CSV FROM 'file:///x' AS l RETURN l", "RETURN '\\u0027 CREATE (n) //'",
		"// one line\rLOAD CSV FROM 'file:///x' AS l RETURN l",
		"MATCH (n) // x\rDELETE n",
		"CALL dbms.listConfig() YIELD name RETURN name", "CALL apoc.load.json('file:///x')", "CALL `dbms.listConfig`()",
		"MATCH (n) CALL db.clearQueryCaches() YIELD value RETURN n",
		"CALL\u180edbms.listConfig()", "CALL /* */ dbms /* */ . listConfig()", "CALL `db`.labels.x()",
		"RETURN EXISTS { CALL dbms.listConfig() YIELD name RETURN name } AS x",
		"EXPLAIN CREATE (n)", "PROFILE ALTER USER neo4j SET PASSWORD 'x'", "EXPLAIN",
		"CYPHER 25 MATCH (n) RETURN n", "GRANT ROLE x TO y", "ſet x",
		"RETURN 'open", "RETURN `open", "RETURN 1 /* open", "", " // nothing", "RETURN '\xff'",
	} {
		if err := readOnly(text); err == nil {
			t.Errorf("%q\nis taken", text)
		}
	}
	if err := readOnly("MATCH (n) DELETE n"); !errors.Is(err, graph.ErrWriteQuery) {
		t.Errorf("a deletion returned %v, want ErrWriteQuery", err)
	}
}

// Whatever passes must be cut into the same pieces however it is spaced.
func FuzzReadOnly(f *testing.F) {
	for _, text := range []string{"MATCH (n) RETURN n", "CALL db.labels()", "RETURN 'x\\'y' // z", "`a``b`", "1..2", "/*"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		all, err := tokens(text)
		if err != nil {
			return
		}
		length := 0
		for _, x := range all {
			length += len(x.text)
		}
		if length > len(text) {
			t.Errorf("%q is cut into more than it is: %v", text, all)
		}
		if readOnly(text) == nil && readOnly("LOAD CSV FROM 'x' AS l "+text) == nil {
			t.Errorf("%q hides LOAD CSV before it", text)
		}
	})
}
