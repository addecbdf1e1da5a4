package article

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Stdin is the argument, and the path of the article, that mean standard input.
const Stdin = "-"

// Source is one article found and not yet read.
type Source struct {
	Path  string // as shown to the user: the argument and what follows it, with forward slashes
	stdin io.Reader
}

// Walk visits the articles behind the arguments, in their order: a file is
// itself, a directory the articles in it and below it (sorted by name, hidden
// ones and links to directories left out), "-" standard input.
//
// An argument that cannot be used is visited with its error and does not end
// the walk; an error of visit, or the end of ctx, does. Walk returns how many
// files of other kinds it passed over.
func Walk(ctx context.Context, args []string, stdin io.Reader, visit func(Source, error) error) (passed int, err error) {
	w := walker{ctx: ctx, visit: visit}
	for _, arg := range args {
		if err := ctx.Err(); err != nil {
			return w.passed, err
		}
		if arg == Stdin {
			err = visit(Source{Path: Stdin, stdin: stdin}, nil)
		} else {
			err = w.argument(arg)
		}
		if err != nil {
			return w.passed, err
		}
	}
	return w.passed, nil
}

type walker struct {
	ctx           context.Context
	visit         func(Source, error) error
	found, passed int
}

func (w *walker) argument(arg string) error {
	shown := filepath.ToSlash(arg)
	info, err := os.Stat(arg)
	switch {
	case err != nil:
		return w.fail(shown, reason(err))
	case info.IsDir():
		found, passed := w.found, w.passed
		if err := w.directory(arg, shown); err != nil || w.found > found {
			return err
		}
		return w.fail(shown, fmt.Errorf("%w (files of other kinds in it: %d)", ErrNoArticles, w.passed-passed))
	case !info.Mode().IsRegular():
		return w.fail(shown, ErrSpecial)
	case !readable(arg):
		return w.fail(shown, ErrKind)
	}
	w.found++
	return w.visit(Source{Path: shown}, nil)
}

func (w *walker) directory(dir, shown string) error {
	entries, err := os.ReadDir(dir) // sorted by name
	if err != nil {
		w.found++ // it may hold articles: this error is enough
		return w.fail(shown, reason(err))
	}
	for _, e := range entries {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		file, name := filepath.Join(dir, e.Name()), path.Join(shown, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."):
			continue
		case e.IsDir():
			err = w.directory(file, name)
		case readable(file) && regular(file, e):
			w.found++
			err = w.visit(Source{Path: name}, nil)
		default:
			w.passed++
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) fail(shown string, err error) error {
	return w.visit(Source{Path: shown}, &Error{Path: shown, Err: err})
}

// readable says whether a file's name is that of an article.
func readable(name string) bool {
	return slices.Contains([]string{".txt", ".text"}, strings.ToLower(filepath.Ext(name)))
}

// regular follows a link to a file; one that leads to a directory could lead
// in a circle, and is not followed.
func regular(file string, e fs.DirEntry) bool {
	if e.Type()&fs.ModeSymlink == 0 {
		return e.Type().IsRegular()
	}
	info, err := os.Stat(file)
	return err == nil && info.Mode().IsRegular()
}

// Read reads and parses the article. Its errors are of type *Error.
func (s Source) Read(told Told) (Article, error) {
	raw, err := s.bytes()
	if err != nil {
		return Article{}, &Error{Path: s.Path, Err: err}
	}
	return Parse(s.Path, raw, told)
}

func (s Source) bytes() ([]byte, error) {
	if s.Path == Stdin {
		if s.stdin == nil {
			return nil, ErrEmpty
		}
		return readLimited(s.stdin)
	}
	name := filepath.FromSlash(s.Path)
	info, err := os.Stat(name) // before opening: a pipe would wait for a writer
	switch {
	case err != nil:
		return nil, reason(err)
	case !info.Mode().IsRegular():
		return nil, ErrSpecial
	case info.Size() > MaxSize:
		return nil, ErrTooLarge
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, reason(err)
	}
	defer f.Close()
	return readLimited(f)
}

func readLimited(r io.Reader) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, reason(err)
	}
	if len(raw) > MaxSize {
		return nil, ErrTooLarge
	}
	return raw, nil
}

// reason takes the path out of a system error, which the caller names anyway.
func reason(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return ErrNotFound
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
