package graphtest

import (
	"testing"

	"cadre/graph"
)

// gone checks that of the things named none is left, and kept that all are.
func gone(t *testing.T, s graph.Store, ids ...string) { t.Helper(); present(t, s, false, ids) }
func kept(t *testing.T, s graph.Store, ids ...string) { t.Helper(); present(t, s, true, ids) }

func present(t *testing.T, s graph.Store, want bool, ids []string) {
	t.Helper()
	nodes, edges := allNodes(t, s), allEdges(t, s)
	for _, id := range ids {
		_, n := nodes[id]
		_, e := edges[id]
		if (n || e) != want {
			t.Errorf("%s is there: %t, want %t", id, n || e, want)
		}
	}
}

func dropEdges(t *testing.T, s graph.Store) {
	apply(t, s, World()...)
	bridge := edge(graph.ChairedBridge, mau, meeting, nil, "Bến Mẫu")
	other := edge(graph.ChairedBridge, mau, meeting, nil, "Đồi Mẫu")
	// Only type and key are needed, and one that is not there is no error.
	b := graph.Batch{DropEdges: []graph.Edge{{Type: bridge.Type, Key: bridge.Key}, edge(graph.Retired, mau, secretary, nil)}}
	same(t, "what was done", apply(t, s, b), graph.Changes{EdgesDropped: 1})
	gone(t, s, bridge.Key)
	kept(t, s, other.Key, mau.ID, meeting.ID)
	same(t, "the same again", apply(t, s, b), graph.Changes{})

	// Deletions come first: what a batch drops and puts is there.
	apply(t, s, graph.Batch{DropEdges: []graph.Edge{other}, PutEdges: []graph.Edge{other}})
	kept(t, s, other.Key)
}

func dropNodes(t *testing.T, s graph.Store) {
	apply(t, s, World()...)
	same(t, "what was done", apply(t, s, graph.Batch{DropNodes: []graph.Ref{thu, {Label: graph.Person, ID: "nobody"}}}),
		graph.Changes{NodesDropped: 1, EdgesDropped: 4})
	gone(t, s, thu.ID, graph.Key(graph.Attended, thu.ID, meeting.ID))
	kept(t, s, a2.ID, meeting.ID, secretary.ID)
	before := allNodes(t, s)[mau.ID]
	apply(t, s, graph.Batch{DropNodes: []graph.Ref{mau}, PutNodes: []graph.Node{before}})
	kept(t, s, mau.ID)
	gone(t, s, graph.Key(graph.Chaired, mau.ID, meeting.ID))
}

func dropUnsupported(t *testing.T, s graph.Store) {
	apply(t, s, World()...)
	chaired, attended := edge(graph.Chaired, mau, meeting, nil), edge(graph.Attended, thu, meeting, nil)
	// Both are asked for; the evidence of one goes in the same batch.
	b := graph.Batch{
		DropEdges:       []graph.Edge{report(a1, chaired, "", 0)},
		DropUnsupported: []graph.Edge{chaired, attended},
	}
	same(t, "what was done", apply(t, s, b), graph.Changes{EdgesDropped: 2})
	gone(t, s, chaired.Key)
	kept(t, s, attended.Key)

	// Evidence that the batch itself brings counts.
	apply(t, s, graph.Batch{
		DropEdges:       []graph.Edge{report(a2, attended, "", 0)},
		PutEdges:        []graph.Edge{report(a1, attended, "Lê Thị Thu dự", 9)},
		DropUnsupported: []graph.Edge{attended},
	})
	kept(t, s, attended.Key)

	// The last edge of an office may be one without support.
	holds, appointed := edge(graph.Holds, mau, secretary, nil), edge(graph.Appointed, thu, secretary, nil)
	apply(t, s, graph.Batch{DropEdges: []graph.Edge{holds, report(a2, appointed, "", 0)}, DropUnsupported: []graph.Edge{appointed}})
	gone(t, s, appointed.Key, secretary.ID, committee.ID)
}

func vocabulary(t *testing.T, s graph.Store) {
	apply(t, s, World()...)
	holds, appointed := edge(graph.Holds, mau, secretary, nil), edge(graph.Appointed, thu, secretary, nil)
	apply(t, s, graph.Batch{DropEdges: []graph.Edge{holds}})
	kept(t, s, secretary.ID) // somebody else was appointed to it
	// The office goes, then its body, whose place the meeting still needs.
	same(t, "what was done", apply(t, s, graph.Batch{DropEdges: []graph.Edge{appointed}}), graph.Changes{EdgesDropped: 3, NodesDropped: 2})
	gone(t, s, secretary.ID, committee.ID)
	kept(t, s, songMau.ID)
	apply(t, s, graph.Batch{DropEdges: []graph.Edge{edge(graph.HeldAt, meeting, songMau, nil)}})
	gone(t, s, songMau.ID)
	// People, meetings and documents stay until they are dropped by name.
	apply(t, s, graph.Batch{DropEdges: []graph.Edge{edge(graph.Discussed, meeting, paper, nil)}})
	kept(t, s, mau.ID, thu.ID, meeting.ID, paper.ID)
}

func vocabularyKept(t *testing.T, s graph.Store) {
	holds := edge(graph.Holds, mau, secretary, nil)
	organized := edge(graph.Organized, committee, meeting, nil)
	base := graph.Batch{
		PutNodes: []graph.Node{node(mau, nil), node(secretary, nil), node(committee, nil), node(meeting, nil), node(a1, nil)},
		PutEdges: []graph.Edge{holds, edge(graph.InBody, secretary, committee, nil), organized},
	}
	apply(t, s, base)
	// A batch that takes an office's last edge and brings another keeps it.
	apply(t, s, graph.Batch{DropEdges: []graph.Edge{holds}, PutEdges: []graph.Edge{edge(graph.Elected, mau, secretary, nil)}})
	kept(t, s, secretary.ID)
	// An edge that a body does not own keeps it, though its office goes.
	apply(t, s, graph.Batch{DropNodes: []graph.Ref{mau}})
	gone(t, s, secretary.ID)
	kept(t, s, committee.ID)
	// So does a report of it.
	told := edge(graph.Reports, a1, committee, nil)
	apply(t, s, graph.Batch{PutEdges: []graph.Edge{told}, DropEdges: []graph.Edge{organized}})
	kept(t, s, committee.ID)
	apply(t, s, graph.Batch{DropEdges: []graph.Edge{told}})
	gone(t, s, committee.ID)
	// What never had an edge is not asked for.
	apply(t, s, graph.Batch{PutNodes: []graph.Node{node(songMau, nil)}})
	apply(t, s, graph.Batch{DropNodes: []graph.Ref{meeting}})
	kept(t, s, songMau.ID)
}

// A body in a body in a body, two offices in the lowest: all goes with the
// last holder, and not before.
func vocabularyChain(t *testing.T, s graph.Store) {
	body := func(id string) graph.Ref { return graph.Ref{Label: graph.Institution, ID: "institution/" + id} }
	office := graph.Ref{Label: graph.Position, ID: "position/second"}
	first, second := edge(graph.Holds, mau, secretary, nil), edge(graph.Holds, thu, office, nil)
	apply(t, s, graph.Batch{
		PutNodes: []graph.Node{node(mau, nil), node(thu, nil), node(secretary, nil), node(office, nil),
			node(body("low"), nil), node(body("mid"), nil), node(body("top"), nil), node(songMau, nil)},
		PutEdges: []graph.Edge{first, second,
			edge(graph.InBody, secretary, body("low"), nil), edge(graph.InBody, office, body("low"), nil),
			edge(graph.PartOf, body("low"), body("mid"), nil), edge(graph.PartOf, body("mid"), body("top"), nil),
			edge(graph.LocatedIn, body("low"), songMau, nil), edge(graph.LocatedIn, body("top"), songMau, nil)},
	})
	apply(t, s, graph.Batch{DropEdges: []graph.Edge{first}})
	gone(t, s, secretary.ID)
	kept(t, s, office.ID, body("low").ID, body("mid").ID, body("top").ID, songMau.ID)
	apply(t, s, graph.Batch{DropEdges: []graph.Edge{second}})
	gone(t, s, office.ID, body("low").ID, body("mid").ID, body("top").ID, songMau.ID)
	if left := allEdges(t, s); len(left) != 0 {
		t.Errorf("edges are left: %v", left)
	}
}

// Dropping what an article brought leaves the store as if it had never come.
func removeArticle(t *testing.T, without graph.Store, another func() graph.Store) {
	w := World()
	apply(t, without, w[0])
	want := dump(t, without)
	s := another()
	apply(t, s, w...)
	apply(t, s, graph.Batch{
		DropEdges:       []graph.Edge{report(a2, edge(graph.Attended, thu, meeting, nil), "", 0), report(a2, edge(graph.Appointed, thu, secretary, nil), "", 0)},
		DropNodes:       []graph.Ref{a2, thu},
		DropUnsupported: w[1].PutEdges[:2],
		DropRecords:     []string{"r2"},
		PutBlocks:       map[string][]byte{"person/le thi thu": nil},
	})
	same(t, "the store without the article", dump(t, s), want)
}
