package neo4j_test

import (
	"context"
	"errors"
	"testing"

	"cadre/graph"
	"cadre/graph/graphtest"
	"cadre/graph/neo4j"

	"github.com/google/go-cmp/cmp"
	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// run runs a text past the store.
func run(t testing.TB, address, text string) [][]any {
	t.Helper()
	d, err := driver.NewDriverWithContext(address, driver.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close(context.Background())
	result, err := driver.ExecuteQuery(t.Context(), d, text, nil, driver.EagerResultTransformer)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	var rows [][]any
	for _, r := range result.Records {
		rows = append(rows, r.Values)
	}
	return rows
}

func TestLayout(t *testing.T) {
	address := graphtest.Neo4j(t)
	run(t, address, "CREATE (:Recipe {id: 'phở'})") // data of somebody else's
	reader := open(t, address, neo4j.Options{ReadOnly: true})
	if err := reader.Prepare(t.Context()); !errors.Is(err, graph.ErrNotStore) {
		t.Errorf("Prepare for reading before anything was loaded returned %v, want ErrNotStore", err)
	}
	s := open(t, address, neo4j.Options{})
	for range 2 {
		if err := s.Prepare(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if err := reader.Prepare(t.Context()); err != nil {
		t.Errorf("Prepare for reading: %v", err)
	}
	if err := articles(t.Context(), reader, 0, 1); !errors.Is(err, graph.ErrReadOnly) {
		t.Errorf("writing to a store opened for reading returned %v, want ErrReadOnly", err)
	}
	states := run(t, address, "SHOW INDEXES YIELD name, state, failureMessage WHERE state <> 'ONLINE' RETURN name, failureMessage")
	if len(states) > 0 {
		t.Errorf("indexes that are not online: %v", states)
	}
	body := func(id string, props graph.Props) graph.Node {
		return graph.Node{Label: graph.Institution, ID: "institution/" + id, Props: props}
	}
	mai := graph.Node{Label: graph.Person, ID: "truong-thi-mau", Props: graph.Props{"name": "Trương Thị Mẫu", "aliases": []string{"Đồng chí Mẫu"}}}
	apply := func(nodes ...graph.Node) {
		t.Helper()
		if err := s.Update(t.Context(), func(ctx context.Context, tx graph.Tx) error {
			_, err := tx.Apply(ctx, graph.Batch{PutNodes: nodes})
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	apply(mai, body("a", graph.Props{"committee": true}), body("b", nil))
	run(t, address, "MATCH (p:Person) SET p.note = 'mine'")
	apply(mai, body("a", graph.Props{"committee": true}), body("b", graph.Props{"committee": false}))
	committees := func(want ...[]any) {
		t.Helper()
		if d := cmp.Diff(want, run(t, address, "MATCH (c:Committee:Institution) RETURN c.id")); d != "" {
			t.Errorf("committees (-want +got):\n%s", d)
		}
	}
	committees([]any{"institution/a"})
	apply(body("a", nil))
	committees()

	// Names are found without their diacritics, by any alias; the user's own data stays.
	for _, name := range []string{"truong thi mau", "TRƯƠNG THỊ MẪU", "dong AND chi"} {
		got, err := s.Query(t.Context(), "CALL db.index.fulltext.queryNodes('names', $name) YIELD node RETURN node.id AS id, node.aliases AS aliases, node.note AS note", graph.Args{"name": name})
		if err != nil {
			t.Fatal(err)
		}
		want := [][]any{{mai.ID, []any{"Đồng chí Mẫu"}, "mine"}}
		if d := cmp.Diff(want, got.Rows); d != "" {
			t.Errorf("found by %q (-want +got):\n%s", name, d)
		}
	}
	if rows := run(t, address, "MATCH (r:Recipe) RETURN r.id"); len(rows) != 1 {
		t.Errorf("the other's data: %v", rows)
	}

	run(t, address, "MATCH (c:Cadre) SET c.schema = 99")
	if err := s.Prepare(t.Context()); !errors.Is(err, graph.ErrNewer) {
		t.Errorf("Prepare on a newer layout returned %v", err)
	}
	if err := articles(t.Context(), s, 0, 1); !errors.Is(err, graph.ErrNewer) {
		t.Errorf("Update on a newer layout returned %v", err)
	}
}

func TestQueryValues(t *testing.T) {
	address := graphtest.Neo4j(t)
	for _, uri := range []string{address, "neo4j" + address[len("bolt"):]} {
		s := open(t, uri, neo4j.Options{Database: "neo4j"})
		got, err := s.Query(t.Context(), `RETURN 1 AS i, 1.5 AS f, true AS b, 'đ' AS s, null AS n, [1, 'x', [null]] AS l,
			date('2024-01-17') AS d, datetime('2024-01-17T10:00:00Z') AS dt, localdatetime('2024-01-17T10:00:00.5') AS ldt, duration('P1Y2M') AS du`, nil)
		if err != nil {
			t.Fatal(err)
		}
		want := graph.Table{
			Columns: []string{"i", "f", "b", "s", "n", "l", "d", "dt", "ldt", "du"},
			Rows: [][]any{{int64(1), 1.5, true, "đ", nil, []any{int64(1), "x", []any{nil}},
				"2024-01-17", "2024-01-17T10:00:00Z", "2024-01-17T10:00:00.5", "P14M0DT0S"}},
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", uri, d)
		}
		for _, text := range []string{"RETURN {a: 1} AS x", "RETURN [{a: 1}] AS x", "CALL db.schema.visualization() YIELD nodes AS x RETURN x", "RETURN point({x: 1, y: 2}) AS x"} {
			if got, err := s.Query(t.Context(), text, nil); err == nil && text != "CALL db.schema.visualization() YIELD nodes AS x RETURN x" {
				t.Errorf("%s gave %v", text, got)
			}
		}
	}
}
