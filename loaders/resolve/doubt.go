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

// Doubt is a pair of people, offices or meetings of which the claims leave open
// whether it is one; Decision answers it once Same is set.
type Doubt struct {
	Decision
	// Now tells how the graph takes the pair: as one or as two.
	Now     bool
	For     []string // what speaks for one
	Against []string // what speaks against
	weight  int      // the more doubtful come first
}

// Doubts lists the doubtful pairs of a graph, the most doubtful first. It
// writes nothing.
func (r *Resolver) Doubts(ctx context.Context, s graph.Store) ([]Doubt, error) {
	keys, offices, err := r.candidates(ctx, s)
	if err != nil {
		return nil, err
	}
	var out []Doubt
	const chunk = 500
	from := s.Reader()
	c, err := r.begin(ctx, from)
	if err != nil {
		return nil, err
	}
	for part := range slices.Chunk(keys, chunk) {
		states, err := from.Blocks(ctx, part)
		if err != nil {
			return nil, fmt.Errorf("read blocks: %w", err)
		}
		for _, k := range part {
			b, err := newBlock(k, states[k])
			if err != nil {
				return nil, err
			}
			b.resolve(r.Vocabulary, c.before.decisions)
			out = append(out, r.peopleDoubts(b, c.before.decisions)...)
			out = append(out, r.eventDoubts(b, c.before.decisions)...)
		}
	}
	out = append(out, offices...)
	sort.SliceStable(out, func(i, j int) bool { return out[i].weight > out[j].weight })
	return out, nil
}

// candidates are the blocks to look at and the doubts about offices, which the
// nodes and edges show.
func (r *Resolver) candidates(ctx context.Context, s graph.Store) (keys []string, doubts []Doubt, err error) {
	blocks := set{}
	for n, err := range s.Nodes(ctx, graph.Person) {
		if err != nil {
			return nil, nil, fmt.Errorf("read people: %w", err)
		}
		if f, ok := n.Props["folded"].(string); ok {
			blocks.add("p/" + f)
		}
	}
	for n, err := range s.Nodes(ctx, graph.Conference) {
		if err != nil {
			return nil, nil, fmt.Errorf("read meetings: %w", err)
		}
		if d, ok := n.Props["date"].(graph.Date); ok {
			blocks.add("e/" + string(d))
		}
	}
	names := map[string]string{}
	for n, err := range s.Nodes(ctx, graph.Position) {
		if err != nil {
			return nil, nil, fmt.Errorf("read offices: %w", err)
		}
		names[n.ID], _ = n.Props["name"].(string)
	}
	held := map[string][]string{}
	for e, err := range s.Edges(ctx, graph.Holds) {
		if err != nil {
			return nil, nil, fmt.Errorf("read tenures: %w", err)
		}
		held[e.From.ID] = append(held[e.From.ID], e.To.ID)
	}
	return blocks.list(), officeDoubts(names, held), nil
}

// officeDoubts are pairs of offices that one person holds and whose names
// differ by a few words that the shorter lacks.
func officeDoubts(names map[string]string, held map[string][]string) []Doubt {
	seen := map[[2]string][]string{}
	for _, p := range slices.Sorted(maps.Keys(held)) {
		ids := slices.Sorted(slices.Values(held[p]))
		for i := range ids {
			for j := range i {
				a, b := names[ids[j]], names[ids[i]]
				if x, y := words(a), words(b); len(x) > 2 && len(y) > 2 && (subset(x, y) || subset(y, x)) && abs(len(x)-len(y)) <= 4 {
					if len(a) < len(b) {
						a, b = b, a
					}
					seen[[2]string{a, b}] = append(seen[[2]string{a, b}], p)
				}
			}
		}
	}
	var out []Doubt
	for _, k := range slices.SortedFunc(maps.Keys(seen), func(a, b [2]string) int { return strings.Compare(a[0]+"\x00"+a[1], b[0]+"\x00"+b[1]) }) {
		if strings.HasPrefix(graph.Fold(k[0]), "pho ") != strings.HasPrefix(graph.Fold(k[1]), "pho ") {
			continue
		}
		out = append(out, Doubt{
			Decision: Decision{Same: true, Office: true, Between: []string{k[0], k[1]}},
			For:      []string{fmt.Sprintf("%d people hold both, among them %s", len(seen[k]), seen[k][0]), "the shorter name lacks a few words of the longer"},
			Against:  []string{"the wording differs"},
			weight:   len(seen[k]),
		})
	}
	return out
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// peopleDoubts compares the clusters of a name pair by pair, and within a
// cluster the offices that only the name joins.
func (r *Resolver) peopleDoubts(b *block, d Decisions) []Doubt {
	if b.person == nil {
		return nil
	}
	var out []Doubt
	folded := b.key[2:]
	cs := b.personCluster
	for i := range cs {
		for j := range i {
			if doubt, ok := r.pair(b, cs[j], cs[i], folded, d); ok {
				out = append(out, doubt)
			}
		}
		out = append(out, r.weakest(b, cs[i], folded, d)...)
	}
	return out
}

// pair is the doubt whether two people of one name are one.
func (r *Resolver) pair(b *block, x, y personCluster, folded string, d Decisions) (Doubt, bool) {
	if x.tenures == nil || y.tenures == nil {
		return Doubt{}, false
	}
	doubt := Doubt{Decision: Decision{Person: x.name, Between: []string{x.tenures[0].office, y.tenures[0].office}}}
	conflicts := 0
	for _, f := range x.facets {
		for _, g := range y.facets {
			p, q := b.person.Facets[f], b.person.Facets[g]
			if _, decided := d.person(folded, p, q); decided {
				return Doubt{}, false
			}
			if p.Office == "" || q.Office == "" {
				continue
			}
			rel := relate(p, q, r.Vocabulary.Office(p.Office), r.Vocabulary.Office(q.Office), r.Vocabulary, false)
			line := fmt.Sprintf("%s (%s) and %s (%s)", p.Office, p.time(), q.Office, q.time())
			if rel.conflict {
				conflicts++
				doubt.Against = append(doubt.Against, "cannot be held together: "+line)
			} else if rel.score >= 2 {
				doubt.For = append(doubt.For, "a likely career: "+line)
			}
		}
	}
	if p, q := x.name, y.name; class(p) != class(q) && class(p) != "" && class(q) != "" {
		return Doubt{}, false // spelled apart: two people
	}
	if conflicts == 0 {
		doubt.Against = append(doubt.Against, "the name is common and nothing ties the offices")
	}
	doubt.weight = 10 - 3*conflicts + 2*len(doubt.For)
	doubt.For, doubt.Against = few(doubt.For), few(doubt.Against)
	return doubt, conflicts < 3
}

// few keeps the first reasons, which are enough to decide on.
func few(reasons []string) []string {
	const most = 4
	if len(reasons) > most {
		return append(reasons[:most:most], fmt.Sprintf("and %d more of the kind", len(reasons)-most))
	}
	return reasons
}

// weakest are the doubts whether a person's offices that no article names
// together, and which alone would not be joined under a common name, are two.
func (r *Resolver) weakest(b *block, c personCluster, folded string, d Decisions) []Doubt {
	var out []Doubt
	for i, f := range c.facets {
		for _, g := range c.facets[:i] {
			p, q := b.person.Facets[g], b.person.Facets[f]
			if p.Office == "" || q.Office == "" || b.person.Links.has(g+"\x1e"+f) {
				continue
			}
			if _, decided := d.person(folded, p, q); decided {
				continue
			}
			x, y := r.Vocabulary.Office(p.Office), r.Vocabulary.Office(q.Office)
			if rel := relate(p, q, x, y, r.Vocabulary, true); rel.conflict || rel.score > 0 || x.Province == y.Province {
				continue
			}
			out = append(out, Doubt{
				Decision: Decision{Same: true, Person: c.name, Between: []string{p.Office, q.Office}},
				Now:      true,
				For:      []string{"the name is rare, or other offices tie them"},
				Against:  []string{fmt.Sprintf("no article names together %s (%s) and %s (%s)", p.Office, p.time(), q.Office, q.time())},
				weight:   3,
			})
		}
	}
	return out
}

// time is when a facet is seen, for a reader.
func (f *facet) time() string {
	switch {
	case f.First == "":
		return "no date"
	case f.First == f.Last:
		return string(f.First)
	}
	return string(f.First) + " to " + string(f.Last)
}

// eventDoubts are the meetings of one day that share a person or much of
// their names and stand apart.
func (r *Resolver) eventDoubts(b *block, d Decisions) []Doubt {
	if b.event == nil {
		return nil
	}
	var out []Doubt
	for i, x := range b.eventCluster {
		for _, y := range b.eventCluster[:i] {
			if x.name == "" || y.name == "" {
				continue
			}
			var people list
			for _, k := range x.reports {
				for _, l := range y.reports {
					for _, p := range b.event.Reports[k].People {
						if b.event.Reports[l].People.has(p) {
							people = people.with(p)
						}
					}
				}
			}
			_, decided := d.event(&eventReport{Name: x.name, Date: x.date}, &eventReport{Name: y.name, Date: x.date})
			s := similar(x.name, y.name)
			if decided || s < 0.35 && len(people) == 0 {
				continue
			}
			doubt := Doubt{Decision: Decision{Meeting: x.date, Between: []string{y.name, x.name}}, weight: int(10*s) + 2*len(people)}
			if len(people) > 0 {
				doubt.For = append(doubt.For, "at both: "+strings.Join(people, ", "))
			}
			if s >= 0.35 {
				doubt.For = append(doubt.For, fmt.Sprintf("%.0f %% of the words of the names are the same", 100*s))
			}
			doubt.Against = append(doubt.Against, "names, chairs or organisers differ")
			out = append(out, doubt)
		}
	}
	return out
}
