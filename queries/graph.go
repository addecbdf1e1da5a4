package queries

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

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
	drawn := q
	drawn.cypher = q.graph
	return drawn.Text(graph.Cypher, given), bound, nil
}
