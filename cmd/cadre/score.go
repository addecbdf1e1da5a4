package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"

	"cadre/config"
	"cadre/loaders"
	"cadre/loaders/article"
	"cadre/loaders/score"

	"github.com/urfave/cli/v2"
	"golang.org/x/sync/errgroup"
)

// scoring is what the flags of the command say.
type scoring struct {
	texts  string // folder of the articles, "" for that of the gold
	seeds  string // folder of the articles that a world's gold calls seed-NNN
	errors bool
	only   string // kind of the faults to show
}

func scoreCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:  "score",
		Usage: "compare what is found with what careful readers say is there",
		UsageText: "cadre score [flags] GOLD_DIR [FACTS.ndjson|-]\n" +
			"cadre score --world DIR [flags] [GRAPH.ndjson|-]",
		Description: `GOLD_DIR has for each article a NAME.json with the facts that it tells and, if
--texts says nothing else, its text NAME.txt. The texts are extracted, or FACTS
taken as cadre extract --format ndjson prints them, and for each kind of fact
is counted what the gold has, what was found and what of it is right. Use it to
see what your own words in --packs gain and spoil.

With --world, DIR/world.json says who is who in the articles of DIR, which
meetings are one and who held which office when. The articles are loaded into a
store of their own, or the graph in --store or GRAPH is taken, as cadre export
prints it.

--errors names what was missed or wrong: below the table, and in place of the
figures in the other formats.

` + example("cadre score gold/\ncadre score --packs my-words --errors --only position gold/\ncadre score --world world/ --store news.db"),
		Flags: append(storeFlags(), formatFlag(), packsFlag(),
			&cli.IntFlag{Name: "workers", Usage: "read `N` articles at a time; 0: one a processor (setting: workers)"},
			&cli.StringFlag{Name: "texts", Usage: "take the articles from the folder `DIR`"},
			&cli.BoolFlag{Name: "errors", Usage: "name what was missed or wrong"},
			&cli.StringFlag{Name: "only", Usage: "name faults of this `KIND` of fact only, such as position"},
			&cli.StringFlag{Name: "world", Usage: "score the graph that the articles of the folder `DIR` make"},
			&cli.StringFlag{Name: "seeds", Usage: "add the articles of `DIR` that the world's gold calls seed-NNN"}),
		Action: func(c *cli.Context) error {
			cfg, err := settings(c)
			if err != nil {
				return err
			}
			o := scoring{texts: c.String("texts"), seeds: c.String("seeds"), errors: c.Bool("errors") || c.String("only") != "", only: c.String("only")}
			if world := c.String("world"); world != "" {
				_, stored := given(c, "store")
				return runScoreWorld(c.Context, e, cfg, o, world, stored, c.Args().Slice())
			}
			return runScore(c.Context, e, cfg, o, c.Args().Slice())
		},
	}
}

func runScore(ctx context.Context, e *env, cfg config.Config, o scoring, args []string) error {
	switch {
	case len(args) == 0 || len(args) > 2:
		return usagef("name one folder of gold files, as in cadre score gold/")
	case o.seeds != "":
		return usagef("--seeds goes with --world")
	case o.only != "" && !slices.Contains(score.Kinds(), o.only):
		return usagef("--only: no kind of fact %q%s; there are %s", o.only, nearest(o.only, score.Kinds()), strings.Join(score.Kinds(), ", "))
	}
	golds, err := score.ReadGold(args[0])
	if err != nil {
		return marked{err, errInput}
	}
	if o.texts == "" {
		o.texts = args[0]
	}
	words, err := score.NewWords()
	if err != nil {
		return err
	}
	var read []scored
	if len(args) == 2 {
		read, err = factsGiven(ctx, e, golds, o.texts, args[1])
	} else {
		read, err = factsExtracted(ctx, e, cfg, golds, o.texts)
	}
	if err != nil {
		return err
	}
	s := score.New(words)
	n := 0
	var failed []loaders.Failure
	for i, g := range golds {
		s.Add(g, read[i].facts, read[i].text)
		if read[i].err != nil {
			failed = append(failed, loaders.Failure{Path: g.Name, Err: read[i].err})
		} else if read[i].found {
			n++
		}
	}
	if err := printScore(e, cfg.Format, o, len(golds), n, s); err != nil {
		return err
	}
	return someFailed(e, failed)
}

// scored is what was found in the article of a gold file.
type scored struct {
	facts score.Facts
	text  []byte // nil: not known
	found bool
	err   error
}

// factsExtracted extracts the articles of the gold files, several at a time.
func factsExtracted(ctx context.Context, e *env, cfg config.Config, golds []score.Gold, texts string) ([]scored, error) {
	paths, err := score.Texts(golds, texts)
	if err != nil {
		return nil, marked{err, errUsage}
	}
	x, err := newExtractor(cfg)
	if err != nil {
		return nil, err
	}
	p := extraction{env: e, x: x}
	out := make([]scored, len(golds))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(cmp.Or(cfg.Workers, runtime.GOMAXPROCS(0)))
	for i, path := range paths {
		g.Go(func() error {
			out[i] = p.scored(ctx, path)
			return ctx.Err()
		})
	}
	return out, g.Wait()
}

func (p *extraction) scored(ctx context.Context, path string) (s scored) {
	s.err = oneSource(ctx, path, func(src article.Source) error {
		art, err := src.Read(p.told)
		if err != nil {
			return err
		}
		line, err := p.line(src)
		if err != nil {
			return err
		}
		s.text, s.found = art.Text, true
		s.facts, err = score.ParseFacts(line)
		return err
	})
	return s
}

// oneSource is the source behind the path of a file.
func oneSource(ctx context.Context, path string, do func(article.Source) error) error {
	_, err := article.Walk(ctx, []string{path}, nil, func(src article.Source, err error) error {
		if err != nil {
			return err
		}
		return do(src)
	})
	return err
}

// factsGiven reads facts that were extracted before. The texts are read for the
// quotes only and may be missing.
func factsGiven(ctx context.Context, e *env, golds []score.Gold, texts, file string) ([]scored, error) {
	r, err := openInput(e, file)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	found, err := score.ReadFacts(r, golds)
	if err != nil {
		return nil, marked{fmt.Errorf("%s: %w", file, err), errInput}
	}
	out := make([]scored, len(golds))
	for i, g := range golds {
		out[i].facts, out[i].found = found[g.Name]
		if paths, err := score.Texts([]score.Gold{g}, texts); err == nil {
			oneSource(ctx, paths[0], func(src article.Source) error {
				art, err := src.Read(article.Told{})
				out[i].text = art.Text
				return err
			})
		}
	}
	return out, nil
}

func openInput(e *env, file string) (io.ReadCloser, error) {
	if file == "-" {
		return io.NopCloser(e.stdin), nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, usagef("cannot open what was found: %w", err)
	}
	return f, nil
}

func printScore(e *env, format string, o scoring, golds, extracted int, s *score.Score) error {
	faults := rows{columns: []string{"article", "fact", "fault", "text"}}
	for _, f := range s.Faults() {
		if o.only != "" && f.Fact != o.only {
			continue
		}
		fault := "missed"
		if f.Wrong {
			fault = "wrong"
		}
		faults.values = append(faults.values, []any{f.Article, f.Fact, fault, f.Text})
	}
	if format == "table" {
		if _, err := fmt.Fprintf(e.stdout, "%d articles, %d extracted\n", golds, extracted); err != nil {
			return err
		}
	}
	return printFigures(e, format, o, s.Rows(), faults)
}

// printFigures prints the figures, and the faults where they are asked for.
func printFigures(e *env, format string, o scoring, figures []score.Row, faults rows) error {
	if o.errors && format != "table" {
		return faults.write(e.stdout, format, 0)
	}
	r := rows{columns: []string{"fact", "gold", "found", "right", "precision", "recall", "f1"}}
	for _, f := range figures {
		row := []any{f.Fact, int64(f.Gold), int64(f.Found), int64(f.Right), f.Precision, f.Recall, f.F1}
		for i := 4; i < len(row) && format == "table"; i++ {
			row[i] = fmt.Sprintf("%.3f", row[i])
		}
		r.values = append(r.values, row)
	}
	if err := r.write(e.stdout, format, e.width()); err != nil {
		return err
	}
	if !o.errors || len(faults.values) == 0 {
		return nil
	}
	if _, err := fmt.Fprintln(e.stdout); err != nil {
		return err
	}
	return faults.write(e.stdout, format, e.width())
}
