package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"cadre/config"
	"cadre/graph"
	"cadre/loaders"
	"cadre/loaders/article"
	"cadre/loaders/resolve"

	"github.com/urfave/cli/v2"
)

func loadCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "load",
		Usage:     "read articles into the graph",
		UsageText: "cadre load [flags] FILE|DIR|- …",
		Description: `Reads text files, all text files in directories, or one article from standard
input (-), and writes what they say into the store. Loading an article again
changes nothing; a newer version of it takes the place of the old one. An
article that cannot be read is named and does not stop the others.

` + example("cadre load news/\ncadre load --store news.db --published 2024-01-18 article.txt"),
		Flags: append(append(storeFlags(), formatFlag(), packsFlag(),
			&cli.IntFlag{Name: "workers", Usage: "read `N` articles at a time; 0: one a processor (setting: workers)"},
			&cli.IntFlag{Name: "batch", Usage: "write `N` articles in one transaction; 0: as many as is good (setting: batch)"},
			&cli.BoolFlag{Name: "force", Usage: "write articles again that are there already"},
			&cli.BoolFlag{Name: "dry-run", Usage: "say what would change and write nothing"}), toldFlags()...),
		Action: func(c *cli.Context) error {
			cfg, err := settings(c)
			if err != nil {
				return err
			}
			return runLoad(c.Context, e, cfg, c.Args().Slice(), loaders.Options{
				Told:      article.Told{Published: c.String("published"), Source: c.String("source")},
				BatchSize: cfg.Batch, Workers: cfg.Workers, Force: c.Bool("force"), DryRun: c.Bool("dry-run"),
			})
		},
	}
}

func runLoad(ctx context.Context, e *env, cfg config.Config, args []string, o loaders.Options) error {
	if len(args) == 0 {
		return usagef("nothing to load: name files, directories or - for standard input, as in cadre load news/")
	}
	if err := checkTold(o.Told); err != nil {
		return err
	}
	if err := anyArticle(ctx, e, args); err != nil {
		return err
	}
	fresh := isFresh(cfg.Store)
	began := time.Now()
	rep, err := load(ctx, e, cfg, args, o)
	if err == nil && rep.Read == 0 {
		if fresh {
			discard(cfg.Store)
		}
		return noneRead(e, rep.Failed)
	}
	if err != nil {
		return err
	}
	if err := printReport(e, cfg.Format, rep, o.DryRun, time.Since(began)); err != nil {
		return err
	}
	if rep.Difference != nil && cfg.Format == "table" {
		if err := printDifference(e, rep.Difference); err != nil {
			return err
		}
	}
	return someFailed(e, rep.Failed)
}

// load opens the store and loads.
func load(ctx context.Context, e *env, cfg config.Config, args []string, o loaders.Options) (loaders.Report, error) {
	x, err := newExtractor(cfg)
	if err != nil {
		return loaders.Report{}, err
	}
	v, err := newVocabulary(cfg)
	if err != nil {
		return loaders.Report{}, err
	}
	s, err := openStore(ctx, cfg, false)
	if err != nil {
		return loaders.Report{}, err
	}
	bar := newProgress(e)
	o.Progress = bar.at
	rep, err := loaders.Load(ctx, s, x, v, args, e.stdin, o)
	bar.end()
	return rep, errors.Join(err, s.Close(context.WithoutCancel(ctx)))
}

func newVocabulary(c config.Config) (*resolve.Vocabulary, error) {
	if c.Packs == "" {
		return resolve.OpenVocabulary()
	}
	return resolve.OpenVocabulary(os.DirFS(c.Packs))
}

func checkTold(t article.Told) error {
	if _, err := graph.ParseDate(t.Published); err != nil {
		return usagef("--published: %w", err)
	}
	return nil
}

// anyArticle looks whether there is one file to read before a store is opened
// for it, and says what is wrong when there is none.
func anyArticle(ctx context.Context, e *env, args []string) error {
	found := errors.New("found")
	var failed []loaders.Failure
	_, err := article.Walk(ctx, args, e.stdin, func(src article.Source, err error) error {
		if err == nil {
			return found
		}
		failed = append(failed, loaders.Failure{Path: src.Path, Err: err})
		return nil
	})
	switch {
	case errors.Is(err, found):
		return nil
	case err != nil:
		return err
	}
	return noneRead(e, failed)
}

// noneRead is the error when no article could be read. A single failure is the
// error itself.
func noneRead(e *env, failed []loaders.Failure) error {
	if len(failed) == 1 {
		return marked{failed[0].Err, errInput}
	}
	printFailures(e, failed)
	return marked{fmt.Errorf("none of the %d articles could be read; nothing was changed", len(failed)), errInput}
}

func someFailed(e *env, failed []loaders.Failure) error {
	if len(failed) == 0 {
		return nil
	}
	printFailures(e, failed)
	return marked{fmt.Errorf("%d of the articles could not be read; the others are done", len(failed)), errSome}
}

// maxFailures is how many failures are named one by one.
const maxFailures = 20

func printFailures(e *env, failed []loaders.Failure) {
	for i, f := range failed {
		if i == maxFailures {
			fmt.Fprintf(e.stderr, "… and %d more\n", len(failed)-i)
			return
		}
		fmt.Fprintln(e.stderr, clean(f.Err.Error()))
	}
}

// isFresh tells whether a store is a file that does not exist yet.
func isFresh(store string) bool {
	_, err := os.Stat(store)
	return !strings.Contains(store, "://") && errors.Is(err, fs.ErrNotExist)
}

// discard deletes a store that was made for nothing.
func discard(store string) {
	for _, suffix := range []string{"", "-wal", "-shm"} {
		os.Remove(store + suffix)
	}
}

// printReport prints what a load did.
func printReport(e *env, format string, rep loaders.Report, dry bool, took time.Duration) error {
	r := rows{
		columns: []string{"read", "loaded", "unchanged", "superseded", "failed", "passed_over", "people", "offices", "conferences", "documents"},
		values: [][]any{{int64(rep.Read), int64(rep.Loaded), int64(rep.Unchanged), int64(rep.Superseded), int64(len(rep.Failed)), int64(rep.Passed),
			int64(rep.New[graph.Person]), int64(rep.New[graph.Position]), int64(rep.New[graph.Conference]), int64(rep.New[graph.Resolution])}},
	}
	if format != "table" {
		return r.write(e.stdout, format, 0)
	}
	verb := "Loaded"
	if dry {
		verb = "Would load"
	}
	_, err := fmt.Fprintf(e.stdout, "%s %d articles of %d read (%d there already, %d superseded, %d failed, %d files of other kinds passed over) in %.1f s.\nNew: %d people, %d offices, %d conferences, %d documents.\n",
		verb, rep.Loaded, rep.Read, rep.Unchanged, rep.Superseded, len(rep.Failed), rep.Passed, took.Seconds(),
		rep.New[graph.Person], rep.New[graph.Position], rep.New[graph.Conference], rep.New[graph.Resolution])
	return err
}

// printDifference says what a dry run would have made.
func printDifference(e *env, d *resolve.Difference) error {
	for _, part := range []struct {
		mark  string
		what  string
		lines []string
	}{
		{"+", "person", d.People}, {"+", "office", d.Offices}, {"+", "conference", d.Conferences}, {"+", "document", d.Documents},
		{"!", "conflict", d.Conflicts}, {"?", "one name, several people", d.Homonyms},
	} {
		for _, l := range part.lines {
			if _, err := fmt.Fprintf(e.stdout, "%s %s: %s\n", part.mark, part.what, clean(l)); err != nil {
				return err
			}
		}
	}
	return nil
}
