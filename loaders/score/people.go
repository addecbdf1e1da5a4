package score

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

func (a *comparison) people() {
	names := func(people []Person) (out items) {
		for _, p := range people {
			out.add(personKey(p.Name), p.Name)
		}
		return out
	}
	a.compare("person", names(a.gold.People), names(a.found.People), true)
}

func (a *comparison) positions() {
	gold, found := a.held(a.gold.Positions), a.held(a.found.Positions)
	hits, missed := pair(gold, found, Label.Same)
	a.count("position").add(len(gold), len(found), len(hits))
	near, _ := pair(gold, found, Label.Near)
	a.count("position~").add(len(gold), len(found), len(near))
	for _, g := range missed {
		a.missed("position", g.text)
	}
	for j, f := range found {
		if _, ok := hits[j]; !ok {
			a.wrong("position", f.text)
		}
	}
}

// tenure is an office of a person, or a change of one, with every label that
// the gold accepts.
type tenure struct {
	key    string // person and former, or person and change
	labels []Label
	any    bool // goes with any office
	text   string
	date   string
}

func (a *comparison) held(positions []Position) []tenure {
	var out []tenure
	for _, p := range positions {
		text := p.Person + ": " + p.Position.first()
		if p.Former {
			text += " (former)"
		}
		out = append(out, tenure{key: fmt.Sprint(p.Former, personKey(p.Person)), labels: a.words.labels(p.Position), text: text})
	}
	return out
}

func (w *Words) labels(names Names) []Label {
	out := make([]Label, len(names))
	for i, n := range names {
		out[i] = w.Label(n)
	}
	return out
}

// pair gives each gold tenure the first found one that is still free and the
// same, the gold with the fewest accepted labels first. It returns the gold of
// each found one that has one, and the gold without.
func pair(gold, found []tenure, same func(a, b Label) bool) (map[int]tenure, []tenure) {
	hits := map[int]tenure{}
	var missed []tenure
	byLabels := slices.Clone(gold)
	slices.SortStableFunc(byLabels, func(a, b tenure) int { return cmp.Compare(len(a.labels), len(b.labels)) })
	for _, g := range byLabels {
		j := 0
		for ; j < len(found); j++ {
			if _, taken := hits[j]; !taken && g.key == found[j].key && g.fits(found[j], same) {
				break
			}
		}
		if j == len(found) {
			missed = append(missed, g)
		} else {
			hits[j] = g
		}
	}
	return hits, missed
}

func (g tenure) fits(f tenure, same func(a, b Label) bool) bool {
	if g.any {
		return true
	}
	return slices.ContainsFunc(f.labels, func(l Label) bool {
		return slices.ContainsFunc(g.labels, func(x Label) bool { return same(l, x) })
	})
}

func (a *comparison) changes() {
	gold, found := a.changed(a.gold.Changes), a.changed(a.found.Changes)
	for i := range gold {
		gold[i].any = len(gold[i].labels) == 0
	}
	for i := range found {
		if len(found[i].labels) == 0 {
			found[i].labels = []Label{nil} // no office
		}
	}
	hits, missed := pair(gold, found, Label.Same)
	a.count("change").add(len(gold), len(found), len(hits))
	for _, g := range missed {
		a.missed("change", g.text)
	}
	for j, f := range found {
		g, ok := hits[j]
		switch {
		case !ok:
			a.wrong("change", f.text)
		case g.date != "":
			a.attribute("change.date", true, f.date != "", f.date == g.date)
		}
	}
}

func (a *comparison) changed(changes []Change) []tenure {
	var out []tenure
	for _, c := range changes {
		out = append(out, tenure{
			key:    c.Change + " " + personKey(c.Person),
			labels: a.words.labels(c.Position),
			text:   strings.TrimSpace(c.Person + " " + c.Change + " " + c.Position.first()),
			date:   c.Date,
		})
	}
	return out
}

// attribute counts one attribute of a fact that matches.
func (a *comparison) attribute(kind string, gold, found, right bool) {
	n := func(b bool) int {
		if b {
			return 1
		}
		return 0
	}
	a.count(kind).add(n(gold), n(found), n(right))
}
