package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"cadre/config"
	"cadre/graph"
	"cadre/graph/sqlite"
	"cadre/loaders/resolve"
	"cadre/queries"

	"github.com/urfave/cli/v2"
)

// queryCommand has one subcommand a question, made from its header.
func queryCommand(e *env, args []string) *cli.Command {
	set, err := questions(args)
	cmd := &cli.Command{
		Name:      "query",
		Usage:     "ask the graph",
		UsageText: "cadre query [flags] QUESTION [flags]",
		Description: `Each row of an answer carries the articles that say so. A question's help shows
what can be asked: cadre query chaired --help. Own questions are pairs of
NAME.cypher and NAME.sql in the folder that --queries names.

` + example(`cadre query chaired --from 2024-01 --to 2024-12`),
		Flags: append(storeFlags(), formatFlag(), queriesFlag()),
	}
	for _, q := range set {
		cmd.Subcommands = append(cmd.Subcommands, questionCommand(e, q, err))
	}
	cmd.Action = func(c *cli.Context) error {
		switch {
		case err != nil:
			return marked{err, errUsage}
		case c.NArg() > 0:
			return unknownCommand(c, "question", cmd.Subcommands)
		}
		return cli.ShowSubcommandHelp(c)
	}
	return cmd
}

func queriesFlag() cli.Flag {
	return &cli.StringFlag{Name: "queries", Usage: "ask the questions in the folder `DIR` too (setting: queries)"}
}

// questions are those of the program and of the folder that the settings, or
// a flag among args, name; where that folder cannot be used, those of the
// program and the error.
func questions(args []string) (queries.Set, error) {
	set, err := queries.Embedded()
	if err != nil {
		return nil, err
	}
	cfg, err := config.Load(config.Sources{File: flagIn(args, "config")})
	if err != nil {
		return set, nil // the command itself will say so
	}
	dir := cfg.Queries
	if given := flagIn(args, "queries"); given != "" {
		dir = given
	}
	if dir == "" {
		return set, nil
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return set, fmt.Errorf("no folder of questions at %s: give a directory", dir)
	}
	own, err := queries.Load(os.DirFS(dir))
	if err != nil {
		return set, fmt.Errorf("%s: %w", dir, err)
	}
	for _, q := range own {
		for _, p := range q.Params {
			if slices.Contains(taken, p.Name) {
				return set, fmt.Errorf("%s: %s.cypher: param %s has the name of a flag of cadre: choose another", dir, q.Name, p.Name)
			}
		}
	}
	return set.Add(own), nil
}

// taken are the flags that every question has besides its arguments.
var taken = []string{"store", "config", "user", "database", "format", "queries", "packs", "graph", "help", "h"}

// flagIn finds a flag's value before the arguments are parsed.
func flagIn(args []string, flag string) string {
	for i, a := range args {
		a, isFlag := strings.CutPrefix(strings.TrimPrefix(a, "-"), "-")
		if value, ok := strings.CutPrefix(a, flag+"="); ok && isFlag {
			return value
		}
		if a == flag && isFlag && i+1 < len(args) {
			return args[i+1]
		}
	}
	return ""
}

// questionCommand asks one question, or fails with what is wrong with the
// user's own ones.
func questionCommand(e *env, q queries.Query, broken error) *cli.Command {
	cmd := &cli.Command{
		Name:        q.Name,
		Usage:       q.Title,
		UsageText:   fmt.Sprintf("cadre query %s [flags]", q.Name),
		Description: strings.TrimSpace(q.About + "\n\n" + example("cadre query "+q.Name+" "+strings.Join(q.Examples, "\ncadre query "+q.Name+" "))),
		Action: func(c *cli.Context) error {
			if broken != nil {
				return marked{broken, errUsage}
			}
			return ask(c, e, q)
		},
	}
	for _, p := range q.Params {
		cmd.Flags = append(cmd.Flags, &cli.StringFlag{Name: p.Name, Usage: usage(p)})
	}
	cmd.Flags = append(append(cmd.Flags, storeFlags()...), formatFlag(), queriesFlag(), packsFlag(),
		&cli.StringFlag{Name: "known-at", Usage: "answer from the articles published up to `DATE` alone"})
	if q.HasGraph() {
		cmd.Flags = append(cmd.Flags, &cli.BoolFlag{Name: "graph", Usage: "print the Cypher text that the Neo4j Browser draws as a graph"})
	}
	return cmd
}

// usage is the line of help for an argument of a question.
func usage(p queries.Param) string {
	text := strings.ReplaceAll(p.Help, "`", "'")
	if p.Values != nil {
		text += ": " + strings.Join(p.Values, ", ")
	}
	switch {
	case p.Required:
		text += " (required)"
	case p.Default != "":
		text += fmt.Sprintf(" (default %s)", p.Default)
	}
	kind := map[string]string{"date": "DATE", "from": "DATE", "until": "DATE", "int": "N", "words": "WORDS"}[p.Type]
	if kind == "" {
		kind = strings.ToUpper(p.Name)
	}
	return text + " `" + kind + "`"
}

func ask(c *cli.Context, e *env, q queries.Query) error {
	cfg, err := settings(c)
	if err != nil {
		return err
	}
	args, err := asked(c, q)
	if err != nil {
		return err
	}
	if c.Bool("graph") {
		return printGraph(e, cfg, q, args)
	}
	s, err := openStore(c.Context, cfg, c.String("known-at") == "")
	if err != nil {
		return missingStore(cfg, err)
	}
	defer func() { s.Close(context.WithoutCancel(c.Context)) }()
	if day := c.String("known-at"); day != "" {
		was := s
		if s, err = knownAt(c.Context, cfg, was, day); err != nil {
			s = was
			return err
		}
		was.Close(context.WithoutCancel(c.Context))
	}
	a, err := q.Run(c.Context, s, args)
	if err == nil && len(a.Rows) == 0 && canonical(cfg, q, args) {
		a, err = q.Run(c.Context, s, args)
	}
	if err != nil {
		return err
	}
	if err := answerRows(q, a).write(e.stdout, cfg.Format, e.width()); err != nil {
		return err
	}
	switch {
	case a.More:
		fmt.Fprintf(e.stderr, "There are more rows: raise --limit, or --limit 0 for all.\n")
	case len(a.Rows) == 0:
		fmt.Fprintf(e.stderr, "No rows.%s\n", strings.Join(hints(c.Context, s, q, args), ""))
	}
	return nil
}

// asked are the arguments of a question as the command line gives them, checked.
func asked(c *cli.Context, q queries.Query) (map[string]string, error) {
	args := map[string]string{}
	for _, p := range q.Params {
		if c.IsSet(p.Name) {
			args[p.Name] = c.String(p.Name)
		}
	}
	if c.NArg() > 0 {
		p := mainParam(q)
		if _, set := args[p]; set || p == "" {
			return nil, usagef("%q is too much: the arguments of a question are flags; see cadre query %s --help", c.Args().First(), q.Name)
		}
		args[p] = strings.Join(c.Args().Slice(), " ")
	}
	return args, q.Check(args)
}

// printGraph prints the graph form of a question, its arguments in it.
func printGraph(e *env, cfg config.Config, q queries.Query, args map[string]string) error {
	canonical(cfg, q, args)
	text, bound, err := q.Graph(args)
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(e.stdout, queries.Inline(text, bound))
	return err
}

// knownAt makes, in memory, the graph as the articles published by a day tell it.
func knownAt(ctx context.Context, cfg config.Config, s graph.Store, day string) (graph.Store, error) {
	d, err := graph.ParseDate(day)
	if err != nil {
		return nil, usagef("--known-at: %w", err)
	}
	v, err := newVocabulary(cfg)
	if err != nil {
		return nil, err
	}
	then, err := sqlite.Open(ctx, sqlite.Memory, sqlite.Options{})
	if err != nil {
		return nil, marked{err, errStore}
	}
	if err := then.Prepare(ctx); err != nil {
		return nil, errors.Join(err, then.Close(ctx))
	}
	if err := (&resolve.Resolver{Vocabulary: v}).KnownAt(ctx, s, then, d); err != nil {
		return nil, errors.Join(err, then.Close(ctx))
	}
	return then, nil
}

// canonical brings the offices among the arguments into the wording of the
// graph: they may be abbreviated or English. It tells whether it changed one.
func canonical(cfg config.Config, q queries.Query, args map[string]string) bool {
	changed := false
	for _, p := range q.Params {
		asked := args[p.Name]
		if p.Type != "office" || asked == "" {
			continue
		}
		x, err := newExtractor(cfg)
		if err != nil {
			return false
		}
		if o, ok := x.Office(asked); ok && graph.Fold(o.Canonical()) != graph.Fold(asked) {
			args[p.Name], changed = o.Canonical(), true
		}
	}
	return changed
}

// mainParam is the argument that may stand without its flag: the required one,
// where there is one alone.
func mainParam(q queries.Query) string {
	name := ""
	for _, p := range q.Params {
		switch {
		case p.Required && name != "":
			return ""
		case p.Required:
			name = p.Name
		}
	}
	return name
}

func answerRows(q queries.Query, a queries.Answer) rows {
	r := rows{columns: a.Columns, values: a.Rows, quiet: map[int]bool{}}
	for i, c := range q.Columns {
		r.quiet[i] = c.Quiet
	}
	return r
}

// missingStore says how to make the store that is not there.
func missingStore(cfg config.Config, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return marked{fmt.Errorf("no store at %s: make it with cadre load, or name another with --store", cfg.Store), errStore}
	}
	return err
}
