package resolve

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"cadre/graph"
)

// Resolver applies articles to a graph. It may be used by one goroutine at a
// time.
type Resolver struct {
	Vocabulary *Vocabulary
	// Detail asks for a description of each change in its outcome.
	Detail bool
}

// Incoming is an article to be added: its claims, packed, and where it came
// from: its path and, where it has one, its URL.
type Incoming struct {
	Claims  Claims
	Packed  []byte
	Sources []string
}

// Outcome counts what a change did to the articles of a graph.
type Outcome struct {
	Loaded     int // articles that are current now and were not, or whose claims changed
	Unchanged  int // articles that were there already with the same claims
	Superseded int // articles that a later version now stands in for
	Removed    int // articles that are not current any more, superseded ones not counted
	New        map[graph.Label]int
	Changes    graph.Changes
	Difference *Difference // where the resolver was asked for it
}

// subject is what a change knows of one article while it works.
type subject struct {
	record graph.Record
	known  bool   // stood in the store before
	was    *parts // its claims before, if it was current
	is     *parts // its claims after, if it is current now
	packed []byte // new claims, nil where they stay
	claims Claims // what packed holds
	moved  bool   // known, and loaded from one more place
	dirty  bool   // stays, but its people or meetings are others now
}

// change is one Update in the making.
type change struct {
	*Resolver
	from      graph.Reader
	articles  map[string]*subject
	sources   map[string]map[string]string // source -> id -> published
	raw       map[string][]byte            // block states as stored
	turn      string                       // of the store, as it was read
	before    *view
	after     *view
	decided   set  // blocks whose decisions changed
	redecided bool // there are other decisions
	newTerms  set  // "LABEL\x00NAME" of offices, bodies and places that were not there
	batch     graph.Batch
	out       Outcome
}

// Apply adds articles and removes others in one transaction: it writes only
// the difference that they make. number is the load to which new records
// belong; force writes the articles again even where nothing changed.
func (r *Resolver) Apply(ctx context.Context, tx graph.Tx, add []Incoming, remove []string, number int64, force bool) (Outcome, error) {
	p, err := r.Plan(ctx, tx, add, remove, number, force)
	if err != nil {
		return Outcome{}, err
	}
	return p.apply(ctx, tx)
}

// begin reads the decisions of the store and readies a change.
func (r *Resolver) begin(ctx context.Context, from graph.Reader) (*change, error) {
	c := &change{Resolver: r, from: from, batch: graph.Batch{PutBlocks: map[string][]byte{}}, articles: map[string]*subject{}, sources: map[string]map[string]string{}, raw: map[string][]byte{}}
	kept, err := from.Blocks(ctx, []string{decisionsKey, versionKey, turnKey})
	if err != nil {
		return nil, fmt.Errorf("read decisions: %w", err)
	}
	c.turn = string(kept[turnKey])
	if err := c.sameRules(ctx, kept[versionKey]); err != nil {
		return nil, err
	}
	d, err := decodeDecisions(kept[decisionsKey])
	if err != nil {
		return nil, err
	}
	c.before = &view{r.Vocabulary, d, map[string]*block{}}
	c.after = &view{r.Vocabulary, d, map[string]*block{}}
	c.out.New = map[graph.Label]int{}
	return c, nil
}

// identity is raised whenever the code of this package resolves the same claims
// to another graph, or writes the states of blocks in another form.
const identity = "4"

// versionKey is the block that names the rules by which a store's graph was made.
const versionKey = "x/rules"

// ErrRules is returned for a store whose graph was made by other rules of
// identity, or with other tables of offices, bodies and places: what they made
// cannot be told from what is there. The articles can be pushed into a new store.
var ErrRules = errors.New("the store's graph was made by other rules of who is who: make it anew with cadre push --from THIS --to A_NEW_STORE")

// sameRules looks whether the store's graph was made as this resolver would
// make it; a store without articles takes the resolver's rules.
func (c *change) sameRules(ctx context.Context, kept []byte) error {
	mine := identity + "-" + c.Vocabulary.version
	if string(kept) == mine {
		return nil
	}
	last, err := c.from.LastBatch(ctx)
	if err != nil {
		return fmt.Errorf("read versions: %w", err)
	}
	if last != 0 {
		return ErrRules
	}
	c.batch.PutBlocks[versionKey] = []byte(mine)
	return nil
}

// run works a change out: first settles which articles are before and after,
// then the blocks they touch, then the difference.
func (c *change) run(ctx context.Context, first func() error) (*Plan, error) {
	for _, step := range []func() error{
		first,
		func() error { return c.states(ctx) },
		func() error { return c.dirty(ctx) },
		func() error { return c.terms(ctx) },
		c.difference,
	} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	if c.Detail {
		var err error
		if c.out.Difference, err = c.detail(ctx); err != nil {
			return nil, err
		}
	}
	return c.plan()
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
	states, err := c.from.Blocks(ctx, missing)
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
// articles that stay. What an article says again as it did before does neither.
func (c *change) states(ctx context.Context) error {
	moved := c.moved()
	entered, left, all := set{}, set{}, set{}
	for _, a := range moved {
		if a.is != nil {
			a.is.keys(all)
			a.is.differing(a.was, entered)
		}
		if a.was != nil {
			a.was.keys(all)
			a.was.differing(a.is, left)
		}
	}
	all.join(c.decided)
	if err := c.load(ctx, all); err != nil {
		return err
	}
	all = set{}
	all.join(entered)
	all.join(left)
	all.join(c.decided)
	stay, err := c.staying(ctx, left)
	if err != nil {
		return err
	}
	for k := range all {
		if !left[k] {
			c.after.blocks[k] = c.before.blocks[k].next(!c.redecided)
			continue
		}
		b, err := newBlock(k, nil)
		if err != nil {
			return err
		}
		for _, p := range stay {
			b.add(p)
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
			if all[k] {
				c.after.blocks[k].add(a.is)
			}
		}
	}
	for k := range all {
		b := c.after.blocks[k]
		if !left[k] && !b.more && !c.decided[k] {
			c.after.blocks[k] = c.before.blocks[k] // what entered had been said before
			continue
		}
		if raw := b.encode(); !bytes.Equal(raw, c.raw[k]) {
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
		nodes, _ := b.nodes(nil)
		for _, id := range slices.Sorted(maps.Keys(nodes)) {
			refs = append(refs, nodes[id].Ref())
		}
		if b.event != nil {
			ids.addAll(b.event.Watch)
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
			a.was = c.after.parts(claims)
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
	ids, err := c.from.Reporters(ctx, refs)
	if err != nil {
		return nil, fmt.Errorf("read reports: %w", err)
	}
	for i, id := range ids {
		ids[i] = strings.TrimPrefix(id, "article/")
	}
	return ids, nil
}
