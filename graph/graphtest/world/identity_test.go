package world_test

import (
	"context"
	"flag"
	"io"
	"testing"

	"cadre/graph"
	"cadre/graph/export"
	"cadre/graph/sqlite"
)

var (
	articles = flag.Int("world.articles", 400, "how many articles TestWorldIdentity loads; the target is set for 100000")
	homonyms = flag.Float64("world.homonyms", 0.02, "share of people of that world who share their name with another")
	examples = flag.Bool("world.examples", false, "show some of what is wrong")
	seed     = flag.Uint64("world.seed", 1, "seed of that world")
)

// TestWorldIdentity loads a world and compares who is who with the truth:
//
//	go test ./graph/graphtest/world -run TestWorldIdentity -world.articles=100000 -v
func TestWorldIdentity(t *testing.T) {
	w := makeWorld(t, *articles)
	path, cost := w.store(t, *articles)
	s := openFile(t, path)
	r, out := io.Pipe()
	go func() { out.CloseWithError(export.NDJSON(t.Context(), out, s, nil)) }()
	scores, err := w.Score(r, *articles)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d articles of %d people, loaded at %v\n%v", *articles, w.People(), rate(*articles, cost), scores)
	if *examples {
		for _, e := range scores.Examples {
			t.Log(e)
		}
	}
	floor := 0.97 // a small world does not report most moves
	if *articles >= 20_000 {
		floor = 0.99
	}
	if f1 := scores.People.F1(); f1 < floor {
		t.Errorf("people: pairwise F1 %.4f, want at least %.2f", f1, floor)
	}
}

func openFile(t testing.TB, path string) graph.Store {
	t.Helper()
	s, err := sqlite.Open(context.Background(), path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(context.Background()) })
	if err := s.Prepare(context.Background()); err != nil {
		t.Fatal(err)
	}
	return s
}
