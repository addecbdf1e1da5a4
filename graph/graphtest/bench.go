package graphtest

import (
	"context"
	"fmt"
	"testing"

	"cadre/graph"
)

// Bench measures an engine on batches of 500 articles with 40 edges each:
// writing them into an empty store (rows are nodes and edges), writing the same
// again, and reading everything. open makes an empty store.
func Bench(b *testing.B, open func(testing.TB) graph.Store) {
	const articles, batches = 500, 5
	made := make([]graph.Batch, batches)
	rows := 0
	for i := range made {
		made[i] = Articles(i*articles, articles)
		rows += len(made[i].PutNodes) + len(made[i].PutEdges)
	}
	load := func(b *testing.B, s graph.Store) {
		for _, batch := range made {
			if err := s.Update(b.Context(), func(ctx context.Context, tx graph.Tx) error {
				_, err := tx.Apply(ctx, batch)
				return err
			}); err != nil {
				b.Fatal(err)
			}
		}
	}
	perSecond := func(b *testing.B) {
		b.ReportMetric(float64(rows*b.N)/b.Elapsed().Seconds(), "rows/s")
	}
	empty := func(b *testing.B) graph.Store {
		s := open(b)
		if err := s.Prepare(b.Context()); err != nil {
			b.Fatal(err)
		}
		return s
	}
	b.Run("Load", func(b *testing.B) {
		for range b.N {
			b.StopTimer()
			s := empty(b)
			b.StartTimer()
			load(b, s)
			b.StopTimer()
			s.Close(b.Context())
			b.StartTimer()
		}
		perSecond(b)
	})
	b.Run("LoadAgain", func(b *testing.B) {
		s := empty(b)
		load(b, s)
		for b.Loop() {
			load(b, s)
		}
		perSecond(b)
	})
	b.Run("Read", func(b *testing.B) {
		s := empty(b)
		load(b, s)
		for b.Loop() {
			if _, err := Dump(b.Context(), s); err != nil {
				b.Fatal(err)
			}
		}
		perSecond(b)
	})
}

// Articles is a batch of n made-up articles, numbered from first. Each has an
// Article node, a record, 10 facts of people of its own and of people that many
// articles share, and the evidence: 40 edges in all.
func Articles(first, n int) graph.Batch {
	var b graph.Batch
	for i := first; i < first+n; i++ {
		article := graph.Ref{Label: graph.Article, ID: fmt.Sprintf("article/%08d", i)}
		day := graph.Date(fmt.Sprintf("20%02d-%02d-%02d", 10+i%14, 1+i%12, 1+i%28))
		meeting := graph.Ref{Label: graph.Conference, ID: fmt.Sprintf("conference/%s/%d", day, i)}
		b.PutNodes = append(b.PutNodes,
			node(article, graph.Props{"title": fmt.Sprintf("Hội nghị thứ %d ở tỉnh Sông Mẫu", i), "published": day, "language": "vi", "path": fmt.Sprintf("tin/%d.txt", i)}),
			node(meeting, graph.Props{"name": fmt.Sprintf("Hội nghị trực tuyến toàn quốc lần thứ %d", i), "kind": "conference", "date": day, "precision": "day"}))
		b.PutRecords = append(b.PutRecords, graph.Record{ID: article.ID, Sources: []string{article.ID}, Published: day, Claims: make([]byte, 1500), Current: true, Batch: 1})
		for f := range 10 {
			who := 500 + i*5 + f
			if f >= 5 { // half of them are people that everybody writes about
				who = (i*7 + f) % 500
			}
			person := graph.Ref{Label: graph.Person, ID: fmt.Sprintf("nguoi-thu-%d", who)}
			office := graph.Ref{Label: graph.Position, ID: fmt.Sprintf("position/chuc-thu-%d", who%3000)}
			b.PutNodes = append(b.PutNodes,
				node(person, graph.Props{"name": fmt.Sprintf("Người Thứ %d", who), "folded": fmt.Sprintf("nguoi thu %d", who)}),
				node(office, graph.Props{"name": fmt.Sprintf("Chức vụ thứ %d", who%3000), "folded": fmt.Sprintf("chuc vu thu %d", who%3000)}))
			holds := edge(graph.Holds, person, office, graph.Props{"first_seen": day, "last_seen": day})
			attended := edge(graph.Attended, person, meeting, graph.Props{"on": day})
			b.PutEdges = append(b.PutEdges, holds, attended)
			for j, e := range []graph.Edge{holds, attended} {
				r := edge(graph.Reports, article, person, graph.Props{
					"published": day, "as": fmt.Sprintf("Người Thứ %d", who), "start": int64(100 * f), "end": int64(100*f + 90), "rule": "vi/roles/attended",
					"quote": "đồng chí Người Thứ Mấy, Ủy viên Trung ương Đảng, cùng dự và phát biểu ý kiến tại hội nghị", "supports": e.Key,
				}, e.Key, fmt.Sprint(j))
				b.PutEdges = append(b.PutEdges, r)
			}
		}
	}
	return b
}
