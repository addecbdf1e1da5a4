package loaders_test

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sync/errgroup"

	"cadre/graph"
	"cadre/graph/sqlite"
	"cadre/loaders"

	"github.com/google/go-cmp/cmp"
)

// TestTwoLoads loads two folders into one file at once, article by article, as
// two processes do: each finds again and again that the other has written since
// it worked its articles out.
func TestTwoLoads(t *testing.T) {
	p := newPushed(t)
	path := filepath.Join(t.TempDir(), "both.db")
	news := t.TempDir()
	write(t, news, 40)
	both := make([]graph.Store, 2)
	for i := range both {
		s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close(t.Context()) })
		if err := s.Prepare(t.Context()); err != nil {
			t.Fatal(err)
		}
		both[i] = s
	}
	var g errgroup.Group
	for i, dir := range []string{p.later, news} {
		g.Go(func() error {
			_, err := loaders.Load(t.Context(), both[i], p.x, p.v, []string{dir}, strings.NewReader(""), loaders.Options{BatchSize: 1})
			return err
		})
	}
	if err := g.Wait(); err != nil {
		t.Fatal(err)
	}
	numbers := map[int64]bool{}
	for r, err := range both[0].Records(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		numbers[r.Batch] = true
	}
	if len(numbers) != 2 {
		t.Errorf("two loads have the numbers %v: undo could not tell them apart", numbers)
	}
	one := prepared(t)
	p.load(t, one, p.later)
	p.load(t, one, news)
	if d := cmp.Diff(ndjson(t, one), ndjson(t, both[0])); d != "" {
		t.Errorf("another graph (-one after the other +at once):\n%s", d)
	}
}
