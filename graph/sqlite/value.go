package sqlite

import (
	"encoding/json"
	"fmt"

	"cadre/graph"
)

// optional is a text column's value, NULL for no text.
func optional(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// encode appends the column values of props in the order of kinds. It refuses
// properties that the kinds do not have and values of another type.
func encode(args []any, props graph.Props, kinds []graph.Prop) ([]any, error) {
	used := 0
	for _, k := range kinds {
		v, ok := props[k.Name]
		if ok {
			used++
		}
		if v == nil {
			args = append(args, nil)
			continue
		}
		c, err := columnValue(v, k.Kind)
		if err != nil {
			return nil, fmt.Errorf("property %s: %w", k.Name, err)
		}
		args = append(args, c)
	}
	if used < len(props) {
		for name := range props {
			if !has(kinds, name) {
				return nil, fmt.Errorf("there is no property %q on it", name)
			}
		}
	}
	return args, nil
}

func has(kinds []graph.Prop, name string) bool {
	for _, k := range kinds {
		if k.Name == name {
			return true
		}
	}
	return false
}

func columnValue(v any, kind graph.Kind) (any, error) {
	switch x := v.(type) {
	case string:
		if kind == graph.String {
			return optional(x), nil
		}
	case graph.Date:
		if kind == graph.ISODate {
			return optional(string(x)), nil
		}
	case int64:
		if kind == graph.Int {
			return x, nil
		}
	case bool:
		if kind == graph.Bool {
			return x, nil
		}
	case []string:
		if kind == graph.Strings {
			if len(x) == 0 {
				return nil, nil
			}
			text, err := json.Marshal(x)
			return string(text), err
		}
	}
	return nil, fmt.Errorf("a %T does not fit it", v)
}

// decode makes properties of column values; NULL is absence.
func decode(values []any, kinds []graph.Prop) (graph.Props, error) {
	props := graph.Props{}
	for i, k := range kinds {
		var ok bool
		switch v := values[i].(type) {
		case nil:
			ok = true
		case int64:
			if k.Kind == graph.Bool {
				props[k.Name], ok = v != 0, true
			} else {
				props[k.Name], ok = v, k.Kind == graph.Int
			}
		case string:
			switch k.Kind {
			case graph.String:
				props[k.Name], ok = v, true
			case graph.ISODate:
				props[k.Name], ok = graph.Date(v), true
			case graph.Strings:
				var l []string
				ok = json.Unmarshal([]byte(v), &l) == nil
				props[k.Name] = l
			}
		}
		if !ok {
			return nil, fmt.Errorf("property %s holds %v, which is not of its kind", k.Name, values[i])
		}
	}
	return props, nil
}
