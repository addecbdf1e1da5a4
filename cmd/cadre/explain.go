package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

	"cadre/config"
	"cadre/loaders/article"
	"cadre/loaders/extract"

	"github.com/urfave/cli/v2"
)

func explainCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "show an article with its facts marked, and the rule behind each",
		UsageText: "cadre explain [flags] FILE|-",
		Description: `Prints the text with the words that tell a fact marked (in colour on a terminal,
in brackets elsewhere), then the facts with the rule that made each. --format
html makes a page, json and the other formats of rows give the facts alone.

` + example("cadre explain article.txt\ncadre explain --format html article.txt > article.html"),
		Flags: append([]cli.Flag{&cli.StringFlag{Name: "config", Usage: "read the settings from `FILE`"},
			&cli.StringFlag{Name: "format", Usage: "print as `FORMAT`: text, html, table, json, ndjson, csv or markdown"}, packsFlag(),
			&cli.BoolFlag{Name: "facts", Usage: "print the facts alone, one short line each"}}, toldFlags()...),
		Action: func(c *cli.Context) error {
			format := c.String("format")
			if format == "" {
				format = "text"
			}
			cfg, err := explainSettings(c, format)
			if err != nil {
				return err
			}
			if c.NArg() != 1 {
				return usagef("explain shows one article: name a file, or - for standard input, as in cadre explain article.txt")
			}
			return runExplain(c.Context, e, cfg, format, c.Bool("facts"), c.Args().First(), article.Told{Published: c.String("published"), Source: c.String("source")})
		},
	}
}

// explainSettings reads the settings; text and html are no formats of rows.
func explainSettings(c *cli.Context, format string) (config.Config, error) {
	if format != "text" && format != "html" {
		return settings(c)
	}
	file, _ := given(c, "config")
	flags := map[string]string{}
	if packs, ok := given(c, "packs"); ok {
		flags["packs"] = packs
	}
	return config.Load(config.Sources{File: file, Flags: flags})
}

func runExplain(ctx context.Context, e *env, cfg config.Config, format string, short bool, arg string, told article.Told) error {
	if err := checkTold(told); err != nil {
		return err
	}
	x, err := newExtractor(cfg)
	if err != nil {
		return err
	}
	art, err := readOne(ctx, e, arg, told)
	if err != nil {
		return err
	}
	d := x.Extract(art)
	w := bufio.NewWriter(e.stdout)
	switch {
	case short:
		for _, f := range facts(d) {
			fmt.Fprintf(w, "%s %s\n", f.kind, f.text)
		}
	case format == "html":
		err = explainHTML(w, d)
	case format == "text":
		err = explainText(w, d, terminal(e.stdout))
	default:
		err = factRows(d).write(w, format, e.width())
	}
	if err != nil {
		return err
	}
	return w.Flush()
}

// readOne reads the single article behind an argument.
func readOne(ctx context.Context, e *env, arg string, told article.Told) (article.Article, error) {
	var art article.Article
	read := 0
	_, err := article.Walk(ctx, []string{arg}, e.stdin, func(src article.Source, err error) error {
		if err != nil {
			return marked{err, errInput}
		}
		if read++; read > 1 {
			return usagef("explain shows one article, and %s holds several: name one of its files", arg)
		}
		if art, err = src.Read(told); err != nil {
			return marked{err, errInput}
		}
		return nil
	})
	if err == nil && read == 0 {
		err = marked{errors.New(arg + " holds no article"), errInput}
	}
	return art, err
}

// colour is that of a kind of facts on a terminal.
func colour(kind string) string {
	switch kind {
	case "person":
		return "\x1b[1;36m" // bold cyan
	case "position":
		return "\x1b[32m" // green
	case "event":
		return "\x1b[35m" // magenta
	case "document":
		return "\x1b[33m" // yellow
	}
	return "\x1b[1m" // bold
}

// explainText prints the text with its facts in colour or brackets, then the
// facts. In brackets neighbours are one.
func explainText(w io.Writer, d extract.Document, coloured bool) error {
	open := false
	for _, p := range pieces(d) {
		text := plain(p.text)
		switch {
		case coloured && p.marked():
			text = colour(p.facts[0].kind) + text + "\x1b[0m"
		case !coloured && p.marked() != open:
			text = map[bool]string{true: "[", false: "]"}[p.marked()] + text
			open = p.marked()
		}
		if _, err := io.WriteString(w, text); err != nil {
			return err
		}
	}
	if open {
		fmt.Fprint(w, "]")
	}
	fmt.Fprint(w, "\n\n")
	return factRows(d).write(w, "table", 0)
}
