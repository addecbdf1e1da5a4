package export_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"cadre/graph"
	"cadre/graph/export"
	"cadre/graph/graphtest"
	store "cadre/graph/neo4j"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// TestCypherOnServer runs the script's statements on an empty server, twice:
// what is there then is exported as it was.
func TestCypherOnServer(t *testing.T) {
	address := graphtest.Neo4j(t)
	driver, err := neo4j.NewDriverWithContext(address, neo4j.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(context.Background())
	s := everything(t)
	script := written(t, export.Cypher, s)
	for range 2 {
		start := time.Now()
		run(t, driver, script)
		t.Logf("ran the script in %v", time.Since(start))
	}
	sameGraph(t, address, s)
	t.Run("Indexes", func(t *testing.T) {
		made := indexes(t, driver)
		s, err := store.Open(t.Context(), address, store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close(context.Background())
		if err := s.Prepare(t.Context()); err != nil {
			t.Fatal(err)
		}
		want := made
		for _, own := range []string{"cadre_block_key", "cadre_cadre_id", "cadre_claims_batch", "cadre_claims_id"} {
			want += own + "\n"
		}
		sorted := func(s string) map[string]bool {
			set := map[string]bool{}
			for line := range strings.Lines(s) {
				set[line] = true
			}
			return set
		}
		if d := cmp.Diff(sorted(want), sorted(indexes(t, driver))); d != "" {
			t.Errorf("the engine makes other indexes than the script (-script +engine):\n%s", d)
		}
	})
}

// run runs a script as cypher-shell does, statement by statement, but for
// constraints and indexes: these in one transaction, which takes less time.
func run(t *testing.T, driver neo4j.DriverWithContext, script string) {
	t.Helper()
	ddl, data, _ := strings.Cut(script, "CALL ")
	session := driver.NewSession(t.Context(), neo4j.SessionConfig{})
	defer session.Close(context.Background())
	if _, err := session.ExecuteWrite(t.Context(), func(tx neo4j.ManagedTransaction) (any, error) {
		for statement := range strings.SplitSeq(strings.TrimSuffix(ddl, ";\n"), ";\n") {
			if _, err := tx.Run(t.Context(), statement, nil); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}); err != nil {
		t.Fatal(err)
	}
	for statement := range strings.SplitSeq(strings.TrimSuffix("CALL "+data, ";\n"), ";\n") {
		if _, err := neo4j.ExecuteQuery(t.Context(), driver, statement, nil, neo4j.EagerResultTransformer); err != nil {
			t.Fatalf("%v in\n%s", err, statement)
		}
	}
}

func indexes(t *testing.T, driver neo4j.DriverWithContext) string {
	t.Helper()
	result, err := neo4j.ExecuteQuery(t.Context(), driver, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name", nil, neo4j.EagerResultTransformer)
	if err != nil {
		t.Fatal(err)
	}
	var names strings.Builder
	for _, r := range result.Records {
		names.WriteString(r.Values[0].(string) + "\n")
	}
	return names.String()
}

// sameGraph compares what a server holds with a store.
func sameGraph(t *testing.T, address string, want graph.Store) {
	t.Helper()
	s, err := store.Open(t.Context(), address, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(context.Background())
	if d := cmp.Diff(written(t, formats["ndjson"], want), written(t, formats["ndjson"], s)); d != "" {
		t.Errorf("the server's graph is another one (-want +got):\n%s", d)
	}
	committees := func(s graph.Store) (n int) {
		for i, err := range s.Nodes(t.Context(), graph.Institution) {
			if err != nil {
				t.Fatal(err)
			}
			if i.Props["committee"] == true {
				n++
			}
		}
		return n
	}
	table, err := s.Query(t.Context(), "MATCH (n:Committee:Institution) RETURN count(n)", nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := table.Rows[0][0]; got != int64(committees(want)) {
		t.Errorf("%v nodes are committees, want %d", got, committees(want))
	}
}

// TestCypherLiterals holds that nothing in a value ends its literal, however a
// server unescapes \u: no \u of the script comes from a value.
func TestCypherLiterals(t *testing.T) {
	script := written(t, export.Cypher, held{nodes: []graph.Node{
		{Label: graph.Person, ID: "a", Props: graph.Props{"name": "x\\u0027}] AS r DETACH DELETE r //\x00\xff\ufffe\n'"}},
	}})
	want := `UNWIND [
{id:'a',` + "`name`" + `:'x\\'+'u0027}] AS r DETACH DELETE r //\u0000` + "\ufffd\ufffe" + `\n\''}
] AS row MERGE (n:Person {id: row.id}) SET n = row;
`
	if _, got, _ := strings.Cut(script, "awaitIndexes(600);\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
