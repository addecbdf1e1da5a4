package sqlite_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cadre/graph"
	"cadre/graph/graphtest"
	"cadre/graph/sqlite"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write testdata/schema.sql")

// The tables of each version are on record: whoever changes them is told here
// to raise the version, or an older cadre would write into tables it does not
// know.
func TestSchemaVersion(t *testing.T) {
	s := open(t, sqlite.Memory, sqlite.Options{})
	got := fmt.Sprintf("-- version %d\n%s", sqlite.Version, s.Tables())
	if *update {
		if err := os.WriteFile("testdata/schema.sql", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/schema.sql")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("the tables have changed: raise version in prepare.go if a release wrote the old ones, then run with -update\n%s", d)
	}
}

func TestMigration(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	s := load(t, path, graphtest.World()...)
	want := dump(t, s)
	// An older version, that knew neither a column nor an index nor a table.
	for _, text := range []string{"DROP INDEX person_folded", "ALTER TABLE person DROP COLUMN died", "DROP TABLE place", "PRAGMA user_version = 0"} {
		if err := s.Exec(t.Context(), text); err != nil {
			t.Fatal(err)
		}
	}
	s.Close(t.Context())

	old := open(t, path, sqlite.Options{ReadOnly: true})
	if err := old.Prepare(t.Context()); !errors.Is(err, graph.ErrReadOnly) {
		t.Errorf("an older store opened for reading: %v", err)
	}
	s = load(t, path, graphtest.World()...)
	if d := cmp.Diff(want, dump(t, s)); d != "" {
		t.Errorf("the migrated store (-want +got):\n%s", d)
	}
	if err := s.Exec(t.Context(), "DROP INDEX person_folded"); err != nil {
		t.Errorf("the index was not made: %v", err)
	}
	if err := open(t, path, sqlite.Options{ReadOnly: true}).Prepare(t.Context()); err != nil {
		t.Errorf("the migrated store opened for reading: %v", err)
	}
}

// What is no store of ours is told apart from one, and stays as it is.
func TestForeignFile(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	altered := func(name, text string) string {
		path := filepath.Join(dir, name)
		s := load(t, path, graphtest.World()...)
		if err := s.Exec(t.Context(), text); err != nil {
			t.Fatal(err)
		}
		s.Close(t.Context())
		return path
	}
	damaged := altered("damaged.db", "SELECT 1")
	if err := os.Truncate(damaged, 3000); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path string
		want error
		says string
	}{
		{write("text.db", strings.Repeat("Hội nghị toàn quốc. ", 100)), graph.ErrNotStore, "name another file"},
		{write("short.db", "x"), graph.ErrNotStore, "name another file"},
		{damaged, graph.ErrNotStore, "damaged.db"},
		{altered("other.db", "PRAGMA application_id = 7"), graph.ErrNotStore, "another program's file"},
		{altered("unmarked.db", "PRAGMA application_id = 0"), graph.ErrNotStore, "another program's file"},
		{altered("newer.db", "PRAGMA user_version = 99"), graph.ErrNewer, "version 99"},
	} {
		before, _ := os.ReadFile(c.path)
		for _, readOnly := range []bool{false, true} {
			err := prepare(t.Context(), c.path, readOnly)
			if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), c.path) || strings.Contains(err.Error(), "\n") {
				t.Errorf("%s, read-only %t: %v", filepath.Base(c.path), readOnly, err)
			}
		}
		if after, _ := os.ReadFile(c.path); string(after) != string(before) {
			t.Errorf("%s was changed", c.path)
		}
	}
	if err := prepare(t.Context(), dir, false); !errors.Is(err, graph.ErrNotStore) {
		t.Errorf("a directory: %v", err)
	}
}

func TestMissing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.db")
	err := prepare(t.Context(), path, true)
	if !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "no store at "+path+": run cadre load first") {
		t.Errorf("a missing file opened for reading: %v", err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("opening for reading made the file")
	}
	for _, readOnly := range []bool{false, true} {
		if err := prepare(t.Context(), filepath.Join(path, "store.db"), readOnly); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("a missing directory, read-only %t: %v", readOnly, err)
		}
	}
	// An empty file is a store that nobody has prepared.
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := prepare(t.Context(), path, true); !errors.Is(err, graph.ErrNotStore) {
		t.Errorf("an empty file opened for reading: %v", err)
	}
	if err := prepare(t.Context(), path, false); err != nil {
		t.Errorf("an empty file: %v", err)
	}
}

func TestReadOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	want := dump(t, load(t, path, graphtest.World()...))
	s := open(t, path, sqlite.Options{ReadOnly: true})
	if err := s.Prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, dump(t, s)); d != "" {
		t.Error(d)
	}
	err := s.Update(t.Context(), func(context.Context, graph.Tx) error { return nil })
	if !errors.Is(err, graph.ErrReadOnly) {
		t.Errorf("Update of a store opened for reading: %v", err)
	}
}

// prepare opens, prepares and closes a store.
func prepare(ctx context.Context, path string, readOnly bool) error {
	s, err := sqlite.Open(ctx, path, sqlite.Options{ReadOnly: readOnly})
	if err != nil {
		return err
	}
	defer s.Close(ctx)
	return s.Prepare(ctx)
}

// load opens a store and applies batches.
func load(t testing.TB, path string, batches ...graph.Batch) *sqlite.Store {
	t.Helper()
	s := open(t, path, sqlite.Options{})
	if err := s.Prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, b := range batches {
		if err := apply(t.Context(), s, b); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func apply(ctx context.Context, s graph.Store, b graph.Batch) error {
	return s.Update(ctx, func(ctx context.Context, tx graph.Tx) error {
		_, err := tx.Apply(ctx, b)
		return err
	})
}

func dump(t testing.TB, s graph.Store) string {
	t.Helper()
	text, err := graphtest.Dump(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
