package resolve

import "cadre/graph"

// view is who is who under one set of block states.
type view struct {
	v         *Vocabulary
	decisions Decisions
	blocks    map[string]*block
}

// parts are an article's parts under the view's decisions.
func (w *view) parts(c Claims) *parts { return w.v.parts(c.settled(w.v, w.decisions)) }

func (w *view) block(key string) *block {
	b := w.blocks[key]
	if b == nil {
		// a block that no state is known of: empty
		b, _ = newBlock(key, nil)
		w.blocks[key] = b
	}
	b.resolve(w.v, w.decisions)
	return b
}

// person is the id of the person that a mention with these facets means.
func (w *view) person(key string, facets []string) string {
	b := w.block(key)
	return b.personCluster[b.of[facets[0]]].id
}

// event is the meeting that an article's report means; one without a block is
// the article's own.
func (w *view) event(key, report string, p *parts) eventCluster {
	if key != "" {
		b := w.block(key)
		return b.eventCluster[b.of[report]]
	}
	for _, e := range p.events {
		if e.report == report {
			own := &block{event: e.state}
			own.resolve(w.v, w.decisions)
			return own.eventCluster[0]
		}
	}
	return eventCluster{meeting: &meeting{}}
}

// papers are the documents of the block of a mention.
func (w *view) papers(p paperPart) []paperCluster { return w.block(p.key).paperCluster }

// followed is the meeting of an earlier day that an article says a meeting
// follows: the one of the day with the likest name, or the same chair, or the
// only one. It looks at what the article itself says of its meeting, so that
// only changes of that day's meetings can change the answer.
func (w *view) followed(c Claims, i int) string {
	e := c.Events[i]
	cs := w.block("e/" + string(e.Follows)).eventCluster
	best, id := 0.25, ""
	for _, o := range cs {
		s := 0.0
		if e.Name != "" && o.name != "" {
			s = similar(e.Name, o.name)
		}
		for _, r := range c.Roles {
			if r.Event == i && r.Role == "chaired" && o.chairs.has(graph.Fold(c.People[r.Person].Name)) {
				s += 0.5
				break
			}
		}
		if s > best {
			best, id = s, o.id
		}
	}
	if id == "" && len(cs) == 1 && cs[0].name == "" {
		return cs[0].id
	}
	return id
}

// owned are the nodes of an article's meetings that no block holds.
func (w *view) owned(p *parts) map[string]graph.Node {
	out := map[string]graph.Node{}
	for _, e := range p.events {
		if e.key == "" {
			c := w.event("", e.report, p)
			out[c.id] = graph.Node{Label: graph.Conference, ID: c.id, Props: c.props()}
		}
	}
	return out
}
