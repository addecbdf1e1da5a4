package resolve

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"

	"cadre/graph"
)

// Difference is what a change would make, for a reader who decides whether to
// make it.
type Difference struct {
	People, Offices, Conferences, Documents []string // names of new nodes, sorted
	// Homonyms are the names in the articles that several people bear, with the
	// ids of those people.
	Homonyms []string
	// Conflicts are days on which the articles show somebody else in an office
	// of one seat than articles that are there already.
	Conflicts []string
}

// detail describes the change before it is written.
func (c *change) detail(ctx context.Context) (*Difference, error) {
	d := &Difference{}
	was := map[string]bool{}
	for _, k := range slices.Sorted(maps.Keys(c.before.blocks)) {
		nodes, _ := c.before.block(k).nodes(nil)
		for id := range nodes {
			was[id] = true
		}
	}
	for _, n := range c.batch.PutNodes {
		name, _ := n.Props["name"].(string)
		to := map[graph.Label]*[]string{graph.Person: &d.People, graph.Conference: &d.Conferences, graph.Resolution: &d.Documents}[n.Label]
		if to != nil && !was[n.ID] {
			*to = append(*to, name)
		}
	}
	for k := range c.newTerms {
		if name, ok := strings.CutPrefix(k, string(graph.Position)+"\x00"); ok {
			d.Offices = append(d.Offices, name)
		}
	}
	names := set{}
	for _, a := range c.moved() {
		if a.is == nil {
			continue
		}
		for _, p := range a.is.persons {
			if cs := c.after.block(p.key).personCluster; len(cs) > 1 {
				var ids []string
				for _, x := range cs {
					ids = append(ids, x.id)
				}
				sort.Strings(ids)
				names.add(fmt.Sprintf("%s: %s", cs[0].name, strings.Join(ids, ", ")))
			}
		}
	}
	d.Homonyms = names.list()
	var err error
	d.Conflicts, err = c.conflicts(ctx)
	for _, l := range []*[]string{&d.People, &d.Offices, &d.Conferences, &d.Documents} {
		sort.Strings(*l)
		*l = slices.Compact(*l)
	}
	return d, err
}

// conflicts compares the sightings of the articles that come in with those of
// the articles there, in offices of one seat.
func (c *change) conflicts(ctx context.Context) ([]string, error) {
	type sighting struct{ who, article string }
	seen := map[string]map[graph.Date][]sighting{} // office id -> day
	names := map[string]string{}
	note := func(p *parts) {
		for _, o := range p.claims.Positions {
			if o.Seen.Precision() != "day" || o.Former || c.Vocabulary.Office(o.Office).Seats != 1 {
				continue
			}
			id := positionID(o.Office)
			if names[id] = o.Office; seen[id] == nil {
				seen[id] = map[graph.Date][]sighting{}
			}
			seen[id][o.Seen] = append(seen[id][o.Seen], sighting{p.claims.People[o.Person].Name, p.claims.ID})
		}
	}
	incoming := set{}
	for _, a := range c.moved() {
		if a.is != nil {
			note(a.is)
			incoming.add(a.is.claims.ID)
		}
	}
	var refs []graph.Ref
	for _, id := range slices.Sorted(maps.Keys(seen)) {
		refs = append(refs, graph.Ref{Label: graph.Position, ID: id})
	}
	there, err := c.reporters(ctx, refs)
	if err != nil {
		return nil, err
	}
	const chunk = 500
	for part := range slices.Chunk(there, chunk) {
		records, err := c.from.Records(ctx, part)
		if err != nil {
			return nil, fmt.Errorf("read articles: %w", err)
		}
		for _, id := range part {
			if rec, ok := records[id]; ok && !incoming[id] {
				claims, err := decode(id, rec.Claims)
				if err != nil {
					return nil, err
				}
				note(c.after.parts(claims))
			}
		}
	}
	var out []string
	for _, id := range slices.Sorted(maps.Keys(seen)) {
		for _, day := range slices.Sorted(maps.Keys(seen[id])) {
			people := map[string]sighting{}
			fresh := false
			for _, s := range seen[id][day] {
				people[graph.Fold(s.who)] = s
				fresh = fresh || incoming[s.article]
			}
			if !fresh || len(people) < 2 {
				continue
			}
			var who []string
			for _, f := range slices.Sorted(maps.Keys(people)) {
				who = append(who, fmt.Sprintf("%s (article %s)", people[f].who, people[f].article))
			}
			out = append(out, fmt.Sprintf("%s on %s: %s", names[id], day, strings.Join(who, " or ")))
		}
	}
	return out, nil
}
