package queries

import (
	"slices"
	"strings"

	"cadre/graph"
)

// Text is the text of a question in a dialect, for the arguments that are
// given: lines marked with another one are left out.
func (q Query) Text(d graph.Dialect, given []string) string {
	text, mark := q.cypher, "//?"
	if d == graph.SQL {
		text, mark = q.sql, "--?"
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		body, name, marked := strings.Cut(line, mark)
		if !marked {
			b.WriteString(line)
		} else if slices.Contains(given, strings.TrimSpace(name)) {
			b.WriteString(strings.TrimRight(body, " ") + "\n")
		}
	}
	return b.String()
}
