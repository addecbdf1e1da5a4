package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"cadre/graph"
)

// writer is the one connection that writes, and its prepared statements.
type writer struct {
	db     *sql.DB
	conn   *sql.Conn
	lock   chan struct{} // holds one value while somebody writes
	stmts  map[string]*sql.Stmt
	closed bool
}

func (w *writer) acquire(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case w.lock <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (w *writer) release() { <-w.lock }

// close waits for the writer at work. Statistics for the query planner are
// brought up to date first; without them queries are slower, not wrong.
func (w *writer) close() error {
	w.lock <- struct{}{}
	defer w.release()
	if w.closed {
		return nil
	}
	w.closed = true
	_, _ = w.conn.ExecContext(context.Background(), "PRAGMA analysis_limit = 400; PRAGMA optimize")
	for _, st := range w.stmts {
		st.Close()
	}
	return errors.Join(w.conn.Close(), w.db.Close())
}

// transaction runs fn between BEGIN and COMMIT; the lock must be held.
func (w *writer) transaction(ctx context.Context, fn func() error) (err error) {
	if _, err := w.conn.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	// Ending a transaction must not be cut short by the context that ended it.
	end := context.WithoutCancel(ctx)
	committed := false
	defer func() {
		if !committed {
			// It fails where SQLite has rolled back by itself (a full disk): as good.
			_, _ = w.conn.ExecContext(end, "ROLLBACK")
		}
	}()
	if err := fn(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if _, err := w.conn.ExecContext(end, "COMMIT"); err != nil {
		return err
	}
	committed = true
	return nil
}

// prepared returns a statement that is compiled once for the connection.
func (w *writer) prepared(ctx context.Context, text string) (*sql.Stmt, error) {
	if st := w.stmts[text]; st != nil {
		return st, nil
	}
	st, err := w.conn.PrepareContext(ctx, text)
	if err != nil {
		return nil, err
	}
	w.stmts[text] = st
	return st, nil
}

// Update runs fn in one transaction. A panic in fn rolls it back, too.
func (s *Store) Update(ctx context.Context, fn func(context.Context, graph.Tx) error) error {
	if s.writer == nil {
		return fmt.Errorf("%s: %w: it was opened for reading only", s.path, graph.ErrReadOnly)
	}
	if err := s.writer.acquire(ctx); err != nil {
		return err
	}
	defer s.writer.release()
	return s.fail(s.writer.transaction(ctx, func() error {
		t := newTx(s, s.writer)
		if err := fn(ctx, t); err != nil {
			return err
		}
		return t.failed
	}))
}
