package resolve

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"

	"cadre/graph"
)

// dirty finds the articles that stay but mean others than before: those that
// report a node whose members changed, and those that wait for a meeting of a
// day. Their edges are made anew.
func (c *change) dirty(ctx context.Context) error {
	var refs []graph.Ref
	ids := set{}
	for _, k := range slices.Sorted(maps.Keys(c.after.blocks)) {
		if c.before.blocks[k] == c.after.blocks[k] {
			continue
		}
		b, a := c.before.block(k), c.after.block(k)
		was, is := b.mapping(), a.mapping()
		label := graph.Person
		if b.event != nil {
			label = graph.Conference
		} else if b.paper != nil {
			label = graph.Resolution
		}
		changed := set{}
		for facet, id := range was {
			if is[facet] != id {
				changed.add(id)
			}
		}
		if b.paper != nil {
			changed.join(unsettled(was, is))
		}
		if b.event != nil {
			for facet, i := range b.of { // a date moved with its meeting
				if j, ok := a.of[facet]; ok && b.eventCluster[i].date != a.eventCluster[j].date {
					changed.add(b.eventCluster[i].id)
				}
			}
			if len(b.event.Watch) > 0 && !sameMeetings(b.eventCluster, a.eventCluster) {
				ids.addAll(b.event.Watch)
			}
		}
		for _, id := range changed.list() {
			refs = append(refs, graph.Ref{Label: label, ID: id})
		}
	}
	more, err := c.reporters(ctx, refs)
	if err != nil {
		return err
	}
	for _, id := range more {
		ids.add(id)
	}
	stay, err := c.unmoved(ctx, ids)
	if err != nil {
		return err
	}
	keys := set{}
	for _, p := range stay {
		p.keys(keys)
		c.articles[p.claims.ID].dirty = true
	}
	return c.load(ctx, keys)
}

// unsettled are the documents of a number that mentions without a date may
// have left: where one with a new date stands now, the one before it.
func unsettled(was, is map[string]string) set {
	out := set{}
	for issued := range is {
		if _, ok := was[issued]; ok || issued == "" {
			continue
		}
		before := ""
		for d := range was {
			if d < issued && d > before {
				before = d
			}
		}
		for _, d := range []string{before, ""} {
			if id, ok := was[d]; ok {
				out.add(id)
			}
		}
	}
	return out
}

// sameMeetings tells whether those who look for a meeting of the day find the
// same ones.
func sameMeetings(a, b []eventCluster) bool {
	return slices.EqualFunc(a, b, func(x, y eventCluster) bool {
		return x.id == y.id && x.name == y.name && slices.Equal(x.chairs, y.chairs)
	})
}

// terms counts the spellings of offices, bodies and places and puts the nodes
// whose spelling or existence changed.
func (c *change) terms(ctx context.Context) error {
	keys := set{}
	moved := c.moved()
	for _, a := range moved {
		for _, p := range []*parts{a.was, a.is} {
			if p != nil {
				for id := range p.terms {
					keys.add(termKey(id))
				}
			}
		}
	}
	if len(keys) == 0 {
		return nil
	}
	raw, err := c.from.Blocks(ctx, keys.list())
	if err != nil {
		return fmt.Errorf("read terms: %w", err)
	}
	states, labels, shown := map[string]termState{}, map[string]graph.Label{}, map[string]string{}
	for _, k := range keys.list() {
		s, err := decodeTerm(raw[k])
		if err != nil {
			return fmt.Errorf("spellings of %q are damaged: %w", k, err)
		}
		states[k], shown[k] = s, s.shown()
	}
	for _, a := range moved {
		for p, by := range map[*parts]int{a.was: -1, a.is: 1} {
			if p == nil {
				continue
			}
			for id, t := range p.terms {
				states[termKey(id)].count(t.name, by)
				labels[termKey(id)] = t.label
			}
		}
	}
	for _, k := range keys.list() {
		s := states[k]
		packed, err := json.Marshal(s)
		if err != nil {
			return fmt.Errorf("encode terms: %w", err)
		}
		now := s.shown()
		if now == "" {
			packed = nil
		}
		if string(packed) != string(raw[k]) {
			c.batch.PutBlocks[k] = packed
		}
		if now == shown[k] {
			continue
		}
		was, is := map[string]graph.Edge{}, map[string]graph.Edge{}
		if shown[k] != "" {
			n, edges := c.Vocabulary.node(labels[k], shown[k])
			for _, e := range edges {
				was[e.Key] = e
			}
			if now == "" {
				c.batch.DropNodes = append(c.batch.DropNodes, n.Ref())
			}
		}
		if now != "" {
			n, edges := c.Vocabulary.node(labels[k], now)
			for _, e := range edges {
				is[e.Key] = e
			}
			c.batch.PutNodes = append(c.batch.PutNodes, n)
			if shown[k] == "" {
				c.out.New[n.Label]++
				c.newTerms.add(string(n.Label) + "\x00" + now)
			}
		}
		c.put(was, is)
	}
	return nil
}

// put writes the difference between two sets of edges.
func (c *change) put(was, is map[string]graph.Edge) {
	for _, k := range slices.Sorted(maps.Keys(is)) {
		if old, ok := was[k]; !ok || !reflect.DeepEqual(old.Props, is[k].Props) {
			c.batch.PutEdges = append(c.batch.PutEdges, is[k])
		}
	}
	for _, k := range slices.Sorted(maps.Keys(was)) {
		if _, ok := is[k]; !ok {
			c.batch.DropEdges = append(c.batch.DropEdges, was[k])
		}
	}
}

// putNodes writes the difference between two sets of nodes.
func (c *change) putNodes(was, is map[string]graph.Node) {
	for _, k := range slices.Sorted(maps.Keys(is)) {
		if old, ok := was[k]; !ok || !reflect.DeepEqual(old.Props, is[k].Props) {
			c.batch.PutNodes = append(c.batch.PutNodes, is[k])
			if !ok {
				c.out.New[is[k].Label]++
			}
		}
	}
	for _, k := range slices.Sorted(maps.Keys(was)) {
		if _, ok := is[k]; !ok {
			c.batch.DropNodes = append(c.batch.DropNodes, was[k].Ref())
		}
	}
}

// difference writes what the blocks and the articles make after and did not
// make before.
func (c *change) difference() error {
	for _, k := range slices.Sorted(maps.Keys(c.after.blocks)) {
		if c.before.blocks[k] == c.after.blocks[k] {
			continue
		}
		was, is := c.before.block(k), c.after.block(k)
		wasNodes, wasEdges := was.nodes(is)
		isNodes, isEdges := is.nodes(was)
		c.putNodes(wasNodes, isNodes)
		c.put(wasEdges, isEdges)
	}
	done := map[string]bool{} // facts that another article of the batch has put or given up
	for _, id := range slices.Sorted(maps.Keys(c.articles)) {
		a := c.articles[id]
		if a.is != nil && a.moved {
			c.batch.PutNodes = append(c.batch.PutNodes, a.node())
		}
		if a.was != a.is || a.dirty {
			c.rewrite(id, a, done)
		}
	}
	return nil
}

// rewrite writes the difference between what one article makes before and
// after. One article at a time is enough: its reports are its own, and a fact
// that it gives up is dropped only if no report of another supports it.
func (c *change) rewrite(id string, a *subject, done map[string]bool) {
	var was, is emission
	wasNodes, isNodes := map[string]graph.Node{}, map[string]graph.Node{}
	if a.was != nil {
		was = c.before.emit(a.was)
		wasNodes = c.before.owned(a.was)
		if a.is == nil {
			c.batch.DropNodes = append(c.batch.DropNodes, graph.Ref{Label: graph.Article, ID: "article/" + id})
		}
	}
	if a.is != nil {
		is = c.after.emit(a.is)
		isNodes = c.after.owned(a.is)
		if a.was != a.is {
			c.batch.PutNodes = append(c.batch.PutNodes, a.node())
			if a.was == nil {
				c.out.New[graph.Article]++
			}
		}
	}
	c.putNodes(wasNodes, isNodes)
	c.put(was.reports, is.reports)
	for _, k := range slices.Sorted(maps.Keys(is.facts)) {
		if old, ok := was.facts[k]; (!ok || !reflect.DeepEqual(old.Props, is.facts[k].Props)) && !done["+"+k] {
			done["+"+k] = true
			c.batch.PutEdges = append(c.batch.PutEdges, is.facts[k])
		}
	}
	for _, k := range slices.Sorted(maps.Keys(was.facts)) {
		if _, ok := is.facts[k]; !ok && !done["-"+k] {
			done["-"+k] = true
			c.batch.DropUnsupported = append(c.batch.DropUnsupported, was.facts[k])
		}
	}
}

// node is the article's own node.
func (a *subject) node() graph.Node {
	c := a.is.claims
	n := graph.Node{Label: graph.Article, ID: "article/" + c.ID, Props: graph.Props{"hash": c.ID, "language": c.Language}}
	put := func(k, v string) {
		if v != "" {
			n.Props[k] = v
		}
	}
	path := Path(a.record.Sources)
	put("title", c.Title)
	put("url", c.URL)
	put("source", c.Source)
	put("path", path)
	put("name", c.Title)
	if c.Title == "" {
		put("name", path)
	}
	if c.Published != "" {
		n.Props["published"] = c.Published
	}
	return n
}
