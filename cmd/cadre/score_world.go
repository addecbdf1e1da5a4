package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"cadre/config"
	"cadre/graph"
	"cadre/graph/export"
	"cadre/loaders"
	"cadre/loaders/score"
)

// runScoreWorld scores a graph: of the export named, of the store where one is
// given, else of the articles of the world, loaded into a store of their own.
func runScoreWorld(ctx context.Context, e *env, cfg config.Config, o scoring, dir string, stored bool, args []string) error {
	switch {
	case len(args) > 1 || len(args) == 1 && stored:
		return usagef("score one graph: --store STORE or a file that cadre export printed")
	case o.texts != "" || o.only != "":
		return usagef("--texts and --only do not go with --world")
	}
	gold, err := score.ReadWorld(dir)
	if err != nil {
		return marked{err, errInput}
	}
	words, err := score.NewWords()
	if err != nil {
		return err
	}
	w := worldScoring{env: e, cfg: cfg, gold: gold, words: words}
	switch {
	case len(args) == 1:
		err = w.export(args[0])
	case stored:
		err = w.store(ctx, cfg)
	default:
		err = w.articles(ctx, dir, o.seeds)
	}
	if err != nil {
		return err
	}
	faults := rows{columns: []string{"fault", "about", "text"}}
	for _, f := range w.result.Faults {
		faults.values = append(faults.values, []any{f.Fault, f.About, f.Text})
	}
	if err := printFigures(e, cfg.Format, o, w.result.Rows(), faults); err != nil {
		return err
	}
	return someFailed(e, w.failed)
}

type worldScoring struct {
	env    *env
	cfg    config.Config
	gold   score.WorldGold
	words  *score.Words
	result score.World
	failed []loaders.Failure
}

func (w *worldScoring) export(file string) error {
	r, err := openInput(w.env, file)
	if err != nil {
		return err
	}
	defer r.Close()
	if w.result, err = score.CompareWorld(w.words, w.gold, r); err != nil {
		return marked{fmt.Errorf("%s: %w", file, err), errInput}
	}
	return nil
}

func (w *worldScoring) store(ctx context.Context, cfg config.Config) error {
	s, err := openStore(ctx, cfg, true)
	if err != nil {
		return missingStore(cfg, err)
	}
	return errors.Join(w.graph(ctx, s), s.Close(context.WithoutCancel(ctx)))
}

// graph compares a graph while it is exported.
func (w *worldScoring) graph(ctx context.Context, s graph.Store) error {
	list, err := conflicts(ctx, s)
	if err != nil {
		return err
	}
	r, to := io.Pipe()
	done := make(chan struct{})
	go func() {
		to.CloseWithError(export.NDJSON(ctx, to, s, list))
		close(done)
	}()
	w.result, err = score.CompareWorld(w.words, w.gold, r)
	r.Close()
	<-done
	return err
}

// articles loads the world into a store that is thrown away.
func (w *worldScoring) articles(ctx context.Context, dir, seeds string) error {
	paths, err := textsIn(dir)
	if err != nil {
		return err
	}
	if seeds != "" {
		more, err := textsIn(seeds)
		if err != nil {
			return err
		}
		for _, path := range more {
			if _, known := w.gold.Article(path); known {
				paths = append(paths, path)
			}
		}
	} else if w.gold.Seeds() {
		fmt.Fprintln(w.env.stderr, "The gold tells of articles outside the folder (seed-NNN); they count as missed unless --seeds names where they are.")
	}
	if len(paths) == 0 {
		return marked{fmt.Errorf("no texts (NAME.txt) in %s", dir), errInput}
	}
	tmp, err := os.MkdirTemp("", "cadre-score-")
	if err != nil {
		return fmt.Errorf("make a folder for the store: %w", err)
	}
	defer os.RemoveAll(tmp)
	cfg := w.cfg
	cfg.Store = filepath.Join(tmp, "world.db")
	rep, err := load(ctx, w.env, cfg, paths, loaders.Options{BatchSize: cfg.Batch, Workers: cfg.Workers})
	if err != nil {
		return err
	}
	w.failed = rep.Failed
	return w.store(ctx, cfg)
}

func textsIn(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, usagef("read the texts: %w", err)
	}
	var paths []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".txt") {
			paths = append(paths, filepath.Join(dir, e.Name()))
		}
	}
	return paths, nil
}
