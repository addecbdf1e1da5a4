package neo4j_test

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"cadre/graph"
	"cadre/graph/export"
	"cadre/graph/graphtest"
	"cadre/graph/graphtest/world"
	"cadre/graph/neo4j"
	"cadre/graph/sqlite"
	"cadre/loaders"
	"cadre/loaders/extract"
	"cadre/loaders/resolve"
)

var sameArticles = flag.Int("same.articles", 300, "how many synthetic articles both engines export")

func openName(ctx context.Context, name string) (graph.Store, error) {
	return neo4j.Open(ctx, name, neo4j.Options{})
}

func TestMain(m *testing.M) { os.Exit(world.Main(m, openName)) }

// The laws of the graph on whole articles, as SQLite keeps them.
func TestLaws(t *testing.T) {
	address := graphtest.Neo4j(t)
	world.Laws(t, func(t *testing.T) graph.Store {
		graphtest.Empty(t, address)
		return open(t, address, neo4j.Options{})
	}, 1)
}

func TestKilled(t *testing.T) {
	address := graphtest.Neo4j(t)
	world.Killed(t, func(t *testing.T) string {
		graphtest.Empty(t, address)
		return address
	}, openName, 1)
}

// TestSameBytes loads the same articles into both engines and compares what
// they export, byte for byte: the samples, a synthetic world, and the
// evaluation's sets where they are.
func TestSameBytes(t *testing.T) {
	address := graphtest.Neo4j(t)
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	v, err := resolve.OpenVocabulary()
	if err != nil {
		t.Fatal(err)
	}
	w, err := world.New(world.Options{Articles: *sameArticles, Seed: 7, Homonyms: 0.02, Variants: 0.1, English: 0.3})
	if err != nil {
		t.Fatal(err)
	}
	made := t.TempDir()
	if err := w.Write(made, 0, *sameArticles); err != nil {
		t.Fatal(err)
	}
	sets := map[string][]string{"samples": {"../../samples"}, "world": {made}}
	if shared := "../../../shared"; exists(shared) {
		sets["evaluation"] = []string{shared + "/seeds", shared + "/eval/dev-vi", shared + "/eval/dev-en", shared + "/eval/dev-real", shared + "/eval/dev-real2", shared + "/eval/world-dev"}
	}
	for name, folders := range sets {
		t.Run(name, func(t *testing.T) {
			load := func(s graph.Store) []byte {
				t.Helper()
				if err := s.Prepare(t.Context()); err != nil {
					t.Fatal(err)
				}
				rep, err := loaders.Load(t.Context(), s, x, v, folders, nil, loaders.Options{})
				if err != nil || len(rep.Failed) > 0 {
					t.Fatalf("load: %v %v", err, rep.Failed)
				}
				var b bytes.Buffer
				if err := export.NDJSON(t.Context(), &b, s, nil); err != nil {
					t.Fatal(err)
				}
				return b.Bytes()
			}
			file, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"), sqlite.Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer file.Close(context.WithoutCancel(t.Context()))
			graphtest.Empty(t, address)
			want, got := load(file), load(open(t, address, neo4j.Options{}))
			if !bytes.Equal(want, got) {
				t.Errorf("SQLite exports %d bytes, Neo4j %d others", len(want), len(got))
			}
			t.Logf("%d bytes from both", len(want))
		})
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
