package resolve

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"sort"

	"go.yaml.in/yaml/v3"

	"cadre/graph"
)

// Decision is an analyst's answer on one doubtful pair; it wins over what the
// claims say. Exactly one of Person, Office and Meeting is set.
type Decision struct {
	// Same tells whether the pair is one.
	Same bool `yaml:"same" json:"same"`
	// Person is the name that two people share, told apart by Between: an office
	// of each (or "@Province" for a mention without office).
	Person string `yaml:"person,omitempty" json:"person,omitempty"`
	// Office is set to say that the two offices Between names are one; the first is shown.
	Office bool `yaml:"office,omitempty" json:"office,omitempty"`
	// Meeting is the day of two meetings, told apart by their names in Between.
	Meeting graph.Date `yaml:"meeting,omitempty" json:"meeting,omitempty"`
	Between []string   `yaml:"between" json:"between"`
	// Why is the analyst's reason, for readers.
	Why string `yaml:"why,omitempty" json:"why,omitempty"`
}

// ParseDecisions reads a decisions file: a YAML list of decisions. Errors name
// the file and the number of the decision.
func ParseDecisions(name string, raw []byte) ([]Decision, error) {
	var out []Decision
	dec := yaml.NewDecoder(bytes.NewReader(raw))
	dec.KnownFields(true)
	if err := dec.Decode(&out); err != nil && err != io.EOF {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	for i, d := range out {
		kinds := 0
		for _, set := range []bool{d.Person != "", d.Office, d.Meeting != ""} {
			if set {
				kinds++
			}
		}
		if kinds != 1 || len(d.Between) != 2 || d.Between[0] == "" || d.Between[1] == "" {
			return nil, fmt.Errorf("%s: decision %d: give one of person, office and meeting, and two names under between", name, i+1)
		}
		if _, err := graph.ParseDate(string(d.Meeting)); err != nil {
			return nil, fmt.Errorf("%s: decision %d: %w", name, i+1, err)
		}
		if d.Office && !d.Same {
			return nil, fmt.Errorf("%s: decision %d: offices are apart unless they are said to be the same: leave it out", name, i+1)
		}
	}
	return out, nil
}

// Decisions answer for pairs. The zero value decides nothing.
type Decisions struct {
	people   map[[3]string]bool // folded name and two folded offices
	meetings map[[3]string]bool // day and two folded names
	offices  map[string]string  // folded office -> the office to take for it
	list     []Decision
}

// NewDecisions readies decisions; of two on one pair the later counts.
func NewDecisions(list []Decision) Decisions {
	d := Decisions{people: map[[3]string]bool{}, meetings: map[[3]string]bool{}, offices: map[string]string{}, list: list}
	for _, x := range list {
		a, b := graph.Fold(x.Between[0]), graph.Fold(x.Between[1])
		if a > b {
			a, b = b, a
		}
		switch {
		case x.Person != "":
			d.people[[3]string{graph.Fold(x.Person), a, b}] = x.Same
		case x.Meeting != "":
			d.meetings[[3]string{string(x.Meeting), a, b}] = x.Same
		case x.Office:
			d.offices[graph.Fold(x.Between[1])] = x.Between[0]
		}
	}
	return d
}

// person answers for two facets of a folded name.
func (d Decisions) person(folded string, a, b *facet) (same, ok bool) {
	if len(d.people) == 0 {
		return false, false
	}
	x, y := a.decided(), b.decided()
	if x > y {
		x, y = y, x
	}
	same, ok = d.people[[3]string{folded, x, y}]
	return same, ok
}

// decided is how a decision names a facet.
func (f *facet) decided() string {
	if f.Office == "" {
		return "@" + graph.Fold(f.Scope)
	}
	return graph.Fold(f.Office)
}

// event answers for two reports of one block.
func (d Decisions) event(a, b *eventReport) (same, ok bool) {
	if len(d.meetings) == 0 {
		return false, false
	}
	x, y := graph.Fold(a.Name), graph.Fold(b.Name)
	if x > y {
		x, y = y, x
	}
	same, ok = d.meetings[[3]string{string(a.Date), x, y}]
	return same, ok
}

// office is the office to take for one that a decision joined to another.
func (d Decisions) office(name string) string {
	for range 8 { // a chain of decisions, but never a circle
		to, ok := d.offices[graph.Fold(name)]
		if !ok || to == name {
			return name
		}
		name = to
	}
	return name
}

// settled is a copy of claims in the names of the vocabulary: bodies and places
// canonical, and offices as decisions joined them.
func (c Claims) settled(v *Vocabulary, d Decisions) Claims {
	c.Events = append([]EventClaim(nil), c.Events...)
	for i := range c.Events {
		e := &c.Events[i]
		e.Organizers, e.Places = renamed(e.Organizers, v.BodyName), renamed(e.Places, v.PlaceName)
	}
	c.Roles = append([]RoleClaim(nil), c.Roles...)
	for i := range c.Roles {
		if c.Roles[i].At != "" {
			c.Roles[i].At = v.PlaceName(c.Roles[i].At)
		}
	}
	c.Papers = append([]PaperClaim(nil), c.Papers...)
	for i := range c.Papers {
		if c.Papers[i].Issuer != "" {
			c.Papers[i].Issuer = v.BodyName(c.Papers[i].Issuer)
		}
	}
	if len(d.offices) == 0 {
		return c
	}
	c.Positions = append([]PositionClaim(nil), c.Positions...)
	for i := range c.Positions {
		c.Positions[i].Office = d.office(c.Positions[i].Office)
	}
	c.Changes = append([]ChangeClaim(nil), c.Changes...)
	for i := range c.Changes {
		c.Changes[i].Office = d.office(c.Changes[i].Office)
	}
	c.Unnamed = append([]UnnamedClaim(nil), c.Unnamed...)
	for i := range c.Unnamed {
		c.Unnamed[i].Office = d.office(c.Unnamed[i].Office)
	}
	return c
}

// renamed gives names their canonical form, each once, in their order.
func renamed(names []string, to func(string) string) []string {
	var out []string
	for _, n := range names {
		if n = to(n); !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// decisionsKey is the block that keeps a store's decisions, so that every load
// decides alike.
const decisionsKey = "x/decisions"

func (d Decisions) encode() ([]byte, error) {
	if len(d.list) == 0 {
		return nil, nil
	}
	return json.Marshal(d.list)
}

func decodeDecisions(raw []byte) (Decisions, error) {
	var list []Decision
	if raw != nil {
		if err := json.Unmarshal(raw, &list); err != nil {
			return Decisions{}, fmt.Errorf("the store's decisions are damaged: run cadre review apply with your decisions file: %w", err)
		}
	}
	return NewDecisions(list), nil
}

// touched are the blocks and offices on which two sets of decisions differ.
func (d Decisions) touched(o Decisions) (keys set, offices []string) {
	diff := func(a, b map[[3]string]bool, prefix string) {
		for k, v := range a {
			if w, ok := b[k]; !ok || v != w {
				keys.add(prefix + k[0])
			}
		}
	}
	diff(d.people, o.people, "p/")
	diff(o.people, d.people, "p/")
	diff(d.meetings, o.meetings, "e/")
	diff(o.meetings, d.meetings, "e/")
	names := set{}
	for _, pair := range [][2]map[string]string{{d.offices, o.offices}, {o.offices, d.offices}} {
		for k, v := range pair[0] {
			if pair[1][k] != v {
				names.add("position/" + slug(k))
				names.add(positionID(v))
			}
		}
	}
	offices = names.list()
	sort.Strings(offices)
	return keys, offices
}
