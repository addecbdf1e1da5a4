package graph

import (
	"slices"
	"sort"
)

// Tenure is what is known of one person's time in one office. Since and Until
// come from reports of appointment and leaving, FirstSeen and LastSeen from the
// first and last day on which an article shows the person in the office; each
// may be "".
type Tenure struct {
	Person              string
	Since, Until        Date
	FirstSeen, LastSeen Date
}

// Standing says how sure it is that a person held an office on a day.
type Standing string

// The standings of a holder on a day; a holder who cannot have held the office
// then has none.
const (
	// Certain: the day lies between the first and the last evidence, or within
	// Fresh days after the tenure began, with no report that it ended.
	Certain Standing = "certain"
	// Possible: nothing shows the person in office on that day, and nothing
	// excludes it.
	Possible Standing = "possible"
	// Contested: two people are certain in an office that one person holds.
	Contested Standing = "contested"
	// Vacant: nobody; the last holder's end and the next one's beginning are
	// known and the day lies between. It stands alone in an answer.
	Vacant Standing = "vacant"
	// Unknown: nothing is known of the office for that day. It stands alone too.
	Unknown Standing = "unknown"
)

// Fresh is how many days after its beginning a tenure is taken to go on
// without further evidence.
const Fresh = 30

// evidence is the stretch of days that a tenure is sure of; both "" when none.
// Of a month or a year in which it began, only the last day is sure, of one in
// which it ended the first.
func (t Tenure) evidence() (from, to Date) {
	for _, d := range []Date{t.FirstSeen, t.LastSeen} {
		if d == "" {
			continue
		}
		if from == "" || d.First() < from {
			from = d.First()
		}
		if d.Last() > to {
			to = d.Last()
		}
	}
	if d := t.Since.Last(); d != "" {
		if from == "" || d < from {
			from = d
		}
		to = later(to, d)
	}
	if from == "" {
		return "", ""
	}
	return from, later(to, t.Until.First())
}

// certain tells whether a tenure covers a day for sure.
func (t Tenure) certain(on Date) bool {
	from, to := t.evidence()
	if from == "" || on < from {
		return false
	}
	if on <= to && (t.Until == "" || on <= t.Until.Last()) {
		return true
	}
	return t.Since != "" && t.Until == "" && on <= t.Since.Last().AddDays(Fresh)
}

// overtaken tells whether a tenure that is sure on a day only because it is
// young met a report of change by then: somebody else took the one seat. Who is
// only shown in it contests it.
func (t Tenure) overtaken(all []Tenure, on Date) bool {
	if _, to := t.evidence(); on <= to {
		return false
	}
	for _, o := range all {
		if from := o.Since.First(); o.Person != t.Person && from > t.Since.Last() && from <= on {
			return true
		}
	}
	return false
}

// Holder is a tenure's place in an answer.
type Holder struct {
	Tenure
	Standing Standing
}

// AsOf says who held an office on a whole day, the certain ones first, then in
// the order of their evidence. seats is 1 for an office that one person holds,
// else 0: there, one person's evidence excludes the others'. An answer without a
// person holds one Holder whose standing is Vacant or Unknown. The rules are
// those by which the gold of the evaluation was made.
func AsOf(tenures []Tenure, seats int, on Date) []Holder {
	var out []Holder
	var sure []Tenure
	for _, t := range tenures {
		if t.certain(on) && !(seats == 1 && t.overtaken(tenures, on)) {
			sure = append(sure, t)
		}
	}
	for _, t := range sure {
		h := Holder{t, Certain}
		if seats == 1 && len(sure) > 1 && !handover(sure, on) {
			h.Standing = Contested
		}
		out = append(out, h)
	}
	if seats != 1 || len(sure) == 0 {
		for _, t := range tenures {
			if !slices.Contains(sure, t) && t.possible(tenures, seats, on) {
				out = append(out, Holder{t, Possible})
			}
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		if a, b := out[i].Standing == Possible, out[j].Standing == Possible; a != b {
			return b
		}
		a, _ := out[i].evidence()
		b, _ := out[j].evidence()
		return a < b || a == b && out[i].Person < out[j].Person
	})
	if len(out) > 0 {
		return out
	}
	if seats == 1 && vacant(tenures, on) {
		return []Holder{{Standing: Vacant}}
	}
	return []Holder{{Standing: Unknown}}
}

// handover tells whether the certain holders of a day are one who leaves and
// one who comes that day.
func handover(sure []Tenure, on Date) bool {
	leaving, coming := 0, 0
	for _, t := range sure {
		if t.Until != "" && t.Until.Last() == on {
			leaving++
		} else if t.Since != "" && t.Since.First() == on {
			coming++
		}
	}
	return leaving+coming == len(sure) && coming <= 1 || leaving == len(sure)-1
}

// possible tells whether a tenure that is not certain on a day may have covered
// it: the day is not before a known beginning nor after a known end, and in an
// office of one seat nobody else is certain between the day and the evidence.
func (t Tenure) possible(all []Tenure, seats int, on Date) bool {
	if t.Since != "" && on < t.Since.First() || t.Until != "" && on > t.Until.Last() {
		return false
	}
	from, to := t.evidence()
	if from == "" {
		from, to = t.Until.First(), t.Until.First()
	}
	if from == "" {
		return false // known only as a former holder, of no known time
	}
	if seats != 1 {
		return true
	}
	a, b := on, from
	if on > to {
		a, b = to, on
	}
	for _, o := range all {
		if o == t {
			continue
		}
		f, l := o.evidence()
		if f != "" && f <= b && l >= a && !(f >= from && l <= to) {
			return false
		}
	}
	return true
}

// vacant tells whether a day lies after the last known end and before the next
// known beginning.
func vacant(tenures []Tenure, on Date) bool {
	var last, next *Tenure
	for i := range tenures {
		t := &tenures[i]
		from, to := t.evidence()
		switch {
		case from == "" && t.Until == "":
		case from != "" && from > on:
			if next == nil || from < Date(firstOf(*next)) {
				next = t
			}
		case last == nil || later(to, t.Until) > later(lastOf(*last), last.Until):
			last = t
		}
	}
	return last != nil && next != nil && last.Until != "" && last.Until.Last() < on && next.Since != "" && next.Since.First() > on
}

func firstOf(t Tenure) Date { f, _ := t.evidence(); return f }
func lastOf(t Tenure) Date  { _, l := t.evidence(); return l }

func later(a, b Date) Date {
	if b > a {
		return b
	}
	return a
}

// Succession is one holder of a one-seat office after another; On is the day
// that the later one began, "" where no article says it.
type Succession struct {
	From, To string
	On       Date
}

// lag is how many days after a successor began the leaving of the holder before
// may be reported.
const lag = 7

// Successions lists who came after whom in an office that one person holds at
// a time. A holder whose beginning nothing shows follows nobody.
func Successions(tenures []Tenure) []Succession {
	order := append([]Tenure(nil), tenures...)
	end := func(t Tenure) Date { return later(lastOf(t), t.Until.Last()) }
	// who is shown only on leaving was there before that day
	start := func(t Tenure) Date {
		first := firstOf(t)
		if known := end(t).AddDays(-lag); first == "" || t.Since == "" && t.Until != "" && known < first {
			return known
		}
		return first
	}
	sort.SliceStable(order, func(i, j int) bool {
		a, b := start(order[i]), start(order[j])
		if a != b {
			return a < b
		}
		// on a day of handover who begins comes after who was there
		if x, y := order[i].Since == "", order[j].Since == ""; x != y {
			return x
		}
		return end(order[i]) < end(order[j])
	})
	var out []Succession
	for i := 1; i < len(order); i++ {
		t := order[i]
		if firstOf(t) == "" || end(order[i-1]) == "" {
			continue
		}
		out = append(out, Succession{order[i-1].Person, t.Person, t.Since})
	}
	return out
}
