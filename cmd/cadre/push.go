package main

import (
	"context"
	"errors"
	"io/fs"
	"time"

	"cadre/config"
	"cadre/loaders"

	"github.com/urfave/cli/v2"
)

func pushCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "push",
		Usage:     "bring one store's articles into another",
		UsageText: "cadre push [flags] --from STORE --to STORE",
		Description: `Copies the articles of a store as they were read, and the analysts' decisions,
into another one on whatever engine, and makes the graph there. Into an empty
store it makes the same graph. Broken off, it goes on where it was. Where both
stores have decisions, the target's own win.

` + example("cadre push --from cadre.db --to bolt://127.0.0.1:7687\ncadre push --from bolt://127.0.0.1:7687 --to copy.db"),
		Flags: append(storeFlags()[1:], formatFlag(), packsFlag(),
			&cli.StringFlag{Name: "from", Usage: "the `STORE` to read: a file, bolt://HOST:PORT or neo4j://HOST:PORT"},
			&cli.StringFlag{Name: "to", Usage: "the `STORE` to write"},
			&cli.IntFlag{Name: "batch", Usage: "write `N` articles in one transaction; 0: as many as is good (setting: batch)"},
			&cli.BoolFlag{Name: "force", Usage: "write articles again that are there already"}),
		Action: func(c *cli.Context) error {
			cfg, err := settings(c)
			if err != nil {
				return err
			}
			from, to := c.String("from"), c.String("to")
			switch {
			case c.NArg() > 0:
				return usagef("%q is too much: name the stores with --from and --to", c.Args().First())
			case from == "" || to == "":
				return usagef("name both stores, as in cadre push --from cadre.db --to bolt://127.0.0.1:7687")
			case from == to:
				return usagef("--from and --to are one store: %s", from)
			}
			return runPush(c.Context, e, cfg, from, to, loaders.Options{BatchSize: cfg.Batch, Force: c.Bool("force")})
		},
	}
}

func runPush(ctx context.Context, e *env, cfg config.Config, from, to string, o loaders.Options) (err error) {
	v, err := newVocabulary(cfg)
	if err != nil {
		return err
	}
	cfg.Store = from
	if isFresh(from) {
		return missingStore(cfg, fs.ErrNotExist)
	}
	source, err := openStore(ctx, cfg, false)
	if err != nil {
		return missingStore(cfg, err)
	}
	defer func() { err = errors.Join(err, source.Close(context.WithoutCancel(ctx))) }()
	cfg.Store = to
	target, err := openStore(ctx, cfg, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, target.Close(context.WithoutCancel(ctx))) }()
	bar := newProgress(e)
	o.Progress = bar.at
	began := time.Now()
	rep, err := loaders.Push(ctx, source, target, v, o)
	bar.end()
	if err != nil {
		return err
	}
	if err := printReport(e, cfg.Format, rep, false, time.Since(began)); err != nil {
		return err
	}
	return someFailed(e, rep.Failed)
}
