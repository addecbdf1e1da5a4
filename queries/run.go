package queries

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"cadre/graph"
)

// Answer is the answer to a question: one row a fact, its columns those of the
// header. A value is string, int64, bool, []any (of strings) or nil.
type Answer struct {
	graph.Table
	// More is set when the limit left rows out.
	More bool
}

// Run asks a question that comes with the program; see Query.Run.
func Run(ctx context.Context, s graph.Store, name string, args map[string]string) (graph.Table, error) {
	set, err := Embedded()
	if err != nil {
		return graph.Table{}, err
	}
	q, err := set.Find(name)
	if err != nil {
		return graph.Table{}, err
	}
	a, err := q.Run(ctx, s, args)
	return a.Table, err
}

// Run asks the question of a store, with arguments as a user writes them. It
// returns ErrArgument, or what the store returns.
func (q Query) Run(ctx context.Context, s graph.Store, args map[string]string) (Answer, error) {
	bound, err := q.arguments(args)
	if err != nil {
		return Answer{}, err
	}
	var given []string
	for _, p := range q.Params {
		if _, ok := bound[p.Name]; ok {
			given = append(given, p.Name)
		}
	}
	t, err := s.Query(ctx, q.Text(s.Dialect(), given), bound)
	if err != nil {
		return Answer{}, fmt.Errorf("ask %s: %w", q.Name, err)
	}
	if err := q.typed(t); err != nil {
		return Answer{}, fmt.Errorf("ask %s: %w", q.Name, err)
	}
	a := Answer{Table: q.reasoned(q.grouped(t), bound)}
	if n, ok := bound["limit"].(int64); ok && int64(len(a.Rows)) >= n {
		a.Rows, a.More = a.Rows[:n-1], true
	}
	return a, nil
}

// typed checks a table against the header and gives each value its type there.
func (q Query) typed(t graph.Table) error {
	var want []string
	for _, c := range q.Columns {
		want = append(want, c.Name)
	}
	if !slices.Equal(t.Columns, want) {
		return fmt.Errorf("the text answers with columns %v, its header says %v", t.Columns, want)
	}
	for _, row := range t.Rows {
		for i, c := range q.Columns {
			v, ok := c.value(row[i])
			if !ok {
				return fmt.Errorf("column %s is to be a %s, the text answers with %T", c.Name, c.Type, row[i])
			}
			row[i] = v
		}
	}
	return nil
}

// value gives an engine's value the type of the column. SQLite has neither
// booleans nor lists: they come as numbers and as JSON.
func (c Column) value(v any) (any, bool) {
	if v == nil {
		if c.Type == "list" {
			return []any{}, true
		}
		return nil, true
	}
	switch c.Type {
	case "bool":
		if n, ok := v.(int64); ok && (n == 0 || n == 1) {
			return n == 1, true
		}
		_, ok := v.(bool)
		return v, ok
	case "int":
		_, ok := v.(int64)
		return v, ok
	case "list":
		if text, ok := v.(string); ok {
			l := []any{}
			return l, json.Unmarshal([]byte(text), &l) == nil
		}
		_, ok := v.([]any)
		return v, ok
	case "role", "change":
		s, ok := v.(string)
		return word(graph.Type(s)), ok
	}
	_, ok := v.(string)
	return v, ok
}

// grouped joins the rows that differ only in their "each" columns. The values
// of these are listed together, each combination once, in the order of the
// rows; so two such columns (an article and its date) stay side by side.
func (q Query) grouped(t graph.Table) graph.Table {
	var each []int
	for i, c := range q.Columns {
		if c.Type == "each" {
			each = append(each, i)
		}
	}
	if each == nil {
		return t
	}
	out := graph.Table{Columns: t.Columns}
	index, seen := map[string]int{}, map[string]bool{}
	for _, row := range t.Rows {
		fact, values := slices.Clone(row), make([]any, len(each))
		for n, i := range each {
			values[n], fact[i] = row[i], []any{}
		}
		key := fmt.Sprintf("%#v", fact)
		at, ok := index[key]
		if !ok {
			at = len(out.Rows)
			index[key] = at
			out.Rows = append(out.Rows, fact)
		}
		combination := fmt.Sprintf("%d %#v", at, values)
		if seen[combination] || !slices.ContainsFunc(values, func(v any) bool { return v != nil }) {
			continue
		}
		seen[combination] = true
		for n, i := range each {
			out.Rows[at][i] = append(out.Rows[at][i].([]any), values[n])
		}
	}
	return out
}

// Check tells whether Run would take the arguments, without asking a store. It
// returns ErrArgument.
func (q Query) Check(args map[string]string) error {
	_, err := q.arguments(args)
	return err
}
