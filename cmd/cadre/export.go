package main

import (
	"context"
	"fmt"
	"slices"

	"cadre/graph"
	"cadre/graph/export"
	"cadre/queries"

	"github.com/urfave/cli/v2"
)

func exportCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "export",
		Usage:     "print the whole graph",
		UsageText: "cadre export [flags]",
		Description: `Prints nodes and edges, one JSON object a line, sorted: the same bytes for the
same graph, whatever the order of loading or the engine.

` + example("cadre export --format ndjson > graph.ndjson"),
		Flags: append(storeFlags(), &cli.StringFlag{Name: "format", Usage: "print as `FORMAT`: ndjson"}),
		Action: func(c *cli.Context) error {
			cfg, err := settings(c)
			if err != nil {
				return err
			}
			if c.NArg() > 0 {
				return usagef("%q is too much: export prints to standard output, as in cadre export > graph.ndjson", c.Args().First())
			}
			if format := c.String("format"); format != "" && format != "ndjson" {
				return usagef("export prints ndjson, not %s", format)
			}
			s, err := openStore(c.Context, cfg, true)
			if err != nil {
				return missingStore(cfg, err)
			}
			defer s.Close(context.WithoutCancel(c.Context))
			conflicts, err := conflicts(c.Context, s)
			if err != nil {
				return err
			}
			return export.NDJSON(c.Context, e.stdout, s, conflicts)
		},
	}
}

// conflicts are the rows of the question of that name, the sides of one
// conflict joined.
func conflicts(ctx context.Context, s graph.Store) ([]export.Conflict, error) {
	set, err := queries.Embedded()
	if err != nil {
		return nil, err
	}
	q, err := set.Find("conflicts")
	if err != nil {
		return nil, err
	}
	a, err := q.Run(ctx, s, map[string]string{"limit": "0"})
	if err != nil {
		return nil, err
	}
	column := func(row []any, name string) string {
		v, _ := row[slices.Index(a.Columns, name)].(string)
		return v
	}
	var out []export.Conflict
	index := map[string]int{}
	for _, row := range a.Rows {
		key := fmt.Sprint(column(row, "kind"), "\x00", column(row, "date"), "\x00", column(row, "about_id"), "\x00", column(row, "at"))
		i, ok := index[key]
		if !ok {
			i = len(out)
			index[key] = i
			out = append(out, export.Conflict{Kind: column(row, "kind"), On: graph.Date(column(row, "date")), About: column(row, "about_id")})
		}
		c := &out[i]
		c.People = joined(c.People, column(row, "person_id"))
		articles, _ := row[slices.Index(a.Columns, "article")].([]any)
		for _, id := range articles {
			if text, ok := id.(string); ok {
				c.Articles = joined(c.Articles, text)
			}
		}
	}
	return out, nil
}

// joined adds a value to a sorted list that does not have it.
func joined(list []string, value string) []string {
	if i, ok := slices.BinarySearch(list, value); !ok {
		list = slices.Insert(list, i, value)
	}
	return list
}
