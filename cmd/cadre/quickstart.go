package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"cadre/config"
	"cadre/loaders"
	"cadre/queries"
	"cadre/samples"

	"github.com/urfave/cli/v2"
)

func quickstartCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "quickstart",
		Usage:     "load the sample articles into a fresh store and answer a question",
		UsageText: "cadre quickstart [flags]",
		Description: `Loads fourteen invented articles that come with the program into a new file (a
temporary one, or the one that --store names, which must not exist yet), shows
who chaired which conference, and says what to try next.

` + example("cadre quickstart\ncadre quickstart --store sample.db"),
		Flags: append(storeFlags(), formatFlag()),
		Action: func(c *cli.Context) error {
			cfg, err := settings(c)
			if err != nil {
				return err
			}
			if c.NArg() > 0 {
				return usagef("%q is too much: quickstart loads its own samples; for your own articles use cadre load", c.Args().First())
			}
			_, named := given(c, "store")
			return runQuickstart(c.Context, e, cfg, named)
		},
	}
}

func runQuickstart(ctx context.Context, e *env, cfg config.Config, named bool) error {
	dir, err := os.MkdirTemp("", "cadre-")
	if err != nil {
		return fmt.Errorf("make a folder for the samples: %w", err)
	}
	defer os.RemoveAll(filepath.Join(dir, "samples"))
	if !named {
		cfg.Store = filepath.Join(dir, "sample.db")
	} else if cfg.Store, err = filepath.Abs(cfg.Store); err != nil {
		return err
	} else if !isFresh(cfg.Store) {
		return usagef("%s exists: quickstart makes a new store, name another file", cfg.Store)
	} else {
		defer os.RemoveAll(dir)
	}
	rep, err := loadSamples(ctx, e, cfg, dir)
	if err != nil {
		return err
	}
	fmt.Fprintf(e.stderr, "Loaded the %d sample articles, all invented, into %s\n\n", rep.Loaded, cfg.Store)
	s, err := openStore(ctx, cfg, true)
	if err != nil {
		return err
	}
	defer s.Close(context.WithoutCancel(ctx))
	set, err := queries.Embedded()
	if err != nil {
		return err
	}
	q, err := set.Find("chaired")
	if err != nil {
		return err
	}
	a, err := q.Run(ctx, s, nil)
	if err != nil {
		return err
	}
	if err := answerRows(q, a).write(e.stdout, cfg.Format, e.width()); err != nil {
		return err
	}
	fmt.Fprintf(e.stderr, next, cfg.Store)
	return nil
}

const next = `
That was: cadre query chaired. Try next
  cadre query --store %[1]s holders --position "Bí thư Tỉnh ủy Bình Lãng"
  cadre query --store %[1]s roles --person "Kieu The Lam"
  cadre query --store %[1]s presented --document 191-NQ/TW
  cadre query --help                      all questions
  cadre load news/                        your own articles, into cadre.db
`

// loadSamples writes the embedded articles into dir/samples and loads them from
// there, so that they are known as samples/NAME.
func loadSamples(ctx context.Context, e *env, cfg config.Config, dir string) (loaders.Report, error) {
	if err := os.CopyFS(filepath.Join(dir, "samples"), samples.FS); err != nil {
		return loaders.Report{}, fmt.Errorf("write the samples: %w", err)
	}
	if err := os.Chdir(dir); err != nil {
		return loaders.Report{}, fmt.Errorf("write the samples: %w", err)
	}
	rep, err := load(ctx, e, cfg, []string{"samples"}, loaders.Options{})
	if err != nil {
		return rep, err
	}
	return rep, someFailed(e, rep.Failed)
}
