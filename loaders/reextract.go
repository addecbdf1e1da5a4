package loaders

import (
	"context"
	"fmt"
	"runtime"

	"golang.org/x/sync/errgroup"

	"cadre/graph"
	"cadre/loaders/article"
	"cadre/loaders/extract"
	"cadre/loaders/resolve"
)

// Reextract reads the articles of a store again with the extractor's rules and
// words, from the texts that the store keeps, and writes those whose claims
// changed; in the report they are the loaded ones.
func Reextract(ctx context.Context, s graph.Store, x *extract.Extractor, v *resolve.Vocabulary, o Options) (Report, error) {
	o.fill(s)
	rep := Report{New: map[graph.Label]int{}}
	g, ctx := errgroup.WithContext(ctx)
	records := make(chan graph.Record, o.Workers*2)
	done := make(chan result, o.Workers*2)
	g.Go(func() error { // lists what is there now; what is written meanwhile stays out of its view
		defer close(records)
		for r, err := range s.Records(ctx) {
			if err != nil {
				return fmt.Errorf("read articles: %w", err)
			}
			select {
			case records <- r:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	workers, wctx := errgroup.WithContext(ctx)
	for range o.Workers {
		workers.Go(func() error {
			var pack resolve.Packer
			for r := range records {
				select {
				case done <- again(r, x, &pack):
				case <-wctx.Done():
					return wctx.Err()
				}
			}
			return nil
		})
	}
	g.Go(func() error {
		defer close(done)
		return workers.Wait()
	})
	g.Go(func() error {
		w := &writer{store: s, resolver: &resolve.Resolver{Vocabulary: v}, o: o, rep: &rep}
		return w.run(ctx, done)
	})
	return rep, g.Wait()
}

// again extracts a record's text anew.
func again(r graph.Record, x *extract.Extractor, pack *resolve.Packer) result {
	path := resolve.Path(r.Sources)
	out := result{path: path}
	claims, text, err := resolve.Unpack(r)
	if err != nil {
		out.err = err
		return out
	}
	art, err := article.Parse(path, text, claims.Told)
	if err != nil {
		out.err = err
		return out
	}
	art.ID = r.ID // of the bytes as they were read, which may have been UTF-16
	out.in, out.err = pack.Pack(resolve.From(x.Extract(art), x.Version(), claims.Told), path, text)
	out.in.Sources = r.Sources
	return out
}

// The articles of one transaction: a server has a way to go for each, a file
// only memory to spend on it.
const (
	fileBatch   = 250
	serverBatch = 500
)

// fill sets what the zero value leaves to the loader.
func (o *Options) fill(s graph.Store) {
	if o.BatchSize <= 0 {
		o.BatchSize = fileBatch
		if s.Dialect() == graph.Cypher {
			o.BatchSize = serverBatch
		}
	}
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
}
