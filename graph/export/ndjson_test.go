package export_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"iter"
	"strings"
	"testing"

	"cadre/graph"
	"cadre/graph/export"

	"github.com/google/go-cmp/cmp"
)

// held is a store of a few nodes and edges.
type held struct {
	graph.Store
	nodes []graph.Node
	edges []graph.Edge
	err   error
}

func (h held) Nodes(_ context.Context, l graph.Label) iter.Seq2[graph.Node, error] {
	return func(yield func(graph.Node, error) bool) {
		for _, n := range h.nodes {
			if n.Label == l && !yield(n, h.err) {
				return
			}
		}
	}
}

func (h held) Edges(_ context.Context, t graph.Type) iter.Seq2[graph.Edge, error] {
	return func(yield func(graph.Edge, error) bool) {
		for _, e := range h.edges {
			if e.Type == t && !yield(e, h.err) {
				return
			}
		}
	}
}

func TestNDJSON(t *testing.T) {
	s := held{
		nodes: []graph.Node{
			{Label: graph.Position, ID: "position/x", Props: graph.Props{"seats": int64(1), "name": "Chánh \"X\" <a>\x1b[31m\u009b\u202e"}},
			{Label: graph.Person, ID: "ma-thi-lua", Props: graph.Props{"name": "Ma Thị Lụa", "aliases": []string{"MA THỊ LỤA", "Ma Thi Lua"}, "died": graph.Date("2024-01")}},
			{Label: graph.Institution, ID: "institution/y", Props: graph.Props{"committee": true}},
		},
		edges: []graph.Edge{
			{Type: graph.Reports, Key: "k2", From: graph.Ref{Label: graph.Article, ID: "article/1"}, To: graph.Ref{Label: graph.Conference, ID: "conference/1"}, Props: graph.Props{"start": int64(3)}},
			{Type: graph.Holds, Key: "k1", From: graph.Ref{Label: graph.Person, ID: "ma-thi-lua"}, To: graph.Ref{Label: graph.Position, ID: "position/x"}, Props: graph.Props{"last_seen": graph.Date("2024-01-17")}},
		},
	}
	conflicts := []export.Conflict{{Kind: "office", On: "2024-01-02", About: "position/x", People: []string{"a", "b"}}, {Kind: "chair", On: "2024-01-01", About: "conference/1", Articles: []string{"article/1"}}}
	var b bytes.Buffer
	if err := export.NDJSON(context.Background(), &b, s, conflicts); err != nil {
		t.Fatal(err)
	}
	want := `{"type":"node","label":"Person","id":"ma-thi-lua","name":"Ma Thị Lụa","aliases":["MA THỊ LỤA","Ma Thi Lua"],"died":"2024-01"}
{"type":"node","label":"Position","id":"position/x","name":"Chánh \"X\" <a>\u001b[31m\u009b\u202e","seats":1}
{"type":"node","label":"Institution","id":"institution/y","committee":true}
{"type":"edge","label":"HOLDS","from":"ma-thi-lua","to":"position/x","key":"k1","last_seen":"2024-01-17"}
{"type":"edge","label":"REPORTS","from":"article/1","to":"conference/1","key":"k2","as":null,"start":3}
{"type":"conflict","kind":"chair","on":"2024-01-01","about":"conference/1","people":[],"articles":["article/1"]}
{"type":"conflict","kind":"office","on":"2024-01-02","about":"position/x","people":["a","b"],"articles":[]}
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("NDJSON (-want +got):\n%s", diff)
	}
	for line := range strings.Lines(b.String()) {
		var v map[string]any
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Errorf("%v in %s", err, line)
		}
	}
	s.err = graph.ErrUnavailable
	if err := export.NDJSON(context.Background(), &b, s, nil); !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("an error of the store is lost: %v", err)
	}
}
