package queries_test

import (
	"context"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cadre/graph"
	"cadre/queries"
)

var (
	used    = regexp.MustCompile(`\$([a-z_0-9]+)`)
	folding = regexp.MustCompile(`(?i)\b(lower|upper|toLower|toUpper)\s*\(`)
	derived = regexp.MustCompile(`_(first|last|before30)$`)
)

// Both texts of every question use the arguments that the header declares and
// no others, sort their rows, say where NULLs go, and leave case to graph.Fold.
func TestTwins(t *testing.T) {
	set, err := queries.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range set {
		if len(q.Examples) == 0 {
			t.Errorf("%s has no example", q.Name)
		}
		for _, d := range []graph.Dialect{graph.Cypher, graph.SQL} {
			text := q.Text(d, names(q))
			uses := map[string]bool{}
			for _, m := range used.FindAllStringSubmatch(text, -1) {
				uses[derived.ReplaceAllString(m[1], "")] = true
			}
			for _, p := range q.Params {
				// the day of a standing is asked of the rows, not of the store
				if !uses[p.Name] && !(q.Then == "standing" && p.Type == "date") {
					t.Errorf("%s.%s does not use $%s", q.Name, d, p.Name)
				}
				delete(uses, p.Name)
			}
			for name := range uses {
				t.Errorf("%s.%s uses $%s, which its header does not declare", q.Name, d, name)
			}
			lines := strings.Split(strings.TrimSpace(text), "\n")
			if last := lines[len(lines)-1]; !strings.HasPrefix(last, "ORDER BY ") {
				t.Errorf("%s.%s does not end in a line ORDER BY", q.Name, d)
			}
			if m := folding.FindString(text); m != "" {
				t.Errorf("%s.%s uses %s…): both engines fold ASCII only or differ; bind a folded name", q.Name, d, m)
			}
		}
	}
}

// SQLite puts NULL first, Cypher last: of a column that may be NULL the SQL
// twin has to say it. Columns that never are NULL are listed here.
func TestNullsOrdered(t *testing.T) {
	never := []string{"id", "key", "rank", "type", "status", "position", "label", "kind", "what", "name", "at"}
	err := fs.WalkDir(os.DirFS("."), ".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".sql") {
			return err
		}
		b, err := os.ReadFile(path)
		for line := range strings.Lines(string(b)) {
			_, order, ok := strings.Cut(line, "ORDER BY ")
			if !ok || strings.Contains(line, "json_group_array") {
				continue
			}
			order, _, _ = strings.Cut(order, " LIMIT")
			for _, term := range strings.Split(order, ", ") {
				term = strings.TrimSpace(term)
				column := term[strings.LastIndex(term, ".")+1:]
				if strings.HasSuffix(term, "NULLS LAST") || strings.HasSuffix(column, "_id") || slices.Contains(never, column) || strings.HasPrefix(term, "coalesce(") {
					continue
				}
				t.Errorf("%s: ORDER BY %s: say NULLS LAST", path, term)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Every set of arguments of one or none left out is a text that SQLite takes,
// with the columns of the header.
func TestAllTextsRun(t *testing.T) {
	set, err := queries.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	s := fixture(t)
	for _, q := range set {
		for i := -1; i <= len(q.Params); i++ {
			args := map[string]string{}
			for n, p := range q.Params {
				if p.Required || n != i && i != len(q.Params) {
					args[p.Name] = some(p)
				}
			}
			if _, err := q.Run(context.Background(), s, args); err != nil {
				t.Errorf("%s %v: %v", q.Name, args, err)
			}
		}
	}
}

func some(p queries.Param) string {
	switch p.Type {
	case "date", "from", "until":
		return "2024-04"
	case "int":
		return "5"
	}
	if p.Values != nil {
		return p.Values[0]
	}
	return "Lò Văn Séo"
}

func names(q queries.Query) []string {
	var all []string
	for _, p := range q.Params {
		all = append(all, p.Name)
	}
	return all
}
