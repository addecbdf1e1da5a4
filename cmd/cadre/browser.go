package main

import (
	_ "embed"
	"fmt"
	"net/url"
	"os/exec"
	"runtime"
	"strings"

	"cadre/config"
	"cadre/graph"
	"cadre/queries"

	"github.com/urfave/cli/v2"
)

// personText draws a person with everything around.
//
//go:embed browser/person.cypher
var personText string

// browserCommand leads into the Neo4j Browser.
func browserCommand(e *env, args []string) *cli.Command {
	set, err := questions(args)
	query := &cli.Command{
		Name:        "query",
		Usage:       "print the link of a question",
		UsageText:   "cadre browser query QUESTION [flags]",
		Description: "The questions and their flags are those of cadre query.\n\n" + example(`cadre browser query chaired --from 2024-01`),
		Flags:       append(linkFlags(), queriesFlag()),
	}
	cmd := &cli.Command{
		Name:      "browser",
		Usage:     "open questions in the Neo4j Browser",
		UsageText: "cadre browser COMMAND [flags]",
		Description: `Prints links that put a question as a graph into the editor of the Neo4j Browser
of the server that --store names; --open opens the link. A link never holds a
password. See docs/browser.md.

` + example("cadre browser --store bolt://127.0.0.1:7687 query chaired --from 2024-01\ncadre browser kit DIR"),
		Flags: linkFlags(),
	}
	cmd.Subcommands = []*cli.Command{query, personCommand(e), kitCommand(e, set), serveCommand(e, set)}
	for _, q := range set {
		if !q.HasGraph() {
			continue
		}
		query.Subcommands = append(query.Subcommands, linkCommand(e, q, "cadre browser query "+q.Name, err))
		if q.Name == "conference" {
			cmd.Subcommands = append(cmd.Subcommands, linkCommand(e, q, "cadre browser "+q.Name, err))
		}
	}
	for _, c := range []*cli.Command{query, cmd} {
		c.Action = func(ctx *cli.Context) error {
			if err != nil {
				return marked{err, errUsage}
			}
			if ctx.NArg() > 0 {
				return unknownCommand(ctx, "command", c.Subcommands)
			}
			return cli.ShowSubcommandHelp(ctx)
		}
	}
	return cmd
}

// linkFlags are those of the commands that print a link.
func linkFlags() []cli.Flag {
	return append(storeFlags(), httpFlag(), &cli.BoolFlag{Name: "open", Usage: "open the link in this computer's web browser"})
}

func httpFlag() cli.Flag {
	return &cli.StringFlag{Name: "http", Usage: "find the Browser at `URL` (default: port 7474 of the server, 7473 where --store says +s)"}
}

// linkCommand prints the link of one question.
func linkCommand(e *env, q queries.Query, name string, broken error) *cli.Command {
	cmd := questionCommand(e, q, broken)
	cmd.UsageText = name + " [flags]"
	cmd.Description = strings.TrimSpace(q.About + "\n\n" + example(name+" "+strings.Join(q.Examples, "\n"+name+" ")))
	cmd.Flags = nil
	for _, p := range q.Params {
		cmd.Flags = append(cmd.Flags, &cli.StringFlag{Name: p.Name, Usage: usage(p)})
	}
	cmd.Flags = append(append(cmd.Flags, linkFlags()...), queriesFlag(), packsFlag())
	cmd.Action = func(c *cli.Context) error {
		if broken != nil {
			return marked{broken, errUsage}
		}
		cfg, err := settings(c)
		if err != nil {
			return err
		}
		args, err := asked(c, q)
		if err != nil {
			return err
		}
		canonical(cfg, q, args)
		text, err := q.Drawn(args)
		if err != nil {
			return err
		}
		return printLink(c, e, cfg, "// "+q.Title+"\n"+text)
	}
	return cmd
}

func personCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:        "person",
		Usage:       "print the link of a person",
		UsageText:   "cadre browser person [flags] NAME",
		Description: "The name may be in any spelling, or an id.\n\n" + example(`cadre browser person --store bolt://127.0.0.1:7687 "Kiều Thế Lãm"`),
		Flags:       linkFlags(),
		Action: func(c *cli.Context) error {
			cfg, err := settings(c)
			if err != nil {
				return err
			}
			name := graph.Fold(strings.Join(c.Args().Slice(), " "))
			if name == "" {
				return usagef(`name a person, as in cadre browser person "Kiều Thế Lãm"`)
			}
			return printLink(c, e, cfg, queries.Inline(personText, graph.Args{"person": name}))
		},
	}
}

// printLink prints the link that puts a text into the Browser's editor.
func printLink(c *cli.Context, e *env, cfg config.Config, text string) error {
	page, _ := given(c, "http")
	link, err := browserLink(cfg, page, "edit", text)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintln(e.stdout, link); err != nil || !c.Bool("open") {
		return err
	}
	return openPage(link)
}

// maxLink is the length of the longest link, in bytes: the server refuses
// requests with more than 8 KiB of headers.
const maxLink = 7000

// browserLink is the address of the Browser with a command of its own: edit
// puts the text into the editor, play shows a guide.
func browserLink(cfg config.Config, page, command, text string) (string, error) {
	server, err := url.Parse(cfg.Store)
	if err != nil || server.Host == "" {
		return "", usagef("the Browser shows the graph of a Neo4j server, not the file %s: name the server, as in --store bolt://127.0.0.1:7687", cfg.Store)
	}
	if page, err = browserPage(server, page); err != nil {
		return "", err
	}
	db := cfg.Neo4j.Database
	if db == "" {
		db = "neo4j"
	}
	link := fmt.Sprintf("%s/browser/?dbms=%s&db=%s&cmd=%s&arg=%s", page, escaped(server.Scheme+"://"+server.Host), escaped(db), command, escaped(text))
	if len(link) > maxLink {
		return "", usagef("the question is too long for a link: print its text with cadre query --graph and paste that")
	}
	return link, nil
}

// browserPage is the root of the Browser's web server.
func browserPage(server *url.URL, page string) (string, error) {
	if page == "" {
		host := server.Hostname()
		if strings.Contains(host, ":") {
			host = "[" + host + "]"
		}
		if strings.Contains(server.Scheme, "+") {
			return "https://" + host + ":7473", nil
		}
		return "http://" + host + ":7474", nil
	}
	u, err := url.Parse(page)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		return "", usagef("--http cannot be %q: write http://HOST:PORT", page)
	}
	return u.Scheme + "://" + u.Host, nil
}

// escaped is a text as part of a query; the Browser does not read + as a space.
func escaped(text string) string {
	return strings.ReplaceAll(url.QueryEscape(text), "+", "%20")
}

// openPage opens a link as this computer does.
func openPage(link string) error {
	words := []string{"xdg-open"}
	switch runtime.GOOS {
	case "darwin":
		words = []string{"open"}
	case "windows":
		words = []string{"rundll32", "url.dll,FileProtocolHandler"}
	}
	if err := exec.Command(words[0], append(words[1:], link)...).Start(); err != nil {
		return fmt.Errorf("open the link with %s: %w; open it by hand", words[0], err)
	}
	return nil
}
