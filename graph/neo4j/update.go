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
	t := &tx{store: s, managed: managed}
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
	store   *Store
	managed neo4j.ManagedTransaction
	failed  error // the first error of the server
}

// run runs one text and returns all its rows.
func (t *tx) run(ctx context.Context, text string, args map[string]any) ([]*neo4j.Record, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	result, err := t.managed.Run(ctx, text, args)
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

// find runs a text once a chunk of values, as $list, and returns all rows.
func (t *tx) find(ctx context.Context, text string, values []string) ([]*neo4j.Record, error) {
	var all []*neo4j.Record
	err := inChunks(values, chunk, func(part []string) error {
		rows, err := t.run(ctx, text, map[string]any{"list": part})
		all = append(all, rows...)
		return err
	})
	return all, t.store.fail(err)
}

// Records returns the records asked for that exist.
func (t *tx) Records(ctx context.Context, ids []string) (map[string]graph.Record, error) {
	found := map[string]graph.Record{}
	rows, err := t.find(ctx, "MATCH (c:Claims) WHERE c.id IN $list RETURN "+recordColumns, ids)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		rec, err := record(r.Values)
		if err != nil {
			return nil, err
		}
		found[rec.ID] = rec
	}
	return found, nil
}

// RecordsOfBatch returns the ids of a load's records, sorted.
func (t *tx) RecordsOfBatch(ctx context.Context, batch int64) ([]string, error) {
	rows, err := t.run(ctx, "MATCH (c:Claims) WHERE c.batch = $batch RETURN c.id ORDER BY c.id", map[string]any{"batch": batch})
	if err != nil {
		return nil, t.store.fail(err)
	}
	return firsts(rows)
}

// LastBatch is the greatest batch number of a record.
func (t *tx) LastBatch(ctx context.Context) (int64, error) {
	rows, err := t.run(ctx, "MATCH (c:Claims) WHERE c.batch > 0 RETURN c.batch ORDER BY c.batch DESC LIMIT 1", nil)
	if err != nil || len(rows) == 0 {
		return 0, t.store.fail(err)
	}
	n, _ := rows[0].Values[0].(int64)
	return n, nil
}

// Blocks returns the states of the blocks asked for that exist.
func (t *tx) Blocks(ctx context.Context, keys []string) (map[string][]byte, error) {
	found := map[string][]byte{}
	rows, err := t.find(ctx, "MATCH (b:Block) WHERE b.key IN $list RETURN b.key, b.state", keys)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		key, ok := r.Values[0].(string)
		state, ok2 := r.Values[1].([]byte)
		if !ok || !ok2 {
			return nil, fmt.Errorf("block %v holds no bytes: somebody else has written it", r.Values[0])
		}
		found[key] = state
	}
	return found, nil
}

// Reporters returns the ids of the articles that report any of the nodes.
func (t *tx) Reporters(ctx context.Context, nodes []graph.Ref) ([]string, error) {
	ids := map[graph.Label][]string{}
	for _, n := range nodes {
		ids[n.Label] = append(ids[n.Label], n.ID)
	}
	articles := map[string]bool{}
	for _, l := range t.store.schema.edges[graph.Reports].To {
		rows, err := t.find(ctx, "MATCH (n:"+string(l)+")<-[:REPORTS]-(a:Article) WHERE n.id IN $list RETURN DISTINCT a.id", ids[l])
		if err != nil {
			return nil, err
		}
		some, err := firsts(rows)
		if err != nil {
			return nil, err
		}
		for _, id := range some {
			articles[id] = true
		}
	}
	return sorted(articles), nil
}
