package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"

	"cadre/config"
	"cadre/loaders"
	"cadre/loaders/article"
	"cadre/loaders/extract"

	"github.com/urfave/cli/v2"
	"golang.org/x/sync/errgroup"
)

func extractCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "extract",
		Usage:     "print what articles say, without a store",
		UsageText: "cadre extract [flags] FILE|DIR|- …",
		Description: `Prints one JSON object an article: people, positions, events, roles, documents
and changes, each with the words that say so and their place in the file.
--format is ndjson (one line an article) or json (one list).

` + example("cadre extract --format ndjson news/ > facts.ndjson"),
		Flags: append([]cli.Flag{&cli.StringFlag{Name: "config", Usage: "read the settings from `FILE`"},
			&cli.StringFlag{Name: "format", Usage: "print as `FORMAT`: ndjson or json"}, packsFlag(),
			&cli.IntFlag{Name: "workers", Usage: "read `N` articles at a time; 0: one a processor (setting: workers)"}}, toldFlags()...),
		Action: func(c *cli.Context) error {
			cfg, err := settings(c)
			if err != nil {
				return err
			}
			if cfg.Format == "table" && !c.IsSet("format") {
				cfg.Format = "ndjson"
			}
			return runExtract(c.Context, e, cfg, c.Args().Slice(), article.Told{Published: c.String("published"), Source: c.String("source")})
		},
	}
}

func runExtract(ctx context.Context, e *env, cfg config.Config, args []string, told article.Told) error {
	switch {
	case len(args) == 0:
		return usagef("nothing to read: name files, directories or - for standard input, as in cadre extract news/")
	case cfg.Format != "ndjson" && cfg.Format != "json":
		return usagef("extract prints ndjson or json, not %s; to read a single article's facts use cadre explain FILE", cfg.Format)
	}
	if err := checkTold(told); err != nil {
		return err
	}
	x, err := newExtractor(cfg)
	if err != nil {
		return err
	}
	p := extraction{env: e, x: x, told: told, list: cfg.Format == "json", workers: cfg.Workers}
	if p.workers == 0 {
		p.workers = runtime.GOMAXPROCS(0)
	}
	_, err = article.Walk(ctx, args, e.stdin, func(src article.Source, err error) error {
		p.waiting = append(p.waiting, source{src, err})
		if len(p.waiting) < 16*p.workers {
			return nil
		}
		return p.flush(ctx)
	})
	if err = errors.Join(err, p.flush(ctx)); err != nil {
		return err
	}
	if p.printed == 0 {
		return noneRead(e, p.failed)
	}
	if p.list {
		if _, err := fmt.Fprint(e.stdout, "\n]\n"); err != nil {
			return err
		}
	}
	return someFailed(e, p.failed)
}

type source struct {
	article.Source
	err error
}

// extraction reads a number of articles at a time and prints them in order.
type extraction struct {
	env     *env
	x       *extract.Extractor
	told    article.Told
	list    bool // one JSON list instead of lines
	workers int
	waiting []source
	printed int
	failed  []loaders.Failure
}

func (p *extraction) flush(ctx context.Context) error {
	lines := make([][]byte, len(p.waiting))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(p.workers)
	for i := range p.waiting {
		g.Go(func() error {
			src := &p.waiting[i]
			if src.err == nil {
				lines[i], src.err = p.line(src.Source)
			}
			return ctx.Err()
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	for i, src := range p.waiting {
		if src.err != nil {
			p.failed = append(p.failed, loaders.Failure{Path: src.Path, Err: src.err})
			continue
		}
		before, after := "", "\n"
		if p.list {
			if before, after = ",\n", ""; p.printed == 0 {
				before = "[\n"
			}
		}
		if _, err := fmt.Fprintf(p.env.stdout, "%s%s%s", before, lines[i], after); err != nil {
			return err
		}
		p.printed++
	}
	p.waiting = p.waiting[:0]
	return nil
}

func (p *extraction) line(src article.Source) (line []byte, err error) {
	defer func() { // a fault in a rule must not take the other articles with it
		if r := recover(); r != nil {
			err = fmt.Errorf("%s: a rule failed on this article (%v): please report it", article.PrintPath(src.Path), r)
		}
	}()
	art, err := src.Read(p.told)
	if err != nil {
		return nil, err
	}
	if line, err = p.x.Extract(art).JSON(); err != nil {
		return nil, err
	}
	return escape(line), nil
}
