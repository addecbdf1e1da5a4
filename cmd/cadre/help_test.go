package main

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"cadre/queries"

	"github.com/urfave/cli/v2"
)

// cadre runs a command in this process.
func cadre(t testing.TB, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	code = run(context.Background(), &env{strings.NewReader(""), &out, &err}, append([]string{"cadre"}, args...))
	return code, out.String(), err.String()
}

// home keeps the settings of whoever runs the tests out of them.
func home(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME"} {
		t.Setenv(name, dir)
	}
	t.Setenv("CADRE_STORE", "")
}

// Every command's help shows a real example, and its flags are accepted by it.
func TestHelp(t *testing.T) {
	home(t)
	var walk func(prefix []string, commands []*cli.Command)
	walk = func(prefix []string, commands []*cli.Command) {
		for _, c := range commands {
			words := append(prefix, c.Name)
			code, out, _ := cadre(t, append(words, "--help")...)
			if code != exitOK || !strings.Contains(out, "EXAMPLE") || !strings.Contains(out, "cadre "+c.Name) && !strings.Contains(out, strings.Join(words, " ")) {
				t.Errorf("cadre %s --help: code %d, no example in\n%s", strings.Join(words, " "), code, out)
			}
			walk(words, c.Subcommands)
		}
	}
	walk(nil, newApp(&env{}, nil).Commands)
	_, out, _ := cadre(t, "--help")
	if !strings.Contains(out, "EXIT CODES") {
		t.Errorf("the program's help does not list the exit codes:\n%s", out)
	}
}

// The examples in the questions' headers answer with rows when they are asked
// of the samples.
func TestExamplesAnswer(t *testing.T) {
	home(t)
	store := filepath.Join(t.TempDir(), "s.db")
	t.Chdir("../..")
	if code, _, stderr := cadre(t, "load", "--store", store, "samples"); code != exitOK {
		t.Fatal(stderr)
	}
	set, err := queries.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range set {
		if q.Name == "conflicts" {
			continue // the samples contradict each other nowhere
		}
		for _, example := range q.Examples {
			args := append([]string{"query", "--store", store, q.Name}, shellWords(example)...)
			code, out, stderr := cadre(t, args...)
			if code != exitOK || strings.TrimSpace(strings.Trim(out, "[]\n")) == "" {
				t.Errorf("cadre query %s %s: code %d, answer %q, %s", q.Name, example, code, out, stderr)
			}
		}
	}
}

func TestNearest(t *testing.T) {
	among := []string{"chaired", "roles", "positions", "holders"}
	for word, want := range map[string]string{"chaird": "chaired", "chiared": "chaired", "role": "roles", "posiitons": "positions", "xyz": "", "": ""} {
		got := nearest(word, among)
		if want == "" && got != "" || want != "" && got != "; did you mean "+want+"?" {
			t.Errorf("nearest(%q) = %q, want %q", word, got, want)
		}
	}
}
