package resolve

import (
	"slices"
	"sort"
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
func relateEvents(a, b traits) relation {
	if kindClass(a.Kind) != kindClass(b.Kind) || a.Ordinal > 0 && b.Ordinal > 0 && a.Ordinal != b.Ordinal {
		return relation{conflict: true}
	}
	if !overlap(a.eventReport, b.eventReport) || a.scope != "" && b.scope != "" && a.scope != b.scope {
		return relation{conflict: true}
	}
	names := -1.0
	if a.Name != "" && b.Name != "" && a.Language == b.Language {
		names = 2 * float64(shared(a.words, b.words)) / float64(max(1, len(a.words)+len(b.words)))
	}
	chairs, people := shared(a.chairs, b.chairs), shared(a.people, b.people)
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
	case people >= 1 && !apart && names < 0 && (common(a.Places, b.Places) > 0 || common(a.Bodies, b.Bodies) > 0):
		return relation{score: 4}
	case names < 0 && !apart && common(a.Deals, b.Deals) > 0:
		return relation{score: 4} // the same document, studied in the same province
	case names < 0 && a.toCome() != b.toCome() && len(a.People) == 0 != (len(b.People) == 0) && common(a.Scopes, b.Scopes) > 0:
		return relation{score: 3} // announced, and held in the same province that day
	case names >= 0.6 && !apart && common(a.Bodies, b.Bodies) > 0:
		return relation{score: 4}
	case (len(a.People) == 0 || len(b.People) == 0) && names >= 0 && (names >= 0.5 || within(a.words, b.words)):
		return relation{score: 3} // told in passing, by a shorter name
	}
	// two meetings that one person chairs, or whose names differ, on one day are two
	return relation{conflict: apart || names >= 0 && names < 0.3 && people == 0}
}

// toCome tells whether a meeting is only announced.
func (r *eventReport) toCome() bool { return !r.Status["held"] && !r.Status[""] }

// overlap tells whether the days of two reports touch.
func overlap(a, b *eventReport) bool {
	if a.Date == "" || b.Date == "" {
		return true
	}
	aEnd, bEnd := later(a.Date.Last(), a.End), later(b.Date.Last(), b.End)
	return a.Date.First() <= bEnd && b.Date.First() <= aEnd
}

func common(a, b set) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}

// similar is the Dice coefficient of the words of two names.
func similar(a, b string) float64 { return dice(words(a), words(b)) }

func dice(x, y set) float64 {
	return 2 * float64(common(x, y)) / float64(max(1, len(x)+len(y)))
}

func words(s string) set {
	out := set{}
	for _, w := range strings.FieldsFunc(graph.Fold(s), func(r rune) bool {
		return !('a' <= r && r <= 'z' || '0' <= r && r <= '9' || r > 0x7f)
	}) {
		out.add(w)
	}
	return out
}

// bodyScope is the province that a meeting's organisers stand for, "" when
// they are central or of several provinces.
func (v *Vocabulary) bodyScope(bodies set) string {
	scope := ""
	for b := range bodies {
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

// within tells whether the shorter of two names, of four words or more, is
// part of the longer, but for a word in a name of six.
func within(a, b []int32) bool {
	short := min(len(a), len(b))
	return short >= 4 && shared(a, b) >= short-short/6
}

// traits are what a report is compared by, made once for each: sets of words
// and people as sorted numbers, which compare in a fraction of the time.
type traits struct {
	*eventReport
	words, chairs, people []int32
	scope                 string
}

// numbers gives each of a block's words and names a number.
type numbers map[string]int32

func (m numbers) of(s set) []int32 {
	out := make([]int32, 0, len(s))
	for k := range s {
		n, ok := m[k]
		if !ok {
			n = int32(len(m))
			m[k] = n
		}
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// shared counts what two sorted lists have in common.
func shared(a, b []int32) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			n, a, b = n+1, a[1:], b[1:]
		}
	}
	return n
}

// group joins the reports of one meeting: it returns for each the lowest report
// of its group.
func (s *eventState) group(keys []string, v *Vocabulary, d Decisions) []int {
	n := len(keys)
	group, of := make([]int, n), make([]traits, n)
	conflict := make([]bool, n*n) // between groups, at [lowest report of one][of the other]
	type pair struct{ score, i, j int }
	var pairs []pair
	number := numbers{}
	for i, k := range keys {
		r := s.Reports[k]
		group[i], of[i] = i, traits{r, number.of(words(r.Name)), number.of(r.Chairs), number.of(r.People), v.bodyScope(r.Bodies)}
		for j := range i {
			x := relateEvents(of[i], of[j])
			if same, ok := d.event(of[j].eventReport, of[i].eventReport); ok {
				x = relation{!same, 100}
			}
			if x.conflict {
				conflict[j*n+i], conflict[i*n+j] = true, true
			} else if x.score > 0 {
				pairs = append(pairs, pair{x.score, j, i})
			}
		}
	}
	sort.SliceStable(pairs, func(a, b int) bool {
		if pairs[a].score != pairs[b].score {
			return pairs[a].score > pairs[b].score
		}
		return pairs[a].i < pairs[b].i || pairs[a].i == pairs[b].i && pairs[a].j < pairs[b].j
	})
	for _, p := range pairs {
		a, b := min(group[p.i], group[p.j]), max(group[p.i], group[p.j])
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
	return group
}
