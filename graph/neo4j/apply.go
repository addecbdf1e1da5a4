package neo4j

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"cadre/graph"
)

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
		func() error { return t.dropEdges(ctx, b.DropEdges, loose, &c) },
		func() error { return t.dropNodes(ctx, b.DropNodes, loose, &c) },
		func() error { return t.drop(ctx, dropRecords, b.DropRecords) },
		func() error { return t.drop(ctx, dropBlocks, emptied(b.PutBlocks)) },
		func() error { return t.putAll(ctx, b) },
		func() error { return t.dropUnsupported(ctx, b.DropUnsupported, loose, &c) },
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
	fresh, err := t.fresh(ctx, b.PutNodes)
	if err != nil {
		return err
	}
	s := t.store.schema
	nodes, err := s.nodeRows(b.PutNodes, fresh)
	if err != nil {
		return err
	}
	edges, err := s.edgeRows(b.PutEdges, fresh)
	if err != nil {
		return err
	}
	for _, put := range []struct {
		texts []sections
		lists map[string][]any
	}{{s.putNodes, nodes}, {s.putEdges, edges}, {s.keep, map[string][]any{"records": recordRows(b.PutRecords), "blocks": blockRows(b.PutBlocks)}}} {
		if err := t.put(ctx, put.texts, put.lists); err != nil {
			return err
		}
	}
	return nil
}

// fresh are those of the nodes that are not there yet. An edge never changes
// its ends, so one that leads to or from such a node is not there either.
func (t *tx) fresh(ctx context.Context, nodes []graph.Node) (map[graph.Ref]bool, error) {
	fresh, ids := map[graph.Ref]bool{}, map[string][]string{}
	for _, n := range nodes {
		if !fresh[n.Ref()] {
			fresh[n.Ref()] = true
			ids[string(n.Label)] = append(ids[string(n.Label)], n.ID)
		}
	}
	return fresh, runSections(ctx, t.run, t.store.schema.fresh, ids, func(label string, _ []string, got any) error {
		there, _ := texts(got)
		for _, id := range there {
			delete(fresh, graph.Ref{Label: graph.Label(label), ID: id})
		}
		return nil
	})
}

// put writes rows. Each section returns how many it has written: all of them,
// but for edges whose ends are not there.
func (t *tx) put(ctx context.Context, s []sections, lists map[string][]any) error {
	return runSections(ctx, t.run, s, lists, func(name string, part []any, got any) error {
		if n, _ := got.(int64); n != int64(len(part)) {
			return fmt.Errorf("%d of %d edges have an end that is not in the graph, the first being one like %v: put the nodes first", int64(len(part))-n, len(part), part[0])
		}
		return nil
	})
}

// nodeRows sorts nodes into the lists of putNodes, in the order of their ids.
func (s schema) nodeRows(nodes []graph.Node, fresh map[graph.Ref]bool) (map[string][]any, error) {
	rows := map[string][]any{}
	for _, n := range latest(nodes, func(n graph.Node) string { return n.ID }) {
		k, ok := s.nodes[n.Label]
		if !ok {
			return nil, fmt.Errorf("put node %s: there is no label %q", n.ID, n.Label)
		}
		row, err := encode([]any{n.ID}, n.Props, k.Props)
		if err != nil {
			return nil, fmt.Errorf("put node %s: %w", n.ID, err)
		}
		list := rowsOf(n.Label, n.Label == graph.Institution && n.Props["committee"] == true, fresh[n.Ref()])
		rows[list] = append(rows[list], row)
	}
	return rows, nil
}

// edgeRows sorts edges into the lists of putEdges, in the order of their keys.
func (s schema) edgeRows(edges []graph.Edge, fresh map[graph.Ref]bool) (map[string][]any, error) {
	rows := map[string][]any{}
	for _, e := range latest(edges, func(e graph.Edge) string { return e.Key }) {
		k, ok := s.edges[e.Type]
		if !ok {
			return nil, fmt.Errorf("put edge %s: there is no type %q", e.Key, e.Type)
		}
		if e.From.Label != k.From || !slices.Contains(k.To, e.To.Label) {
			return nil, fmt.Errorf("put edge %s: %s does not lead from %s to %s", e.Key, e.Type, e.From.Label, e.To.Label)
		}
		row, err := encode([]any{e.From.ID, e.To.ID, e.Key}, e.Props, k.Props)
		if err != nil {
			return nil, fmt.Errorf("put edge %s: %w", e.Key, err)
		}
		list := edgesOf(e.Type, e.To.Label, fresh[e.From] || fresh[e.To])
		rows[list] = append(rows[list], row)
	}
	return rows, nil
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

func recordRows(records []graph.Record) []any {
	rows := make([]any, len(records))
	for i, r := range records {
		rows[i] = []any{r.ID, r.Sources, optional(string(r.Published)), r.Claims, r.Current, r.Batch}
	}
	return rows
}

func blockRows(blocks map[string][]byte) []any {
	var rows []any
	for _, key := range slices.Sorted(maps.Keys(blocks)) {
		if blocks[key] != nil {
			rows = append(rows, []any{key, blocks[key]})
		}
	}
	return rows
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
