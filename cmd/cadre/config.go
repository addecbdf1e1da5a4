package main

import (
	"github.com/urfave/cli/v2"
)

func configCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "config",
		Usage:     "show the settings",
		UsageText: "cadre config [flags]",
		Description: `Shows every setting as it is with the flags given, the environment and the file
(--config FILE, else ./cadre.yaml, else cadre/config.yaml in your folder of
settings), and the variable that sets it. Secrets are masked.

` + example("CADRE_STORE=news.db cadre config"),
		Flags: append(storeFlags(), formatFlag()),
		Action: func(c *cli.Context) error {
			cfg, err := settings(c)
			if err != nil {
				return err
			}
			r := rows{columns: []string{"setting", "value", "variable"}}
			for _, s := range cfg.Settings() {
				r.values = append(r.values, []any{s.Key, s.Value, s.Env})
			}
			return r.write(e.stdout, cfg.Format, e.width())
		},
	}
}
