package main

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"cadre/samples"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the answers in README.md; inspect the difference")

// Every command of the README that starts with cadre runs, in order, in one
// folder that has the samples in samples/ and one of them in news/. What a
// console block shows is what is printed. TestMain has put cadre on the PATH.
func TestReadme(t *testing.T) {
	readme, err := filepath.Abs("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	home(t)
	t.Chdir(t.TempDir())
	t.Setenv("COLUMNS", "110")
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	check(os.CopyFS("samples", samples.FS))
	one, err := os.ReadFile("samples/2024-07-11-giao-ban-quy-ii.txt")
	check(err)
	check(os.Mkdir("news", 0o777))
	check(os.WriteFile("news/one.txt", one, 0o666))

	parts := strings.Split(string(b), "```")
	for i := 1; i < len(parts); i += 2 {
		kind, block, _ := strings.Cut(parts[i], "\n")
		if kind != "sh" && kind != "console" {
			continue
		}
		var shown strings.Builder
		for line := range strings.Lines(block) {
			command := strings.TrimPrefix(strings.TrimSpace(line), "$ ")
			if !strings.Contains(" "+command, " cadre ") || kind == "console" && !strings.HasPrefix(line, "$ ") {
				continue
			}
			shell := exec.Command("sh", "-c", command)
			out, err := shell.Output()
			if err != nil {
				t.Errorf("%s: %v", command, err)
			}
			shown.WriteString(line)
			shown.Write(out)
		}
		if kind == "console" {
			parts[i] = kind + "\n" + shown.String()
		}
	}
	got := strings.Join(parts, "```")
	switch {
	case *update:
		check(os.WriteFile(readme, []byte(got), 0o666))
	case got != string(b):
		t.Errorf("README.md does not show what the program prints; go test ./cmd/cadre -run Readme -update rewrites it (-README +printed):\n%s", cmp.Diff(string(b), got))
	}
}
