package score

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// unlike is the similarity of names below which two events of a day on which
// the gold has several are not the same.
const unlike = 0.3

// sameKind is what the same kind adds to the similarity of names.
const sameKind = 0.2

// matchEvents gives each found event its gold one, one to one, the likest pairs
// first, and -1 where there is none.
func (w *Words) matchEvents(gold, found []Event) []int {
	type pairing struct {
		like        float64
		gold, found int
	}
	onDay := map[string]int{}
	for _, g := range gold {
		onDay[g.Date]++
	}
	names := make([][]Label, len(found))
	for j, f := range found {
		names[j] = w.labels(f.Name)
	}
	var pairs []pairing
	for i, g := range gold {
		labels := w.labels(g.Name)
		for j, f := range found {
			if !sameDays(g, f) {
				continue
			}
			like := likest(labels, names[j])
			if len(g.Name) > 0 && len(f.Name) > 0 && like < unlike && onDay[g.Date] > 1 {
				continue
			}
			if g.Kind == f.Kind {
				like += sameKind
			}
			pairs = append(pairs, pairing{like, i, j})
		}
	}
	slices.SortFunc(pairs, func(a, b pairing) int {
		return cmp.Or(cmp.Compare(b.like, a.like), cmp.Compare(a.gold, b.gold), cmp.Compare(a.found, b.found))
	})
	match := make([]int, len(found))
	for j := range match {
		match[j] = -1
	}
	taken := make([]bool, len(gold))
	for _, p := range pairs {
		if !taken[p.gold] && match[p.found] < 0 {
			taken[p.gold], match[p.found] = true, p.gold
		}
	}
	return match
}

// sameDays tells whether a found event can be a gold one: it begins on that day,
// or one of them has several days and they overlap. A date less precise than the
// gold's is no match; without a gold date any will do.
func sameDays(g, f Event) bool {
	switch {
	case g.Date == "":
		return true
	case f.Date == "":
		return false
	case strings.HasPrefix(f.Date, g.Date):
		return true
	case len(f.Date) != len(g.Date) || g.End == "" && f.End == "":
		return false
	}
	return g.Date <= cmp.Or(f.End, f.Date) && f.Date <= cmp.Or(g.End, g.Date)
}

func likest(a, b []Label) float64 {
	best := 0.0
	for _, x := range a {
		for _, y := range b {
			best = max(best, x.Similar(y))
		}
	}
	return best
}

func (a *comparison) events() {
	gold, found := a.gold.Events, a.found.Events
	a.match = a.words.matchEvents(gold, found)
	matched := make([]bool, len(gold))
	c := a.count("event")
	for j, f := range found {
		switch i := a.match[j]; {
		case i >= 0:
			matched[i] = true
			c.add(1, 1, 1)
			a.eventAttributes(gold[i], f)
		case acted(f, a.found):
			c.add(0, 1, 0)
			a.wrong("event", f.text())
		}
	}
	for i, g := range gold {
		if !matched[i] && acted(g, a.gold) {
			c.add(1, 0, 0)
			a.missed("event", g.text())
		}
	}
	a.eventLabels("event.places", func(e Event) Names { return e.Places })
	a.eventLabels("event.organizers", func(e Event) Names { return e.Organizers })
}

// acted tells whether an event counts by itself. One in which nobody has a role
// is background where the article has others: neither missing it nor finding it
// is an error.
func acted(e Event, of Facts) bool {
	return len(of.Events) == 1 || slices.ContainsFunc(of.Roles, func(r Role) bool { return r.Event == e.ID })
}

func (e Event) text() string { return strings.TrimSpace(e.Date + " " + cmp.Or(e.Name.first(), e.Kind)) }

func (a *comparison) eventAttributes(g, f Event) {
	if g.Kind != "" {
		a.attribute("event.kind", true, f.Kind != "", f.Kind == g.Kind)
	}
	if g.End != "" {
		a.attribute("event.end", true, f.End != "", f.End == g.End)
	}
	if g.Online != nil {
		a.attribute("event.online", true, f.Online != nil, f.Online != nil && *f.Online == *g.Online)
	}
}

// eventLabels compares lists of places or bodies; those of an event without a
// match are wrong.
func (a *comparison) eventLabels(kind string, of func(Event) Names) {
	var gold, found items
	add := func(to *items, event int, e Event) {
		for _, name := range of(e) {
			if l := a.words.Label(name); len(l) > 0 {
				to.add(fmt.Sprint(event, " ", l.key()), name)
			}
		}
	}
	for i, e := range a.gold.Events {
		add(&gold, i, e)
	}
	for j, e := range a.found.Events {
		add(&found, a.match[j], e)
	}
	a.compare(kind, gold, found, false)
}

func (a *comparison) roles() {
	ids, matched := map[string]int{}, map[string]int{}
	for i, e := range a.gold.Events {
		ids[e.ID] = i
	}
	for j, e := range a.found.Events {
		matched[e.ID] = a.match[j]
		if a.match[j] < 0 {
			matched[e.ID] = -1 - j // an event of its own
		}
	}
	gold, goldAt := a.roleItems(a.gold, ids, "no gold event")
	found, foundAt := a.roleItems(a.found, matched, "no event")
	a.compare("role", gold, found, true)
	a.compare("role.at", goldAt, foundAt, false)
}

// roleItems are the roles, and those at a place. The event of a role is its
// number in the gold, so that both sides have the same; none stands for one that
// the article does not list.
func (a *comparison) roleItems(of Facts, events map[string]int, none string) (all, at items) {
	for _, r := range of.Roles {
		event, listed := events[r.Event]
		who := personKey(r.Person) + "\x00" + r.Role + "\x00"
		text := r.Person + " " + r.Role
		for _, e := range of.Events {
			if e.ID == r.Event {
				text += ": " + e.text()
			}
		}
		key := fmt.Sprint(event)
		if !listed {
			key = none
		}
		all.add(who+key, text)
		if r.At != "" {
			if !listed {
				key = ""
			}
			at.add(who+key+"\x00"+a.words.Label(r.At).key(), text)
		}
	}
	return all, at
}
