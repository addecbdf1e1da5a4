package neo4j_test

import (
	"context"
	"testing"

	"cadre/graph"
	"cadre/graph/graphtest"
	"cadre/graph/neo4j"
)

func TestStore(t *testing.T) {
	address := graphtest.Neo4j(t)
	graphtest.Run(t, func(t *testing.T) graph.Store {
		graphtest.Empty(t, address)
		return open(t, address, neo4j.Options{})
	})
}

// open opens a store and closes it when the test ends.
func open(t testing.TB, address string, opts neo4j.Options) *neo4j.Store {
	t.Helper()
	s, err := neo4j.Open(t.Context(), address, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(context.WithoutCancel(t.Context())) })
	return s
}

func BenchmarkStore(b *testing.B) {
	address := graphtest.Neo4j(b)
	graphtest.Bench(b, func(t testing.TB) graph.Store {
		graphtest.Empty(t, address)
		return open(t, address, neo4j.Options{})
	})
}
