package score

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// object is a line of `cadre export --format ndjson`: what is compared of it.
type object struct {
	Type  string `json:"type"`
	Label string `json:"label"`

	ID   string `json:"id"`
	Name string `json:"name"`
	Path string `json:"path"`
	Date string `json:"date"`

	From      string `json:"from"`
	To        string `json:"to"`
	As        string `json:"as"`
	FirstSeen string `json:"first_seen"`
	LastSeen  string `json:"last_seen"`
	Since     string `json:"since"`
	Until     string `json:"until"`

	Conflict
}

// mention is a name, folded, in an article.
type mention struct{ article, name string }

// exported is a graph as its export tells it.
type exported struct {
	nodes     map[string]object // by id
	article   map[string]string // id of an article -> its name in the gold
	people    map[mention][]string
	told      map[string][]string // article -> ids of conferences, sorted
	holds     map[string][]object // id of a person -> HOLDS edges, in the order of the export
	conflicts []Conflict
}

// readExport reads an export. Ids must be unique over all labels.
func readExport(r io.Reader, known map[string]bool) (*exported, error) {
	x := &exported{nodes: map[string]object{}, article: map[string]string{}, people: map[mention][]string{}, told: map[string][]string{}, holds: map[string][]object{}}
	var reports []object
	err := eachLine(r, func(line []byte) error {
		var o object
		if err := json.Unmarshal(line, &o); err != nil {
			return fmt.Errorf("not a line of cadre export --format ndjson: %w", err)
		}
		switch {
		case o.Type == "conflict":
			x.conflicts = append(x.conflicts, o.Conflict)
		case o.Type == "node":
			return x.node(o, known)
		case o.Label == "REPORTS":
			reports = append(reports, o)
		case o.Label == "HOLDS":
			x.holds[o.From] = append(x.holds[o.From], o)
		}
		return nil
	})
	for _, o := range reports { // nodes may follow
		x.report(o)
	}
	return x, err
}

func (x *exported) node(o object, known map[string]bool) error {
	if before, ok := x.nodes[o.ID]; ok && before.Label != o.Label {
		return fmt.Errorf("%s is the id of a %s and of a %s: ids must be unique over all labels", o.ID, before.Label, o.Label)
	}
	x.nodes[o.ID] = o
	if o.Label == "Article" {
		x.article[o.ID], _ = worldName(o.Path, known)
	}
	return nil
}

func (x *exported) report(o object) {
	article, ok := x.article[o.From]
	if !ok {
		return
	}
	switch to := x.nodes[o.To]; to.Label {
	case "Person":
		m := mention{article, Fold(cmp.Or(o.As, to.Name))}
		x.people[m] = joined(x.people[m], o.To)
	case "Conference":
		x.told[article] = joined(x.told[article], o.To)
	}
}

// joined adds a text to a sorted list that does not have it.
func joined(list []string, s string) []string {
	if i, ok := slices.BinarySearch(list, s); !ok {
		list = slices.Insert(list, i, s)
	}
	return list
}

// meeting is the conference of an article that is on the day of the gold's and
// has the likest name, or "".
func (x *exported) meeting(w *Words, article string, e WorldEvent) string {
	best, id := -1.0, ""
	want := w.Label(e.Name)
	for _, c := range x.told[article] {
		if !strings.HasPrefix(x.nodes[c].Date, e.Date) {
			continue
		}
		if like := w.Label(x.nodes[c].Name).Similar(want); like > best {
			best, id = like, c
		}
	}
	return id
}
