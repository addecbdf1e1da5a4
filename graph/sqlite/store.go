package sqlite

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"cadre/graph"
)

// Memory is the path of a store that lives in memory until it is closed.
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
	memory bool
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
	s := &Store{path: path, memory: path == Memory, schema: newSchema(graph.Nodes(), graph.Edges())}
	if opts.Wait == 0 {
		opts.Wait = 10 * time.Second
	}
	f := file{wait: opts.Wait}
	if s.memory {
		// A name shares the database between this store's connections only.
		f.uri = "file:/" + rand.Text() + "?vfs=memdb"
		opts.ReadOnly = false
	} else {
		if err := checkPath(path, opts.ReadOnly); err != nil {
			return nil, err
		}
		uri, err := fileURI(path)
		if err != nil {
			return nil, fmt.Errorf("find the store %s: %w", path, err)
		}
		f.path, f.uri = path, uri
	}
	if !opts.ReadOnly {
		w, err := openWriter(ctx, f)
		if err != nil {
			return nil, s.fail(err)
		}
		s.writer = w
	}
	reads, err := openReads(ctx, f, opts.ReadOnly)
	if err != nil {
		if s.writer != nil {
			s.writer.close()
		}
		return nil, s.fail(err)
	}
	s.reads = reads
	return s, nil
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
		return nil
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

// Close releases the file. A store that was written keeps no log beside it.
func (s *Store) Close(ctx context.Context) error {
	err := s.reads.Close()
	if s.writer != nil {
		err = errors.Join(err, s.writer.close())
	}
	return s.fail(err)
}
