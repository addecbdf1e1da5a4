package graphtest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"cadre/graph"
)

func records(t *testing.T, s graph.Store) {
	read(t, s, func(ctx context.Context, tx graph.Reader) error {
		last, err := tx.LastBatch(ctx)
		same(t, "the last batch of an empty store", last, int64(0))
		return err
	})
	apply(t, s, World()...)
	one, two := World()[0].PutRecords[0], World()[1].PutRecords[0]
	one.Sources, one.Current = []string{"tin/1.txt"}, false
	apply(t, s, graph.Batch{PutRecords: []graph.Record{one}})
	large := graph.Record{ID: "r3", Claims: make([]byte, 1<<20), Batch: 7}
	apply(t, s, graph.Batch{PutRecords: []graph.Record{large}})
	read(t, s, func(ctx context.Context, tx graph.Reader) error {
		got, err := tx.Records(ctx, []string{"r1", "r2", "r3", "none"})
		same(t, "the records", got, map[string]graph.Record{"r1": one, "r2": two, "r3": large})
		ids, err2 := tx.RecordsOfBatch(ctx, 1)
		same(t, "the records of batch 1", ids, []string{"r1"})
		last, err3 := tx.LastBatch(ctx)
		same(t, "the last batch", last, int64(7))
		none, err4 := tx.Records(ctx, nil)
		same(t, "no records", none, map[string]graph.Record{})
		return errors.Join(err, err2, err3, err4)
	})
	apply(t, s, graph.Batch{DropRecords: []string{"r3", "r1", "none"}})
	read(t, s, func(ctx context.Context, tx graph.Reader) error {
		last, err := tx.LastBatch(ctx)
		same(t, "the last batch that is left", last, int64(2))
		return err
	})
	var left []graph.Record
	for r, err := range s.Records(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		left = append(left, r)
	}
	same(t, "the records left", left, []graph.Record{two})
}

func blocks(t *testing.T, s graph.Store) {
	state := []byte{0, 1, 255}
	apply(t, s, graph.Batch{PutBlocks: map[string][]byte{"một khối": state, "b": []byte("old"), "c": {}}})
	apply(t, s, graph.Batch{PutBlocks: map[string][]byte{"b": []byte("new"), "d": nil}})
	want := map[string][]byte{"một khối": state, "b": []byte("new"), "c": {}}
	check := func(want map[string][]byte) {
		read(t, s, func(ctx context.Context, tx graph.Reader) error {
			got, err := tx.Blocks(ctx, []string{"một khối", "b", "c", "d"})
			same(t, "the blocks", got, want)
			return err
		})
	}
	check(want)
	delete(want, "b")
	apply(t, s, graph.Batch{PutBlocks: map[string][]byte{"b": nil}})
	check(want)
}

func reporters(t *testing.T, s graph.Store) {
	apply(t, s, World()...)
	apply(t, s, graph.Batch{PutEdges: []graph.Edge{edge(graph.Reports, a2, mau, nil)}})
	read(t, s, func(ctx context.Context, tx graph.Reader) error {
		both, err := tx.Reporters(ctx, []graph.Ref{mau, thu})
		same(t, "who reports either", both, []string{a1.ID, a2.ID})
		one, err2 := tx.Reporters(ctx, []graph.Ref{thu})
		same(t, "who reports one", one, []string{a2.ID})
		none, err3 := tx.Reporters(ctx, []graph.Ref{paper})
		same(t, "who reports the paper", none, []string(nil))
		return errors.Join(err, err2, err3)
	})
}

func failedUpdate(t *testing.T, s graph.Store) {
	w := World()
	apply(t, s, w[0])
	before := dump(t, s)
	failure := errors.New("the article is bad")
	err := s.Update(t.Context(), func(ctx context.Context, tx graph.Tx) error {
		if _, err := tx.Apply(ctx, w[1]); err != nil {
			return err
		}
		return failure
	})
	if !errors.Is(err, failure) {
		t.Errorf("Update returned %v, want the function's error", err)
	}
	same(t, "the store after a failure", dump(t, s), before)
	apply(t, s, w[1])
	kept(t, s, thu.ID)
}

func panickedUpdate(t *testing.T, s graph.Store) {
	w := World()
	apply(t, s, w[0])
	before := dump(t, s)
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		s.Update(t.Context(), func(ctx context.Context, tx graph.Tx) error {
			tx.Apply(ctx, w[1])
			panic("bad")
		})
	}()
	same(t, "the store after a panic", dump(t, s), before)
	apply(t, s, w[1])
}

func cancelledUpdate(t *testing.T, s graph.Store) {
	w := World()
	apply(t, s, w[0])
	before := dump(t, s)
	ctx, cancel := context.WithCancel(t.Context())
	err := s.Update(ctx, func(ctx context.Context, tx graph.Tx) error {
		if _, err := tx.Apply(ctx, w[1]); err != nil {
			return err
		}
		cancel()
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Update cancelled in the middle returned %v", err)
	}
	ran := false
	err = s.Update(ctx, func(context.Context, graph.Tx) error { ran = true; return nil })
	if !errors.Is(err, context.Canceled) || ran {
		t.Errorf("Update with a cancelled context ran: %t, and returned %v", ran, err)
	}
	same(t, "the store after a cancelled update", dump(t, s), before)
	apply(t, s, w[1])
}

func noHalfBatch(t *testing.T, s graph.Store) {
	w := World()
	apply(t, s, w[0])
	read := func() string {
		text, err := Dump(t.Context(), s)
		if err != nil {
			t.Error(err)
		}
		return text
	}
	before := read()
	apply(t, s, graph.Batch{}) // an empty one changes nothing
	if err := s.Update(t.Context(), func(ctx context.Context, tx graph.Tx) error {
		b := w[1]
		edges := b.PutEdges
		b.PutEdges = nil
		if _, err := tx.Apply(ctx, b); err != nil {
			return err
		}
		same(t, "what a reader sees of half a batch", read(), before)
		_, err := tx.Apply(ctx, graph.Batch{PutEdges: edges})
		same(t, "what a reader sees before the commit", read(), before)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if read() == before {
		t.Error("a reader does not see what was committed")
	}
}

// Writers that read, add one and write lose nothing: each is alone.
func writersOneByOne(t *testing.T, s graph.Store) {
	const writers, rounds = 4, 5
	var all sync.WaitGroup
	for range writers {
		all.Go(func() {
			for range rounds {
				if err := s.Update(t.Context(), func(ctx context.Context, tx graph.Tx) error {
					found, err := tx.Blocks(ctx, []string{"n"})
					if err != nil {
						return err
					}
					_, err = tx.Apply(ctx, graph.Batch{PutBlocks: map[string][]byte{"n": append(found["n"], '+')}})
					return err
				}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	read(t, s, func(ctx context.Context, tx graph.Reader) error {
		found, err := tx.Blocks(ctx, []string{"n"})
		same(t, "what all wrote", len(found["n"]), writers*rounds)
		return err
	})
}

func writeWhileReading(t *testing.T, s graph.Store) {
	var b graph.Batch
	for i := range 300 {
		b.PutNodes = append(b.PutNodes, node(graph.Ref{Label: graph.Person, ID: fmt.Sprintf("p-%03d", i)}, nil))
	}
	apply(t, s, b)
	seen := 0
	for n, err := range s.Nodes(t.Context(), graph.Person) {
		if err != nil {
			t.Fatal(err)
		}
		if seen == 10 {
			apply(t, s, World()...)
		}
		if n.ID[:2] == "p-" {
			seen++
		}
	}
	same(t, "nodes seen by a reader beside a writer", seen, 300)
}
