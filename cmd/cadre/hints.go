package main

import (
	"context"
	"fmt"
	"strings"

	"cadre/graph"
	"cadre/queries"
)

// hints help with an empty answer: for every name that was asked for and that
// nothing in the store bears, the names that share its words.
func hints(ctx context.Context, s graph.Store, q queries.Query, args map[string]string) []string {
	set, err := queries.Embedded()
	if err != nil {
		return nil
	}
	search, err := set.Find("search")
	if err != nil {
		return nil
	}
	var out []string
	for _, p := range q.Params {
		asked := args[p.Name]
		if p.Type != "name" && p.Type != "office" || asked == "" {
			continue
		}
		named, near := named(ctx, s, search, asked)
		switch {
		case named:
		case near != nil:
			out = append(out, fmt.Sprintf(" Nothing is called %q; there is %s.", clean(asked), strings.Join(near, ", ")))
		default:
			out = append(out, fmt.Sprintf(" Nothing is called %q; try cadre query search.", clean(asked)))
		}
	}
	return out
}

// named tells whether something has a name, else what has its words, or all of
// them but the last or the first.
func named(ctx context.Context, s graph.Store, search queries.Query, name string) (bool, []string) {
	words := strings.Fields(graph.Fold(name))
	var near []string
	for _, part := range [][]string{words, words[:max(len(words)-1, 0)], words[min(1, len(words)):]} {
		if len(part) == 0 {
			continue
		}
		a, err := search.Run(ctx, s, map[string]string{"words": strings.Join(part, " "), "limit": "50"})
		if err != nil {
			return true, nil
		}
		for _, row := range a.Rows {
			found, _ := row[1].(string)
			if id, _ := row[2].(string); graph.Fold(found) == graph.Fold(name) || id == name {
				return true, nil
			}
			if kind, _ := row[0].(string); len(near) < 3 && kind != string(graph.Article) {
				near = append(near, clean(found))
			}
		}
		if near != nil {
			return false, near
		}
	}
	return false, nil
}
