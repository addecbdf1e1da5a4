package main

import (
	"context"
	"errors"
	"fmt"

	"cadre/config"
	"cadre/graph"
	"cadre/loaders"
	"cadre/loaders/extract"
	"cadre/loaders/resolve"

	"github.com/urfave/cli/v2"
)

func removeCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "remove",
		Usage:     "take articles out of the graph",
		UsageText: "cadre remove [flags] ARTICLE …",
		Description: `Names articles by the path or address that answers show, or by id. The graph is
then as if they had never been loaded; an earlier version that one of them stood
in for counts again.

` + example("cadre remove samples/2024-07-11-giao-ban-quy-ii.txt"),
		Flags: append(storeFlags(), formatFlag(), packsFlag()),
		Action: func(c *cli.Context) error {
			if c.NArg() == 0 {
				return usagef("nothing to remove: name articles as answers show them, as in cadre remove news/one.txt")
			}
			return change(c, e, func(ctx context.Context, s graph.Store, _ *extract.Extractor, v *resolve.Vocabulary) (loaders.Report, error) {
				ids, err := articleIDs(ctx, s, c.Args().Slice())
				if err != nil {
					return loaders.Report{}, err
				}
				return loaders.Remove(ctx, s, v, ids, loaders.Options{})
			})
		},
	}
}

func undoCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:        "undo",
		Usage:       "take out what the last load brought",
		UsageText:   "cadre undo [flags]",
		Description: "Removes the articles of the last load that still has some; again for the one before.\n\n" + example("cadre undo"),
		Flags:       append(storeFlags(), formatFlag(), packsFlag()),
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return usagef("%q is too much: undo takes out the last load; for single articles use cadre remove", c.Args().First())
			}
			return change(c, e, func(ctx context.Context, s graph.Store, _ *extract.Extractor, v *resolve.Vocabulary) (loaders.Report, error) {
				return loaders.Undo(ctx, s, v, loaders.Options{})
			})
		},
	}
}

func reextractCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:        "reextract",
		Usage:       "read the articles of the graph again with the rules and words of now",
		UsageText:   "cadre reextract [flags]",
		Description: "Only articles whose facts changed are written. The files are not needed: the store keeps the texts.\n\n" + example("cadre reextract --packs words/"),
		Flags: append(storeFlags(), formatFlag(), packsFlag(),
			&cli.IntFlag{Name: "workers", Usage: "read `N` articles at a time; 0: one a processor (setting: workers)"}),
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return usagef("%q is too much: reextract reads what the store holds", c.Args().First())
			}
			return change(c, e, func(ctx context.Context, s graph.Store, x *extract.Extractor, v *resolve.Vocabulary) (loaders.Report, error) {
				bar := newProgress(e)
				defer bar.end()
				cfg, err := settings(c)
				if err != nil {
					return loaders.Report{}, err
				}
				return loaders.Reextract(ctx, s, x, v, loaders.Options{Workers: cfg.Workers, BatchSize: cfg.Batch, Progress: bar.at})
			})
		},
	}
}

// change opens a store that is there, changes it and reports.
func change(c *cli.Context, e *env, do func(context.Context, graph.Store, *extract.Extractor, *resolve.Vocabulary) (loaders.Report, error)) error {
	ctx := c.Context
	cfg, err := settings(c)
	if err != nil {
		return err
	}
	if isFresh(cfg.Store) {
		return marked{fmt.Errorf("no store at %s: make it with cadre load, or name another with --store", cfg.Store), errStore}
	}
	x, err := newExtractor(cfg)
	if err != nil {
		return err
	}
	v, err := newVocabulary(cfg)
	if err != nil {
		return err
	}
	s, err := openStore(ctx, cfg, false)
	if err != nil {
		return err
	}
	rep, err := do(ctx, s, x, v)
	if err = errors.Join(err, s.Close(context.WithoutCancel(ctx))); err != nil {
		return err
	}
	if err := printChange(e, cfg, rep); err != nil {
		return err
	}
	return someFailed(e, rep.Failed)
}

func printChange(e *env, cfg config.Config, rep loaders.Report) error {
	if cfg.Format != "table" {
		r := rows{columns: []string{"removed", "rewritten", "unchanged", "failed"},
			values: [][]any{{int64(rep.Removed), int64(rep.Loaded), int64(rep.Unchanged), int64(len(rep.Failed))}}}
		return r.write(e.stdout, cfg.Format, 0)
	}
	_, err := fmt.Fprintf(e.stdout, "%d articles removed, %d rewritten, %d as they were.\n", rep.Removed, rep.Loaded, rep.Unchanged)
	return err
}

// articleIDs finds articles by path, address, hash or id.
func articleIDs(ctx context.Context, s graph.Store, names []string) ([]string, error) {
	found := map[string][]string{}
	for n, err := range s.Nodes(ctx, graph.Article) {
		if err != nil {
			return nil, err
		}
		hash, _ := n.Props["hash"].(string)
		for _, key := range []any{n.Props["path"], n.Props["url"], hash, n.ID} {
			if k, ok := key.(string); ok && k != "" {
				found[k] = joined(found[k], hash)
			}
		}
	}
	var ids []string
	for _, name := range names {
		if found[name] == nil {
			return nil, usagef("no article %q in the store: write its path as answers show it", name)
		}
		for _, id := range found[name] {
			ids = joined(ids, id)
		}
	}
	return ids, nil
}
