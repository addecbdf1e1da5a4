package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"cadre/graph"
)

// tx reads and writes on the writer's connection.
type tx struct {
	reader
	w      *writer
	failed error // of an Apply
}

func newTx(s *Store, w *writer) *tx {
	t := &tx{w: w}
	t.reader = reader{s, t.each}
	return t
}

// reader reads what loading needs, by a way to call row for each row of a query.
type reader struct {
	store *Store
	each  func(ctx context.Context, text string, row func(*sql.Rows) error, args ...any) error
}

// Reader reads on the readers' connections.
func (s *Store) Reader() graph.Reader {
	return reader{s, func(ctx context.Context, text string, row func(*sql.Rows) error, args ...any) error {
		rows, err := s.reads.QueryContext(ctx, text, args...)
		return each(rows, err, row)
	}}
}

// each runs a prepared query and calls row for each of its rows.
func (t *tx) each(ctx context.Context, text string, row func(*sql.Rows) error, args ...any) error {
	st, err := t.w.prepared(ctx, text)
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(ctx, args...)
	return each(rows, err, row)
}

// each calls row for each of the rows of a query, and closes them.
func each(rows *sql.Rows, err error, row func(*sql.Rows) error) error {
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// exec runs a prepared statement. It is not interrupted in the middle: callers
// look at the context between statements, which is much cheaper.
func (t *tx) exec(ctx context.Context, text string, args ...any) (int, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	ctx = context.WithoutCancel(ctx)
	st, err := t.w.prepared(ctx, text)
	if err != nil {
		return 0, err
	}
	res, err := st.ExecContext(ctx, args...)
	if err != nil {
		return 0, err
	}
	n, err := res.RowsAffected()
	return int(n), err
}

// list is a set of strings as one argument, for IN (SELECT value FROM json_each(?)).
func list[S ~string](values []S) string {
	if len(values) == 0 {
		return "[]"
	}
	text, _ := json.Marshal(values) // strings cannot fail
	return string(text)
}

const inList = "IN (SELECT value FROM json_each(?))"

// Records returns the records asked for that exist.
func (r reader) Records(ctx context.Context, ids []string) (map[string]graph.Record, error) {
	found := map[string]graph.Record{}
	err := r.each(ctx, recordColumns+" WHERE id "+inList, func(rows *sql.Rows) error {
		rec, err := scanRecord(rows)
		found[rec.ID] = rec
		return err
	}, list(ids))
	return found, r.store.fail(err)
}

// RecordsOfBatch returns the ids of a load's records, sorted.
func (r reader) RecordsOfBatch(ctx context.Context, batch int64) ([]string, error) {
	return r.strings(ctx, "SELECT id FROM record WHERE batch = ? ORDER BY id", batch)
}

// LastBatch is the greatest batch number of a record.
func (r reader) LastBatch(ctx context.Context) (int64, error) {
	var n int64
	err := r.each(ctx, "SELECT coalesce(max(batch), 0) FROM record", func(rows *sql.Rows) error { return rows.Scan(&n) })
	return n, r.store.fail(err)
}

// Blocks returns the states of the blocks asked for that exist.
func (r reader) Blocks(ctx context.Context, keys []string) (map[string][]byte, error) {
	found := map[string][]byte{}
	err := r.each(ctx, "SELECT key, state FROM block WHERE key "+inList, func(rows *sql.Rows) error {
		var key string
		state := []byte{}
		err := rows.Scan(&key, &state)
		found[key] = state
		return err
	}, list(keys))
	return found, r.store.fail(err)
}

// Reporters returns the ids of the articles that report any of the nodes.
func (r reader) Reporters(ctx context.Context, nodes []graph.Ref) ([]string, error) {
	ids := make([]string, len(nodes))
	for i, n := range nodes {
		ids[i] = n.ID
	}
	table := quote(r.store.schema.types[graph.Reports].table.name)
	return r.strings(ctx, "SELECT DISTINCT from_id FROM "+table+" WHERE to_id "+inList+" ORDER BY from_id", list(ids))
}

// strings reads one column.
func (r reader) strings(ctx context.Context, text string, args ...any) ([]string, error) {
	var all []string
	err := r.each(ctx, text, func(rows *sql.Rows) error {
		var v string
		err := rows.Scan(&v)
		all = append(all, v)
		return err
	}, args...)
	return all, r.store.fail(err)
}

// drop deletes the rows of a table whose column has one of the values and
// calls row for each of them.
func (t *tx) drop(ctx context.Context, table, column string, values []string, returning string, row func(*sql.Rows) error) error {
	if len(values) == 0 {
		return nil
	}
	text := fmt.Sprintf("DELETE FROM %s WHERE %s %s RETURNING %s", quote(table), quote(column), inList, returning)
	return t.each(ctx, text, row, list(values))
}
