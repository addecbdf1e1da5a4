package neo4j_test

import (
	"context"
	"maps"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"cadre/graph"
	"cadre/graph/graphtest"
	"cadre/graph/graphtest/world"
	"cadre/graph/neo4j"
	"cadre/loaders"
	"cadre/loaders/extract"
	"cadre/loaders/resolve"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// BenchmarkWorldLoad loads a synthetic world of -same.articles articles from
// their texts into a fresh server, once more by force, and some articles one by
// one; and in the same run a bare driver writes the nodes and edges that came
// of it by UNWIND … MERGE in batches of 10,000. It reports elements (nodes and
// edges of the graph) a second: extraction, resolution and claims are in the
// load's time and not in the bare driver's.
//
//	go test ./graph/neo4j -run '^$' -bench WorldLoad -benchtime 1x -same.articles 10000 -timeout 60m
func BenchmarkWorldLoad(b *testing.B) {
	const alone = 50
	n := *sameArticles
	w, err := world.New(world.Options{Articles: n + alone, Seed: 7, Homonyms: 0.02, Variants: 0.1, English: 0.3})
	if err != nil {
		b.Fatal(err)
	}
	all, few := filepath.Join(b.TempDir(), "all"), filepath.Join(b.TempDir(), "few")
	if err := w.Write(all, 0, n); err != nil {
		b.Fatal(err)
	}
	if err := w.Write(few, n, n+alone); err != nil {
		b.Fatal(err)
	}
	x, err := extract.New()
	if err != nil {
		b.Fatal(err)
	}
	v, err := resolve.OpenVocabulary()
	if err != nil {
		b.Fatal(err)
	}
	address := graphtest.Neo4j(b)
	s := open(b, address, neo4j.Options{})
	fresh := func() {
		b.Helper()
		graphtest.Empty(b, address)
		if err := s.Prepare(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
	load := func(dir string, o loaders.Options) loaders.Report {
		b.Helper()
		rep, err := loaders.Load(b.Context(), s, x, v, []string{dir}, nil, o)
		if err != nil {
			b.Fatal(err)
		}
		return rep
	}
	bare, err := driver.NewDriverWithContext(address, driver.NoAuth())
	if err != nil {
		b.Fatal(err)
	}
	defer bare.Close(context.Background())
	rate := map[string]float64{}
	timed := func(name string, elements func() int, fn func()) {
		start := time.Now()
		fn()
		took := time.Since(start).Seconds()
		rate[name] += float64(elements()) / took
	}
	for b.Loop() {
		fresh()
		load(few, loaders.Options{}) // the server compiles its statements
		fresh()
		var nodes []graph.Node
		var edges []graph.Edge
		whole := func() int { return len(nodes) + len(edges) }
		start := time.Now()
		load(all, loaders.Options{})
		took := time.Since(start).Seconds()
		nodes, edges = everything(b, s)
		rate["load"] += float64(whole()) / took
		timed("again", whole, func() { load(all, loaders.Options{Force: true}) })
		one := 0
		timed("one-by-one", func() int { return one }, func() {
			rep := load(few, loaders.Options{BatchSize: 1})
			one = rep.Changes.NodesPut + rep.Changes.EdgesPut
		})
		fresh()
		timed("bare", whole, func() { writeBare(b, bare, nodes, edges) })
	}
	for _, name := range slices.Sorted(maps.Keys(rate)) {
		b.ReportMetric(rate[name]/float64(b.N), name+"-elements/s")
	}
	b.ReportMetric(rate["load"]/rate["bare"], "load/bare")
	b.ReportMetric(rate["again"]/rate["load"], "again/load")
	b.ReportMetric(rate["load"]/rate["one-by-one"], "load/one-by-one")
}

// everything is all nodes and edges of a graph.
func everything(b *testing.B, s graph.Store) (nodes []graph.Node, edges []graph.Edge) {
	b.Helper()
	for _, k := range graph.Nodes() {
		for n, err := range s.Nodes(b.Context(), k.Label) {
			if err != nil {
				b.Fatal(err)
			}
			nodes = append(nodes, n)
		}
	}
	for _, k := range graph.Edges() {
		for e, err := range s.Edges(b.Context(), k.Type) {
			if err != nil {
				b.Fatal(err)
			}
			edges = append(edges, e)
		}
	}
	return nodes, edges
}
