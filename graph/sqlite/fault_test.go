package sqlite_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cadre/graph"
	"cadre/graph/graphtest"
	"cadre/graph/sqlite"

	"github.com/google/go-cmp/cmp"
)

func TestFullDisk(t *testing.T) {
	s := load(t, filepath.Join(t.TempDir(), "store.db"), graphtest.World()...)
	before := dump(t, s)
	if err := s.Exec(t.Context(), "PRAGMA max_page_count = 80"); err != nil {
		t.Fatal(err)
	}
	err := apply(t.Context(), s, graphtest.Articles(0, 500))
	if !errors.Is(err, graph.ErrFull) {
		t.Fatalf("loading onto a full disk: %v", err)
	}
	if d := cmp.Diff(before, dump(t, s)); d != "" {
		t.Errorf("a full disk changed the store:\n%s", d)
	}
	if err := s.Exec(t.Context(), "PRAGMA max_page_count = 1000000"); err != nil {
		t.Fatal(err)
	}
	if err := apply(t.Context(), s, graphtest.Articles(0, 500)); err != nil {
		t.Errorf("loading after space was made: %v", err)
	}
}

// A function that hides a batch's failure does not get half of it committed.
func TestHiddenFailure(t *testing.T) {
	s := load(t, sqlite.Memory)
	err := s.Update(t.Context(), func(ctx context.Context, tx graph.Tx) error {
		b := graphtest.World()[0]
		b.PutEdges = append(b.PutEdges, graph.Edge{Type: "HAUNTS", Key: "x"})
		tx.Apply(ctx, b)
		return nil
	})
	if err == nil || dump(t, s) != "" {
		t.Errorf("Update returned %v and left\n%s", err, dump(t, s))
	}
}

// Another process holds the file; here it is another store, which shares
// nothing with the first.
func TestBusy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	holder := load(t, path)
	waiter := open(t, path, sqlite.Options{Wait: 50 * time.Millisecond})
	patient := open(t, path, sqlite.Options{Wait: time.Minute})
	nothing := func(context.Context, graph.Tx) error { return nil }
	err := holder.Update(t.Context(), func(ctx context.Context, tx graph.Tx) error {
		if err := waiter.Update(ctx, nothing); !errors.Is(err, graph.ErrBusy) {
			t.Errorf("a second writer: %v", err)
		}
		soon, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
		defer cancel()
		if err := patient.Update(soon, nothing); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("a writer that stops waiting: %v", err)
		}
		if err := holder.Update(soon, nothing); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("a writer of the same store that stops waiting: %v", err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := waiter.Update(t.Context(), nothing); err != nil {
		t.Errorf("a writer after the first: %v", err)
	}
}

// TestKilled kills a process while it loads, at several moments. The file then
// holds whole batches only, and can be loaded into again.
func TestKilled(t *testing.T) {
	if path := os.Getenv("CADRE_TEST_KILLED"); path != "" {
		loadForever(t, path)
	}
	const size = 20
	for _, delay := range []time.Duration{0, 3, 17, 60, 150} {
		path := filepath.Join(t.TempDir(), "store.db")
		child := exec.Command(os.Args[0], "-test.run=^TestKilled$")
		child.Env = append(os.Environ(), "CADRE_TEST_KILLED="+path)
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		io.ReadFull(out, make([]byte, 1)) // it is in the middle of its third batch
		time.Sleep(delay * time.Millisecond)
		child.Process.Kill()
		child.Wait()

		s := load(t, path)
		articles, evidence, records := 0, 0, 0
		for range s.Nodes(t.Context(), graph.Article) {
			articles++
		}
		for range s.Edges(t.Context(), graph.Reports) {
			evidence++
		}
		for range s.Records(t.Context()) {
			records++
		}
		if articles < 2*size || articles%size != 0 || records != articles || evidence != 20*articles {
			t.Errorf("killed after %d ms: %d articles, %d records, %d reports", delay, articles, records, evidence)
		}
		table, err := s.Query(t.Context(), "SELECT count(*) AS n FROM search WHERE search MATCH 'hoi AND thu AND \"song mau\"'", nil)
		if err != nil || fmt.Sprint(table.Rows) != fmt.Sprintf("[[%d]]", articles) {
			t.Errorf("search finds %v of %d articles, %v", table.Rows, articles, err)
		}
		if err := apply(t.Context(), s, graphtest.Articles(0, size)); err != nil {
			t.Errorf("loading again: %v", err)
		}
	}
}

// loadForever loads batches and says so once, in the middle of the third.
func loadForever(t *testing.T, path string) {
	s := load(t, path)
	for i := 0; ; i++ {
		if err := s.Update(t.Context(), func(ctx context.Context, tx graph.Tx) error {
			if _, err := tx.Apply(ctx, graphtest.Articles(i*20, 10)); err != nil {
				return err
			}
			if i == 2 {
				fmt.Print("x")
			}
			_, err := tx.Apply(ctx, graphtest.Articles(i*20+10, 10))
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
}

// TestForbidden has a user without rights meet a store: root has all rights,
// so it runs the test again as another user.
func TestForbidden(t *testing.T) {
	if os.Getuid() == 0 {
		asNobody(t)
		return
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "store.db")
	s := load(t, path, graphtest.World()...)
	want := dump(t, s)
	s.Close(t.Context())
	chmod := func(file, directory os.FileMode) {
		t.Helper()
		if err := errors.Join(os.Chmod(path, file), os.Chmod(dir, directory)); err != nil {
			t.Fatal(err)
		}
	}
	defer chmod(0o644, 0o755)

	// A medium that cannot be written can be read.
	chmod(0o444, 0o555)
	s = open(t, path, sqlite.Options{ReadOnly: true})
	if err := s.Prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, dump(t, s)); d != "" {
		t.Error(d)
	}
	for name, c := range map[string]struct{ file, dir os.FileMode }{
		"file and directory": {0o444, 0o555}, "file": {0o444, 0o755}, "no rights": {0o000, 0o755},
	} {
		chmod(c.file, c.dir)
		err := write(t.Context(), path)
		if !errors.Is(err, graph.ErrReadOnly) || !strings.Contains(err.Error(), "check the rights") {
			t.Errorf("%s: %v", name, err)
		}
	}
	chmod(0o644, 0o555)
	if err := write(t.Context(), filepath.Join(dir, "new.db")); !errors.Is(err, graph.ErrReadOnly) {
		t.Errorf("a new file in a directory without rights: %v", err)
	}
}

// write opens a store, prepares it and applies a batch.
func write(ctx context.Context, path string) error {
	s, err := sqlite.Open(ctx, path, sqlite.Options{})
	if err != nil {
		return err
	}
	defer s.Close(ctx)
	if err := s.Prepare(ctx); err != nil {
		return err
	}
	return apply(ctx, s, graphtest.World()[0])
}
