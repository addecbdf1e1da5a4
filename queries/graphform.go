package queries

import "strings"

// Drawn is the graph form with the values of its arguments written into it and
// without the line that names its question: what a favourite of the Neo4j
// Browser or a link into it holds. It returns ErrArgument or ErrNoGraph.
func (q Query) Drawn(args map[string]string) (string, error) {
	text, bound, err := q.Graph(args)
	if err != nil {
		return "", err
	}
	_, text, _ = strings.Cut(text, "\n")
	return strings.TrimSpace(Inline(text, bound)) + "\n", nil
}
