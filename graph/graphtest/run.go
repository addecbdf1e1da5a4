package graphtest

import (
	"context"
	"testing"

	"cadre/graph"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// Run tries every law on an engine. open makes an empty store and sees to its
// end; Run prepares it. A law may open another one: the one before is not used
// any more then, so that an engine may have room for one only.
func Run(t *testing.T, open func(*testing.T) graph.Store) {
	for _, law := range []struct {
		name string
		try  func(*testing.T, graph.Store)
	}{
		{"PrepareTwice", prepareTwice},
		{"ApplyTwice", applyTwice},
		{"OrderOfBatches", func(t *testing.T, s graph.Store) {
			orderOfBatches(t, s, func() graph.Store { return prepared(t, open) })
		}},
		{"EveryKindRoundTrips", everyKind},
		{"SameEndsOtherKey", sameEnds},
		{"ReplaceProperties", replaceProperties},
		{"RefuseUnknown", refuseUnknown},
		{"Sorted", sorted},
		{"DropEdges", dropEdges},
		{"DropNodes", dropNodes},
		{"DropUnsupported", dropUnsupported},
		{"Vocabulary", vocabulary},
		{"VocabularyKept", vocabularyKept},
		{"VocabularyChain", vocabularyChain},
		{"RemoveArticle", func(t *testing.T, s graph.Store) {
			removeArticle(t, s, func() graph.Store { return prepared(t, open) })
		}},
		{"Records", records},
		{"Blocks", blocks},
		{"Reporters", reporters},
		{"FailedUpdate", failedUpdate},
		{"PanickedUpdate", panickedUpdate},
		{"CancelledUpdate", cancelledUpdate},
		{"NoHalfBatch", noHalfBatch},
		{"WritersOneByOne", writersOneByOne},
		{"WriteWhileReading", writeWhileReading},
		{"Query", query},
		{"QueryMayNotWrite", queryMayNotWrite},
		{"CancelledRead", cancelledRead},
		{"Close", closed},
	} {
		t.Run(law.name, func(t *testing.T) { law.try(t, prepared(t, open)) })
	}
}

func prepared(t *testing.T, open func(*testing.T) graph.Store) graph.Store {
	t.Helper()
	s := open(t)
	if err := s.Prepare(t.Context()); err != nil {
		t.Fatalf("prepare an empty store: %v", err)
	}
	return s
}

// apply applies batches, a transaction each, and sums what they did.
func apply(t *testing.T, s graph.Store, batches ...graph.Batch) graph.Changes {
	t.Helper()
	var sum graph.Changes
	for _, b := range batches {
		if err := s.Update(t.Context(), func(ctx context.Context, tx graph.Tx) error {
			c, err := tx.Apply(ctx, b)
			sum = sum.Add(c)
			return err
		}); err != nil {
			t.Fatalf("apply a batch: %v", err)
		}
	}
	return sum
}

// dump is Dump of the world.
func dump(t *testing.T, s graph.Store) string {
	t.Helper()
	text, err := Dump(t.Context(), s, worldBlocks...)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// read runs fn in a transaction.
func read(t *testing.T, s graph.Store, fn func(context.Context, graph.Reader) error) {
	t.Helper()
	if err := s.Update(t.Context(), func(ctx context.Context, tx graph.Tx) error { return fn(ctx, tx) }); err != nil {
		t.Fatal(err)
	}
	if err := fn(t.Context(), s.Reader()); err != nil {
		t.Fatal(err)
	}
}

// same compares; a nil list is an empty one.
func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
		t.Errorf("%s (-want +got):\n%s", what, d)
	}
}

// allNodes and allEdges read everything there is.
func allNodes(t *testing.T, s graph.Store) map[string]graph.Node {
	t.Helper()
	all := map[string]graph.Node{}
	for _, k := range graph.Nodes() {
		for n, err := range s.Nodes(t.Context(), k.Label) {
			if err != nil {
				t.Fatal(err)
			}
			all[n.ID] = n
		}
	}
	return all
}

func allEdges(t *testing.T, s graph.Store) map[string]graph.Edge {
	t.Helper()
	all := map[string]graph.Edge{}
	for _, k := range graph.Edges() {
		for e, err := range s.Edges(t.Context(), k.Type) {
			if err != nil {
				t.Fatal(err)
			}
			all[e.Key] = e
		}
	}
	return all
}
