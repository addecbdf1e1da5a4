package world

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"cadre/graph"
)

// PRF is a comparison of what was found with the truth.
type PRF struct{ Truth, Found, Right int }

// Precision is the share of what was found that is right.
func (s PRF) Precision() float64 { return share(s.Right, s.Found) }

// Recall is the share of the truth that was found.
func (s PRF) Recall() float64 { return share(s.Right, s.Truth) }

// F1 is the harmonic mean of precision and recall.
func (s PRF) F1() float64 { return share(2*s.Right, s.Truth+s.Found) }

func (s PRF) String() string {
	return fmt.Sprintf("P %.4f R %.4f F1 %.4f (%d of %d, %d found)", s.Precision(), s.Recall(), s.F1(), s.Right, s.Truth, s.Found)
}

func share(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// Scores say how well a graph tells what its world is.
type Scores struct {
	People   PRF      // pairs of mentions of one person; one that is missed is a person of its own
	Known    PRF      // the same over the mentions that were found: identity alone
	Events   PRF      // pairs of articles on one meeting
	Mentions PRF      // people of articles
	Tenures  PRF      // offices of people, over the world's people
	Since    PRF      // of the appointments reported, the beginnings that are right
	Split    int      // people who are several in the graph
	Merged   int      // people of the graph who are several
	Examples []string // of what is wrong, some of each kind
}

// example keeps what is wrong, up to some of each kind.
func (s *Scores) example(kind, format string, args ...any) {
	kept := 0
	for _, e := range s.Examples {
		if strings.HasPrefix(e, kind+" ") {
			kept++
		}
	}
	if kept < 40 {
		s.Examples = append(s.Examples, kind+" "+fmt.Sprintf(format, args...))
	}
}

func (s Scores) String() string {
	return fmt.Sprintf("people   %v\nknown    %v\nevents   %v\nmentions %v\ntenures  %v\nsince    %d of %d\nsplit %d, merged %d", s.People, s.Known, s.Events, s.Mentions, s.Tenures, s.Since.Right, s.Since.Truth, s.Split, s.Merged)
}

// found is what an export says.
type found struct {
	number map[string]int // articles by id
	label  map[string]graph.Label
	name   map[string]string // of positions and conferences
	date   map[string]string // of conferences
	people map[mention][]string
	events map[int][]string
	holds  map[string]map[string]string // person -> label of office -> since
}

type mention struct {
	article int
	name    string
}

type line struct {
	Type, Label, ID, Name, Path, Date, From, To, Since string
	As                                                 *string
}

func readExport(r io.Reader) (*found, error) {
	f := &found{map[string]int{}, map[string]graph.Label{}, map[string]string{}, map[string]string{}, map[mention][]string{}, map[int][]string{}, map[string]map[string]string{}}
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 1<<16), 16<<20)
	for s.Scan() {
		var l line
		if err := json.Unmarshal(s.Bytes(), &l); err != nil {
			return nil, fmt.Errorf("read the export: %w", err)
		}
		switch {
		case l.Type == "node":
			f.node(l)
		case l.Label == string(graph.Holds):
			if f.holds[l.From] == nil {
				f.holds[l.From] = map[string]string{}
			}
			f.holds[l.From][officeKey(f.name[l.To])] = l.Since
		case l.Label == string(graph.Reports):
			f.report(l)
		}
	}
	return f, s.Err()
}

func (f *found) node(l line) {
	switch graph.Label(l.Label) {
	case graph.Article:
		if n := number(l.Path); n >= 0 {
			f.number[l.ID] = n
		}
	case graph.Person, graph.Position:
		f.label[l.ID], f.name[l.ID] = graph.Label(l.Label), l.Name
	case graph.Conference:
		f.label[l.ID], f.name[l.ID], f.date[l.ID] = graph.Conference, l.Name, l.Date
	}
}

func (f *found) report(l line) {
	n, ok := f.number[l.From]
	if !ok {
		return
	}
	switch f.label[l.To] {
	case graph.Person:
		name := f.name[l.To]
		if l.As != nil {
			name = *l.As
		}
		m := mention{n, graph.Fold(name)}
		for _, id := range f.people[m] {
			if id == l.To {
				return
			}
		}
		f.people[m] = append(f.people[m], l.To)
	case graph.Conference:
		for _, id := range f.events[n] {
			if id == l.To {
				return
			}
		}
		f.events[n] = append(f.events[n], l.To)
	}
}

// officeKey is an office without the words that another wording may leave out.
func officeKey(name string) string {
	var out []string
	for _, w := range strings.Fields(graph.Fold(name)) {
		if w != "tinh" && w != "dang" {
			out = append(out, w)
		}
	}
	return strings.ReplaceAll(strings.Join(out, " "), "thanh pho ", "")
}

// Score compares an export (NDJSON) of a graph made of the first articles of
// the world, as many as are given, with the truth.
func (w *World) Score(export io.Reader, articles int) (Scores, error) {
	f, err := readExport(export)
	if err != nil {
		return Scores{}, err
	}
	var s Scores
	people, known, events := newClusters(), newClusters(), newClusters()
	held := map[int]map[string]string{} // person -> office -> since
	right := map[mention]bool{}
	for i := range articles {
		t := w.Article(i, 0).Truth
		for _, m := range t.Mentions {
			s.Mentions.Truth++
			right[mention{i, graph.Fold(m.Name)}] = true
			ids := f.people[mention{i, graph.Fold(m.Name)}]
			switch len(ids) {
			case 0:
				people.add(m.Person, fmt.Sprintf("missing %d %d", i, m.Person))
				s.example("missing", "%s: %s", Path(i), m.Name)
				continue
			case 1:
				people.add(m.Person, ids[0])
				known.add(m.Person, ids[0])
			default:
				people.add(m.Person, fmt.Sprintf("%s %d", ids[0], m.Person))
			}
			s.Mentions.Right++
		}
		for _, h := range t.Held {
			if held[h.Person] == nil {
				held[h.Person] = map[string]string{}
			}
			if _, ok := held[h.Person][officeKey(h.Office)]; !ok {
				held[h.Person][officeKey(h.Office)] = ""
			}
		}
		if c := t.Change; c != nil {
			if held[c.Person] == nil {
				held[c.Person] = map[string]string{}
			}
			held[c.Person][officeKey(c.Office)] = string(c.On)
		}
		if t.Meeting >= 0 {
			e := f.event(i, t)
			events.add(t.Meeting, e)
			if strings.HasPrefix(e, "missing") {
				s.example("meeting", "%s: %s on %s", Path(i), t.Name, t.On)
			}
		}
	}
	s.Mentions.Found = len(f.people)
	for _, m := range slices.SortedFunc(maps.Keys(f.people), func(a, b mention) int {
		return cmp.Or(a.article-b.article, strings.Compare(a.name, b.name))
	}) {
		if !right[m] {
			s.example("invented", "%s: %s", Path(m.article), m.name)
		}
	}
	s.People, s.Known, s.Events = people.pairs(), known.pairs(), events.pairs()
	s.spread(known, w.names)
	s.tenures(f, held, known)
	return s, nil
}

// event is the meeting of an article that is most like the true one.
func (f *found) event(i int, t Truth) string {
	best, id := -1, fmt.Sprintf("missing %d", i)
	want := strings.Fields(graph.Fold(t.Name))
	for _, e := range f.events[i] {
		if f.date[e] != string(t.On) {
			continue
		}
		have, same := " "+graph.Fold(f.name[e])+" ", 0
		for _, w := range want {
			if strings.Contains(have, " "+w+" ") {
				same++
			}
		}
		if same > best || same == best && e < id {
			best, id = same, e
		}
	}
	return id
}

// tenures compares offices: a person of the graph is the one of the world whose
// mentions it has most of.
func (s *Scores) tenures(f *found, held map[int]map[string]string, known *clusters) {
	wanted := map[string]map[string]bool{}
	of := known.most()
	for _, person := range slices.Sorted(maps.Keys(held)) {
		id, ok := of[person]
		for _, o := range slices.Sorted(maps.Keys(held[person])) {
			since := held[person][o]
			s.Tenures.Truth++
			if since != "" {
				s.Since.Truth++
			}
			if !ok {
				continue
			}
			if wanted[id] == nil {
				wanted[id] = map[string]bool{}
			}
			wanted[id][o] = true
			if got, ok := f.holds[id][o]; ok {
				s.Tenures.Right++
				if since != "" && got == since {
					s.Since.Right++
				} else if since != "" {
					s.example("since", "%s: %s: %q, not %q", id, o, got, since)
				}
			} else {
				s.example("office", "%s: %s", id, o)
			}
		}
	}
	s.Tenures.Found = s.Tenures.Right
	for _, id := range slices.Sorted(maps.Keys(wanted)) {
		for _, o := range slices.Sorted(maps.Keys(f.holds[id])) {
			if !wanted[id][o] {
				s.Tenures.Found++
				s.example("more", "%s: %s", id, o)
			}
		}
	}
}

// clusters counts how often a true one and a found one fall together.
type clusters struct {
	truth map[int]int
	found map[string]int
	both  map[int]map[string]int
}

func newClusters() *clusters {
	return &clusters{map[int]int{}, map[string]int{}, map[int]map[string]int{}}
}

func (c *clusters) add(truth int, found string) {
	c.truth[truth]++
	c.found[found]++
	if c.both[truth] == nil {
		c.both[truth] = map[string]int{}
	}
	c.both[truth][found]++
}

func (c *clusters) pairs() (s PRF) {
	two := func(n int) int { return n * (n - 1) / 2 }
	for _, n := range c.truth {
		s.Truth += two(n)
	}
	for _, n := range c.found {
		s.Found += two(n)
	}
	for _, m := range c.both {
		for _, n := range m {
			s.Right += two(n)
		}
	}
	return s
}

// most is the found one with most of each true one's.
func (c *clusters) most() map[int]string {
	out := map[int]string{}
	for t, m := range c.both {
		for id, n := range m {
			if best, ok := out[t]; !ok || n > m[best] || n == m[best] && id < best {
				out[t] = id
			}
		}
	}
	return out
}

// spread counts the true ones found as several, and the found ones that are several.
func (s *Scores) spread(c *clusters, names []string) {
	of := map[string][]int{}
	for _, t := range slices.Sorted(maps.Keys(c.both)) {
		m := c.both[t]
		if len(m) > 1 {
			s.Split++
			s.example("split", "%s: %v", names[t], m)
		}
		for id := range m {
			of[id] = append(of[id], t)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(of)) {
		if len(of[id]) > 1 {
			s.Merged++
			s.example("merged", "%s: %v", id, of[id])
		}
	}
}
