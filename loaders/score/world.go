package score

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// World is how one graph made of many articles compares with the truth.
type World struct {
	People    Counts // pairs of mentions of one person
	Events    Counts // pairs of reports of one meeting
	Mentions  Counts // of people, in the articles of the world
	Tenures   Counts // a person in an office; found: those of the world's people
	Sightings Counts // tenures whose first and last day are right
	Bounds    Counts // known days of beginning and end that are right
	Conflicts Counts
	Faults    []WorldFault
}

// WorldFault is one thing that the graph has wrong.
type WorldFault struct {
	Fault string // what is wrong: split, merged, tenure missed, …
	About string // a name, or an id of the graph
	Text  string
}

// Rates of pairs that are not there are 1.
func (w World) rates(c Counts) Rates {
	p, r := share(c.Right, c.Found, true), share(c.Right, c.Gold, true)
	return Rates{round(p), round(r), round(harmonic(p, r))}
}

// Rows is the result.
func (w World) Rows() []Row {
	tenures := Rates{Recall: round(share(w.Tenures.Right, w.Tenures.Gold, true)), Precision: round(share(w.Tenures.Right, w.Tenures.Found, false))}
	tenures.F1 = round(harmonic(tenures.Precision, tenures.Recall))
	return []Row{
		{"people", w.People, w.rates(w.People)},
		{"events", w.Events, w.rates(w.Events)},
		{"mentions", w.Mentions, w.rates(w.Mentions)},
		{"tenures", w.Tenures, tenures},
		{"tenures.sightings", w.Sightings, w.rates(w.Sightings)},
		{"tenures.bounds", w.Bounds, w.rates(w.Bounds)},
		{"conflicts", w.Conflicts, w.rates(w.Conflicts)},
	}
}

// CompareWorld compares a graph, as `cadre export --format ndjson` prints it,
// with the gold. The error names the line of the export that cannot be read.
func CompareWorld(words *Words, gold WorldGold, export io.Reader) (World, error) {
	known := gold.known()
	x, err := readExport(export, known)
	if err != nil {
		return World{}, fmt.Errorf("read the export: %w", err)
	}
	c := worldComparison{words: words, gold: gold, graph: x, ids: map[string][]string{}, of: map[string]map[string]int{}}
	c.people(known)
	c.events()
	c.tenures()
	c.conflicts()
	return c.World, nil
}

type worldComparison struct {
	World
	words *Words
	gold  WorldGold
	graph *exported
	ids   map[string][]string       // person of the gold -> ids in the graph, in the order of the mentions
	of    map[string]map[string]int // … and how many mentions each has
}

func (c *worldComparison) fault(fault, about, text string) {
	c.Faults = append(c.Faults, WorldFault{fault, about, text})
}

// people compares the groups of mentions. A mention that the graph lacks is a
// group of its own, so that what was not extracted costs recall; one of several
// people of the graph is only with mentions of the same.
func (c *worldComparison) people(known map[string]bool) {
	groups := newClusters()
	wanted := map[mention]bool{}
	for _, p := range c.gold.People {
		for _, named := range p.Mentions {
			m := mention{named[0], Fold(named[1])}
			wanted[m] = true
			key := m.article + "\x00" + m.name
			switch ids := c.graph.people[m]; len(ids) {
			case 0:
				groups.add(key, p.ID, "missing\x00"+key+"\x00"+p.ID)
				c.fault("mention missed", p.Name, m.article+": "+named[1])
			case 1:
				groups.add(key, p.ID, "id\x00"+ids[0])
				c.identified(p.ID, ids[0])
			default:
				groups.add(key, p.ID, "several\x00"+ids[0]+"\x00"+p.ID)
			}
		}
	}
	c.World.People = groups.pairs()
	c.splits()
	c.Mentions.Gold = len(wanted)
	for _, m := range slices.SortedFunc(maps.Keys(c.graph.people), func(a, b mention) int {
		return strings.Compare(a.article+"\x00"+a.name, b.article+"\x00"+b.name)
	}) {
		if !known[m.article] {
			continue
		}
		c.Mentions.Found++
		if wanted[m] {
			c.Mentions.Right++
		} else {
			c.fault("mention wrong", c.graph.people[m][0], m.article+": "+m.name)
		}
	}
}

func (c *worldComparison) identified(person, id string) {
	if c.of[person] == nil {
		c.of[person] = map[string]int{}
	}
	if c.of[person][id] == 0 {
		c.ids[person] = append(c.ids[person], id)
	}
	c.of[person][id]++
}

// splits names the people that the graph has as several, and several that it
// has as one.
func (c *worldComparison) splits() {
	back := map[string][]string{}
	for _, p := range c.gold.People {
		if len(c.ids[p.ID]) > 1 {
			c.fault("split", p.Name, strings.Join(c.ids[p.ID], ", "))
		}
		for _, id := range c.ids[p.ID] {
			back[id] = append(back[id], p.Name)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(back)) {
		if len(back[id]) > 1 {
			c.fault("merged", id, strings.Join(back[id], ", "))
		}
	}
}

// id is the person of the graph that has most mentions of one of the gold, the
// first of several; "" when it has none.
func (c *worldComparison) id(person string) string {
	best := ""
	for _, id := range c.ids[person] {
		if best == "" || c.of[person][id] > c.of[person][best] {
			best = id
		}
	}
	return best
}

func (c *worldComparison) events() {
	groups := newClusters()
	for _, e := range c.gold.Events {
		for _, article := range e.Articles {
			found := c.graph.meeting(c.words, article, e)
			if found == "" {
				found = "missing\x00" + article + "\x00" + e.ID
				c.fault("event missed", e.Name, article+": "+e.Date)
			}
			groups.add(article, e.ID, found)
		}
	}
	c.World.Events = groups.pairs()
}

func (c *worldComparison) conflicts() {
	names := map[string]string{} // id -> person of the gold
	for _, p := range c.gold.People {
		if id := c.id(p.ID); id != "" {
			names[id] = p.ID
		}
	}
	want, have := map[string]Conflict{}, map[string]Conflict{}
	for _, k := range c.gold.Conflicts {
		k = Conflict{renamed(k.People, nil), renamed(k.Articles, nil)}
		want[k.key()] = k
	}
	for _, k := range c.graph.conflicts {
		k = Conflict{renamed(k.People, names), renamed(k.Articles, c.graph.article)}
		have[k.key()] = k
	}
	c.World.Conflicts = Counts{Gold: len(want), Found: len(have)}
	for _, key := range slices.Sorted(maps.Keys(want)) {
		if _, ok := have[key]; ok {
			c.World.Conflicts.Right++
		} else {
			c.conflict("conflict missed", want[key])
		}
	}
	for _, key := range slices.Sorted(maps.Keys(have)) {
		if _, ok := want[key]; !ok {
			c.conflict("conflict wrong", have[key])
		}
	}
}

func (c *worldComparison) conflict(fault string, k Conflict) {
	var people []string
	for _, p := range k.People {
		people = append(people, c.name(p))
	}
	c.fault(fault, strings.Join(people, ", "), strings.Join(k.Articles, ", "))
}

// name is the name of a person of the gold or of the graph.
func (c *worldComparison) name(id string) string {
	for _, p := range c.gold.People {
		if p.ID == id {
			return p.Name
		}
	}
	return cmp.Or(c.graph.nodes[id].Name, id)
}

// key is the people and the articles of a conflict as one text.
func (k Conflict) key() string {
	return strings.Join(k.People, "\x00") + "\x00\x00" + strings.Join(k.Articles, "\x00")
}

// renamed is a list sorted, each once, by other names where there are.
func renamed(list []string, names map[string]string) (out []string) {
	for _, s := range list {
		if name, ok := names[s]; ok {
			s = name
		}
		out = joined(out, s)
	}
	return out
}
