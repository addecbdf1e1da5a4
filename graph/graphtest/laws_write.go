package graphtest

import (
	"context"
	"slices"
	"testing"

	"cadre/graph"
)

func prepareTwice(t *testing.T, s graph.Store) {
	apply(t, s, World()...)
	before := dump(t, s)
	if err := s.Prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	same(t, "the store after another Prepare", dump(t, s), before)
}

func applyTwice(t *testing.T, s graph.Store) {
	first := apply(t, s, World()...)
	once := dump(t, s)
	same(t, "what was done", first, graph.Changes{NodesPut: 14, EdgesPut: 20, RecordsPut: 2})
	apply(t, s, World()...)
	same(t, "the store after the same again", dump(t, s), once)
}

func orderOfBatches(t *testing.T, s graph.Store, another func() graph.Store) {
	w := World()
	apply(t, s, w...)
	want := dump(t, s)
	slices.Reverse(w)
	other := another()
	apply(t, other, w...)
	same(t, "the batches in the other order", dump(t, other), want)
}

func everyKind(t *testing.T, s graph.Store) {
	b := Kinds()
	apply(t, s, b)
	nodes, edges := allNodes(t, s), allEdges(t, s)
	if len(nodes) != len(b.PutNodes) || len(edges) != len(b.PutEdges) {
		t.Errorf("%d nodes and %d edges came back of %d and %d", len(nodes), len(edges), len(b.PutNodes), len(b.PutEdges))
	}
	for _, n := range b.PutNodes {
		same(t, "node "+n.ID, nodes[n.ID], n)
	}
	for _, e := range b.PutEdges {
		same(t, "edge "+string(e.Type), edges[e.Key], e)
	}
}

func sameEnds(t *testing.T, s graph.Store) {
	apply(t, s, World()...)
	var at []any
	for e, err := range s.Edges(t.Context(), graph.ChairedBridge) {
		if err != nil {
			t.Fatal(err)
		}
		at = append(at, e.Props["at"])
	}
	if len(at) != 2 || at[0] == at[1] {
		t.Errorf("two bridge points came back as %v", at)
	}
}

func replaceProperties(t *testing.T, s graph.Store) {
	apply(t, s, World()...)
	e := edge(graph.Holds, mau, secretary, graph.Props{"last_seen": graph.Date("1990")})
	n := node(mau, graph.Props{"name": "Trần Văn Mẫu", "died": graph.Date("2001-05")})
	apply(t, s, graph.Batch{PutNodes: []graph.Node{n}, PutEdges: []graph.Edge{e}})
	same(t, "the node", allNodes(t, s)[mau.ID], n)
	same(t, "the edge", allEdges(t, s)[e.Key], e)

	// Of two in one batch the later counts.
	last := node(mau, graph.Props{"name": "Mẫu"})
	apply(t, s, graph.Batch{PutNodes: []graph.Node{n, last}})
	same(t, "the node given twice", allNodes(t, s)[mau.ID], last)
}

func refuseUnknown(t *testing.T, s graph.Store) {
	apply(t, s, World()...)
	before := dump(t, s)
	good := node(graph.Ref{Label: graph.Person, ID: "good"}, nil)
	for name, b := range map[string]graph.Batch{
		"label":          {PutNodes: []graph.Node{good, {Label: "Ghost", ID: "x"}}},
		"type":           {PutNodes: []graph.Node{good}, PutEdges: []graph.Edge{{Type: "HAUNTS", Key: "x", From: mau, To: thu}}},
		"property":       {PutNodes: []graph.Node{good, node(mau, graph.Props{"height": int64(3)})}},
		"edge property":  {PutNodes: []graph.Node{good}, PutEdges: []graph.Edge{edge(graph.Chaired, mau, meeting, graph.Props{"since": graph.Date("1986")})}},
		"value's type":   {PutNodes: []graph.Node{good, node(mau, graph.Props{"died": "1986"})}},
		"end":            {PutNodes: []graph.Node{good}, PutEdges: []graph.Edge{edge(graph.Chaired, mau, paper, nil)}},
		"label to drop":  {PutNodes: []graph.Node{good}, DropNodes: []graph.Ref{{Label: "Ghost", ID: "x"}}},
		"type to drop":   {PutNodes: []graph.Node{good}, DropEdges: []graph.Edge{{Type: "HAUNTS", Key: "x"}}},
		"type to loosen": {PutNodes: []graph.Node{good}, DropUnsupported: []graph.Edge{{Type: "HAUNTS", Key: "x"}}},
	} {
		if err := s.Update(t.Context(), func(ctx context.Context, tx graph.Tx) error {
			_, err := tx.Apply(ctx, b)
			return err
		}); err == nil {
			t.Errorf("a batch with an unknown %s was taken", name)
		}
	}
	same(t, "the store after refused batches", dump(t, s), before)
	for _, err := range s.Nodes(t.Context(), "Ghost") {
		if err == nil {
			t.Error("an unknown label gave a node")
		}
	}
	for _, err := range s.Edges(t.Context(), "HAUNTS") {
		if err == nil {
			t.Error("an unknown type gave an edge")
		}
	}
}

func sorted(t *testing.T, s graph.Store) {
	var b graph.Batch
	for _, id := range []string{"b", "a-2", "a/2", "a", "b-1", "a-10", "z", "aa"} {
		p := graph.Ref{Label: graph.Person, ID: id}
		b.PutNodes = append(b.PutNodes, node(p, nil))
		b.PutEdges = append(b.PutEdges, edge(graph.Attended, p, meeting, nil))
		b.PutRecords = append(b.PutRecords, graph.Record{ID: id, Current: true, Batch: 1})
	}
	b.PutNodes = append(b.PutNodes, node(meeting, nil))
	apply(t, s, b)
	var nodes, edges, records []string
	for n := range s.Nodes(t.Context(), graph.Person) {
		nodes = append(nodes, n.ID)
	}
	for e := range s.Edges(t.Context(), graph.Attended) {
		edges = append(edges, e.Key)
	}
	for r := range s.Records(t.Context()) {
		records = append(records, r.ID)
	}
	for what, got := range map[string][]string{"nodes": nodes, "edges": edges, "records": records} {
		if len(got) != 8 || !slices.IsSorted(got) {
			t.Errorf("the %s come as %q", what, got)
		}
	}
	for range s.Nodes(t.Context(), graph.Person) {
		break // leaving early must leave nothing locked
	}
	apply(t, s, b)
}
