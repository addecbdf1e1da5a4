package neo4j_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"cadre/graph"
	"cadre/graph/graphtest"
	"cadre/graph/neo4j"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// BenchmarkLoad writes one made-up world in several ways in the same run: by a
// bare driver, which MERGEs 10,000 rows a transaction and knows nothing of
// records, blocks and locks; by Apply, a batch of 500 articles a transaction;
// by Apply again, when all is there; and some articles more one by one. It
// reports elements (nodes and edges, each counted once) a second. All write into
// a database prepared alike.
func BenchmarkLoad(b *testing.B) {
	const articles, size, alone = 1000, 500, 50
	var batches []graph.Batch
	for i := 0; i < articles; i += size {
		batches = append(batches, graphtest.Articles(i, size))
	}
	for i := range alone {
		batches = append(batches, graphtest.Articles(articles+i, 1))
	}
	onlyNew(batches)
	batches, oneByOne := batches[:articles/size], batches[articles/size:]
	few := 0
	for _, x := range oneByOne {
		few += len(x.PutNodes) + len(x.PutEdges)
	}
	nodes, edges := onlyNew(batches)
	elements := len(nodes) + len(edges)
	address := graphtest.Neo4j(b)
	s := open(b, address, neo4j.Options{})
	if err := s.Prepare(b.Context()); err != nil {
		b.Fatal(err)
	}
	bare, err := driver.NewDriverWithContext(address, driver.NoAuth())
	if err != nil {
		b.Fatal(err)
	}
	defer bare.Close(context.Background())
	apply := func(batches []graph.Batch) {
		for _, batch := range batches {
			if err := s.Update(b.Context(), func(ctx context.Context, tx graph.Tx) error {
				_, err := tx.Apply(ctx, batch)
				return err
			}); err != nil {
				b.Fatal(err)
			}
		}
	}
	empty := func() {
		graphtest.Empty(b, address)
		if err := s.Prepare(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
	took := map[string]time.Duration{}
	timed := func(name string, fn func()) {
		start := time.Now()
		fn()
		took[name] += time.Since(start)
	}
	apply(batches) // the server compiles its statements and its code
	for b.Loop() {
		empty()
		timed("bare", func() { writeBare(b, bare, nodes, edges) })
		empty()
		timed("apply", func() { apply(batches) })
		timed("again", func() { apply(batches) })
		timed("one-by-one", func() { apply(oneByOne) })
	}
	for _, name := range slices.Sorted(maps.Keys(took)) {
		n := elements
		if name == "one-by-one" {
			n = few
		}
		b.ReportMetric(float64(n*b.N)/took[name].Seconds(), name+"-elements/s")
	}
}

// BenchmarkQuery asks one question through the store and through a bare driver,
// in turn. It reports microseconds an answer.
func BenchmarkQuery(b *testing.B) {
	address := graphtest.Neo4j(b)
	s := open(b, address, neo4j.Options{})
	if err := s.Prepare(b.Context()); err != nil {
		b.Fatal(err)
	}
	if err := articles(b.Context(), s, 0, 200); err != nil {
		b.Fatal(err)
	}
	bare, err := driver.NewDriverWithContext(address, driver.NoAuth())
	if err != nil {
		b.Fatal(err)
	}
	defer bare.Close(context.Background())
	const text = `MATCH (p:Person {folded: $person})-[e:ATTENDED]->(m:Conference)<-[:ATTENDED]-(o:Person)
		RETURN m.date AS date, m.name AS conference, o.name AS person ORDER BY date, conference, person LIMIT 100`
	person := "nguoi thu 7"
	var ours, theirs time.Duration
	once := func() {
		start := time.Now()
		got, err := s.Query(b.Context(), text, graph.Args{"person": person})
		ours += time.Since(start)
		if err != nil || len(got.Rows) == 0 {
			b.Fatalf("%d rows, %v", len(got.Rows), err)
		}
		start = time.Now()
		_, err = driver.ExecuteQuery(b.Context(), bare, text, map[string]any{"person": person}, driver.EagerResultTransformer, driver.ExecuteQueryWithReadersRouting())
		theirs += time.Since(start)
		if err != nil {
			b.Fatal(err)
		}
	}
	for range 200 {
		once()
	}
	ours, theirs = 0, 0
	for b.Loop() {
		once()
	}
	b.ReportMetric(float64(ours.Microseconds())/float64(b.N), "query-µs")
	b.ReportMetric(float64(theirs.Microseconds())/float64(b.N), "bare-µs")
}

// onlyNew takes out of each batch what an earlier one has, as a load does, and
// returns all nodes and edges.
func onlyNew(batches []graph.Batch) (nodes []graph.Node, edges []graph.Edge) {
	seen := map[string]bool{}
	for i, b := range batches {
		from, to := len(nodes), len(edges)
		for _, x := range b.PutNodes {
			if !seen[x.ID] {
				seen[x.ID] = true
				nodes = append(nodes, x)
			}
		}
		for _, x := range b.PutEdges {
			if !seen[x.Key] {
				seen[x.Key] = true
				edges = append(edges, x)
			}
		}
		batches[i].PutNodes, batches[i].PutEdges = slices.Clone(nodes[from:]), slices.Clone(edges[to:])
	}
	return nodes, edges
}

// writeBare is what one would write by hand.
func writeBare(b *testing.B, d driver.DriverWithContext, nodes []graph.Node, edges []graph.Edge) {
	rows := map[string][]any{}
	texts := []string{}
	add := func(text string, row map[string]any) {
		if rows[text] == nil {
			texts = append(texts, text)
		}
		rows[text] = append(rows[text], row)
	}
	for _, n := range nodes {
		add(fmt.Sprintf("UNWIND $rows AS row MERGE (n:%s {id: row.id}) SET n += row.props", n.Label), map[string]any{"id": n.ID, "props": plain(n.Props)})
	}
	for _, e := range edges {
		add(fmt.Sprintf("UNWIND $rows AS row MATCH (a:%s {id: row.a}) MATCH (b:%s {id: row.b}) MERGE (a)-[e:%s {key: row.key}]->(b) SET e += row.props", e.From.Label, e.To.Label, e.Type),
			map[string]any{"a": e.From.ID, "b": e.To.ID, "key": e.Key, "props": plain(e.Props)})
	}
	session := d.NewSession(b.Context(), driver.SessionConfig{})
	defer session.Close(b.Context())
	for _, text := range texts {
		for part := range slices.Chunk(rows[text], 10_000) {
			if _, err := session.ExecuteWrite(b.Context(), func(tx driver.ManagedTransaction) (any, error) {
				result, err := tx.Run(b.Context(), text, map[string]any{"rows": part})
				if err != nil {
					return nil, err
				}
				return result.Consume(b.Context())
			}); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func plain(props graph.Props) map[string]any {
	m := map[string]any{}
	for k, v := range props {
		if d, ok := v.(graph.Date); ok {
			v = string(d)
		}
		m[k] = v
	}
	return m
}
