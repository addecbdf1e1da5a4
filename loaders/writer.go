package loaders

import (
	"context"
	"errors"
	"fmt"

	"cadre/graph"
	"cadre/loaders/resolve"
)

// writer is the one place that writes. While one batch is on its way into the
// store, the next is worked out on what the store will be then.
type writer struct {
	store    graph.Store
	resolver *resolve.Resolver
	o        Options
	rep      *Report
	number   int64 // of this load; 0 until the first batch
	numbered bool  // a batch has been written under the number
	batch    []resolve.Incoming
	writing  *writing // the batch on its way, nil for none
	done     int      // articles that are written, were there, or have failed
}

// writing is a batch that is being written in the background.
type writing struct {
	batch []resolve.Incoming
	plan  *resolve.Plan
	done  chan error // gives one value
	out   resolve.Outcome
}

// run writes results as they come: the graph does not depend on their order.
func (w *writer) run(ctx context.Context, done <-chan result) error {
	return w.end(ctx, w.take(ctx, done))
}

// end waits for what is on its way, whatever has happened: nothing writes any
// more when a load has ended.
func (w *writer) end(ctx context.Context, err error) error {
	if stopped := w.settle(ctx); err == nil {
		return stopped
	}
	return err
}

func (w *writer) take(ctx context.Context, done <-chan result) error {
	for r := range done {
		if r.err != nil {
			w.rep.Failed = append(w.rep.Failed, Failure{r.path, r.err})
			w.progress(1)
			continue
		}
		w.rep.Read++
		w.batch = append(w.batch, r.in)
		if len(w.batch) >= w.o.BatchSize {
			if err := w.write(ctx, w.batch); err != nil {
				return err
			}
			w.batch = nil
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return w.write(ctx, w.batch)
}

func (w *writer) progress(n int) {
	w.done += n
	if w.o.Progress != nil {
		w.o.Progress(w.done, 0)
	}
}

// write works a batch out while the one before is being written, and then
// sends it on its way.
func (w *writer) write(ctx context.Context, batch []resolve.Incoming) error {
	if len(batch) == 0 {
		return nil
	}
	if w.o.DryRun {
		return w.flush(ctx, batch)
	}
	plan, err := w.plan(ctx, batch)
	before := w.writing
	if stopped := w.settle(ctx); stopped != nil {
		return stopped
	}
	if err != nil {
		return fmt.Errorf("write articles: %w", err)
	}
	if before != nil && before.plan == nil {
		return w.flush(ctx, batch) // the plan builds on one that was not carried out
	}
	w.start(ctx, batch, plan)
	return nil
}

// plan works a batch out on the store as it will be.
func (w *writer) plan(ctx context.Context, batch []resolve.Incoming) (*resolve.Plan, error) {
	from := w.store.Reader()
	if w.writing != nil {
		from = w.writing.plan.Then(from)
	}
	if w.number == 0 {
		last, err := from.LastBatch(ctx)
		if err != nil {
			return nil, err
		}
		w.number = last + 1
	}
	return w.resolver.Plan(ctx, from, batch, nil, w.number, w.o.Force)
}

// start writes a plan in the background.
func (w *writer) start(ctx context.Context, batch []resolve.Incoming, plan *resolve.Plan) {
	b := &writing{batch: batch, plan: plan, done: make(chan error, 1)}
	w.writing = b
	go func() {
		b.done <- w.store.Update(ctx, func(ctx context.Context, tx graph.Tx) (err error) {
			b.out, err = plan.Write(ctx, tx)
			return err
		})
	}()
}

// settle waits for the batch on its way. One that somebody else's write has
// overtaken, or that is too large, is written in the old way: in one go.
func (w *writer) settle(ctx context.Context) error {
	b := w.writing
	if b == nil {
		return nil
	}
	w.writing = nil
	err := <-b.done
	switch {
	case err == nil:
		w.numbered = true
		w.rep.add(b.out)
		w.progress(len(b.batch))
		return nil
	case errors.Is(err, resolve.ErrStale) || errors.Is(err, graph.ErrTooLarge) && len(b.batch) > 1:
		b.plan = nil
		if !w.numbered { // another load may have taken the number
			w.number = 0
		}
		return w.flush(ctx, b.batch)
	}
	return fmt.Errorf("write articles: %w", err)
}

// flush works out and writes one batch in one transaction; one that is too
// large for the engine is halved.
func (w *writer) flush(ctx context.Context, batch []resolve.Incoming) error {
	var out resolve.Outcome
	err := w.store.Update(ctx, func(ctx context.Context, tx graph.Tx) error {
		if w.number == 0 {
			last, err := tx.LastBatch(ctx)
			if err != nil {
				return err
			}
			w.number = last + 1
		}
		var err error
		if out, err = w.resolver.Apply(ctx, tx, batch, nil, w.number, w.o.Force); err != nil {
			return err
		}
		if w.o.DryRun {
			return errDry
		}
		return nil
	})
	if errors.Is(err, graph.ErrTooLarge) && len(batch) > 1 {
		if err := w.flush(ctx, batch[:len(batch)/2]); err != nil {
			return err
		}
		return w.flush(ctx, batch[len(batch)/2:])
	}
	if err != nil && !errors.Is(err, errDry) {
		return fmt.Errorf("write articles: %w", err)
	}
	w.numbered = true
	w.rep.add(out)
	w.progress(len(batch))
	return err
}
