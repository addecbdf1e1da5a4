package loaders

import (
	"context"
	"fmt"

	"cadre/graph"
	"cadre/loaders/resolve"
)

// Remove takes articles out of a store by their ids (the hash of an Article
// node) in one transaction: the graph is then as if they had never been loaded.
// An earlier version that one of them stood in for counts again.
func Remove(ctx context.Context, s graph.Store, v *resolve.Vocabulary, ids []string, o Options) (Report, error) {
	rep := Report{New: map[graph.Label]int{}}
	return rep, apply(ctx, s, v, o, &rep, func(context.Context, graph.Tx) ([]string, error) { return ids, nil })
}

// Undo removes the articles that the last load brought.
func Undo(ctx context.Context, s graph.Store, v *resolve.Vocabulary, o Options) (Report, error) {
	rep := Report{New: map[graph.Label]int{}}
	return rep, apply(ctx, s, v, o, &rep, func(ctx context.Context, tx graph.Tx) ([]string, error) {
		last, err := tx.LastBatch(ctx)
		if err != nil || last == 0 {
			return nil, err
		}
		return tx.RecordsOfBatch(ctx, last)
	})
}

func apply(ctx context.Context, s graph.Store, v *resolve.Vocabulary, o Options, rep *Report, which func(context.Context, graph.Tx) ([]string, error)) error {
	r := &resolve.Resolver{Vocabulary: v}
	var out resolve.Outcome
	err := s.Update(ctx, func(ctx context.Context, tx graph.Tx) error {
		ids, err := which(ctx, tx)
		if err != nil {
			return err
		}
		out, err = r.Apply(ctx, tx, nil, ids, 0, false)
		return err
	})
	if err != nil {
		return fmt.Errorf("remove articles: %w", err)
	}
	rep.add(out)
	return nil
}
