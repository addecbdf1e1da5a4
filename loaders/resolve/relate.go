package resolve

import (
	"strings"

	"cadre/graph"
)

// relate weighs two facets of one name (DESIGN.md, "Who is who"): a move
// between offices over time is one person, two full-time offices in two places
// at one time are two.
func relate(a, b *facet, x, y Office, v *Vocabulary, common bool) relation {
	if a.Class != "" && b.Class != "" && a.Class != b.Class {
		return relation{conflict: true}
	}
	if a.Office == "" || b.Office == "" {
		return relation{} // the name alone: placed when the people are known
	}
	if a.Office == b.Office || graph.Fold(a.Office) == graph.Fold(b.Office) {
		if x.Rank <= apex {
			return relation{score: sure}
		}
		return relation{score: 10} // one office under two spellings
	}
	if x.Level != central && x.Province == "" || y.Level != central && y.Province == "" {
		return relation{} // an office of a place that the article does not name
	}
	both := together(a, b)
	if x.Title == y.Title && x.Body != y.Body && v.succeeds(x, y, a, b) {
		return relation{score: 6} // the same post in the body that took the other's place
	}
	sameProvince := x.Province != "" && x.Province == y.Province
	switch {
	case x.Province != "" && y.Province != "" && !sameProvince:
		if v.merged(x, y, a, b) {
			return relation{score: 3}
		}
		if both {
			return relation{conflict: true}
		}
		if leading(x) && leading(y) && x.Level == provincial && y.Level == provincial {
			return relation{score: 2} // heads of provinces are rotated
		}
		return neutral(common)
	case sameProvince:
		if both && exclusive(x) && exclusive(y) && x.Body != y.Body {
			return relation{conflict: true}
		}
		if x.Level != y.Level && both && !x.Seat && !y.Seat && max(x.Level, y.Level) >= district && min(x.Level, y.Level) < district && exclusive(x) && exclusive(y) {
			return relation{conflict: true}
		}
		if x.Place == y.Place || x.Level == y.Level {
			return relation{score: 5}
		}
		if max(x.Level, y.Level) == commune {
			return neutral(common) // one of the province's many communes
		}
		return relation{score: 4}
	case x.Province == "" && y.Province == "":
		if x.Rank <= apex || y.Rank <= apex {
			return relation{score: 4} // leaders of Party and State hold several offices
		}
		if both && exclusive(x) && exclusive(y) && x.Body != y.Body {
			return relation{conflict: true}
		}
		if x.Rank <= 16 && y.Rank <= 16 {
			return relation{score: 3}
		}
		if x.Body != "" && x.Body == y.Body {
			return relation{score: 4}
		}
		return neutral(common)
	}
	// one central, one local
	if x.Province != "" {
		x, y = y, x
	}
	if y.Level >= district {
		if both || x.Rank <= apex {
			return relation{conflict: both, score: 0}
		}
		return neutral(common)
	}
	if leading(y) || y.Rank <= 36 && x.Seat {
		if both && !x.Seat && !y.Seat {
			return relation{conflict: true}
		}
		return relation{score: 3}
	}
	if both && !x.Seat && !y.Seat {
		return relation{conflict: true}
	}
	return neutral(common)
}

// apex is the lowest rank of the offices whose holders hold others beside
// them: the leaders of Party and State and the members of the Central Committee.
const apex = 13

// neutral is the relation of two offices that neither exclude nor call for
// each other: a rare name speaks for one person, a common one does not.
func neutral(common bool) relation {
	if common {
		return relation{}
	}
	return relation{score: 1}
}

// handover is how many days two offices may seem to be held at once when a
// person moves from one to the other: reports lag behind.
const handover = 45

// together tells whether the two facets show their holders at one time: one
// is seen within the days between which the other was seen, by more than a
// handover takes.
func together(a, b *facet) bool {
	if a.First == "" || b.First == "" {
		return false
	}
	aLast, bLast := a.left(), b.left()
	from, to := later(a.First.First(), b.First.First()), earlier(aLast.Last(), bLast.Last())
	if from > to {
		return false
	}
	// one sighting is a moment: it must lie well inside the other's range
	if a.First == aLast && b.First == bLast {
		return true
	}
	if from == to {
		return later(a.First, b.First).AddDays(-handover) > earlier(a.First, b.First) && earlier(aLast, bLast).AddDays(handover) < later(aLast, bLast)
	}
	return from.AddDays(handover) < to
}

// left is the last day on which the holder of a facet is known to have been in
// the office: the last sighting, or the leaving that is reported later.
func (f *facet) left() graph.Date {
	last := f.Last
	for _, ch := range f.Changes {
		if d, kind, _ := strings.Cut(ch, " "); loses(kind) && len(d) == len(last) {
			last = later(last, graph.Date(d))
		}
	}
	return last
}

// leading tells whether an office leads a province: secretary, chairman and
// their deputies, who are moved between provinces and to the centre.
func leading(o Office) bool { return o.Lead && o.Level <= provincial }

// exclusive tells whether an office takes its holder's whole day, so that two
// such offices in two bodies at one time are two people. Secretaries and
// chairmen of a place's committees and councils often hold both.
func exclusive(o Office) bool { return !o.Seat && (!o.Lead || o.Level >= district) }

// succeeds tells whether the later of two offices of one title stands in the
// body that took the place of the other's: a ministry merged into another, the
// same board of the province that another was merged into.
func (v *Vocabulary) succeeds(x, y Office, a, b *facet) bool {
	if a.First == "" || b.First == "" {
		return false
	}
	if a.First > b.First {
		x, y, a, b = y, x, b, a
	}
	if r, ok := v.bodies[graph.Fold(x.Body)]; ok && r.successor != "" && graph.Fold(r.successor) == graph.Fold(y.Body) {
		return a.Last <= b.First && b.First.Last() >= r.until.First()
	}
	return x.Place != "" && x.Level == provincial && y.Level == provincial && v.merged(x, y, a, b) && strings.TrimSuffix(graph.Fold(x.Body), graph.Fold(x.Place)) == strings.TrimSuffix(graph.Fold(y.Body), graph.Fold(y.Place))
}

// merged tells whether the later office stands in the province that the
// earlier one's was merged into.
func (v *Vocabulary) merged(x, y Office, a, b *facet) bool {
	if a.First > b.First {
		x, y, a, b = y, x, b, a
	}
	r, ok := v.place(x.Province, provincial)
	return ok && r.into != "" && graph.Fold(r.into) == graph.Fold(y.Province) && b.First > r.until && a.Last <= b.First
}
