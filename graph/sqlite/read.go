package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"

	"cadre/graph"
)

// Nodes yields a label's nodes by ascending id, as they were when it began.
func (s *Store) Nodes(ctx context.Context, l graph.Label) iter.Seq2[graph.Node, error] {
	t, ok := s.schema.nodes[l]
	if !ok {
		return failed[graph.Node](fmt.Errorf("there is no label %q", l))
	}
	columns := append([]string{"id"}, names(t.props)...)
	text := fmt.Sprintf("SELECT %s FROM %s ORDER BY id", quoteAll(columns), quote(t.name))
	return rows(ctx, s, text, nil, func(r *sql.Rows) (graph.Node, error) {
		n := graph.Node{Label: l}
		props, err := scanProps(r, t.props, &n.ID)
		n.Props = props
		return n, err
	})
}

// Edges yields a type's edges by ascending key, as they were when it began.
func (s *Store) Edges(ctx context.Context, typ graph.Type) iter.Seq2[graph.Edge, error] {
	k, ok := s.schema.types[typ]
	if !ok {
		return failed[graph.Edge](fmt.Errorf("there is no edge type %q", typ))
	}
	columns := append([]string{"key", "from_id", "to_label", "to_id"}, names(k.Props)...)
	text := fmt.Sprintf("SELECT %s FROM %s WHERE type = ? ORDER BY key", quoteAll(columns), quote(k.table.name))
	return rows(ctx, s, text, []any{string(typ)}, func(r *sql.Rows) (graph.Edge, error) {
		e := graph.Edge{Type: typ, From: graph.Ref{Label: k.From}}
		props, err := scanProps(r, k.Props, &e.Key, &e.From.ID, &e.To.Label, &e.To.ID)
		e.Props = props
		return e, err
	})
}

// Records yields all records by ascending id, as they were when it began.
func (s *Store) Records(ctx context.Context) iter.Seq2[graph.Record, error] {
	return rows(ctx, s, recordColumns+" ORDER BY id", nil, scanRecord)
}

const recordColumns = `SELECT id, published, claims, current, batch,
	(SELECT json_group_array(source ORDER BY source) FROM record_source WHERE record = record.id) FROM record`

func scanRecord(r *sql.Rows) (graph.Record, error) {
	var rec graph.Record
	var published sql.NullString
	var sources string
	if err := r.Scan(&rec.ID, &published, &rec.Claims, &rec.Current, &rec.Batch, &sources); err != nil {
		return rec, err
	}
	rec.Published = graph.Date(published.String)
	if err := json.Unmarshal([]byte(sources), &rec.Sources); err != nil {
		return rec, fmt.Errorf("read the sources of record %s: %w", rec.ID, err)
	}
	if len(rec.Sources) == 0 {
		rec.Sources = nil
	}
	return rec, nil
}

// scanProps reads a row: first the fixed columns, then the properties.
func scanProps(r *sql.Rows, kinds []graph.Prop, fixed ...any) (graph.Props, error) {
	values := make([]any, len(kinds))
	for i := range values {
		fixed = append(fixed, &values[i])
	}
	if err := r.Scan(fixed...); err != nil {
		return nil, err
	}
	return decode(values, kinds)
}

// rows yields what scan makes of each row of a query, out of one read
// transaction.
func rows[T any](ctx context.Context, s *Store, text string, args []any, scan func(*sql.Rows) (T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		r, err := s.reads.QueryContext(ctx, text, args...)
		if err != nil {
			yield(none, s.fail(err))
			return
		}
		defer r.Close()
		for r.Next() {
			v, err := scan(r)
			if !yield(v, s.fail(err)) || err != nil {
				return
			}
		}
		if err := r.Err(); err != nil {
			yield(none, s.fail(err))
		}
	}
}

func failed[T any](err error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		yield(none, err)
	}
}
