package resolve

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"

	"cadre/graph"
)

// Resolver applies articles to a graph. It may be used by one goroutine at a
// time.
type Resolver struct {
	Vocabulary *Vocabulary
	Decisions  Decisions
}

// Incoming is an article to be added: its claims, packed, and where it came
// from: its path and, where it has one, its URL.
type Incoming struct {
	Claims  Claims
	Packed  []byte
	Sources []string
}

// identities are the sources under which a later version replaces an article:
// its URLs, or else its paths.
func identities(sources []string) []string {
	var urls []string
	for _, s := range sources {
		if strings.Contains(s, "://") {
			urls = append(urls, s)
		}
	}
	if urls != nil {
		return urls
	}
	return sources
}

// Outcome counts what a change did to the articles of a graph.
type Outcome struct {
	Loaded     int // articles that are current now and were not, or whose claims changed
	Unchanged  int // articles that were there already with the same claims
	Superseded int // articles that a later version now stands in for
	Removed    int // articles that are not current any more, superseded ones not counted
	New        map[graph.Label]int
	Changes    graph.Changes
}

// subject is what a change knows of one article while it works.
type subject struct {
	record graph.Record
	known  bool   // stood in the store before
	was    *parts // its claims before, if it was current
	is     *parts // its claims after, if it is current now
	packed []byte // new claims, nil where they stay
	moved  bool   // known, and loaded from one more place
	dirty  bool   // stays, but its people or meetings are others now
}

// change is one Update in the making.
type change struct {
	*Resolver
	tx       graph.Tx
	articles map[string]*subject
	sources  map[string]map[string]string // source -> id -> published
	raw      map[string][]byte            // block states as stored
	before   *view
	after    *view
	batch    graph.Batch
	out      Outcome
}

// Apply adds articles and removes others in one transaction: it writes only
// the difference that they make. number is the load to which new records
// belong; force writes the articles again even where nothing changed.
func (r *Resolver) Apply(ctx context.Context, tx graph.Tx, add []Incoming, remove []string, number int64, force bool) (Outcome, error) {
	c := &change{Resolver: r, tx: tx, articles: map[string]*subject{}, sources: map[string]map[string]string{}, raw: map[string][]byte{}}
	c.before = &view{r.Vocabulary, r.Decisions, map[string]*block{}}
	c.after = &view{r.Vocabulary, r.Decisions, map[string]*block{}}
	c.batch.PutBlocks = map[string][]byte{}
	c.out.New = map[graph.Label]int{}
	for _, step := range []func() error{
		func() error { return c.admit(ctx, add, remove, number, force) },
		func() error { return c.states(ctx) },
		func() error { return c.dirty(ctx) },
		func() error { return c.terms(ctx) },
		c.difference,
	} {
		if err := step(); err != nil {
			return Outcome{}, err
		}
	}
	if c.empty() {
		return c.out, nil
	}
	changes, err := tx.Apply(ctx, c.batch)
	c.out.Changes = changes
	return c.out, err
}

func (c *change) empty() bool {
	b := c.batch
	return len(b.PutNodes)+len(b.PutEdges)+len(b.DropEdges)+len(b.DropNodes)+len(b.DropUnsupported)+len(b.PutRecords)+len(b.DropRecords)+len(b.PutBlocks) == 0
}

// admit settles which articles are current before and after: of the versions
// of one source the one published last, on a tie the one with the greater id.
func (c *change) admit(ctx context.Context, add []Incoming, remove []string, number int64, force bool) error {
	touched := set{}
	for _, a := range add {
		for _, s := range identities(a.Sources) {
			touched.add(sourceKey(s))
		}
	}
	ids := set{}
	for _, a := range add {
		ids.add(a.Claims.ID)
	}
	for _, id := range remove {
		ids.add(id)
	}
	if err := c.read(ctx, ids.list()); err != nil {
		return err
	}
	for id := range ids {
		if a := c.articles[id]; a != nil {
			for _, s := range identities(a.record.Sources) {
				touched.add(sourceKey(s))
			}
		}
	}
	states, err := c.tx.Blocks(ctx, touched.list())
	if err != nil {
		return fmt.Errorf("read versions: %w", err)
	}
	rivals := set{}
	for _, k := range touched.list() {
		m := map[string]string{}
		if raw := states[k]; raw != nil {
			if err := json.Unmarshal(raw, &m); err != nil {
				return fmt.Errorf("versions of %q are damaged: %w", k, err)
			}
		}
		c.sources[k] = m
		for id := range m {
			rivals.add(id)
		}
	}
	if err := c.read(ctx, rivals.list()); err != nil {
		return err
	}
	for _, in := range add {
		id := in.Claims.ID
		a := c.articles[id]
		if a == nil {
			a = &subject{record: graph.Record{ID: id, Published: in.Claims.Published, Batch: number}}
			c.articles[id] = a
		}
		for _, s := range identities(in.Sources) {
			c.sources[sourceKey(s)][id] = string(in.Claims.Published)
		}
		for _, s := range in.Sources {
			if !slices.Contains(a.record.Sources, s) {
				a.record.Sources = append(slices.Clone(a.record.Sources), s)
				sort.Strings(a.record.Sources)
				a.moved = a.known
			}
		}
		if !a.known || force || !sameClaims(id, a.record.Claims, in.Packed) {
			a.packed = in.Packed
		}
	}
	for _, id := range remove {
		a := c.articles[id]
		if a == nil {
			return fmt.Errorf("there is no article %q: cadre query search finds the ids of articles", id)
		}
		for _, s := range identities(a.record.Sources) {
			delete(c.sources[sourceKey(s)], id)
		}
		a.record.Sources = nil
	}
	return c.settle(force)
}

// settle compares each article's state before and after.
func (c *change) settle(force bool) error {
	for _, k := range slices.Sorted(maps.Keys(c.sources)) {
		m := c.sources[k]
		if len(m) == 0 {
			c.batch.PutBlocks[k] = nil
			continue
		}
		raw, err := json.Marshal(m)
		if err != nil {
			return fmt.Errorf("encode versions: %w", err)
		}
		c.batch.PutBlocks[k] = raw
	}
	for _, id := range slices.Sorted(maps.Keys(c.articles)) {
		a := c.articles[id]
		old := a.record
		current := false
		for _, s := range identities(a.record.Sources) {
			if m, ok := c.sources[sourceKey(s)]; !ok {
				current = current || old.Current // a source that nothing touches
			} else if newest(m) == id {
				current = true
			}
		}
		if a.known && old.Current {
			claims, err := decode(id, old.Claims)
			if err != nil {
				return err
			}
			a.was = c.Vocabulary.parts(claims)
		}
		if current {
			switch {
			case a.packed == nil && a.was != nil:
				a.is = a.was
			case a.packed == nil:
				claims, err := decode(id, old.Claims)
				if err != nil {
					return err
				}
				a.is = c.Vocabulary.parts(claims)
			default:
				claims, err := decode(id, a.packed)
				if err != nil {
					return err
				}
				a.is = c.Vocabulary.parts(claims)
			}
		}
		switch {
		case len(a.record.Sources) == 0:
			c.batch.DropRecords = append(c.batch.DropRecords, id)
			c.out.Removed++
		case a.packed != nil || current != old.Current || !a.known || a.moved:
			rec := a.record
			rec.Current = current
			if a.packed != nil {
				rec.Claims = a.packed
			}
			c.batch.PutRecords = append(c.batch.PutRecords, rec)
			if current {
				c.out.Loaded++
			} else if a.was != nil || !a.known {
				c.out.Superseded++
			}
		default:
			if a.known {
				c.out.Unchanged++
			}
		}
		a.record.Current = current
	}
	return nil
}

// newest is the version that counts.
func newest(versions map[string]string) string {
	best := ""
	for id, published := range versions {
		if best == "" || published > versions[best] || published == versions[best] && id > best {
			best = id
		}
	}
	return best
}

func sourceKey(source string) string { return "s/" + source }

// read loads records that the change does not have yet.
func (c *change) read(ctx context.Context, ids []string) error {
	var missing []string
	for _, id := range ids {
		if c.articles[id] == nil {
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	recs, err := c.tx.Records(ctx, missing)
	if err != nil {
		return fmt.Errorf("read articles: %w", err)
	}
	for id, rec := range recs {
		c.articles[id] = &subject{record: rec, known: true}
	}
	return nil
}

// load reads the states of blocks into both views.
func (c *change) load(ctx context.Context, keys set) error {
	var missing []string
	for _, k := range keys.list() {
		if _, ok := c.before.blocks[k]; !ok {
			missing = append(missing, k)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	states, err := c.tx.Blocks(ctx, missing)
	if err != nil {
		return fmt.Errorf("read blocks: %w", err)
	}
	for _, k := range missing {
		c.raw[k] = states[k]
		b, err := newBlock(k, states[k])
		if err != nil {
			return err
		}
		c.before.blocks[k] = b
		c.after.blocks[k] = b
	}
	return nil
}

// moved lists the articles whose claims enter, leave or change, sorted.
func (c *change) moved() []*subject {
	var out []*subject
	for _, id := range slices.Sorted(maps.Keys(c.articles)) {
		if a := c.articles[id]; a.was != a.is {
			out = append(out, a)
		}
	}
	return out
}

// states brings the blocks of the moving articles from before to after. What
// enters is joined; where something leaves, the block is made again from the
// articles that stay.
func (c *change) states(ctx context.Context) error {
	moved := c.moved()
	entered, left := set{}, set{}
	for _, a := range moved {
		if a.is != nil {
			a.is.keys(entered)
		}
		if a.was != nil {
			a.was.keys(left)
		}
	}
	all := set{}
	all.join(entered)
	all.join(left)
	if err := c.load(ctx, all); err != nil {
		return err
	}
	stay, err := c.staying(ctx, left)
	if err != nil {
		return err
	}
	for k := range all {
		raw := c.raw[k]
		if left[k] {
			raw = nil
		}
		b, err := newBlock(k, raw)
		if err != nil {
			return err
		}
		if left[k] {
			for _, p := range stay {
				b.add(p)
			}
		}
		c.after.blocks[k] = b
	}
	for _, a := range moved {
		if a.is == nil {
			continue
		}
		mine := set{}
		a.is.keys(mine)
		for k := range mine {
			c.after.blocks[k].add(a.is)
		}
	}
	for k := range all {
		b := c.after.blocks[k]
		raw, err := b.encode()
		if err != nil {
			return err
		}
		if !bytes.Equal(raw, c.raw[k]) {
			c.batch.PutBlocks[k] = raw
		}
	}
	return nil
}

// staying reads the articles that stay in blocks which others leave, from the
// nodes that the blocks made.
func (c *change) staying(ctx context.Context, left set) ([]*parts, error) {
	if len(left) == 0 {
		return nil, nil
	}
	var refs []graph.Ref
	ids := set{}
	for _, k := range left.list() {
		b := c.before.block(k)
		nodes, _ := b.nodes()
		for _, id := range slices.Sorted(maps.Keys(nodes)) {
			refs = append(refs, nodes[id].Ref())
		}
		if b.event != nil {
			ids.join(b.event.Watch)
		}
	}
	more, err := c.reporters(ctx, refs)
	if err != nil {
		return nil, err
	}
	for _, id := range more {
		ids.add(id)
	}
	return c.unmoved(ctx, ids)
}

// unmoved are the parts of those of the articles that stay as they are.
func (c *change) unmoved(ctx context.Context, ids set) ([]*parts, error) {
	if err := c.read(ctx, ids.list()); err != nil {
		return nil, err
	}
	var out []*parts
	for _, id := range ids.list() {
		a := c.articles[id]
		if a == nil {
			continue
		}
		if a.was == nil && a.is == nil && a.record.Current {
			claims, err := decode(id, a.record.Claims)
			if err != nil {
				return nil, err
			}
			a.was = c.Vocabulary.parts(claims)
			a.is = a.was
		}
		if a.was == a.is && a.is != nil {
			out = append(out, a.is)
		}
	}
	return out, nil
}

// reporters are the articles that report any of the nodes.
func (c *change) reporters(ctx context.Context, refs []graph.Ref) ([]string, error) {
	if len(refs) == 0 {
		return nil, nil
	}
	ids, err := c.tx.Reporters(ctx, refs)
	if err != nil {
		return nil, fmt.Errorf("read reports: %w", err)
	}
	for i, id := range ids {
		ids[i] = strings.TrimPrefix(id, "article/")
	}
	return ids, nil
}
