package graphtest

import (
	"context"
	"errors"
	"testing"

	"cadre/graph"
)

// twin is one question in both dialects.
type twin struct{ sql, cypher string }

func (q twin) text(s graph.Store) string {
	if s.Dialect() == graph.Cypher {
		return q.cypher
	}
	return q.sql
}

func query(t *testing.T, s graph.Store) {
	apply(t, s, World()...)
	for _, c := range []struct {
		name string
		twin
		args graph.Args
		want graph.Table
	}{
		{"rows in order", twin{
			"SELECT id, name FROM person ORDER BY id",
			"MATCH (p:Person) RETURN p.id AS id, p.name AS name ORDER BY id",
		}, nil, graph.Table{Columns: []string{"id", "name"}, Rows: [][]any{{thu.ID, "Lê Thị Thu"}, {mau.ID, "Trần Văn Mẫu"}}}},
		{"an edge and its date", twin{
			`SELECT p.name AS who, e."on" AS day FROM role AS e JOIN person AS p ON p.id = e.from_id WHERE e.type = 'CHAIRED' AND e."on" = $day`,
			"MATCH (p:Person)-[e:CHAIRED]->() WHERE e.on = $day RETURN p.name AS who, e.on AS day",
		}, graph.Args{"day": graph.Date("1986-12-15")}, graph.Table{Columns: []string{"who", "day"}, Rows: [][]any{{"Trần Văn Mẫu", "1986-12-15"}}}},
		{"arguments of every type", twin{
			"SELECT $text AS text, $n + 1 AS n, $none AS none WHERE $yes",
			"WITH $text AS text, $n + 1 AS n, $none AS none WHERE $yes RETURN text, n, none",
		}, graph.Args{"text": "'; DROP TABLE person; -- Đỗ", "n": int64(41), "none": nil, "yes": true},
			graph.Table{Columns: []string{"text", "n", "none"}, Rows: [][]any{{"'; DROP TABLE person; -- Đỗ", int64(42), nil}}}},
		{"no rows", twin{
			"SELECT id FROM person WHERE id = $id",
			"MATCH (p:Person {id: $id}) RETURN p.id AS id",
		}, graph.Args{"id": "nobody"}, graph.Table{Columns: []string{"id"}}},
	} {
		got, err := s.Query(t.Context(), c.text(s), c.args)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		same(t, c.name, got, c.want)
	}
	if _, err := s.Query(t.Context(), "this is no query", nil); err == nil {
		t.Error("a text that is no query gave no error")
	}
	missing := twin{"SELECT $id AS id", "RETURN $id AS id"}
	if _, err := s.Query(t.Context(), missing.text(s), nil); err == nil {
		t.Error("a query without its argument gave no error")
	}
}

func queryMayNotWrite(t *testing.T, s graph.Store) {
	apply(t, s, World()...)
	before := dump(t, s)
	texts := []string{
		"DELETE FROM person",
		"INSERT INTO person (id) VALUES ('x') RETURNING id",
		"WITH x AS (SELECT 1) UPDATE person SET name = 'x'",
		"EXPLAIN DELETE FROM person",
		"SELECT 1; DELETE FROM person",
		"SELECT ';' /* ; */; -- ;\n DROP TABLE person",
		"PRAGMA query_only = 0",
		"ATTACH 'other.db' AS other",
		"CREATE TEMP TABLE x (y)",
		"BEGIN IMMEDIATE",
		"VACUUM INTO 'copy.db'",
		"SELECT * FROM pragma_table_info('person')",
	}
	if s.Dialect() == graph.Cypher {
		texts = []string{
			"CREATE (:Person {id: 'x'})",
			"MATCH (p:Person) SET p.name = 'x' RETURN p.id",
			"MATCH (p:Person) DETACH DELETE p",
			"MERGE (p:Person {id: 'x'}) RETURN p.id",
			"MATCH (p:Person) REMOVE p.name",
			"LOAD CSV FROM 'file:///etc/hosts' AS line RETURN line",
			"load /* */ csv FROM 'file:///etc/hosts' AS line RETURN line",
			"CALL dbms.listConfig() YIELD name RETURN name",
			"CREATE INDEX x FOR (p:Person) ON (p.name)",
			"DROP INDEX x IF EXISTS",
			"FOREACH (x IN [1] | CREATE (:Person {id: 'x'}))",
		}
	}
	for _, text := range texts {
		if _, err := s.Query(t.Context(), text, nil); !errors.Is(err, graph.ErrWriteQuery) {
			t.Errorf("%s\nreturned %v, want ErrWriteQuery", text, err)
		}
	}
	same(t, "the store after refused queries", dump(t, s), before)
	harmless := twin{"SELECT 'DELETE; -- DROP' AS x; -- fine", "RETURN 'DELETE; // LOAD CSV' AS x // fine"}
	if _, err := s.Query(t.Context(), harmless.text(s), nil); err != nil {
		t.Errorf("a reading query was refused: %v", err)
	}
}

func cancelledRead(t *testing.T, s graph.Store) {
	apply(t, s, World()...)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	q := twin{"SELECT id FROM person", "MATCH (p:Person) RETURN p.id AS id"}
	if _, err := s.Query(ctx, q.text(s), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("Query returned %v", err)
	}
	for _, err := range s.Nodes(ctx, graph.Person) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("Nodes yielded %v", err)
		}
	}
	for _, err := range s.Edges(ctx, graph.Reports) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("Edges yielded %v", err)
		}
	}
	dump(t, s)
}

// After Close every call returns an error, and none hangs.
func closed(t *testing.T, s graph.Store) {
	apply(t, s, World()...)
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	q := twin{"SELECT id FROM person", "MATCH (p:Person) RETURN p.id AS id"}
	if _, err := s.Query(t.Context(), q.text(s), nil); err == nil {
		t.Error("Query works on a closed store")
	}
	if err := s.Update(t.Context(), func(context.Context, graph.Tx) error { return nil }); err == nil {
		t.Error("Update works on a closed store")
	}
	for _, err := range s.Nodes(t.Context(), graph.Person) {
		if err == nil {
			t.Error("Nodes works on a closed store")
		}
	}
	if err := s.Close(t.Context()); err != nil {
		t.Errorf("closing again returns %v", err)
	}
}
