package resolve

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"cadre/graph"
)

// KnownAt writes into an empty store the graph as the articles published by a
// day tell it, with the identities of today: who is who is taken from all
// articles, what they did and held only from those. An article without a date
// counts from the latest day that it mentions itself. Of the versions of one
// article the newest known by then counts.
func (r *Resolver) KnownAt(ctx context.Context, from, to graph.Store, day graph.Date) error {
	known, err := r.knownBy(ctx, from, day)
	if err != nil {
		return err
	}
	held := map[string]map[string]*facet{} // person -> facets known by then
	const chunk = 200
	for ids := range slices.Chunk(known, chunk) {
		var batch graph.Batch
		if err := r.project(ctx, from.Reader(), ids, &batch, held); err != nil {
			return fmt.Errorf("read articles: %w", err)
		}
		if err := put(ctx, to, batch); err != nil {
			return err
		}
	}
	var batch graph.Batch
	for _, id := range slices.Sorted(maps.Keys(held)) {
		ts := tenures(slices.Collect(maps.Values(held[id])))
		moves(ts, r.Vocabulary)
		for _, t := range ts {
			batch.PutEdges = append(batch.PutEdges, t.edge(graph.Ref{Label: graph.Person, ID: id}))
		}
	}
	return put(ctx, to, batch)
}

func put(ctx context.Context, s graph.Store, b graph.Batch) error {
	err := s.Update(ctx, func(ctx context.Context, tx graph.Tx) error {
		_, err := tx.Apply(ctx, b)
		return err
	})
	if err != nil {
		return fmt.Errorf("write what was known: %w", err)
	}
	return nil
}

// knownBy are the ids of the articles that count on a day, sorted.
func (r *Resolver) knownBy(ctx context.Context, s graph.Store, day graph.Date) ([]string, error) {
	versions := map[string]map[string]string{} // source -> id -> published
	for rec, err := range s.Records(ctx) {
		if err != nil {
			return nil, fmt.Errorf("read articles: %w", err)
		}
		published := rec.Published
		if published == "" {
			c, err := decode(rec.ID, rec.Claims)
			if err != nil {
				return nil, err
			}
			published = c.latest()
		}
		if published.Last() > day.Last() {
			continue
		}
		for _, src := range identities(rec.Sources) {
			if versions[src] == nil {
				versions[src] = map[string]string{}
			}
			versions[src][rec.ID] = string(rec.Published)
		}
	}
	ids := set{}
	for _, v := range versions {
		ids.add(newest(v))
	}
	return ids.list(), nil
}

// latest is the latest day that an article mentions.
func (c Claims) latest() graph.Date {
	var d graph.Date
	for _, e := range c.Events {
		d = later(d, later(e.Date, e.End))
	}
	for _, x := range c.Changes {
		d = later(d, x.Date)
	}
	for _, p := range c.Papers {
		d = later(d, p.Issued)
	}
	return d
}

// project makes the nodes and edges of some articles under the identities of
// the whole store, and gathers the facets that they add to each person.
func (r *Resolver) project(ctx context.Context, from graph.Reader, ids []string, b *graph.Batch, held map[string]map[string]*facet) error {
	c, err := r.begin(ctx, from)
	if err != nil {
		return err
	}
	records, err := from.Records(ctx, ids)
	if err != nil {
		return err
	}
	keys := set{}
	var all []*subject
	for _, id := range ids {
		rec, ok := records[id]
		if !ok {
			continue
		}
		claims, err := decode(id, rec.Claims)
		if err != nil {
			return err
		}
		a := &subject{record: rec, is: c.after.parts(claims)}
		a.is.keys(keys)
		all = append(all, a)
	}
	if err := c.load(ctx, keys); err != nil {
		return err
	}
	terms := map[string]term{}
	for _, a := range all {
		if !a.record.Current { // replaced since: its words have left the blocks
			mine := set{}
			a.is.keys(mine)
			for k := range mine {
				c.after.blocks[k].add(a.is)
			}
		}
		e := c.after.emit(a.is)
		for _, edges := range []map[string]graph.Edge{e.reports, e.facts} {
			for _, k := range slices.Sorted(maps.Keys(edges)) {
				b.PutEdges = append(b.PutEdges, edges[k])
			}
		}
		b.PutNodes = append(b.PutNodes, a.node())
		maps.Copy(terms, a.is.terms)
		for _, p := range a.is.persons {
			id := c.after.person(p.key, p.facets)
			if held[id] == nil {
				held[id] = map[string]*facet{}
			}
			st := &personState{Facets: held[id]}
			st.join(p.state)
		}
		own := c.after.owned(a.is)
		for _, id := range slices.Sorted(maps.Keys(own)) {
			b.PutNodes = append(b.PutNodes, own[id])
		}
	}
	reached := map[string]bool{}
	for _, e := range b.PutEdges {
		reached[e.To.ID], reached[e.From.ID] = true, true
	}
	for _, k := range slices.Sorted(maps.Keys(c.after.blocks)) {
		nodes, _ := c.after.block(k).nodes(nil)
		for _, id := range slices.Sorted(maps.Keys(nodes)) {
			if reached[id] {
				b.PutNodes = append(b.PutNodes, nodes[id])
			}
		}
	}
	return r.spell(ctx, from, terms, b)
}

// spell puts the nodes of offices, bodies and places in today's spelling.
func (r *Resolver) spell(ctx context.Context, from graph.Reader, terms map[string]term, b *graph.Batch) error {
	var keys []string
	ids := slices.Sorted(maps.Keys(terms))
	for _, id := range ids {
		keys = append(keys, termKey(id))
	}
	states, err := from.Blocks(ctx, keys)
	if err != nil {
		return err
	}
	for _, id := range ids {
		s, err := decodeTerm(states[termKey(id)])
		if err != nil {
			return err
		}
		name := s.shown()
		if name == "" {
			name = terms[id].name // of a version that was replaced since
		}
		n, edges := r.Vocabulary.node(terms[id].label, name)
		b.PutNodes = append(b.PutNodes, n)
		b.PutEdges = append(b.PutEdges, edges...)
	}
	return nil
}
