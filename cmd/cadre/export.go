package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"cadre/config"
	"cadre/graph"
	"cadre/graph/export"
	"cadre/queries"

	"github.com/urfave/cli/v2"
)

func exportCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "export",
		Usage:     "print the whole graph",
		UsageText: "cadre export [flags]\ncadre export --format neo4j-admin [flags] DIR",
		Description: `Prints nodes and edges, one JSON object a line, sorted: the same bytes for the
same graph, whatever the order of loading or the engine. Other formats:

   cypher       a script for cypher-shell, which may be run again
   graphml      GraphML for Gephi, yEd, igraph or networkx
   ftm          FollowTheMoney entities, one JSON object a line
   neo4j-admin  CSV files in the new folder DIR, and the line that imports them

` + example("cadre export --format ndjson > graph.ndjson\ncadre export --format neo4j-admin new-folder"),
		Flags: append(storeFlags(), &cli.StringFlag{Name: "format", Usage: "print as `FORMAT`: ndjson, cypher, graphml, ftm or neo4j-admin"}),
		Action: func(c *cli.Context) error {
			cfg, err := settings(c, "format")
			if err != nil {
				return err
			}
			return runExport(c.Context, e, cfg, cmp.Or(c.String("format"), "ndjson"), c.Args().Slice())
		},
	}
}

func runExport(ctx context.Context, e *env, cfg config.Config, format string, args []string) error {
	write, ok := map[string]func(context.Context, io.Writer, graph.Store) error{
		"ndjson": withConflicts, "cypher": export.Cypher, "graphml": export.GraphML, "ftm": export.FTM, "neo4j-admin": nil,
	}[format]
	switch {
	case !ok:
		return usagef("export cannot print %s: choose ndjson, cypher, graphml, ftm or neo4j-admin", format)
	case write == nil && len(args) != 1:
		return usagef("name one new folder for the CSV files, as in cadre export --format neo4j-admin new-folder")
	case write != nil && len(args) > 0:
		return usagef("%q is too much: export prints to standard output, as in cadre export > graph.ndjson", args[0])
	}
	s, err := openStore(ctx, cfg, true)
	if err != nil {
		return missingStore(cfg, err)
	}
	defer s.Close(context.WithoutCancel(ctx))
	if write != nil {
		return write(ctx, e.stdout, s)
	}
	line, err := export.Neo4jAdmin(ctx, args[0], s)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(e.stdout, line)
	return err
}

func withConflicts(ctx context.Context, w io.Writer, s graph.Store) error {
	c, err := conflicts(ctx, s)
	if err != nil {
		return err
	}
	return export.NDJSON(ctx, w, s, c)
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
