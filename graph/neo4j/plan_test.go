package neo4j_test

import (
	"slices"
	"testing"

	"cadre/graph/graphtest"
	"cadre/graph/neo4j"
)

// TestPlans holds that writers look for nothing by reading all nodes or edges
// of a kind. The plans of an empty database are kept while it fills, so they
// are the ones that count.
func TestPlans(t *testing.T) {
	address := graphtest.Neo4j(t)
	if err := open(t, address, neo4j.Options{}).Prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	explain := graphtest.Explain(t, address)
	if steps := explain("MATCH (n:Person) RETURN n", nil); !slices.ContainsFunc(steps, graphtest.Scans) {
		t.Fatalf("no step of %q is taken for a scan", steps)
	}
	for _, text := range neo4j.WriterTexts() {
		for _, step := range explain(text, map[string]any{"in": map[string]any{"list": []any{}}}) {
			if graphtest.Scans(step) {
				t.Errorf("%s\n\t%s", text, step)
			}
		}
	}
}
