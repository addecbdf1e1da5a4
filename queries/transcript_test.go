package queries_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"cadre/graph"
	"cadre/graph/graphtest"
	"cadre/graph/neo4j"
	"cadre/queries"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite testdata/*.txt from what SQLite answers; inspect the difference")

// Each testdata/NAME.txt is a transcript of one question: arguments, "----",
// the rows. Every argument is tried given and left out, and at least one case
// answers nothing.
func TestTranscripts(t *testing.T) {
	transcripts(t, fixture(t), *update)
}

// What SQLite answers, Neo4j answers too, in the same order.
func TestTranscriptsNeo4j(t *testing.T) {
	s, err := neo4j.Open(t.Context(), graphtest.Neo4j(t), neo4j.Options{})
	transcripts(t, filled(t, s, err), false)
}

func transcripts(t *testing.T, store graph.Store, write bool) {
	set, err := queries.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range set {
		t.Run(q.Name, func(t *testing.T) {
			file := filepath.Join("testdata", q.Name+".txt")
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatalf("every question needs a transcript: %v", err)
			}
			got, tried := transcript(t, store, q, string(b))
			if write {
				if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(b), got); diff != "" {
				t.Errorf("transcript differs (-file +answer; go test ./queries -update rewrites it):\n%s", diff)
			}
			for _, p := range q.Params {
				if !tried["with "+p.Name] || !p.Required && !tried["without "+p.Name] {
					t.Errorf("%s: argument %s is not tried both given and left out", file, p.Name)
				}
			}
			if !tried["rows"] || !tried["no rows"] && len(q.Params) > 0 {
				t.Errorf("%s: one case must answer rows and one none", file)
			}
		})
	}
}

var argument = regexp.MustCompile(`([a-z_]+)=(?:"([^"]*)"|(\S+))`)

func transcript(t *testing.T, s graph.Store, q queries.Query, text string) (string, map[string]bool) {
	var out strings.Builder
	tried := map[string]bool{}
	for n, block := range strings.Split(strings.TrimSpace(text), "\n\n") {
		head, _, _ := strings.Cut("\n"+block, "\n----")
		head = strings.TrimPrefix(head, "\n")
		if n > 0 {
			out.WriteString("\n")
		}
		args := map[string]string{}
		for _, m := range argument.FindAllStringSubmatch(head, -1) {
			args[m[1]] = m[2] + m[3]
			tried["with "+m[1]] = true
		}
		for _, p := range q.Params {
			if _, ok := args[p.Name]; !ok {
				tried["without "+p.Name] = true
			}
		}
		a, err := q.Run(context.Background(), s, args)
		if err != nil {
			fmt.Fprintf(&out, "%s----\nerror: %v\n", line(head), err)
			continue
		}
		tried["rows"] = tried["rows"] || len(a.Rows) > 0
		tried["no rows"] = tried["no rows"] || len(a.Rows) == 0
		fmt.Fprintf(&out, "%s----\n%s\n", line(head), strings.Join(a.Columns, " | "))
		for _, row := range a.Rows {
			var cells []string
			for _, v := range row {
				cells = append(cells, cell(v))
			}
			fmt.Fprintln(&out, strings.TrimRight(strings.Join(cells, " | "), " "))
		}
		if a.More {
			fmt.Fprintln(&out, "… more")
		}
	}
	return out.String(), tried
}

// line is a line of its own, or nothing.
func line(s string) string {
	if s == "" {
		return ""
	}
	return s + "\n"
}

func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return "-"
	case []any:
		var l []string
		for _, e := range v {
			l = append(l, cell(e))
		}
		return "[" + strings.Join(l, "; ") + "]"
	}
	return fmt.Sprint(v)
}
