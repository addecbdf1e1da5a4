package sqlite_test

import (
	"path/filepath"
	"testing"

	"cadre/graph"
	"cadre/graph/graphtest"
	"cadre/graph/sqlite"
)

func TestStore(t *testing.T) {
	t.Run("File", func(t *testing.T) {
		graphtest.Run(t, func(t *testing.T) graph.Store {
			return open(t, filepath.Join(t.TempDir(), "sông ?#%41.db"), sqlite.Options{})
		})
	})
	t.Run("Memory", func(t *testing.T) {
		graphtest.Run(t, func(t *testing.T) graph.Store { return open(t, sqlite.Memory, sqlite.Options{}) })
	})
}

// open opens a store and closes it when the test ends.
func open(t testing.TB, path string, opts sqlite.Options) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(t.Context()) })
	return s
}

func BenchmarkStore(b *testing.B) {
	graphtest.Bench(b, func(t testing.TB) graph.Store {
		return open(t, filepath.Join(t.TempDir(), "store.db"), sqlite.Options{})
	})
}
