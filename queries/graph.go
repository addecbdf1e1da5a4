package queries

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"cadre/graph"
)

// ErrNoGraph is returned by Graph for a question whose answer is no graph.
var ErrNoGraph = errors.New("the answer to this question cannot be drawn")

// readGraph reads the graph form of a question, where it has one. Its
// arguments are those of the question.
func (q *Query) readGraph(folder fs.FS) error {
	name := q.Name + ".graph.cypher"
	if _, err := fs.Stat(folder, name); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	text, err := read(folder, name)
	if err != nil {
		return err
	}
	if first, _, _ := strings.Cut(text, "\n"); strings.TrimSpace(first) != "// graph of "+q.Name+".cypher" {
		return fmt.Errorf("%s:1: the first line must be \"// graph of %s.cypher\"", name, q.Name)
	}
	q.graph = text
	return nil
}

// HasGraph tells whether the answer can be drawn.
func (q Query) HasGraph() bool { return q.graph != "" }

// Graph is the Cypher text that answers with nodes and edges instead of rows,
// as the Neo4j Browser draws them, for arguments as a user writes them, and
// the values to bind. It returns ErrArgument or ErrNoGraph.
func (q Query) Graph(args map[string]string) (string, graph.Args, error) {
	if q.graph == "" {
		return "", nil, fmt.Errorf("%w: %s", ErrNoGraph, q.Name)
	}
	bound, err := q.arguments(args)
	if err != nil {
		return "", nil, err
	}
	var given []string
	for name := range bound {
		given = append(given, name)
	}
	slices.Sort(given)
	if n, ok := bound["limit"].(int64); ok && n < all {
		bound["limit"] = n - 1
	}
	drawn := q
	drawn.cypher = q.graph
	return drawn.Text(graph.Cypher, given), bound, nil
}

var parameter = regexp.MustCompile(`\$[a-z][a-z0-9_]*`)

// Inline puts the arguments of a Cypher text into it as literals, for places
// that cannot bind them: a favourite, a link to the Neo4j Browser. The text
// must have no dollar sign but those of its parameters, as the texts here.
func Inline(text string, args graph.Args) string {
	return parameter.ReplaceAllStringFunc(text, func(name string) string { return literal(args[name[1:]]) })
}

// literal is a value as Cypher writes it.
func literal(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case string:
		return quoted(v)
	case graph.Date:
		return quoted(string(v))
	}
	return fmt.Sprint(v)
}

// quoted is a Cypher string: what could end it, or steer a terminal, is escaped.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('\'')
	for _, r := range s {
		switch {
		case r == '\'' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('\'')
	return b.String()
}
