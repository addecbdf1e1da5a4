package resolve

import (
	"slices"
	"strings"

	"cadre/graph"
)

// kindClass groups the kinds under which articles report one and the same
// meeting.
func kindClass(kind string) string {
	switch kind {
	case "conference", "session", "meeting", "plenum":
		return "meeting"
	}
	return kind
}

// relateEvents weighs two reports of one block: 0 for nothing that speaks for
// one meeting.
func relateEvents(a, b *traits) relation {
	if a.class != b.class || a.Ordinal > 0 && b.Ordinal > 0 && a.Ordinal != b.Ordinal {
		return relation{conflict: true}
	}
	if a.scope != b.scope && a.scope != "" && b.scope != "" || !overlap(a, b) {
		return relation{conflict: true}
	}
	names := -1.0
	if a.Name != "" && b.Name != "" && a.Language == b.Language {
		n := len(a.words.of)
		if a.Name != b.Name {
			n = a.words.shared(b.words)
		}
		names = 2 * float64(n) / float64(max(1, len(a.words.of)+len(b.words.of)))
	}
	chairs, people := a.chairs.shared(b.chairs), a.people.shared(b.people)
	apart := len(a.Chairs) > 0 && len(b.Chairs) > 0 && chairs == 0
	switch {
	case a.Ordinal > 0 && a.Ordinal == b.Ordinal && (names < 0 || names >= 0.4) && !apart:
		return relation{score: 9}
	case names >= 0.8 && !apart:
		return relation{score: 8}
	case chairs > 0 && (names < 0 || names >= 0.3):
		return relation{score: 7}
	case people >= 2 && !apart && (names < 0 || names >= 0.3):
		return relation{score: 6}
	case people >= 1 && !apart && names >= 0.5:
		return relation{score: 5}
	case people >= 1 && !apart && names < 0 && (shared(a.Places, b.Places) > 0 || shared(a.Bodies, b.Bodies) > 0):
		return relation{score: 4}
	case apart && (names < 0 || names >= 0.5) && shared(a.Bodies, b.Bodies) > 0 && a.Online.has("true") && b.Online.has("true"):
		return relation{score: 4} // a body holds one conference over a link a day: the articles differ on who chaired it
	case names < 0 && !apart && shared(a.Deals, b.Deals) > 0:
		return relation{score: 4} // the same document, studied in the same province
	case names < 0 && a.toCome() != b.toCome() && len(a.People) == 0 != (len(b.People) == 0) && shared(a.Scopes, b.Scopes) > 0:
		return relation{score: 3} // announced, and held in the same province that day
	case names >= 0.6 && !apart && shared(a.Bodies, b.Bodies) > 0:
		return relation{score: 4}
	case (len(a.People) == 0 || len(b.People) == 0) && names >= 0 && (names >= 0.5 || shorter(a.words, b.words)):
		return relation{score: 3} // told in passing, by a shorter name
	}
	// two meetings that one person chairs, or whose names differ, on one day are two
	return relation{conflict: apart || names >= 0 && names < 0.3 && people == 0}
}

// toCome tells whether a meeting is only announced.
func (r *eventReport) toCome() bool { return !r.Status.has("held") && !r.Status.has("") }

// overlap tells whether the days of two reports touch.
func overlap(a, b *traits) bool {
	return a.Date == "" || b.Date == "" || a.from <= b.to && b.from <= a.to
}

// similar is the Dice coefficient of the words of two names.
func similar(a, b string) float64 {
	x, y := words(a), words(b)
	return 2 * float64(shared(x, y)) / float64(max(1, len(x)+len(y)))
}

// words are the folded words of a name.
func words(s string) list {
	out := strings.FieldsFunc(graph.Fold(s), func(r rune) bool {
		return !('a' <= r && r <= 'z' || '0' <= r && r <= '9' || r > 0x7f)
	})
	slices.Sort(out)
	return slices.Compact(out)
}

// bodyScope is the province that a meeting's organisers stand for, "" when
// they are central or of several provinces.
func (v *Vocabulary) bodyScope(bodies list) string {
	scope := ""
	for _, b := range bodies {
		_, p, level := v.standing(b)
		if level == central || p == "" {
			return ""
		}
		if scope != "" && scope != p {
			return ""
		}
		scope = p
	}
	return scope
}

// shorter tells whether the shorter of two names, of four words or more, is
// part of the longer, but for a word in a name of six.
func shorter(a, b members) bool {
	short := min(len(a.of), len(b.of))
	return short >= 4 && a.shared(b) >= short-short/6
}

// traits are what a report is compared by, made once for each: sets of words
// and people as sorted numbers, which compare in a fraction of the time.
type traits struct {
	*eventReport
	words, chairs, people members
	class                 string // of the kind
	scope                 string
	from, to              graph.Date // the days it may mean
}

// members is a set as sorted numbers. Two sets without a common bit share none.
type members struct {
	of   []int32
	bits uint64
}

func (m members) shared(o members) int {
	if m.bits&o.bits == 0 {
		return 0
	}
	return shared(m.of, o.of)
}

func (r *eventReport) traits(m numbers, v *Vocabulary) traits {
	return traits{r, m.of(words(r.Name)), m.of(r.Chairs), m.of(r.People), kindClass(r.Kind), v.bodyScope(r.Bodies), r.Date.First(), later(r.Date.Last(), r.End)}
}

// numbers gives each of a block's words and names a number.
type numbers map[string]int32

func (m numbers) of(l list) members {
	out := members{of: make([]int32, len(l))}
	for i, k := range l {
		n, ok := m[k]
		if !ok {
			n = int32(len(m))
			m[k] = n
		}
		out.of[i] = n
		out.bits |= 1 << (n % 64)
	}
	slices.Sort(out.of)
	return out
}

// compared is what comparing the reports of a block has given. It serves the
// block's next state, in which most reports are the same ones.
type compared struct {
	index    map[*eventReport]int
	of       []traits
	between  []int8 // at [one][a later one]: what speaks for one meeting, less than 0 for what speaks against
	number   numbers
	cluster  []int // of each report
	clusters []eventCluster
}

// compare weighs every two reports of a block.
func (s *eventState) compare(keys []string, v *Vocabulary, d Decisions, before *compared) *compared {
	n := len(keys)
	c := &compared{index: make(map[*eventReport]int, n), of: make([]traits, n), between: make([]int8, n*n), cluster: make([]int, n), number: numbers{}}
	if before != nil {
		c.number = before.number
	}
	was := make([]int, n) // where it stood before, -1 for a new one
	for i, k := range keys {
		r := s.Reports[k]
		c.index[r], was[i] = i, -1
		if before != nil {
			if j, ok := before.index[r]; ok {
				was[i], c.of[i] = j, before.of[j]
				continue
			}
		}
		c.of[i] = r.traits(c.number, v)
	}
	for i := range n {
		for j := range i {
			if was[i] >= 0 && was[j] >= 0 {
				c.between[j*n+i] = before.between[was[j]*len(before.of)+was[i]]
				continue
			}
			x := relateEvents(&c.of[i], &c.of[j])
			if same, ok := d.event(c.of[j].eventReport, c.of[i].eventReport); ok {
				x = relation{!same, decided}
			}
			if x.conflict {
				x.score = -1
			}
			c.between[j*n+i] = int8(x.score)
		}
	}
	return c
}

// group joins the reports of one meeting: it returns for each the lowest report
// of its group.
func (c *compared) group() []int {
	n := len(c.of)
	group := make([]int, n)
	conflict := make([]bool, n*n) // between groups, at [lowest report of one][of the other]
	var pairs [decided + 1][][2]int
	for i := range n {
		group[i] = i
		for j := i + 1; j < n; j++ {
			switch x := c.between[i*n+j]; {
			case x < 0:
				conflict[i*n+j], conflict[j*n+i] = true, true
			case x > 0:
				pairs[x] = append(pairs[x], [2]int{i, j})
			}
		}
	}
	for score := decided; score > 0; score-- {
		for _, p := range pairs[score] {
			a, b := min(group[p[0]], group[p[1]]), max(group[p[0]], group[p[1]])
			if a == b || conflict[a*n+b] {
				continue
			}
			for i := range group {
				if group[i] == b {
					group[i] = a
				}
			}
			for i := range n {
				if conflict[b*n+i] {
					conflict[a*n+i], conflict[i*n+a] = true, true
				}
			}
		}
	}
	return group
}
