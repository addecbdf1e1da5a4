package loaders

import (
	"bytes"
	"context"
	"fmt"
	"reflect"
	"slices"

	"cadre/graph"
	"cadre/loaders/resolve"
)

// Push brings the articles of one store, as they were extracted, and its
// analysts' decisions into another one that may hold some already, on whatever
// engine; into an empty one it makes the same graph. Broken off, it goes on
// where it was: articles that are there are passed over and counted as
// unchanged. Where both stores have decisions, the target's own win. Of the
// options it takes BatchSize, Force and Progress.
func Push(ctx context.Context, from, to graph.Store, v *resolve.Vocabulary, o Options) (Report, error) {
	o.fill(to)
	o.DryRun = false
	rep := Report{New: map[graph.Label]int{}}
	if err := pushDecisions(ctx, from, to, v, &rep); err != nil {
		return rep, err
	}
	if told := o.Progress; told != nil {
		total, err := currentArticles(ctx, from)
		if err != nil {
			return rep, err
		}
		o.Progress = func(done, _ int) { told(done, max(done, total)) }
	}
	w := &writer{store: to, resolver: &resolve.Resolver{Vocabulary: v}, o: o, rep: &rep}
	var batch []graph.Record
	for r, err := range from.Records(ctx) {
		if err != nil {
			return rep, w.end(ctx, fmt.Errorf("read articles: %w", err))
		}
		if batch = append(batch, r); len(batch) < o.BatchSize {
			continue
		}
		if err := w.push(ctx, batch); err != nil {
			return rep, w.end(ctx, err)
		}
		batch = batch[:0]
	}
	return rep, w.end(ctx, w.push(ctx, batch))
}

// push writes those records of a batch that the store does not have.
func (w *writer) push(ctx context.Context, batch []graph.Record) error {
	missing, err := w.missing(ctx, batch)
	if err != nil {
		return err
	}
	var add []resolve.Incoming
	for _, r := range missing {
		in, err := resolve.Again(r)
		if err == nil && in.Claims.ID != r.ID {
			err = fmt.Errorf("the record of article %s is damaged: it holds the claims of another; load the article again", r.ID)
		}
		if err == nil {
			err = in.Claims.Check()
		}
		if err != nil {
			w.rep.Failed = append(w.rep.Failed, Failure{resolve.Path(r.Sources), err})
			continue
		}
		w.rep.Read++
		add = append(add, in)
	}
	w.progress(len(batch) - len(add))
	return w.write(ctx, add)
}

func (w *writer) missing(ctx context.Context, batch []graph.Record) ([]graph.Record, error) {
	if w.o.Force || len(batch) == 0 {
		return batch, nil
	}
	ids := make([]string, len(batch))
	for i, r := range batch {
		ids[i] = r.ID
	}
	there, err := w.store.Reader().Records(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("read articles: %w", err)
	}
	missing := slices.DeleteFunc(slices.Clone(batch), func(r graph.Record) bool {
		have, ok := there[r.ID]
		return ok && bytes.Equal(have.Claims, r.Claims) && !slices.ContainsFunc(r.Sources, func(s string) bool { return !slices.Contains(have.Sources, s) })
	})
	w.rep.Read += len(batch) - len(missing)
	w.rep.Unchanged += len(batch) - len(missing)
	return missing, nil
}

// pushDecisions puts the decisions of a store before those of another: of two
// on one pair the later counts.
func pushDecisions(ctx context.Context, from, to graph.Store, v *resolve.Vocabulary, rep *Report) error {
	list, err := resolve.KeptDecisions(ctx, from.Reader())
	if err != nil {
		return fmt.Errorf("read the decisions of the store to push from: %w", err)
	}
	if len(list) == 0 {
		return nil
	}
	var out resolve.Outcome
	err = to.Update(ctx, func(ctx context.Context, tx graph.Tx) error {
		own, err := resolve.KeptDecisions(ctx, tx)
		if err != nil {
			return err
		}
		all := slices.Clone(list)
		for _, d := range own {
			if !slices.ContainsFunc(list, func(x resolve.Decision) bool { return reflect.DeepEqual(x, d) }) {
				all = append(all, d)
			}
		}
		out = resolve.Outcome{}
		if reflect.DeepEqual(own, all) {
			return nil
		}
		out, err = (&resolve.Resolver{Vocabulary: v}).Decide(ctx, tx, all)
		return err
	})
	if err != nil {
		return fmt.Errorf("write decisions: %w", err)
	}
	rep.Changes = rep.Changes.Add(out.Changes)
	return nil
}

func currentArticles(ctx context.Context, s graph.Store) (int, error) {
	n := 0
	for _, err := range s.Nodes(ctx, graph.Article) {
		if err != nil {
			return 0, fmt.Errorf("count articles: %w", err)
		}
		n++
	}
	return n, nil
}
