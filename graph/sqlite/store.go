package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"cadre/graph"
)

// Memory is the path of a store that is gone when it is closed. It is a file
// in a temporary directory: only a file lets readers work beside a writer.
const Memory = ":memory:"

// Options say how a store is opened. The zero value opens it for writing.
type Options struct {
	// ReadOnly never creates or changes the file.
	ReadOnly bool
	// Wait is how long a writer waits for another process before ErrBusy; 0 is
	// ten seconds.
	Wait time.Duration
}

// Store is a graph in one SQLite file. Open makes it.
type Store struct {
	path   string
	temp   string // directory to remove on Close, "" for none
	schema schema
	reads  *sql.DB
	writer *writer // nil when opened read-only
}

var _ graph.Store = (*Store)(nil)

// Open opens the file at path, or makes it unless opts.ReadOnly is set. What
// is in the file is looked at by Prepare only. It returns graph.ErrNotStore for
// a directory and an error that wraps fs.ErrNotExist for a missing file or
// directory.
func Open(ctx context.Context, path string, opts Options) (*Store, error) {
	s := &Store{path: path, schema: newSchema(graph.Nodes(), graph.Edges())}
	if opts.Wait == 0 {
		opts.Wait = 10 * time.Second
	}
	f := file{path: path, wait: opts.Wait, sync: "NORMAL"}
	if path == Memory {
		dir, err := os.MkdirTemp("", "cadre-")
		if err != nil {
			return nil, fmt.Errorf("make a place for a passing store: %w", err)
		}
		s.temp, f.path, f.sync, opts.ReadOnly = dir, filepath.Join(dir, "store.db"), "OFF", false
	} else if err := checkPath(path, opts.ReadOnly); err != nil {
		return nil, err
	}
	if err := s.connect(ctx, f, opts.ReadOnly); err != nil {
		return nil, errors.Join(s.fail(err), s.Close(ctx))
	}
	return s, nil
}

// connect opens the connections; what it opened before an error is left to Close.
func (s *Store) connect(ctx context.Context, f file, readOnly bool) (err error) {
	if f.uri, err = fileURI(f.path); err != nil {
		return fmt.Errorf("find the store %s: %w", s.path, err)
	}
	if !readOnly {
		if s.writer, err = openWriter(ctx, f); err != nil {
			return err
		}
	}
	s.reads, err = openReads(ctx, f, readOnly)
	return err
}

// checkPath gives the errors whose cause SQLite would not name.
func checkPath(path string, readOnly bool) error {
	if path == "" {
		return errors.New("the store has no path: name a file")
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("%s: %w: it is a directory; name a file in it", path, graph.ErrNotStore)
	case err == nil && !info.Mode().IsRegular():
		return fmt.Errorf("%s: %w: it is no regular file", path, graph.ErrNotStore)
	case err == nil:
		return checkHeader(path)
	case !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("open the store: %w", err)
	case readOnly:
		return missing{fmt.Sprintf("no store at %s: run cadre load first", path)}
	}
	if dir := filepath.Dir(path); !isDir(dir) {
		return missing{fmt.Sprintf("no directory %s for the store: make it first", dir)}
	}
	return nil
}

// checkHeader refuses a file that does not begin as SQLite's do; SQLite itself
// takes a short one for empty and writes over it.
func checkHeader(path string) error {
	const magic = "SQLite format 3\x00"
	f, err := os.Open(path)
	if err != nil {
		return nil // SQLite says which right is missing
	}
	defer f.Close()
	begin := make([]byte, len(magic))
	n, err := io.ReadFull(f, begin)
	if n > 0 && string(begin[:n]) != magic {
		return fmt.Errorf("%s: %w: name another file", path, graph.ErrNotStore)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("read the store: %w", err)
	}
	return nil
}

// missing is an error of its own words that is fs.ErrNotExist.
type missing struct{ text string }

func (e missing) Error() string { return e.text }
func (e missing) Unwrap() error { return fs.ErrNotExist }

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// Dialect is graph.SQL.
func (s *Store) Dialect() graph.Dialect { return graph.SQL }

// Close releases the file; closing again does nothing. A store that was
// written keeps no log beside it.
func (s *Store) Close(ctx context.Context) error {
	var err error
	if s.reads != nil {
		err = s.reads.Close()
	}
	if s.writer != nil {
		err = errors.Join(err, s.writer.close())
	}
	if s.temp != "" {
		err = errors.Join(err, os.RemoveAll(s.temp))
	}
	return s.fail(err)
}
