package queries_test

import (
	"context"
	"fmt"
	"path"
	"testing"

	"cadre/graph"
	"cadre/graph/sqlite"
)

// The world that the transcripts ask about. Two people are called Lò Văn Séo.
//
//	q1.txt ─┬─ Ma Thị Lụa ── chaired ──▶ Q1 review 2024-04-11 (Mường Lát, Na Rì) ◀── follows ── Q2 review 2024-07-11
//	q1b.txt ┘  Lò Văn Séo ── chaired the bridge Mường Lát ──▶ Q1
//	q2.txt  ── Ma Thị Lụa ── chaired, concluded ──▶ Q2, which discussed 77-NQ/XX (presented by Đỗ Quý)
//	plan.txt ─ Lò Văn Séo (2) ── chaired ──▶ session 2024-12-10, announced
//	move.txt ─ Đỗ Quý left the office of Ma Thị Lụa on 2024-03-01
//	q1.txt and q1b.txt differ on who keeps the seal and who chaired the bridge Mường Lát
type world struct{ graph.Batch }

// fixture is the world in SQLite.
func fixture(t testing.TB) graph.Store {
	t.Helper()
	s, err := sqlite.Open(context.Background(), sqlite.Memory, sqlite.Options{})
	return filled(t, s, err)
}

// filled puts the world into a store that was opened.
func filled(t testing.TB, s graph.Store, err error) graph.Store {
	t.Helper()
	ctx := context.Background()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(ctx) })
	if err := s.Prepare(ctx); err != nil {
		t.Fatal(err)
	}
	b := newWorld().Batch
	err = s.Update(ctx, func(ctx context.Context, tx graph.Tx) error {
		_, err := tx.Apply(ctx, b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func newWorld() *world {
	w := &world{}
	for id, published := range map[string]graph.Date{"q1": "2024-04-12", "q1b": "2024-04-13", "q2": "2024-07-12", "plan": "2024-12-03", "move": "2024-03-02"} {
		w.node(graph.Article, "article/"+id, graph.Props{"name": "Bài " + id, "title": "Bài " + id, "path": id + ".txt", "published": published, "language": "vi"})
	}
	for id, name := range map[string]string{"ma-thi-lua": "Ma Thị Lụa", "lo-van-seo": "Lò Văn Séo", "lo-van-seo-2": "Lò Văn Séo", "do-quy": "Đỗ Quý"} {
		w.node(graph.Person, id, graph.Props{"name": name, "folded": graph.Fold(name)})
	}
	for _, name := range []string{"Mường Lát", "Na Rì"} {
		w.node(graph.Place, "place/"+path.Base(name), graph.Props{"name": name, "folded": graph.Fold(name)})
	}
	w.node(graph.Institution, "body/xx", graph.Props{"name": "Ban Chấp hành XX", "folded": "ban chap hanh xx", "committee": true})
	for id, p := range map[string]graph.Props{
		"position/chief": {"name": "Chánh Văn phòng XX", "seats": int64(1), "rank": int64(10)},
		"position/head":  {"name": "Trưởng ban Mường Lát", "seats": int64(1)},
		"position/seal":  {"name": "Thư ký giữ dấu XX", "seats": int64(1)},
	} {
		p["folded"] = graph.Fold(p["name"].(string))
		w.node(graph.Position, id, p)
		w.edge(graph.InBody, graph.Ref{Label: graph.Position, ID: id}, graph.Ref{Label: graph.Institution, ID: "body/xx"}, nil)
	}
	for id, p := range map[string]graph.Props{
		"conference/2024-04-11": {"name": "Hội nghị giao ban quý I", "date": graph.Date("2024-04-11"), "status": "held", "online": true, "series": "giao ban xx", "kind": "conference"},
		"conference/2024-07-11": {"name": "Hội nghị giao ban quý II", "date": graph.Date("2024-07-11"), "end": graph.Date("2024-07-12"), "status": "held", "series": "giao ban xx", "kind": "conference"},
		"conference/2024-12-10": {"name": "Kỳ họp thứ 22", "date": graph.Date("2024-12-10"), "status": "announced", "kind": "session"},
	} {
		p["folded"] = graph.Fold(p["name"].(string))
		w.node(graph.Conference, id, p)
	}
	w.node(graph.Resolution, "resolution/77", graph.Props{"name": "77-NQ/XX", "number": "77-NQ/XX", "folded": "77-NQ/XX", "kind": "resolution", "title": "Về công tác văn phòng", "issuer": "Ban Chấp hành XX", "issued": graph.Date("2024-06-03")})
	w.facts()
	return w
}

func (w *world) facts() {
	person := func(id string) graph.Ref { return graph.Ref{Label: graph.Person, ID: id} }
	meeting := func(day string) graph.Ref { return graph.Ref{Label: graph.Conference, ID: "conference/" + day} }
	office := func(id string) graph.Ref { return graph.Ref{Label: graph.Position, ID: "position/" + id} }
	place := func(name string) graph.Ref { return graph.Ref{Label: graph.Place, ID: "place/" + name} }
	paper, body := graph.Ref{Label: graph.Resolution, ID: "resolution/77"}, graph.Ref{Label: graph.Institution, ID: "body/xx"}

	w.edge(graph.Chaired, person("ma-thi-lua"), meeting("2024-04-11"), graph.Props{"on": graph.Date("2024-04-11")}, "q1", "q1b")
	w.edge(graph.ChairedBridge, person("lo-van-seo"), meeting("2024-04-11"), graph.Props{"on": graph.Date("2024-04-11"), "at": "Mường Lát"}, "q1b")
	w.edge(graph.SpokeAt, person("do-quy"), meeting("2024-04-11"), graph.Props{"on": graph.Date("2024-04-11"), "at": "Mường Lát"}, "q1b")
	w.edge(graph.Chaired, person("ma-thi-lua"), meeting("2024-07-11"), graph.Props{"on": graph.Date("2024-07-11")}, "q2")
	w.edge(graph.Concluded, person("ma-thi-lua"), meeting("2024-07-11"), graph.Props{"on": graph.Date("2024-07-11")}, "q2")
	w.edge(graph.PresentedAt, person("do-quy"), meeting("2024-07-11"), graph.Props{"on": graph.Date("2024-07-11")}, "q2")
	w.edge(graph.Chaired, person("lo-van-seo-2"), meeting("2024-12-10"), graph.Props{"on": graph.Date("2024-12-10")}, "plan")
	w.edge(graph.HeldAt, meeting("2024-04-11"), place("Mường Lát"), nil, "q1")
	w.edge(graph.HeldAt, meeting("2024-04-11"), place("Na Rì"), nil, "q1b")
	w.edge(graph.HeldAt, meeting("2024-12-10"), place("Na Rì"), nil, "plan")
	w.edge(graph.Follows, meeting("2024-07-11"), meeting("2024-04-11"), nil, "q2")
	w.edge(graph.Issued, body, paper, graph.Props{"on": graph.Date("2024-06-03")}, "q2")
	w.edge(graph.Discussed, meeting("2024-07-11"), paper, graph.Props{"on": graph.Date("2024-07-11")}, "q2")
	w.edge(graph.Presented, person("do-quy"), paper, graph.Props{"on": graph.Date("2024-07-11"), "conference": "conference/2024-07-11"}, "q2")
	w.edge(graph.Holds, person("ma-thi-lua"), office("chief"), graph.Props{"since": graph.Date("2024-03-01"), "first_seen": graph.Date("2024-04-11"), "last_seen": graph.Date("2024-07-11")}, "q1", "q1b", "q2", "move")
	w.edge(graph.Holds, person("do-quy"), office("chief"), graph.Props{"until": graph.Date("2024-03-01"), "first_seen": graph.Date("2023-05"), "last_seen": graph.Date("2024-03-01"), "acting": true}, "move")
	w.edge(graph.Holds, person("lo-van-seo"), office("head"), graph.Props{"first_seen": graph.Date("2024-04-11"), "last_seen": graph.Date("2024-04-11")}, "q1b")
	w.edge(graph.Dismissed, person("do-quy"), office("chief"), graph.Props{"on": graph.Date("2024-03-01")}, "move")
	w.edge(graph.Appointed, person("ma-thi-lua"), office("chief"), graph.Props{"on": graph.Date("2024-03-01")}, "move")
	for who, article := range map[string]string{"do-quy": "q1", "lo-van-seo": "q1b"} {
		day := graph.Date("2024-04-11")
		w.edge(graph.Holds, person(who), office("seal"), graph.Props{"first_seen": day, "last_seen": day}, article)
		w.PutEdges[len(w.PutEdges)-1].Props["on"] = day
	}
	w.edge(graph.ChairedBridge, person("do-quy"), meeting("2024-04-11"), graph.Props{"on": graph.Date("2024-04-11"), "at": "Mường Lát"}, "q1")
	w.report("q2", office("chief"), "")
	acting := w.PutEdges[len(w.PutEdges)-1].Props
	acting["on"], acting["as"], acting["capacity"] = graph.Date("2024-05-01"), "Chánh Văn phòng", "spoke"
	w.report("q1", office("head"), "")
	w.PutEdges[len(w.PutEdges)-1].Props["on"] = graph.Date("2020-01-01")
	for _, id := range []string{"q1", "q1b", "q2", "plan"} {
		w.report(id, person("ma-thi-lua"), "")
	}
	w.report("q1", meeting("2024-04-11"), "")
	w.report("q1b", meeting("2024-04-11"), "")
	w.report("q2", meeting("2024-07-11"), "")
	w.report("plan", meeting("2024-12-10"), "")
	w.report("q2", paper, "")
}

func (w *world) node(l graph.Label, id string, p graph.Props) {
	w.PutNodes = append(w.PutNodes, graph.Node{Label: l, ID: id, Props: p})
}

// edge adds a fact and the articles that report it.
func (w *world) edge(t graph.Type, from, to graph.Ref, p graph.Props, articles ...string) {
	key := graph.Key(t, from.ID, to.ID, fmt.Sprint(p["at"]))
	w.PutEdges = append(w.PutEdges, graph.Edge{Type: t, Key: key, From: from, To: to, Props: p})
	for _, a := range articles {
		w.report(a, to, key)
	}
}

func (w *world) report(article string, to graph.Ref, supports string) {
	published := map[string]graph.Date{"q1": "2024-04-12", "q1b": "2024-04-13", "q2": "2024-07-12", "plan": "2024-12-03", "move": "2024-03-02"}[article]
	p := graph.Props{"published": published, "quote": "…"}
	if supports != "" {
		p["supports"] = supports
		p["capacity"] = "Chánh Văn phòng XX"
	}
	from := graph.Ref{Label: graph.Article, ID: "article/" + article}
	w.PutEdges = append(w.PutEdges, graph.Edge{Type: graph.Reports, Key: graph.Key(graph.Reports, from.ID, to.ID, supports), From: from, To: to, Props: p})
}
