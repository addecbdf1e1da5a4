package resolve

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"cadre/graph"
)

// parts is one article's claims with the blocks that they touch.
type parts struct {
	claims  Claims
	persons []personPart
	events  []eventPart
	papers  []paperPart
	watch   []string // blocks of meetings that its meetings are said to follow
	terms   map[string]term
}

type personPart struct {
	key    string
	facets []string
	state  *personState
}

type eventPart struct {
	key    string // "" for a meeting that is the article's own
	report string
	state  *eventState
}

type paperPart struct {
	key   string
	state *paperState
}

func (v *Vocabulary) parts(c Claims) *parts {
	p := &parts{claims: c, terms: map[string]term{}}
	for i := range c.People {
		st, facets := c.personPart(i, v)
		p.persons = append(p.persons, personPart{personKey(c.People[i].Name), facets, st})
	}
	for i, e := range c.Events {
		st, report := c.eventPart(i, v)
		p.events = append(p.events, eventPart{e.key(), report, st})
		if e.Follows != "" {
			p.watch = append(p.watch, "e/"+string(e.Follows))
		}
		for _, b := range e.Organizers {
			v.terms(graph.Institution, b, p.terms)
		}
		for _, pl := range e.Places {
			v.terms(graph.Place, pl, p.terms)
		}
	}
	for i, d := range c.Papers {
		p.papers = append(p.papers, paperPart{d.key(), c.paperPart(i)})
		if d.Issuer != "" {
			v.terms(graph.Institution, d.Issuer, p.terms)
		}
	}
	for _, o := range c.Positions {
		v.terms(graph.Position, o.Office, p.terms)
	}
	for _, x := range c.Changes {
		if x.Office != "" {
			v.terms(graph.Position, x.Office, p.terms)
		}
	}
	for _, u := range c.Unnamed {
		v.terms(graph.Position, u.Office, p.terms)
	}
	return p
}

// keys lists the identity blocks of an article, without its terms and sources.
func (p *parts) keys(out set) {
	for _, x := range p.persons {
		out.add(x.key)
	}
	for _, x := range p.events {
		if x.key != "" {
			out.add(x.key)
		}
	}
	for _, x := range p.papers {
		out.add(x.key)
	}
	for _, k := range p.watch {
		out.add(k)
	}
}

// differing lists those of p's blocks to which another version of the article,
// nil for none, contributes something else.
func (p *parts) differing(other *parts, out set) {
	if other == nil {
		p.keys(out)
		return
	}
	mine := set{}
	p.keys(mine)
	for k := range mine {
		if !reflect.DeepEqual(p.share(k), other.share(k)) {
			out.add(k)
		}
	}
}

// share is what the article contributes to a block.
func (p *parts) share(key string) (out []any) {
	for _, x := range p.persons {
		if x.key == key {
			out = append(out, x.state)
		}
	}
	for _, x := range p.events {
		if x.key == key {
			out = append(out, x.report, x.state)
		}
	}
	for _, x := range p.papers {
		if x.key == key {
			out = append(out, x.state)
		}
	}
	for _, k := range p.watch {
		if k == key {
			out = append(out, p.claims.ID)
		}
	}
	return out
}

// block is the state of one identity block of any kind, with its clusters when
// they have been asked for.
type block struct {
	key    string
	person *personState
	event  *eventState
	paper  *paperState

	was           *block // its state before, if what was worked out then still holds
	more          bool   // it says what the states joined first did not
	done          bool
	personCluster []personCluster
	eventCluster  []eventCluster
	compared      *compared // of meetings
	paperCluster  []paperCluster
	of            map[string]int // facet or report -> index of its cluster
}

// next is the block with the same state, to add to. same tells that the reports
// of two meetings still say of each other what they did.
func (b *block) next(same bool) *block {
	n := &block{key: b.key}
	if same {
		n.was = b
	}
	switch {
	case b.person != nil:
		n.person = &personState{maps.Clone(b.person.Facets), b.person.Links}
	case b.event != nil:
		n.event = &eventState{maps.Clone(b.event.Reports), b.event.Watch}
	case b.paper != nil:
		n.paper = &paperState{maps.Clone(b.paper.Mentions)}
	}
	return n
}

// add joins what an article contributes to the block.
func (b *block) add(p *parts) {
	for _, x := range p.persons {
		if x.key == b.key && b.person.join(x.state) {
			b.more = true
		}
	}
	for _, x := range p.events {
		if x.key == b.key && b.event.join(x.state) {
			b.more = true
		}
	}
	for _, k := range p.watch {
		if k == b.key && b.event.watch(list{p.claims.ID}) {
			b.more = true
		}
	}
	for _, x := range p.papers {
		if x.key == b.key && b.paper.join(x.state) {
			b.more = true
		}
	}
	b.done = false
}

// resolve makes the clusters.
func (b *block) resolve(v *Vocabulary, d Decisions) {
	if b.done {
		return
	}
	b.done, b.of = true, map[string]int{}
	switch {
	case b.person != nil:
		b.personCluster = b.person.clusters(b.key[2:], v, d)
		for i, c := range b.personCluster {
			for _, f := range c.facets {
				b.of[f] = i
			}
		}
	case b.event != nil:
		numbered := ""
		if b.key != "" && b.key[0] == 'n' {
			numbered = slug(graph.Fold(strings.ReplaceAll(b.key[2:], "/", " ")))
		}
		var before *compared
		if b.was != nil {
			before = b.was.compared
		}
		b.compared = b.event.clusters(numbered, v, d, before)
		b.eventCluster = b.compared.clusters
		for i, c := range b.eventCluster {
			for _, r := range c.reports {
				b.of[r] = i
			}
		}
	case b.paper != nil:
		b.paperCluster = b.paper.clusters(b.key)
	}
}

// nodes are the block's nodes and the edges that it owns, by id and key, but
// those that another state of it, nil for none, makes alike.
func (b *block) nodes(other *block) (map[string]graph.Node, map[string]graph.Edge) {
	if other == nil {
		other = &block{}
	}
	nodes, edges := map[string]graph.Node{}, map[string]graph.Edge{}
	for _, c := range b.personCluster {
		n := graph.Node{Label: graph.Person, ID: c.id, Props: graph.Props{"name": c.name, "folded": b.key[2:]}}
		if len(c.aliases) > 0 {
			n.Props["aliases"] = c.aliases
		}
		nodes[c.id] = n
		i := slices.IndexFunc(other.personCluster, func(o personCluster) bool { return o.id == c.id })
		for _, t := range c.tenures {
			if i < 0 || !slices.Contains(other.personCluster[i].tenures, t) {
				e := t.edge(n.Ref())
				edges[e.Key] = e
			}
		}
	}
	for _, c := range b.eventCluster {
		if i, ok := other.of[c.reports[0]]; ok && other.eventCluster[i] == c {
			continue
		}
		nodes[c.id] = graph.Node{Label: graph.Conference, ID: c.id, Props: c.props()}
	}
	for _, c := range b.paperCluster {
		nodes[c.id] = graph.Node{Label: graph.Resolution, ID: c.id, Props: c.props}
	}
	return nodes, edges
}

func (t tenure) edge(person graph.Ref) graph.Edge {
	e := graph.Edge{Type: graph.Holds, From: person, To: graph.Ref{Label: graph.Position, ID: positionID(t.office)}, Props: graph.Props{}}
	e.Key = graph.Key(graph.Holds, e.From.ID, e.To.ID)
	for k, d := range map[string]graph.Date{"since": t.since, "until": t.until, "first_seen": t.firstSeen, "last_seen": t.lastSeen} {
		if d != "" {
			e.Props[k] = d
		}
	}
	if t.acting {
		e.Props["acting"] = true
	}
	if t.former {
		e.Props["former"] = true
	}
	return e
}

// mapping gives each facet, report or date of issue of the block the id it
// resolves to; two states that map alike leave the articles of the block as they are.
func (b *block) mapping() map[string]string {
	out := map[string]string{}
	for k, i := range b.of {
		if b.person != nil {
			out[k] = b.personCluster[i].id
		} else {
			out[k] = b.eventCluster[i].id
		}
	}
	for _, c := range b.paperCluster {
		out[string(c.issued)] = c.id
	}
	return out
}
