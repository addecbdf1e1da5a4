package score

import (
	"maps"
	"slices"
	"strings"
)

// tenures compares who held which office: those of the gold, and those that the
// graph gives to its people beyond them.
func (c *worldComparison) tenures() {
	wanted := map[string]map[string]bool{} // id -> accepted labels
	for _, p := range c.gold.People {
		if id := c.id(p.ID); id != "" {
			wanted[id] = map[string]bool{}
		}
	}
	for _, t := range c.gold.Tenures {
		id := c.id(t.Person)
		if id == "" {
			continue
		}
		for _, l := range c.words.labels(t.Position) {
			wanted[id][l.key()] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(wanted)) {
		for _, e := range c.graph.holds[id] {
			if !wanted[id][c.office(e).key()] {
				c.Tenures.Found++
				c.fault("tenure wrong", id, c.graph.nodes[e.To].Name)
			}
		}
	}
	for _, t := range c.gold.Tenures {
		c.Tenures.Gold++
		c.Sightings.Gold++
		hit, ok := c.holds(t)
		if !ok {
			c.fault("tenure missed", c.name(t.Person), t.Position.first())
			continue
		}
		c.Tenures.Right++
		c.Tenures.Found++
		c.sighted(t, hit)
		c.bound("since", t, t.Since, hit.Since)
		c.bound("until", t, t.Until, hit.Until)
	}
	c.Sightings.Found = c.Tenures.Right
}

func (c *worldComparison) office(e object) Label { return c.words.Label(c.graph.nodes[e.To].Name) }

// holds is the first edge of the graph that says what a tenure says.
func (c *worldComparison) holds(t WorldTenure) (object, bool) {
	labels := c.words.labels(t.Position)
	for _, e := range c.graph.holds[c.id(t.Person)] {
		if slices.ContainsFunc(labels, c.office(e).Same) {
			return e, true
		}
	}
	return object{}, false
}

func (c *worldComparison) sighted(t WorldTenure, hit object) {
	seen := t.Seen
	if len(seen) == 0 {
		seen = []string{"", ""}
	}
	if slices.Equal(seen, []string{hit.FirstSeen, hit.LastSeen}) {
		c.Sightings.Right++
		return
	}
	c.fault("sightings", c.name(t.Person), t.Position.first()+": "+hit.FirstSeen+" to "+hit.LastSeen+", not "+strings.Join(seen, " to "))
}

func (c *worldComparison) bound(name string, t WorldTenure, want, have string) {
	if want == "" {
		return
	}
	c.Bounds.Gold++
	if have != "" {
		c.Bounds.Found++
	}
	if want == have {
		c.Bounds.Right++
		return
	}
	c.fault(name, c.name(t.Person), t.Position.first()+": "+have+", not "+want)
}
