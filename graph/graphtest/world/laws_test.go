package world_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"cadre/graph"
	"cadre/graph/graphtest/world"
	"cadre/graph/sqlite"
)

func openName(ctx context.Context, name string) (graph.Store, error) {
	return sqlite.Open(ctx, name, sqlite.Options{})
}

func TestMain(m *testing.M) { os.Exit(world.Main(m, openName)) }

func TestLaws(t *testing.T) {
	worlds := 3
	if testing.Short() {
		worlds = 1
	}
	world.Laws(t, func(t *testing.T) graph.Store {
		s, err := openName(t.Context(), sqlite.Memory)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close(context.Background()) })
		return s
	}, worlds)
}

func TestKilled(t *testing.T) {
	world.Killed(t, func(t *testing.T) string { return filepath.Join(t.TempDir(), "graph.db") }, openName, 4)
}
