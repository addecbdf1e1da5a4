package main

import (
	"context"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"cadre/config"
	"cadre/graph"
	"cadre/graph/neo4j"
	"cadre/graph/sqlite"
	"cadre/loaders/extract"

	"github.com/mattn/go-isatty"
	"github.com/urfave/cli/v2"
	"golang.org/x/term"
)

// env is what a command works with.
type env struct {
	stdin          io.Reader
	stdout, stderr io.Writer
}

// settings reads the settings of a command: the flags given, at the command or
// before it, win over the environment and the file. A flag that means something
// else at this command is its own.
func settings(c *cli.Context, own ...string) (config.Config, error) {
	flags := map[string]string{}
	for flag, key := range map[string]string{
		"store": "store", "format": "format", "workers": "workers", "batch": "batch", "packs": "packs", "queries": "queries",
		"user": "neo4j.user", "password-file": "neo4j.password_file", "database": "neo4j.database",
	} {
		if value, ok := given(c, flag); ok && !slices.Contains(own, flag) {
			flags[key] = value
		}
	}
	file, _ := given(c, "config")
	return config.Load(config.Sources{File: file, Flags: flags})
}

// given finds a flag at the command or at one that it is part of. urfave's own
// look-up stops at the innermost command that knows the flag, set or not.
func given(c *cli.Context, flag string) (string, bool) {
	for _, at := range c.Lineage() {
		if at.Command == nil {
			continue
		}
		for _, name := range at.LocalFlagNames() {
			if name == flag {
				return at.String(flag), true
			}
		}
	}
	return "", false
}

// openStore opens the store that the settings name and looks whether it can be
// used. Its address says which engine keeps it.
func openStore(ctx context.Context, c config.Config, readOnly bool) (graph.Store, error) {
	s, err := openEngine(ctx, c, readOnly)
	if err != nil {
		return nil, marked{err, errStore}
	}
	if err := s.Prepare(ctx); err != nil {
		s.Close(context.WithoutCancel(ctx))
		return nil, marked{err, errStore}
	}
	return s, nil
}

func openEngine(ctx context.Context, c config.Config, readOnly bool) (graph.Store, error) {
	if strings.Contains(c.Store, "://") {
		o := neo4j.Options{Database: c.Neo4j.Database, ReadOnly: readOnly}
		if c.Neo4j.Password != "" {
			o.User, o.Password = c.Neo4j.User, c.Neo4j.Password
		}
		return neo4j.Open(ctx, c.Store, o)
	}
	return sqlite.Open(ctx, c.Store, sqlite.Options{ReadOnly: readOnly})
}

// newExtractor reads the language packs, with the user's own words over them.
func newExtractor(c config.Config) (*extract.Extractor, error) {
	if c.Packs == "" {
		return extract.New()
	}
	if info, err := os.Stat(c.Packs); err != nil || !info.IsDir() {
		return nil, usagef("no folder of packs at %s: give a directory", c.Packs)
	}
	return extract.New(os.DirFS(c.Packs))
}

// terminal tells whether a stream is a terminal.
func terminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}

// width is how many columns fit on a line of stdout, 0 where lines have no
// end: COLUMNS says it, else the terminal.
func (e *env) width() int {
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	if f, ok := e.stdout.(*os.File); ok && terminal(f) {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil {
			return n
		}
	}
	return 0
}
