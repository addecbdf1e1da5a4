package queries_test

import (
	"errors"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cadre/graph"
	"cadre/graph/graphtest"
	"cadre/graph/neo4j"
	"cadre/queries"

	"github.com/google/go-cmp/cmp"
)

var conditional = regexp.MustCompile(`(?m)^.*//\? .*$`)

// A graph form asks what its question asks: it has the same conditions, and
// uses no argument that the header does not declare.
func TestGraphForms(t *testing.T) {
	set, err := queries.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	drawn := 0
	for _, q := range set {
		if !q.HasGraph() {
			if _, _, err := q.Graph(nil); !errors.Is(err, queries.ErrNoGraph) {
				t.Errorf("%s: %v", q.Name, err)
			}
			continue
		}
		drawn++
		var conditions [2][]string
		for i, file := range []string{q.Name + ".cypher", q.Name + ".graph.cypher"} {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			conditions[i] = conditional.FindAllString(strings.ReplaceAll(string(b), "WITH c WHERE", "WHERE"), -1)
		}
		if diff := cmp.Diff(conditions[0], conditions[1]); diff != "" {
			t.Errorf("%s and its graph form differ in their conditions:\n%s", q.Name, diff)
		}
		text, _, err := q.Graph(everything(q))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range used.FindAllStringSubmatch(text, -1) {
			if name := derived.ReplaceAllString(m[1], ""); !slices.Contains(names(q), name) {
				t.Errorf("%s.graph.cypher uses $%s", q.Name, m[1])
			}
		}
	}
	if drawn < 10 {
		t.Errorf("only %d questions can be drawn", drawn)
	}
}

// Neo4j takes every graph form, with all arguments and with as few as may be.
func TestGraphFormsNeo4j(t *testing.T) {
	opened, err := neo4j.Open(t.Context(), graphtest.Neo4j(t), neo4j.Options{})
	s := filled(t, opened, err)
	set, err := queries.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range set {
		if !q.HasGraph() {
			continue
		}
		few := map[string]string{}
		for _, p := range q.Params {
			if p.Required {
				few[p.Name] = some(p)
			}
		}
		for _, args := range []map[string]string{few, everything(q)} {
			text, bound, err := q.Graph(args)
			if err != nil {
				t.Fatal(err)
			}
			for _, text := range []string{text, queries.Inline(text, bound)} {
				if _, err := s.Query(t.Context(), "CALL {\n"+text+"\n}\nRETURN count(*) AS n", bound); err != nil {
					t.Errorf("%s %v: %v", q.Name, args, err)
				}
			}
		}
	}
}

func TestInline(t *testing.T) {
	got := queries.Inline("$a = $a_first OR $n > $none", graph.Args{"a": `it's \ "x"` + "\n\u202e", "a_first": graph.Date("2024"), "n": int64(3)})
	if want := `'it\'s \\ "x"\u000A\u202E' = '2024' OR 3 > null`; got != want {
		t.Errorf("Inline = %s, want %s", got, want)
	}
}

func everything(q queries.Query) map[string]string {
	args := map[string]string{}
	for _, p := range q.Params {
		args[p.Name] = some(p)
	}
	return args
}
