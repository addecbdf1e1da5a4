package neo4j

import (
	"context"
	"fmt"
	"time"

	"cadre/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// Query runs one reading text in read access mode. Access mode alone would let
// it read files of the server, so it is looked at first (readOnly). Dates and
// times come back as ISO texts; a node, an edge, a path or a map is an error
// that says how to ask instead.
func (s *Store) Query(ctx context.Context, text string, args graph.Args) (graph.Table, error) {
	if err := readOnly(text); err != nil {
		return graph.Table{}, err
	}
	bound := make(map[string]any, len(args))
	for name, v := range args {
		if d, ok := v.(graph.Date); ok {
			v = string(d)
		}
		bound[name] = v
	}
	keys, rows, err := s.read(ctx, text, bound)
	if err != nil {
		return graph.Table{}, s.fail(err)
	}
	table := graph.Table{Columns: keys}
	for _, r := range rows {
		for i, v := range r.Values {
			if r.Values[i], err = answer(v); err != nil {
				return graph.Table{}, fmt.Errorf("column %s: %w", keys[i], err)
			}
		}
		table.Rows = append(table.Rows, r.Values)
	}
	return table, nil
}

// answer turns a value of the server's into one of graph.Table's.
func answer(v any) (any, error) {
	switch x := v.(type) {
	case nil, string, int64, float64, bool:
		return x, nil
	case []any:
		for i := range x {
			var err error
			if x[i], err = answer(x[i]); err != nil {
				return nil, err
			}
		}
		return x, nil
	case dbtype.Date:
		return x.Time().Format(time.DateOnly), nil
	case dbtype.LocalDateTime:
		return x.Time().Format("2006-01-02T15:04:05.999999999"), nil
	case dbtype.LocalTime:
		return x.Time().Format("15:04:05.999999999"), nil
	case dbtype.Time:
		return x.Time().Format("15:04:05.999999999Z07:00"), nil
	case time.Time:
		return x.Format(time.RFC3339Nano), nil
	case dbtype.Duration:
		return x.String(), nil
	case neo4j.Node:
		return nil, fmt.Errorf("it is a node; return a property of it, such as .id or .name")
	case neo4j.Relationship:
		return nil, fmt.Errorf("it is an edge; return a property of it, or its type()")
	case neo4j.Path:
		return nil, fmt.Errorf("it is a path; return properties of its nodes()")
	case map[string]any:
		return nil, fmt.Errorf("it is a map; return its values one by one")
	}
	return nil, fmt.Errorf("it is a %T, which has no place in a table", v)
}
