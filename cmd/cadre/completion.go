package main

import (
	"fmt"

	"github.com/urfave/cli/v2"
)

const bashCompletion = `_cadre() {
  local cur words
  cur="${COMP_WORDS[COMP_CWORD]}"
  words=$("${COMP_WORDS[@]:0:COMP_CWORD}" ${cur:+"$cur"} --generate-bash-completion 2>/dev/null)
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o bashdefault -o default -F _cadre cadre
`

const zshCompletion = `#compdef cadre
_cadre() {
  local -a opts
  opts=("${(@f)$(${words[@]:0:#words[@]-1} ${words[-1]} --generate-bash-completion 2>/dev/null)}")
  _describe 'cadre' opts
}
compdef _cadre cadre
`

func completionCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:        "completion",
		Usage:       "print the completion script of a shell",
		UsageText:   "cadre completion bash|zsh",
		Description: example("source <(cadre completion bash)"),
		Action: func(c *cli.Context) error {
			script, ok := map[string]string{"bash": bashCompletion, "zsh": zshCompletion}[c.Args().First()]
			if !ok || c.NArg() > 1 {
				return usagef("name one shell: cadre completion bash, or cadre completion zsh")
			}
			_, err := fmt.Fprint(e.stdout, script)
			return err
		},
	}
}
