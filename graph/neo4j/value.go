package neo4j

import (
	"fmt"
	"maps"
	"slices"

	"cadre/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// encode appends the values of props in the order of kinds, nil for what is
// absent. It refuses properties that the kinds do not have and values of
// another type.
func encode(row []any, props graph.Props, kinds []graph.Prop) ([]any, error) {
	used := 0
	for _, k := range kinds {
		v, ok := props[k.Name]
		if ok {
			used++
		}
		if v == nil {
			row = append(row, nil)
			continue
		}
		stored, ok := toServer(v, k.Kind)
		if !ok {
			return nil, fmt.Errorf("property %s: a %T does not fit it", k.Name, v)
		}
		row = append(row, stored)
	}
	if used < len(props) {
		for name := range props {
			if !slices.ContainsFunc(kinds, func(k graph.Prop) bool { return k.Name == name }) {
				return nil, fmt.Errorf("there is no property %q on it", name)
			}
		}
	}
	return row, nil
}

func toServer(v any, kind graph.Kind) (any, bool) {
	switch x := v.(type) {
	case string:
		return optional(x), kind == graph.String
	case graph.Date:
		return optional(string(x)), kind == graph.ISODate
	case int64:
		return x, kind == graph.Int
	case bool:
		return x, kind == graph.Bool
	case []string:
		if len(x) == 0 {
			return nil, kind == graph.Strings
		}
		return x, kind == graph.Strings
	}
	return nil, false
}

// optional is a text, or nil for no text.
func optional(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// decode makes properties of a row's values; null is absence.
func decode(values []any, kinds []graph.Prop) (graph.Props, error) {
	props := graph.Props{}
	for i, k := range kinds {
		v := values[i]
		if v == nil {
			continue
		}
		var ok bool
		switch k.Kind {
		case graph.String:
			props[k.Name], ok = v.(string)
		case graph.ISODate:
			var s string
			s, ok = v.(string)
			props[k.Name] = graph.Date(s)
		case graph.Int:
			props[k.Name], ok = v.(int64)
		case graph.Bool:
			props[k.Name], ok = v.(bool)
		case graph.Strings:
			props[k.Name], ok = texts(v)
		}
		if !ok {
			return nil, fmt.Errorf("property %s holds a %T, which is not of its kind: somebody else has written it", k.Name, v)
		}
	}
	return props, nil
}

// texts makes strings of a list of the server's.
func texts(v any) ([]string, bool) {
	list, ok := v.([]any)
	if !ok {
		return nil, false
	}
	all := make([]string, len(list))
	for i, x := range list {
		if all[i], ok = x.(string); !ok {
			return nil, false
		}
	}
	return all, true
}

// recordColumns are a record's properties in the order that record reads.
const recordColumns = "c.id, c.sources, c.published, c.claims, c.current, c.batch"

func record(values []any) (r graph.Record, err error) {
	var ok [5]bool
	r.ID, ok[0] = values[0].(string)
	ok[1] = values[1] == nil
	if !ok[1] {
		r.Sources, ok[1] = texts(values[1])
	}
	published, _ := values[2].(string)
	r.Published = graph.Date(published)
	r.Claims, ok[2] = values[3].([]byte)
	ok[2] = ok[2] || values[3] == nil
	r.Current, ok[3] = values[4].(bool)
	r.Batch, ok[4] = values[5].(int64)
	if ok != [5]bool{true, true, true, true, true} {
		return r, fmt.Errorf("the claims of record %v are not as cadre writes them: somebody else has written them", values[0])
	}
	return r, nil
}

// firsts is the first column, which holds texts.
func firsts(rows []*neo4j.Record) ([]string, error) {
	var all []string
	for _, r := range rows {
		s, ok := r.Values[0].(string)
		if !ok {
			return nil, fmt.Errorf("an id is a %T: somebody else has written it", r.Values[0])
		}
		all = append(all, s)
	}
	return all, nil
}

func sorted(set map[string]bool) []string { return slices.Sorted(maps.Keys(set)) }
