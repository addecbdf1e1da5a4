package graphtest

import (
	"fmt"

	"cadre/graph"
)

// The nodes of the world.
var (
	mau       = graph.Ref{Label: graph.Person, ID: "tran-van-mau"}
	thu       = graph.Ref{Label: graph.Person, ID: "le-thi-thu"}
	secretary = graph.Ref{Label: graph.Position, ID: "position/bi-thu-song-mau"}
	committee = graph.Ref{Label: graph.Institution, ID: "institution/tinh-uy-song-mau"}
	songMau   = graph.Ref{Label: graph.Place, ID: "place/song-mau"}
	meeting   = graph.Ref{Label: graph.Conference, ID: "conference/1986-12-15/song-mau"}
	paper     = graph.Ref{Label: graph.Resolution, ID: "resolution/7-nq-m/1986"}
	a1        = graph.Ref{Label: graph.Article, ID: "article/a1"}
	a2        = graph.Ref{Label: graph.Article, ID: "article/a2"}
)

// World is the world of this package, a batch an article. The batches share
// nodes and edges, which are the same in both.
func World() []graph.Batch {
	shared := graph.Batch{
		PutNodes: []graph.Node{
			node(secretary, graph.Props{"name": "Bí thư Tỉnh ủy Sông Mẫu", "folded": "bi thu tinh uy song mau", "seats": int64(1)}),
			node(committee, graph.Props{"name": "Tỉnh ủy Sông Mẫu", "kind": "committee", "committee": true}),
			node(songMau, graph.Props{"name": "Sông Mẫu", "until": graph.Date("1999-12")}),
			node(meeting, graph.Props{"name": "Hội nghị toàn tỉnh Sông Mẫu", "date": graph.Date("1986-12-15"), "precision": "day", "online": false}),
			node(paper, graph.Props{"name": "Nghị quyết 7-NQ/M", "number": "7-NQ/M", "issued": graph.Date("1986")}),
		},
		PutEdges: []graph.Edge{
			edge(graph.InBody, secretary, committee, nil),
			edge(graph.LocatedIn, committee, songMau, nil),
			edge(graph.HeldAt, meeting, songMau, graph.Props{"on": graph.Date("1986-12-15")}),
			edge(graph.Discussed, meeting, paper, nil),
		},
	}
	holds := edge(graph.Holds, mau, secretary, graph.Props{"first_seen": graph.Date("1986-12-15"), "last_seen": graph.Date("1986-12-15"), "acting": false})
	chaired := edge(graph.Chaired, mau, meeting, graph.Props{"on": graph.Date("1986-12-15")})
	bridge1 := edge(graph.ChairedBridge, mau, meeting, graph.Props{"at": "Bến Mẫu"}, "Bến Mẫu")
	bridge2 := edge(graph.ChairedBridge, mau, meeting, graph.Props{"at": "Đồi Mẫu"}, "Đồi Mẫu")
	attended := edge(graph.Attended, thu, meeting, nil)
	appointed := edge(graph.Appointed, thu, secretary, graph.Props{"on": graph.Date("1987-01")})

	one := graph.Batch{
		PutNodes: append([]graph.Node{
			node(mau, graph.Props{"name": "Trần Văn Mẫu", "folded": "tran van mau", "aliases": []string{"TRẦN VĂN MẪU", "Tran Van Mau"}}),
			node(a1, graph.Props{"title": "Hội nghị ở Sông Mẫu", "published": graph.Date("1986-12-16"), "language": "vi"}),
		}, shared.PutNodes...),
		PutEdges: append([]graph.Edge{
			holds, chaired, bridge1, bridge2,
			report(a1, holds, "đồng chí Trần Văn Mẫu, Bí thư Tỉnh ủy", 10),
			report(a1, chaired, "Trần Văn Mẫu chủ trì hội nghị", 60),
			report(a1, bridge1, "tại điểm cầu Bến Mẫu", 120),
			report(a1, bridge2, "tại điểm cầu Đồi Mẫu", 160),
		}, shared.PutEdges...),
		PutRecords: []graph.Record{{ID: "r1", Sources: []string{"https://mau.example/1", "tin/1.txt"}, Published: "1986-12-16", Claims: []byte("\x00\x01claims\xff"), Current: true, Batch: 1}},
		PutBlocks:  map[string][]byte{"person/tran van mau": []byte("a1")},
	}
	two := graph.Batch{
		PutNodes: append([]graph.Node{
			node(thu, graph.Props{"name": "Lê Thị Thu"}),
			node(a2, graph.Props{"title": "A meeting in Song Mau", "language": "en"}),
		}, shared.PutNodes...),
		PutEdges: append([]graph.Edge{
			attended, appointed,
			report(a2, attended, "Le Thi Thu attended", 5),
			report(a2, appointed, "Le Thi Thu was named secretary", 40),
		}, shared.PutEdges...),
		PutRecords: []graph.Record{{ID: "r2", Sources: []string{"tin/2.txt"}, Claims: []byte("second"), Current: true, Batch: 2}},
		PutBlocks:  map[string][]byte{"person/le thi thu": []byte("a2")},
	}
	return []graph.Batch{one, two}
}

// worldBlocks are the keys of the world's blocks.
var worldBlocks = []string{"person/tran van mau", "person/le thi thu"}

func node(r graph.Ref, props graph.Props) graph.Node {
	if props == nil {
		props = graph.Props{}
	}
	return graph.Node{Label: r.Label, ID: r.ID, Props: props}
}

// edge makes an edge; more tells it apart from another between the same ends.
func edge(t graph.Type, from, to graph.Ref, props graph.Props, more ...string) graph.Edge {
	if props == nil {
		props = graph.Props{}
	}
	return graph.Edge{Type: t, Key: graph.Key(t, from.ID, to.ID, more...), From: from, To: to, Props: props}
}

// report is the evidence for an edge: it leads to the edge's start.
func report(article graph.Ref, e graph.Edge, quote string, start int) graph.Edge {
	return edge(graph.Reports, article, e.From, graph.Props{
		"quote": quote, "start": int64(start), "end": int64(start + len(quote)), "supports": e.Key,
	}, e.Key)
}

// texts are values that an engine may not alter: Vietnamese composed and
// decomposed, quotes of every query language, line ends, other scripts.
var texts = []string{
	"Trương Thị Mẫu, Ủy viên Bộ Chính trị",
	"Tru\u031bo\u031bng Thi\u0323 M\u00e2\u0303u",
	`'; DROP TABLE person; -- " ` + "`" + ` \u0041 \\ $name {x} //`,
	"một\r\nhai\tba\u2028bốn\u00a0năm",
	" 習近平 🇻🇳 ",
}

// Kinds is a batch with, of each kind of node and edge and each label that an
// edge may lead to, one that has every property and one that has none.
func Kinds() graph.Batch {
	var b graph.Batch
	n := 0
	fill := func(props []graph.Prop) graph.Props {
		filled := graph.Props{}
		for _, p := range props {
			n++
			filled[p.Name] = value(p.Kind, n)
		}
		return filled
	}
	end := func(l graph.Label, which string) graph.Ref {
		return graph.Ref{Label: l, ID: fmt.Sprintf("%s/%s", l, which)}
	}
	for _, k := range graph.Nodes() {
		b.PutNodes = append(b.PutNodes, node(end(k.Label, "full"), fill(k.Props)), node(end(k.Label, "bare"), nil))
	}
	for _, k := range graph.Edges() {
		for _, to := range k.To {
			b.PutEdges = append(b.PutEdges,
				edge(k.Type, end(k.From, "full"), end(to, "bare"), fill(k.Props)),
				edge(k.Type, end(k.From, "bare"), end(to, "full"), nil))
		}
	}
	return b
}

// value is the n-th value of a kind.
func value(k graph.Kind, n int) any {
	switch k {
	case graph.Int:
		return []int64{0, -1, 1 << 40, int64(n)}[n%4]
	case graph.Bool:
		return n%2 == 0
	case graph.ISODate:
		return []graph.Date{"2024", "2024-01", "2024-01-17"}[n%3]
	case graph.Strings:
		return texts
	}
	return texts[n%len(texts)]
}
