package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// allowed is the table of arrows: which packages of this module each package
// may import. A folder that is not here may not hold Go code.
var allowed = map[string][]string{
	"cadre/graph":           {},
	"cadre/graph/sqlite":    {"cadre/graph"},
	"cadre/graph/neo4j":     {"cadre/graph"},
	"cadre/graph/export":    {"cadre/graph"},
	"cadre/loaders":         {"cadre/graph", "cadre/loaders/article", "cadre/loaders/extract", "cadre/loaders/resolve"},
	"cadre/loaders/article": {},
	"cadre/loaders/extract": {"cadre/graph", "cadre/loaders/article", "cadre/loaders/lang"},
	"cadre/loaders/lang":    {},
	"cadre/loaders/score":   {},
	"cadre/loaders/resolve": {"cadre/graph", "cadre/loaders/article", "cadre/loaders/extract", "cadre/loaders/lang"},
	"cadre/queries":         {"cadre/graph"},
	"cadre/config":          {},
	"cadre/samples":         {},
	"cadre/cmd/cadre":       nil, // wires all
}

// onlyStandard are the packages that import nothing but the standard library.
var onlyStandard = []string{"cadre/graph", "cadre/graph/export", "cadre/samples", "cadre/queries"}

type listed struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
}

func packages(t *testing.T) []listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,TestImports,XTestImports", "./...")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		t.Skipf("go list does not run here: %v", err)
	}
	var all []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		err := d.Decode(&p)
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func TestArchitecture(t *testing.T) {
	for _, p := range packages(t) {
		if strings.HasPrefix(p.ImportPath, "cadre/graph/graphtest") {
			continue // tests, and the worlds they are made of: nothing imports them
		}
		may, known := allowed[p.ImportPath]
		if !known {
			t.Errorf("%s: Go code stands only in the folders of the table in this file; move it, or add a row and say why in docs/decisions", p.ImportPath)
			continue
		}
		for _, i := range p.Imports {
			ours := strings.HasPrefix(i, "cadre/")
			if ours && may != nil && !slices.Contains(may, i) {
				t.Errorf("%s imports %s: the table of arrows (docs/architecture.md) does not allow it", p.ImportPath, i)
			}
			if strings.HasPrefix(i, "cadre/graph/graphtest") {
				t.Errorf("%s imports graphtest, which is for tests", p.ImportPath)
			}
			if !ours && strings.Contains(i, ".") && slices.Contains(onlyStandard, p.ImportPath) {
				t.Errorf("%s imports %s: it is to need the standard library only", p.ImportPath, i)
			}
		}
	}
}
