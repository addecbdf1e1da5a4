package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"cadre/config"
	"cadre/graph"
	"cadre/loaders/resolve"

	"github.com/urfave/cli/v2"
	"go.yaml.in/yaml/v3"
)

func reviewCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "review",
		Usage:     "decide doubtful pairs of people, offices and meetings",
		UsageText: "cadre review [flags]\n   cadre review [flags] apply FILE",
		Description: `Lists the pairs of which the articles leave open whether they are one, with what
speaks for and against. On a terminal it asks about each and writes your answers
into the decisions file; elsewhere it prints them in the form of that file, each
decision commented out: keep the right ones, and run cadre review apply FILE.
Decisions always win. The file can be kept in git.

` + example("cadre review > doubts.yaml\ncadre review --decisions decisions.yaml\ncadre review apply decisions.yaml"),
		Flags: append(storeFlags(), packsFlag(),
			&cli.StringFlag{Name: "decisions", Value: "", Usage: "the decisions `FILE` that answers are written to (default decisions.yaml)"},
			&cli.IntFlag{Name: "limit", Usage: "at most `N` pairs (default 50; 0: all)"}),
		Subcommands: []*cli.Command{{
			Name:        "apply",
			Usage:       "let the decisions of a file count, and no others",
			UsageText:   "cadre review apply [flags] FILE",
			Description: "Replaces the decisions of the store by those of the file and makes the graph\nanew where they differ.\n\n" + example("cadre review apply decisions.yaml"),
			Flags:       append(storeFlags(), packsFlag()),
			Action: func(c *cli.Context) error {
				cfg, err := settings(c)
				if err != nil {
					return err
				}
				if c.NArg() != 1 {
					return usagef("name one decisions file, as in cadre review apply decisions.yaml")
				}
				return runApply(c.Context, e, cfg, c.Args().First())
			},
		}},
		Action: func(c *cli.Context) error {
			cfg, err := settings(c)
			if err != nil {
				return err
			}
			if c.NArg() > 0 {
				return usagef("%q is too much: see cadre review --help", c.Args().First())
			}
			limit := 50
			if c.IsSet("limit") {
				limit = c.Int("limit")
			}
			file := c.String("decisions")
			if file == "" {
				file = "decisions.yaml"
			}
			return runReview(c.Context, e, cfg, file, limit)
		},
	}
}

// maxDecisions is the size of the largest decisions file, in bytes.
const maxDecisions = 16 << 20

func readDecisions(file string) ([]resolve.Decision, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, marked{fmt.Errorf("no decisions file at %s: cadre review writes one", file), errUsage}
	}
	if info.Size() > maxDecisions || !info.Mode().IsRegular() {
		return nil, usagef("%s is no decisions file", file)
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, marked{fmt.Errorf("read decisions: %w", err), errUsage}
	}
	list, err := resolve.ParseDecisions(file, raw)
	if err != nil {
		return nil, marked{err, errUsage}
	}
	return list, nil
}

func runApply(ctx context.Context, e *env, cfg config.Config, file string) error {
	list, err := readDecisions(file)
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
	defer s.Close(context.WithoutCancel(ctx))
	r := &resolve.Resolver{Vocabulary: v}
	var out resolve.Outcome
	err = s.Update(ctx, func(ctx context.Context, tx graph.Tx) error {
		out, err = r.Decide(ctx, tx, list)
		return err
	})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(e.stdout, "%d decisions count now; %d nodes and %d edges changed.\n", len(list), out.Changes.NodesPut+out.Changes.NodesDropped, out.Changes.EdgesPut+out.Changes.EdgesDropped)
	return err
}

func runReview(ctx context.Context, e *env, cfg config.Config, file string, limit int) error {
	v, err := newVocabulary(cfg)
	if err != nil {
		return err
	}
	if isFresh(cfg.Store) {
		return missingStore(cfg, fs.ErrNotExist)
	}
	s, err := openStore(ctx, cfg, false)
	if err != nil {
		return err
	}
	doubts, err := (&resolve.Resolver{Vocabulary: v}).Doubts(ctx, s)
	if err := errors.Join(err, s.Close(context.WithoutCancel(ctx))); err != nil {
		return err
	}
	left := 0
	if limit > 0 && len(doubts) > limit {
		left = len(doubts) - limit
		doubts = doubts[:limit]
	}
	if terminal(e.stdout) && terminal(e.stdin) {
		return askDoubts(e, doubts, file)
	}
	if err := printDoubts(e.stdout, doubts); err != nil {
		return err
	}
	if left > 0 {
		fmt.Fprintf(e.stderr, "%d more pairs: raise --limit\n", left)
	}
	return nil
}

// describe is a doubt for a reader.
func describe(d resolve.Doubt) []string {
	what := d.Person
	switch {
	case d.Office:
		what = "offices"
	case d.Meeting != "":
		what = "meetings of " + string(d.Meeting)
	}
	now := "two"
	if d.Now {
		now = "one"
	}
	lines := []string{fmt.Sprintf("%s: taken as %s now", what, now), "  A: " + d.Between[0], "  B: " + d.Between[1]}
	for _, f := range d.For {
		lines = append(lines, "  for one: "+f)
	}
	for _, a := range d.Against {
		lines = append(lines, "  against: "+a)
	}
	for i := range lines {
		lines[i] = clean(lines[i])
	}
	return lines
}

// printDoubts writes the decisions that would change how the graph takes each
// pair, commented out.
func printDoubts(w io.Writer, doubts []resolve.Doubt) error {
	if len(doubts) == 0 {
		_, err := fmt.Fprintln(w, "# no doubtful pairs")
		return err
	}
	for _, d := range doubts {
		for _, l := range describe(d) {
			if _, err := fmt.Fprintln(w, "# "+l); err != nil {
				return err
			}
		}
		d.Same = !d.Now
		text, err := yaml.Marshal([]resolve.Decision{d.Decision})
		if err != nil {
			return err
		}
		for _, l := range strings.Split(strings.TrimSpace(string(text)), "\n") {
			if _, err := fmt.Fprintln(w, "#| "+l); err != nil {
				return err
			}
		}
		fmt.Fprintln(w)
	}
	return nil
}

// askDoubts asks about each pair and adds the answers to the decisions file.
func askDoubts(e *env, doubts []resolve.Doubt, file string) error {
	var list []resolve.Decision
	if _, err := os.Stat(file); err == nil {
		if list, err = readDecisions(file); err != nil {
			return err
		}
	}
	in := bufio.NewScanner(e.stdin)
	answered := 0
questions:
	for i, d := range doubts {
		fmt.Fprintf(e.stdout, "\n%d of %d\n%s\n", i+1, len(doubts), strings.Join(describe(d), "\n"))
		for {
			fmt.Fprint(e.stdout, "same, different, later or quit? [s/d/l/q] ")
			if !in.Scan() {
				break questions
			}
			switch strings.ToLower(strings.TrimSpace(in.Text())) {
			case "s", "same":
				d.Same = true
			case "d", "different":
				if d.Office {
					continue questions // offices are apart unless said to be the same
				}
				d.Same = false
			case "l", "later", "":
				continue questions
			case "q", "quit":
				break questions
			default:
				continue
			}
			list = append(list, d.Decision)
			answered++
			break
		}
	}
	if answered == 0 {
		_, err := fmt.Fprintln(e.stdout, "\nNothing decided.")
		return err
	}
	raw, err := yaml.Marshal(list)
	if err != nil {
		return err
	}
	if err := os.WriteFile(file, raw, 0o666); err != nil {
		return fmt.Errorf("write decisions: %w", err)
	}
	_, err = fmt.Fprintf(e.stdout, "\n%d answers written to %s. Let them count: cadre review apply %s\n", answered, file, file)
	return err
}
