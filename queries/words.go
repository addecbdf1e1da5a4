package queries

import (
	"slices"
	"strings"

	"cadre/graph"
)

// word is how users write a role or a change: SPOKE_AT is "spoke".
func word(t graph.Type) string {
	return strings.ToLower(strings.TrimSuffix(string(t), "_AT"))
}

func words(types []graph.Type) []string {
	var w []string
	for _, t := range types {
		w = append(w, word(t))
	}
	return w
}

// typeOf finds the edge type behind a user's word.
func typeOf(w string, types []graph.Type) (graph.Type, bool) {
	i := slices.IndexFunc(types, func(t graph.Type) bool { return word(t) == w })
	if i < 0 {
		return "", false
	}
	return types[i], true
}

func roleTypes() []graph.Type   { return typesOf(graph.GroupRole) }
func changeTypes() []graph.Type { return typesOf(graph.GroupChange) }

func typesOf(g graph.Group) []graph.Type {
	var types []graph.Type
	for _, k := range graph.Edges() {
		if k.Group == g {
			types = append(types, k.Type)
		}
	}
	return types
}
