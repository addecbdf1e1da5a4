package world_test

import (
	"context"
	"flag"
	"io"
	"path/filepath"
	"testing"
	"time"

	"cadre/graph"
	"cadre/graph/export"
	"cadre/graph/graphtest/world"
	"cadre/graph/sqlite"
	"cadre/loaders"
	"cadre/loaders/extract"
	"cadre/loaders/resolve"
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
	w := small(t, world.Options{Articles: *articles, Seed: *seed, Homonyms: *homonyms, Variants: 0.05, English: 0.15})
	dir := t.TempDir()
	if err := w.Write(filepath.Join(dir, "news"), 0, *articles); err != nil {
		t.Fatal(err)
	}
	s := openFile(t, filepath.Join(dir, "world.db"))
	began := time.Now()
	rep := load(t, s, filepath.Join(dir, "news"), loaders.Options{})
	took := time.Since(began)
	if len(rep.Failed) > 0 || rep.Read != *articles {
		t.Fatalf("loaded %d of %d articles, failed: %v", rep.Read, *articles, rep.Failed)
	}
	r, out := io.Pipe()
	go func() { out.CloseWithError(export.NDJSON(t.Context(), out, s, nil)) }()
	scores, err := w.Score(r, *articles)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d articles, %.0f a second, %d people\n%v", *articles, float64(*articles)/took.Seconds(), w.People(), scores)
	if *examples {
		for _, e := range scores.Examples {
			t.Log(e)
		}
	}
	if f1 := scores.Known.F1(); f1 < 0.95 {
		t.Errorf("people: pairwise F1 %.4f, want at least 0.95", f1)
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

func load(t testing.TB, s graph.Store, dir string, o loaders.Options) loaders.Report {
	t.Helper()
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	v, err := resolve.OpenVocabulary()
	if err != nil {
		t.Fatal(err)
	}
	rep, err := loaders.Load(context.Background(), s, x, v, []string{dir}, nil, o)
	if err != nil {
		t.Fatal(err)
	}
	return rep
}
