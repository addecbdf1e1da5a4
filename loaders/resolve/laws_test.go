package resolve_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cadre/graph"
	"cadre/graph/export"
	"cadre/graph/graphtest"
	"cadre/graph/sqlite"
	"cadre/loaders/resolve"
)

// vocabulary is opened once a test: the tables are large.
func vocabulary(t testing.TB) *resolve.Vocabulary {
	t.Helper()
	v, err := resolve.OpenVocabulary()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func open(t testing.TB) graph.Store {
	t.Helper()
	s, err := sqlite.Open(context.Background(), ":memory:", sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(context.Background()) })
	if err := s.Prepare(context.Background()); err != nil {
		t.Fatal(err)
	}
	return s
}

var (
	names    = []string{"Nguyễn Văn Thắng", "Nguyễn Văn Thăng", "Nguyen Van Thang", "Trần Thị Hoà", "Trần Thị Hòa", "Chẩu Văn Lâm", "Lê Hùng", "LÊ HÙNG"}
	offices  = []string{"Bí thư Tỉnh ủy Yên Bái", "Bí thư Tỉnh ủy Lào Cai", "Chủ tịch Ủy ban nhân dân tỉnh Yên Bái", "Chủ tịch ủy ban nhân dân tỉnh Yên Bái", "Giám đốc Sở Y tế tỉnh Nghệ An", "Ủy viên Bộ Chính trị", "Bộ trưởng Bộ Tài chính", "Bí thư Huyện ủy An Biên", "Trưởng Ban Tổ chức Trung ương"}
	meetings = []string{"Hội nghị giao ban quý I", "Hội nghị giao ban quý II với các huyện ủy", "", "Hội nghị quán triệt Nghị quyết số 43-NQ/TW", "Conference on cadre work"}
	days     = []graph.Date{"2024-01-17", "2024-01-18", "2024-03", "2023-07-28", "", "2024-06-30"}
	venues   = []string{"Yên Bái", "Yen Bai", "Hội trường Tỉnh uỷ", "Hội trường Tỉnh ủy", "Hà Nội"}
	bodies   = []string{"Ban Bí thư", "Ban Thường vụ Tỉnh ủy Yên Bái", "Ban Thường vụ Tỉnh uỷ Yên Bái"}
	numbers  = []string{"43-NQ/TW", "35-CT/TW", "178/2024/NĐ-CP", "05"}
)

// invent makes the claims of one article out of few names, so that articles
// meet each other often.
func invent(r *rand.Rand, id int) resolve.Incoming {
	pick := func(s []string) string { return s[r.IntN(len(s))] }
	day := func() graph.Date { return days[r.IntN(len(days))] }
	q := func(text string) resolve.Quote { return resolve.Quote{Start: r.IntN(500), Text: text, Rule: "test"} }
	c := resolve.Claims{ID: fmt.Sprintf("%016x", id), Pack: "1", Published: day(), Language: []string{"vi", "en"}[r.IntN(2)], Title: fmt.Sprintf("Bài %d", id)}
	if r.IntN(4) == 0 {
		c.URL = fmt.Sprintf("https://bao.example/%d", r.IntN(3))
	}
	used := map[string]bool{}
	for range 1 + r.IntN(4) {
		n := pick(names)
		if used[graph.Fold(n)] {
			continue
		}
		used[graph.Fold(n)] = true
		c.People = append(c.People, resolve.PersonClaim{Name: n, Quote: q(n)})
		p := len(c.People) - 1
		for range r.IntN(3) {
			o := pick(offices)
			c.Positions = append(c.Positions, resolve.PositionClaim{Person: p, Office: o, As: o, Former: r.IntN(5) == 0, Seen: day(), Quote: q(o)})
		}
		if r.IntN(3) == 0 {
			c.Changes = append(c.Changes, resolve.ChangeClaim{Person: p, Change: []string{"appointed", "dismissed", "reelected"}[r.IntN(3)], Office: pick(offices), Date: day(), Quote: q("bổ nhiệm")})
		}
	}
	for range r.IntN(3) {
		e := resolve.EventClaim{Kind: []string{"conference", "plenum", "visit"}[r.IntN(3)], Name: pick(meetings), Date: day(), Places: []string{pick(venues)}, Organizers: []string{pick(bodies)}, Ordinal: r.IntN(2) * 8, Term: []string{"", "XIII"}[r.IntN(2)], Status: []string{"held", "announced"}[r.IntN(2)], Quote: q("Hội nghị")}
		if r.IntN(3) == 0 {
			e.Follows = day()
		}
		c.Events = append(c.Events, e)
		for p := range c.People {
			if r.IntN(2) == 0 {
				c.Roles = append(c.Roles, resolve.RoleClaim{Person: p, Role: []string{"chaired", "attended", "spoke"}[r.IntN(3)], Event: len(c.Events) - 1, At: []string{"", "Yên Bái"}[r.IntN(2)], Quote: q("chủ trì")})
			}
		}
	}
	for range r.IntN(3) {
		c.Papers = append(c.Papers, resolve.PaperClaim{Number: pick(numbers), Kind: []string{"resolution", "directive"}[r.IntN(2)], Issued: day(), Issuer: pick(bodies), Title: "về công tác cán bộ", Quote: q("Nghị quyết")})
		event := -1
		if len(c.Events) > 0 && r.IntN(2) == 0 {
			event = 0
		}
		c.Presented = append(c.Presented, resolve.ActClaim{Person: 0, Paper: len(c.Papers) - 1, Event: event, Quote: q("trình bày")})
	}
	if r.IntN(3) == 0 {
		o := pick(offices)
		c.Unnamed = append(c.Unnamed, resolve.UnnamedClaim{Office: o, As: o, Role: "spoke", Event: -1, Seen: day(), Quote: q(o)})
	}
	var pack resolve.Packer
	in, err := pack.Pack(c, fmt.Sprintf("bai/%d.txt", id), []byte(c.Title))
	if err != nil {
		panic(err)
	}
	return in
}

func apply(t testing.TB, s graph.Store, v *resolve.Vocabulary, add []resolve.Incoming, remove []string, number int64) {
	t.Helper()
	r := &resolve.Resolver{Vocabulary: v}
	err := s.Update(context.Background(), func(ctx context.Context, tx graph.Tx) error {
		_, err := r.Apply(ctx, tx, add, remove, number, false)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// dump is the graph with its records and blocks, but for the numbers of loads.
func dump(t testing.TB, s graph.Store) string {
	t.Helper()
	d, err := graphtest.Dump(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestLaws holds that the graph is a function of the set of articles: any
// order, any batches, loading twice, and removing what was loaded besides.
func TestLaws(t *testing.T) {
	v := vocabulary(t)
	for seed := range uint64(25) {
		r := rand.New(rand.NewPCG(seed, 1))
		var world []resolve.Incoming
		for i := range 3 + r.IntN(25) {
			world = append(world, invent(r, i+1))
		}
		whole := open(t)
		apply(t, whole, v, world, nil, 1)
		want := dump(t, whole)

		one := open(t)
		for _, i := range r.Perm(len(world)) {
			apply(t, one, v, world[i:i+1], nil, 1)
		}
		if diff := cmp.Diff(want, dump(t, one)); diff != "" {
			t.Fatalf("seed %d: one by one in another order is another graph (-whole +one):\n%s", seed, diff)
		}

		apply(t, one, v, world, nil, 1)
		if diff := cmp.Diff(want, dump(t, one)); diff != "" {
			t.Fatalf("seed %d: loading twice is another graph:\n%s", seed, diff)
		}

		more := []resolve.Incoming{invent(r, 901), invent(r, 902), invent(r, 903)}
		apply(t, one, v, more, nil, 1)
		apply(t, one, v, nil, []string{more[1].Claims.ID}, 1)
		apply(t, one, v, nil, []string{more[0].Claims.ID, more[2].Claims.ID}, 1)
		if diff := cmp.Diff(want, dump(t, one)); diff != "" {
			t.Fatalf("seed %d: removing leaves traces (-never loaded +removed):\n%s", seed, diff)
		}
	}
}

// TestDecisions holds that decisions win, that it does not matter whether they
// come before or after the articles, and that taking them back undoes them.
func TestDecisions(t *testing.T) {
	v := vocabulary(t)
	decide := func(s graph.Store, list []resolve.Decision) {
		t.Helper()
		r := &resolve.Resolver{Vocabulary: v}
		if err := s.Update(context.Background(), func(ctx context.Context, tx graph.Tx) error {
			_, err := r.Decide(ctx, tx, list)
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	list, err := resolve.ParseDecisions("d.yaml", []byte(`
- same: false
  person: Nguyễn Văn Thắng
  between: [Bí thư Tỉnh ủy Yên Bái, Chủ tịch Ủy ban nhân dân tỉnh Yên Bái]
- same: true
  person: Nguyễn Văn Thắng
  between: [Bộ trưởng Bộ Tài chính, Bí thư Huyện ủy An Biên]
- same: true
  office: true
  between: [Bí thư Tỉnh ủy Lào Cai, Bí thư Tỉnh ủy Yên Bái]
- same: true
  meeting: 2024-01-17
  between: [Hội nghị giao ban quý I, Conference on cadre work]
`))
	if err != nil {
		t.Fatal(err)
	}
	changed := 0
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 3))
		var world []resolve.Incoming
		for i := range 5 + r.IntN(25) {
			world = append(world, invent(r, i+1))
		}
		after := open(t)
		apply(t, after, v, world, nil, 1)
		plain := dump(t, after)
		decide(after, list)
		want := dump(t, after)
		if want != plain {
			changed++
		}
		before := open(t)
		decide(before, list)
		for _, i := range r.Perm(len(world)) {
			apply(t, before, v, world[i:i+1], nil, 1)
		}
		if diff := cmp.Diff(want, dump(t, before)); diff != "" {
			t.Fatalf("seed %d: deciding first is another graph (-after +before):\n%s", seed, diff)
		}
		decide(after, nil)
		if diff := cmp.Diff(plain, dump(t, after)); diff != "" {
			t.Fatalf("seed %d: decisions taken back leave traces:\n%s", seed, diff)
		}
	}
	if changed == 0 {
		t.Error("no decision changed anything")
	}
}

// TestKnownAt holds that what will have been known at the end of time is the
// whole graph, and that what was known on a day is what the articles of that
// day tell.
func TestKnownAt(t *testing.T) {
	v := vocabulary(t)
	ctx := context.Background()
	lines := func(s graph.Store) string {
		t.Helper()
		var b strings.Builder
		if err := export.NDJSON(ctx, &b, s, nil); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	for seed := range uint64(10) {
		r := rand.New(rand.NewPCG(seed, 4))
		var world []resolve.Incoming
		for i := range 5 + r.IntN(25) {
			world = append(world, invent(r, i+1))
		}
		whole := open(t)
		apply(t, whole, v, world, nil, 1)
		known := func(day graph.Date) graph.Store {
			to := open(t)
			if err := (&resolve.Resolver{Vocabulary: v}).KnownAt(ctx, whole, to, day); err != nil {
				t.Fatal(err)
			}
			return to
		}
		if diff := cmp.Diff(lines(whole), lines(known("2100-01-01"))); diff != "" {
			t.Fatalf("seed %d: known at the end is not the whole (-whole +known):\n%s", seed, diff)
		}
		for n, err := range known("2024-01-17").Nodes(ctx, graph.Article) {
			if err != nil {
				t.Fatal(err)
			}
			if p, _ := n.Props["published"].(graph.Date); p > "2024-01-17" {
				t.Errorf("seed %d: an article of %s was not known on 2024-01-17", seed, p)
			}
		}
	}
}

// TestEveryFactLeadsToAnArticle holds law 6 on nodes and edges.
func TestEveryFactLeadsToAnArticle(t *testing.T) {
	v := vocabulary(t)
	ctx := context.Background()
	for seed := range uint64(10) {
		r := rand.New(rand.NewPCG(seed, 2))
		s := open(t)
		for i := range 20 {
			apply(t, s, v, []resolve.Incoming{invent(r, i+1)}, nil, 1)
		}
		supported := map[string]bool{}
		reached := map[graph.Ref]bool{}
		for e, err := range s.Edges(ctx, graph.Reports) {
			if err != nil {
				t.Fatal(err)
			}
			if k, ok := e.Props["supports"].(string); ok {
				supported[k] = true
			}
			reached[e.To], reached[e.From] = true, true
		}
		structure := map[graph.Type]bool{graph.InBody: true, graph.PartOf: true, graph.SucceededBy: true, graph.LocatedIn: true, graph.MergedInto: true}
		for _, k := range graph.Edges() {
			for e, err := range s.Edges(ctx, k.Type) {
				if err != nil {
					t.Fatal(err)
				}
				if k.Type != graph.Reports && !structure[k.Type] && !supported[e.Key] {
					t.Errorf("seed %d: no article supports %s %s -> %s", seed, e.Type, e.From.ID, e.To.ID)
				}
				reached[e.To], reached[e.From] = true, true
			}
		}
		for _, k := range graph.Nodes() {
			for n, err := range s.Nodes(ctx, k.Label) {
				if err != nil {
					t.Fatal(err)
				}
				if !reached[n.Ref()] {
					t.Errorf("seed %d: nothing leads to %s %s", seed, n.Label, n.ID)
				}
			}
		}
	}
}
