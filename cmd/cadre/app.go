package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

const about = `Cadre reads news articles about officials and institutions and keeps a graph of
who held which office, who chaired, opened, presented or attended which
conference, and which documents were issued and studied; each fact with the
words of the article that says so.

EXIT CODES
   0  done
   1  done, but some of the articles could not be read
   2  wrong command, flag, argument or setting
   3  the store cannot be used
   4  none of the articles could be read; the store is as it was
   5  anything else
   130  interrupted; what was loaded until then is complete`

// newApp lists the commands. The arguments of the process are looked at before
// they are parsed, for the folder of the user's own questions.
func newApp(e *env, args []string) *cli.App {
	app := &cli.App{
		Name:            "cadre",
		Usage:           "a graph of officials and institutions, made from news articles",
		UsageText:       "cadre COMMAND [flags] [arguments]\n\ncadre quickstart",
		Description:     about,
		Reader:          e.stdin,
		Writer:          e.stdout,
		ErrWriter:       e.stderr,
		HideHelpCommand: true,
		HideVersion:     true,
		Flags:           storeFlags(),
		Commands: []*cli.Command{
			quickstartCommand(e), loadCommand(e), queryCommand(e, args), browserCommand(e, args), extractCommand(e), explainCommand(e), scoreCommand(e),
			removeCommand(e), undoCommand(e), reextractCommand(e), reviewCommand(e), pushCommand(e),
			exportCommand(e), configCommand(e), versionCommand(e), completionCommand(e),
		},
		EnableBashCompletion: true,
		ExitErrHandler:       func(*cli.Context, error) {}, // main decides
	}
	app.Action = func(c *cli.Context) error {
		if c.NArg() > 0 {
			return unknownCommand(c, "command", app.Commands)
		}
		return cli.ShowAppHelp(c)
	}
	app.OnUsageError = func(_ *cli.Context, err error, _ bool) error { return badFlags(err, app.Flags) }
	ownUsageErrors(app.Commands, args)
	return app
}

// ownUsageErrors makes wrong flags errors of one line, and refuses flags that
// stand after an argument, which urfave takes for arguments.
func ownUsageErrors(commands []*cli.Command, args []string) {
	for _, cmd := range commands {
		cmd.HideHelpCommand = true
		cmd.OnUsageError = func(_ *cli.Context, err error, _ bool) error { return badFlags(err, cmd.Flags) }
		if action := cmd.Action; action != nil {
			cmd.Action = func(c *cli.Context) error {
				if err := flagsFirst(c, args); err != nil {
					return err
				}
				return action(c)
			}
		}
		ownUsageErrors(cmd.Subcommands, args)
	}
}

// flagsFirst refuses a flag after an argument. Behind "--" anything goes.
func flagsFirst(c *cli.Context, args []string) error {
	if slices.Contains(args, "--") {
		return nil
	}
	for _, arg := range c.Args().Slice() {
		if strings.HasPrefix(arg, "-") && arg != "-" {
			return usagef("%s stands after an argument: put flags first, as in %s %s … %s", arg, c.Command.HelpName, arg, c.Args().First())
		}
	}
	return nil
}

func badFlags(err error, flags []cli.Flag) error {
	name, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: -")
	if !ok {
		return usagef("%w; see --help", err)
	}
	var names []string
	for _, f := range flags {
		names = append(names, "--"+f.Names()[0])
	}
	name = "--" + strings.TrimLeft(name, "-")
	return usagef("unknown flag %s%s; see --help", name, nearest(name, names))
}

// unknownCommand is the error for a word where a command should stand.
func unknownCommand(c *cli.Context, kind string, commands []*cli.Command) error {
	word := c.Args().First()
	if strings.HasPrefix(word, "-") {
		return flagsFirst(c, nil)
	}
	var names []string
	for _, cmd := range commands {
		names = append(names, cmd.Name)
	}
	if near := nearest(word, names); near != "" {
		return usagef("unknown %s %q%s", kind, word, near)
	}
	return usagef("unknown %s %q: there are %s", kind, word, strings.Join(names, ", "))
}

// storeFlags are the flags of every command that opens a store. Their defaults
// are the settings', so that they have none here.
func storeFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "store", Usage: "keep the graph in the file `STORE`, or on the Neo4j server bolt://HOST:PORT (setting: store)"},
		&cli.StringFlag{Name: "user", Usage: "enter the server as `NAME` (setting: neo4j.user)"},
		&cli.StringFlag{Name: "password-file", Usage: "enter the server with the password in `FILE` (setting: neo4j.password_file)"},
		&cli.StringFlag{Name: "database", Usage: "use the server's database `NAME` (setting: neo4j.database)"},
		&cli.StringFlag{Name: "config", Usage: "read the settings from `FILE`"},
	}
}

// formatFlag is the flag of every command that prints rows.
func formatFlag() cli.Flag {
	return &cli.StringFlag{Name: "format", Usage: "print as `FORMAT`: table, json, ndjson, csv or markdown (setting: format)"}
}

// packsFlag is the flag of every command that extracts.
func packsFlag() cli.Flag {
	return &cli.StringFlag{Name: "packs", Usage: "lay the words and tables of the folder `DIR` over those of cadre (setting: packs)"}
}

// toldFlags say of articles what they do not say of themselves.
func toldFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "published", Usage: "take `DATE` as the day of publication of articles that do not give theirs"},
		&cli.StringFlag{Name: "source", Usage: "take `NAME` as the outlet of articles that do not give theirs"},
	}
}

// example is the part of a command's help that shows it at work.
func example(text string) string {
	return fmt.Sprintf("EXAMPLE\n   %s", strings.ReplaceAll(text, "\n", "\n   "))
}
