package neo4j

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"cadre/graph"
)

// put is one statement and the rows that it is given. all tells that it
// returns how many rows it found the ends of.
type put struct {
	text string
	rows []any
	all  bool
}

// Apply makes a batch's changes: deletions, nodes, edges, records, then what
// has lost its support and the vocabulary that nothing refers to any more.
// Dropping a node drops its edges, too. The ends of an edge must be there.
func (t *tx) Apply(ctx context.Context, b graph.Batch) (graph.Changes, error) {
	c, err := t.apply(ctx, b)
	return c, t.store.fail(err)
}

func (t *tx) apply(ctx context.Context, b graph.Batch) (graph.Changes, error) {
	c := graph.Changes{NodesPut: len(b.PutNodes), EdgesPut: len(b.PutEdges), RecordsPut: len(b.PutRecords)}
	loose := loose{}
	steps := []func() error{
		func() error { return t.dropEdges(ctx, b.DropEdges, "", loose, &c) },
		func() error { return t.dropNodes(ctx, b.DropNodes, loose, &c) },
		func() error { return t.drop(ctx, "MATCH (x:Claims) WHERE x.id IN $in.list DELETE x", b.DropRecords) },
		func() error {
			return t.drop(ctx, "MATCH (x:Block) WHERE x.key IN $in.list DELETE x", emptied(b.PutBlocks))
		},
		func() error { return t.putAll(ctx, b) },
		func() error { return t.dropEdges(ctx, b.DropUnsupported, unsupported, loose, &c) },
		func() error { return t.collect(ctx, loose, &c) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return graph.Changes{}, err
		}
	}
	return c, nil
}

// putAll writes nodes, edges, records and blocks. What cannot be there yet is
// created, which costs the server less than looking for it first.
func (t *tx) putAll(ctx context.Context, b graph.Batch) error {
	s := t.store.schema
	fresh, err := t.fresh(ctx, b.PutNodes)
	if err != nil {
		return err
	}
	nodes, err := s.putNodes(b.PutNodes, fresh)
	if err != nil {
		return err
	}
	edges, err := s.putEdges(b.PutEdges, fresh)
	if err != nil {
		return err
	}
	return t.put(ctx, append(append(nodes, edges...), putRecords(b.PutRecords), putBlocks(b.PutBlocks)))
}

// fresh are those of the nodes that are not there yet. An edge never changes
// its ends, so one that leads to or from such a node is not there either.
func (t *tx) fresh(ctx context.Context, nodes []graph.Node) (map[graph.Ref]bool, error) {
	fresh, ids := map[graph.Ref]bool{}, map[graph.Label][]string{}
	for _, n := range nodes {
		if !fresh[n.Ref()] {
			fresh[n.Ref()] = true
			ids[n.Label] = append(ids[n.Label], n.ID)
		}
	}
	for _, l := range t.store.schema.labels {
		rows, err := t.find(ctx, "MATCH (n:"+string(l)+") WHERE n.id IN $in.list RETURN n.id", ids[l])
		if err != nil {
			return nil, err
		}
		for _, r := range refs(l, rows) {
			delete(fresh, r)
		}
	}
	return fresh, nil
}

// put writes rows, chunk by chunk.
func (t *tx) put(ctx context.Context, puts []put) error {
	for _, p := range puts {
		err := inChunks(p.rows, chunk, func(rows []any) error {
			got, err := t.run(ctx, p.text, given(rows))
			if err != nil || !p.all {
				return err
			}
			if n, _ := got[0].Values[0].(int64); n != int64(len(rows)) {
				return fmt.Errorf("%d of %d edges have an end that is not in the graph, the first being one like %v: put the nodes first", int64(len(rows))-n, len(rows), rows[0])
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// putNodes sorts nodes into statements, one a label, in the order of their ids.
func (s schema) putNodes(nodes []graph.Node, fresh map[graph.Ref]bool) ([]put, error) {
	rows := map[string][]any{}
	text := func(n graph.Node) string {
		k := s.nodes[n.Label]
		text := k.put
		if fresh[n.Ref()] {
			text = k.make
		}
		switch {
		case n.Label != graph.Institution:
			return text
		case n.Props["committee"] == true:
			return text + " SET x:Committee"
		case fresh[n.Ref()]:
			return text
		}
		return text + " REMOVE x:Committee"
	}
	for _, n := range latest(nodes, func(n graph.Node) string { return n.ID }) {
		k, ok := s.nodes[n.Label]
		if !ok {
			return nil, fmt.Errorf("put node %s: there is no label %q", n.ID, n.Label)
		}
		row, err := encode([]any{n.ID}, n.Props, k.Props)
		if err != nil {
			return nil, fmt.Errorf("put node %s: %w", n.ID, err)
		}
		rows[text(n)] = append(rows[text(n)], row)
	}
	return statements(rows, false), nil
}

// putEdges sorts edges into statements, one a type and label of its end.
func (s schema) putEdges(edges []graph.Edge, fresh map[graph.Ref]bool) ([]put, error) {
	rows := map[string][]any{}
	for _, e := range latest(edges, func(e graph.Edge) string { return e.Key }) {
		k, ok := s.edges[e.Type]
		if !ok {
			return nil, fmt.Errorf("put edge %s: there is no type %q", e.Key, e.Type)
		}
		text, ok := k.put[e.To.Label]
		if fresh[e.From] || fresh[e.To] {
			text = k.make[e.To.Label]
		}
		if !ok || e.From.Label != k.From {
			return nil, fmt.Errorf("put edge %s: %s does not lead from %s to %s", e.Key, e.Type, e.From.Label, e.To.Label)
		}
		row, err := encode([]any{e.From.ID, e.To.ID, e.Key}, e.Props, k.Props)
		if err != nil {
			return nil, fmt.Errorf("put edge %s: %w", e.Key, err)
		}
		rows[text] = append(rows[text], row)
	}
	return statements(rows, true), nil
}

// latest leaves out what comes again later in the list, and sorts by key: what
// lies together in an index is then written together.
func latest[T any](list []T, key func(T) string) []T {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b T) int { return cmp.Compare(key(a), key(b)) })
	out := list[:0]
	for i, v := range list {
		if i+1 == len(list) || key(list[i+1]) != key(v) {
			out = append(out, v)
		}
	}
	return out
}

func statements(rows map[string][]any, all bool) []put {
	var puts []put
	for _, text := range slices.Sorted(maps.Keys(rows)) {
		puts = append(puts, put{text, rows[text], all})
	}
	return puts
}

func putRecords(records []graph.Record) put {
	rows := make([]any, len(records))
	for i, r := range records {
		rows[i] = []any{r.ID, r.Sources, optional(string(r.Published)), r.Claims, r.Current, r.Batch}
	}
	return put{text: `UNWIND $in.list AS row MERGE (x:Claims {id: row[0]})
		SET x.sources = row[1], x.published = row[2], x.claims = row[3], x.current = row[4], x.batch = row[5]`, rows: rows}
}

func putBlocks(blocks map[string][]byte) put {
	var rows []any
	for _, key := range slices.Sorted(maps.Keys(blocks)) {
		if blocks[key] != nil {
			rows = append(rows, []any{key, blocks[key]})
		}
	}
	return put{text: "UNWIND $in.list AS row MERGE (x:Block {key: row[0]}) SET x.state = row[1]", rows: rows}
}

// emptied are the keys of the blocks to delete.
func emptied(blocks map[string][]byte) []string {
	var keys []string
	for key, state := range blocks {
		if state == nil {
			keys = append(keys, key)
		}
	}
	return keys
}
