package resolve

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"cadre/graph"
)

// Plan is a change worked out on what a reader saw, to be written later. It
// keeps its writer from building on what another process has changed meanwhile:
// every change gives the store a new turn, and a plan is good for one turn only.
type Plan struct {
	batch graph.Batch
	out   Outcome
	turn  string // of the store that it was made on
}

// ErrStale is returned by Write when somebody else has written since the plan
// was made: it has to be made anew.
var ErrStale = errors.New("somebody else has written to the store")

// turnKey is the block that counts the changes of a store.
const turnKey = "x/turn"

// Plan works out what adding articles and removing others changes, as Apply
// does, and writes nothing.
func (r *Resolver) Plan(ctx context.Context, from graph.Reader, add []Incoming, remove []string, number int64, force bool) (*Plan, error) {
	c, err := r.begin(ctx, from)
	if err != nil {
		return nil, err
	}
	return c.run(ctx, func() error { return c.admit(ctx, add, remove, number, force) })
}

// plan closes a change.
func (c *change) plan() (*Plan, error) {
	p := &Plan{batch: c.batch, out: c.out, turn: c.turn}
	if p.empty() {
		return p, nil
	}
	n := 0
	if c.turn != "" {
		var err error
		if n, err = strconv.Atoi(c.turn); err != nil {
			return nil, fmt.Errorf("the store's count of changes is damaged: it holds %q", c.turn)
		}
	}
	p.batch.PutBlocks[turnKey] = strconv.AppendInt(nil, int64(n)+1, 10)
	return p, nil
}

func (p *Plan) empty() bool {
	b := p.batch
	return len(b.PutNodes)+len(b.PutEdges)+len(b.DropEdges)+len(b.DropNodes)+len(b.DropUnsupported)+len(b.PutRecords)+len(b.DropRecords)+len(b.PutBlocks) == 0
}

// Write makes the plan's change. It returns ErrStale, and changes nothing, when
// the store is not as it was, or as an earlier plan was to leave it.
func (p *Plan) Write(ctx context.Context, tx graph.Tx) (Outcome, error) {
	kept, err := tx.Blocks(ctx, []string{turnKey})
	if err != nil {
		return Outcome{}, fmt.Errorf("read the turn: %w", err)
	}
	if string(kept[turnKey]) != p.turn {
		return Outcome{}, ErrStale
	}
	return p.apply(ctx, tx)
}

func (p *Plan) apply(ctx context.Context, tx graph.Tx) (Outcome, error) {
	if p.empty() {
		return p.out, nil
	}
	out := p.out
	var err error
	out.Changes, err = tx.Apply(ctx, p.batch)
	return out, err
}

// Then reads a store as it will be once the plan is written, whether it is
// already or not: the next plan can be made while this one is on its way.
func (p *Plan) Then(from graph.Reader) graph.Reader { return ahead{from, p.batch} }

// ahead lays a batch over what a reader sees.
type ahead struct {
	graph.Reader
	batch graph.Batch
}

func (a ahead) Records(ctx context.Context, ids []string) (map[string]graph.Record, error) {
	found, err := a.Reader.Records(ctx, ids)
	if err != nil {
		return nil, err
	}
	asked := map[string]bool{}
	for _, id := range ids {
		asked[id] = true
	}
	for _, id := range a.batch.DropRecords {
		delete(found, id)
	}
	for _, r := range a.batch.PutRecords {
		if asked[r.ID] {
			found[r.ID] = r
		}
	}
	return found, nil
}

func (a ahead) LastBatch(ctx context.Context) (int64, error) {
	last, err := a.Reader.LastBatch(ctx)
	for _, r := range a.batch.PutRecords {
		last = max(last, r.Batch)
	}
	return last, err
}

// Blocks asks the reader for those blocks only that the batch does not write.
func (a ahead) Blocks(ctx context.Context, keys []string) (map[string][]byte, error) {
	rest, found := make([]string, 0, len(keys)), map[string][]byte{}
	for _, k := range keys {
		state, ok := a.batch.PutBlocks[k]
		switch {
		case !ok:
			rest = append(rest, k)
		case state != nil:
			found[k] = state
		}
	}
	if len(rest) == 0 {
		return found, nil
	}
	more, err := a.Reader.Blocks(ctx, rest)
	maps.Copy(found, more)
	return found, err
}

// Reporters may also name articles that the batch takes away or whose reports
// lead elsewhere then: who asks looks at the articles' records.
func (a ahead) Reporters(ctx context.Context, nodes []graph.Ref) ([]string, error) {
	ids, err := a.Reader.Reporters(ctx, nodes)
	if err != nil {
		return nil, err
	}
	asked := map[graph.Ref]bool{}
	for _, n := range nodes {
		asked[n] = true
	}
	for _, e := range a.batch.PutEdges {
		if e.Type == graph.Reports && asked[e.To] {
			ids = append(ids, e.From.ID)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}
