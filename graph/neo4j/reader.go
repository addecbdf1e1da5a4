package neo4j

import (
	"context"
	"fmt"

	"cadre/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// reader reads what loading needs, by a way to run a text and get all its rows.
type reader struct {
	store *Store
	run   runner
}

// Reader reads in transactions of their own, one a text.
func (s *Store) Reader() graph.Reader {
	return reader{s, func(ctx context.Context, text string, args map[string]any) ([]*neo4j.Record, error) {
		_, rows, err := s.read(ctx, text, args)
		return rows, err
	}}
}

// given are the arguments of a text that takes a list. The server plans a text
// anew for each power of ten of the length of a list that is an argument, and
// looks at no list inside of one.
func given[T any](list []T) map[string]any {
	return map[string]any{"in": map[string]any{"list": list}}
}

// find runs a text once a chunk of values, as $in.list, and returns all rows.
func (r reader) find(ctx context.Context, text string, values []string) ([]*neo4j.Record, error) {
	var all []*neo4j.Record
	err := inChunks(values, chunk, func(part []string) error {
		rows, err := r.run(ctx, text, given(part))
		all = append(all, rows...)
		return err
	})
	return all, r.store.fail(err)
}

// Records returns the records asked for that exist.
func (r reader) Records(ctx context.Context, ids []string) (map[string]graph.Record, error) {
	found := map[string]graph.Record{}
	rows, err := r.find(ctx, "MATCH (c:Claims) USING INDEX c:Claims(id) WHERE c.id IN $in.list RETURN "+recordColumns, ids)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		rec, err := record(row.Values)
		if err != nil {
			return nil, err
		}
		found[rec.ID] = rec
	}
	return found, nil
}

// RecordsOfBatch returns the ids of a load's records, sorted.
func (r reader) RecordsOfBatch(ctx context.Context, batch int64) ([]string, error) {
	rows, err := r.run(ctx, "MATCH (c:Claims) WHERE c.batch = $batch RETURN c.id ORDER BY c.id", map[string]any{"batch": batch})
	if err != nil {
		return nil, r.store.fail(err)
	}
	return firsts(rows)
}

// LastBatch is the greatest batch number of a record.
func (r reader) LastBatch(ctx context.Context) (int64, error) {
	rows, err := r.run(ctx, "MATCH (c:Claims) WHERE c.batch > 0 RETURN c.batch ORDER BY c.batch DESC LIMIT 1", nil)
	if err != nil || len(rows) == 0 {
		return 0, r.store.fail(err)
	}
	n, _ := rows[0].Values[0].(int64)
	return n, nil
}

// Blocks returns the states of the blocks asked for that exist.
func (r reader) Blocks(ctx context.Context, keys []string) (map[string][]byte, error) {
	found := map[string][]byte{}
	rows, err := r.find(ctx, "MATCH (b:Block) USING INDEX b:Block(key) WHERE b.key IN $in.list RETURN b.key, b.state", keys)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		key, ok := row.Values[0].(string)
		state, ok2 := row.Values[1].([]byte)
		if !ok || !ok2 {
			return nil, fmt.Errorf("block %v holds no bytes: somebody else has written it", row.Values[0])
		}
		found[key] = state
	}
	return found, nil
}

// reportersOf finds who reports those of a label's nodes whose ids are in $in.list.
func reportersOf(l graph.Label) string {
	return fmt.Sprintf("MATCH (n:%[1]s)<-[:REPORTS]-(a:Article) USING INDEX n:%[1]s(id) WHERE n.id IN $in.list RETURN DISTINCT a.id", l)
}

// Reporters returns the ids of the articles that report any of the nodes.
func (r reader) Reporters(ctx context.Context, nodes []graph.Ref) ([]string, error) {
	ids := map[graph.Label][]string{}
	for _, n := range nodes {
		ids[n.Label] = append(ids[n.Label], n.ID)
	}
	articles := map[string]bool{}
	for _, l := range r.store.schema.edges[graph.Reports].To {
		rows, err := r.find(ctx, reportersOf(l), ids[l])
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
