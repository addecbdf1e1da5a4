package neo4j

import (
	"context"
	"errors"
	"fmt"
	"time"

	"cadre/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// lock makes the transaction wait for the one before it, and leaves nothing.
const lock = "MATCH (c:Cadre {id: 'graph'}) SET c.lock = true REMOVE c.lock RETURN c.schema"

// Update runs fn in a managed write transaction that holds the lock of all
// writers. When the connection is lost while committing nobody knows whether
// the server has committed; fn then runs once more, on what it finds.
func (s *Store) Update(ctx context.Context, fn func(context.Context, graph.Tx) error) error {
	if s.opts.ReadOnly {
		return fmt.Errorf("%s: %w: it was opened for reading only", s.uri, graph.ErrReadOnly)
	}
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(context.WithoutCancel(ctx))
	for end := time.Now().Add(s.opts.Retry); ; {
		_, err := session.ExecuteWrite(ctx, func(managed neo4j.ManagedTransaction) (any, error) {
			return nil, s.once(ctx, managed, fn)
		})
		if ctx.Err() != nil && err != nil {
			return ctx.Err()
		}
		_, lost := errors.AsType[*neo4j.ConnectivityError](err)
		if !lost || neo4j.IsRetryable(err) || time.Now().After(end) {
			return s.fail(err)
		}
	}
}

// once is one try. The driver knows its own errors only as they are, so one
// that it should try again after is returned to it though fn has wrapped it.
func (s *Store) once(ctx context.Context, managed neo4j.ManagedTransaction, fn func(context.Context, graph.Tx) error) error {
	t := newTx(s, managed)
	rows, err := t.run(ctx, lock, nil)
	switch {
	case err != nil:
		return s.settle(err)
	case len(rows) == 0:
		return s.unprepared()
	}
	if found, _ := rows[0].Values[0].(int64); found > version {
		return s.newer(found)
	}
	err = fn(ctx, t)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case t.failed != nil && (err == nil || neo4j.IsRetryable(t.failed)):
		return s.settle(t.failed)
	}
	return err
}

// settle keeps the driver from trying again what will fail again: a batch that
// does not fit, and a write to a database that is read-only. In a cluster
// another member may take that write.
func (s *Store) settle(err error) error {
	if e, ok := errors.AsType[*neo4j.Neo4jError](err); ok {
		_, kind := s.meaning(e)
		if kind == graph.ErrTooLarge || kind == graph.ErrReadOnly && !s.routing {
			return s.fail(err)
		}
	}
	return err
}

// tx reads and writes in one transaction of the server.
type tx struct {
	reader
	managed neo4j.ManagedTransaction
	failed  error // the first error of the server
}

func newTx(s *Store, managed neo4j.ManagedTransaction) *tx {
	t := &tx{managed: managed}
	t.reader = reader{s, t.run}
	return t
}

// keepPlan spares the server from planning a text again whenever the graph has
// grown by three quarters, which costs more than a small batch: the texts of
// writers seek by unique keys, on which their plans never depend (TestPlans).
const keepPlan = "CYPHER replan=skip "

// run runs one text and returns all its rows.
func (t *tx) run(ctx context.Context, text string, args map[string]any) ([]*neo4j.Record, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	result, err := t.managed.Run(ctx, keepPlan+text, args)
	var rows []*neo4j.Record
	if err == nil {
		rows, err = result.Collect(ctx)
	}
	if err != nil && t.failed == nil {
		t.failed = err
	}
	return rows, err
}

// chunk is how many rows one statement takes at most: enough that what a
// statement costs does not count, little enough to fit the server's memory.
const chunk = 10_000

// inChunks calls fn with parts of a list.
func inChunks[T any](list []T, size int, fn func([]T) error) error {
	for len(list) > 0 {
		n := min(size, len(list))
		if err := fn(list[:n]); err != nil {
			return err
		}
		list = list[n:]
	}
	return nil
}
