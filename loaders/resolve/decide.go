package resolve

import (
	"context"

	"cadre/graph"
)

// Decide replaces the decisions of a store and makes the graph anew where they
// differ from those before.
func (r *Resolver) Decide(ctx context.Context, tx graph.Tx, list []Decision) (Outcome, error) {
	c, err := r.begin(ctx, tx)
	if err != nil {
		return Outcome{}, err
	}
	c.after.decisions, c.redecided = NewDecisions(list), true
	raw, err := c.after.decisions.encode()
	if err != nil {
		return Outcome{}, err
	}
	c.batch.PutBlocks[decisionsKey] = raw
	p, err := c.run(ctx, func() error {
		keys, offices := c.before.decisions.touched(c.after.decisions)
		c.decided = keys
		var refs []graph.Ref
		for _, id := range offices {
			refs = append(refs, graph.Ref{Label: graph.Position, ID: id})
		}
		ids, err := c.reporters(ctx, refs)
		if err != nil {
			return err
		}
		if err := c.read(ctx, ids); err != nil {
			return err
		}
		for _, id := range ids {
			a := c.articles[id]
			if a == nil || !a.record.Current {
				continue
			}
			claims, err := decode(id, a.record.Claims)
			if err != nil {
				return err
			}
			a.was = c.before.parts(claims)
			a.is = c.after.parts(claims)
		}
		return nil
	})
	if err != nil {
		return Outcome{}, err
	}
	return p.apply(ctx, tx)
}
