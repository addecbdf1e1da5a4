package graphtest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Explain gives a way to ask a Neo4j server for the steps of a text's plan, each
// the operator's name and what it works on.
func Explain(t testing.TB, address string) func(text string, args map[string]any) []string {
	t.Helper()
	d, err := driver.NewDriverWithContext(address, driver.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close(context.Background()) })
	return func(text string, args map[string]any) []string {
		t.Helper()
		got, err := driver.ExecuteQuery(t.Context(), d, "EXPLAIN "+text, args, driver.EagerResultTransformer)
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		return steps(nil, got.Summary.Plan())
	}
}

func steps(all []string, p driver.Plan) []string {
	name, _, _ := strings.Cut(p.Operator(), "@")
	all = append(all, strings.TrimSpace(fmt.Sprintf("%s %v", name, p.Arguments()["Details"])))
	for _, c := range p.Children() {
		all = steps(all, c)
	}
	return all
}

// Scans tells whether a step reads all nodes or edges, all of one kind, or a
// whole index: AllNodesScan, NodeByLabelScan, DirectedRelationshipTypeScan,
// NodeIndexScan and their like.
func Scans(step string) bool {
	name, _, _ := strings.Cut(step, " ")
	return strings.HasSuffix(name, "Scan")
}
