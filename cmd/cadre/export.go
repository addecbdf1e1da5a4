package main

import (
	"context"

	"cadre/graph/export"

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
			return export.NDJSON(c.Context, e.stdout, s, nil)
		},
	}
}
