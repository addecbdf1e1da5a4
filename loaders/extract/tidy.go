package extract

import (
	"slices"
	"sort"
	"strconv"

	"cadre/graph"
)

// tidy drops the events that no fact needs, numbers what is left in the order
// of the text and sorts every list, so that the document is a function of what
// was found and not of how.
func (a *analysis) tidy(d Document) Document {
	a.keepEvents(&d)
	slices.SortStableFunc(d.Roles, func(x, y Role) int { return first(x.Evidence) - first(y.Evidence) })
	slices.SortStableFunc(d.Changes, func(x, y Change) int { return first(x.Evidence) - first(y.Evidence) })
	slices.SortStableFunc(d.Unnamed, func(x, y Unnamed) int { return first(x.Evidence) - first(y.Evidence) })
	return d
}

// keepEvents leaves the events in which somebody acts and the one the article
// is about, and gives them their ids.
func (a *analysis) keepEvents(d *Document) {
	acted := map[int]bool{}
	for _, r := range d.Roles {
		acted[r.Event] = true
	}
	for _, p := range d.Presented {
		acted[p.Event] = true
	}
	for i := range a.awaited {
		if !acted[i] {
			acted[i], d.Events[i].Status = true, "announced"
			if !a.clusters[i].own {
				d.Events[i].Date, d.Events[i].End = "", "" // not of the day told of
			}
		}
	}
	for i, c := range a.clusters {
		if i == a.main && a.reported(c) {
			acted[i] = true
		}
	}
	for i, c := range a.clusters {
		if !acted[i] && a.datedByName(c) && (!a.sameDayAs(i, acted) || a.alsoThatDay(c)) {
			acted[i] = true
		}
	}
	order := []int{}
	for i := range d.Events {
		if acted[i] {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(i, j int) bool {
		return first(d.Events[order[i]].Evidence) < first(d.Events[order[j]].Evidence)
	})
	number := map[int]int{-1: -1}
	events := make([]Event, 0, len(order))
	for n, i := range order {
		number[i] = n
		e := d.Events[i]
		e.ID = "e" + strconv.Itoa(n+1)
		events = append(events, e)
	}
	d.Events = events
	for i := range d.Roles {
		d.Roles[i].Event = number[d.Roles[i].Event]
	}
	for i := range d.Presented {
		d.Presented[i].Event = number[d.Presented[i].Event]
	}
	unnamed := d.Unnamed[:0]
	for _, u := range d.Unnamed {
		n, ok := number[u.Event]
		if !ok {
			n = -1
		}
		u.Event = n
		unnamed = append(unnamed, u)
	}
	d.Unnamed = unnamed
}

// reported tells whether an article tells of an event though nobody is named
// as acting in it: it has a day of its own and is more than named in passing.
func (a *analysis) reported(c cluster) bool {
	return !c.passing && (c.Status != "held" || c.own && c.Date != "" || a.dayWritten(c) || c.ordinal > 0 && a.lead(c.lead) > 0)
}

// dayWritten tells whether the text gives an event a day, though not its year.
func (a *analysis) dayWritten(c cluster) bool {
	for _, k := range c.mentions {
		if m := a.eventAt[k]; m.date >= 0 && a.dates[m.date].day > 0 && !a.dates[m.date].future {
			return true
		}
	}
	return false
}

// datedByName tells whether an article tells of an event by name and day beside
// the one that it is about: an earlier one of a series, one that is announced
// or was put off.
func (a *analysis) datedByName(c cluster) bool {
	return c.Name != "" && !c.verb && c.own && len(c.Date) == 10 && (c.Status != "held" || a.isSequelOf(c) || !c.passing && c.Kind != "ceremony" && c.Kind != "visit")
}

// alsoThatDay tells whether an event is told of as another one of the day told
// of before: "Cùng ngày, tại …, … tổ chức hội nghị …".
func (a *analysis) alsoThatDay(c cluster) bool {
	for _, k := range c.mentions {
		m := a.eventAt[k]
		if m.date >= 0 && a.dates[m.date].same && !m.passing && a.dates[m.date].from == a.sentences[a.tokens[m.from].sentence].from && m.from > a.dates[m.date].to {
			return true
		}
	}
	return false
}

// isSequelOf tells whether the event is named as the one that another follows.
func (a *analysis) isSequelOf(c cluster) bool {
	for _, k := range c.mentions {
		if m := a.eventAt[k]; m.date >= 0 && a.isSequel(m, a.dates[m.date]) {
			return true
		}
	}
	return false
}

// sameDayAs tells whether an event falls on days of another that is kept: it
// may be the same, by another name.
func (a *analysis) sameDayAs(i int, kept map[int]bool) bool {
	from, to := a.clusters[i].days()
	for k := range a.clusters {
		if !kept[k] || k == i || a.clusters[k].Date == "" {
			continue
		}
		if f, t := a.clusters[k].days(); from <= t && f <= to {
			return true
		}
	}
	return false
}

// days are the first and the last day of an event.
func (c *cluster) days() (from, to graph.Date) {
	if c.End != "" {
		return c.Date.First(), c.End.Last()
	}
	return c.Date.First(), c.Date.Last()
}

func first(s []Span) int {
	if len(s) == 0 {
		return 0
	}
	return s[0].Start
}
