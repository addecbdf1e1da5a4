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
	"cadre/graph/sqlite"
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
// load's time and not in the bare driver's. Both meet a server with 1 GB of heap
// that has done the same once before.
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
	server, err := graphtest.StartNeo4j("--heap", "1g")
	if err != nil {
		b.Skip(err)
	}
	defer server.Stop()
	address := server.Address
	s := open(b, address, neo4j.Options{})
	fresh := func() {
		b.Helper()
		graphtest.Empty(b, address)
		if err := s.Prepare(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
	load := func(s graph.Store, dir string, o loaders.Options) loaders.Report {
		b.Helper()
		rep, err := loaders.Load(b.Context(), s, x, v, []string{dir}, nil, o)
		if err != nil {
			b.Fatal(err)
		}
		return rep
	}
	file, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "graph.db"), sqlite.Options{})
	if err == nil {
		err = file.Prepare(b.Context())
	}
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close(b.Context())
	load(file, all, loaders.Options{})
	nodes, edges := everything(b, file) // the same as any store has
	whole := func() int { return len(nodes) + len(edges) }
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
		fresh() // the server compiles its code and plans its statements
		writeBare(b, bare, nodes, edges)
		fresh()
		load(s, all, loaders.Options{})
		fresh()
		timed("load", whole, func() { load(s, all, loaders.Options{}) })
		timed("again", whole, func() { load(s, all, loaders.Options{Force: true}) })
		one := 0
		timed("one-by-one", func() int { return one }, func() {
			rep := load(s, few, loaders.Options{BatchSize: 1})
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
