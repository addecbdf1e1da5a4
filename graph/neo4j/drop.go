package neo4j

import (
	"context"
	"fmt"
	"slices"

	"cadre/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// loose is the set of vocabulary nodes that have lost an edge.
type loose map[graph.Label]map[string]bool

// add notes a node by its labels and id as the server gives them.
func (l loose) add(labels, id any) {
	names, _ := texts(labels)
	for _, name := range names {
		if label := graph.Label(name); graph.Vocabulary(label) {
			if l[label] == nil {
				l[label] = map[string]bool{}
			}
			if id, ok := id.(string); ok {
				l[label][id] = true
			}
		}
	}
}

// unsupported is the condition under which no REPORTS edge supports edge x.
const unsupported = " AND NOT EXISTS { ()-[:REPORTS {supports: x.key}]->() }"

// drop runs a deletion once a chunk of a list.
func (t *tx) drop(ctx context.Context, text string, list []string) error {
	return inChunks(list, chunk, func(part []string) error {
		_, err := t.run(ctx, text, given(part))
		return err
	})
}

// dropEdges deletes edges by key where the condition holds.
func (t *tx) dropEdges(ctx context.Context, edges []graph.Edge, condition string, loose loose, c *graph.Changes) error {
	keys := map[graph.Type][]string{}
	for _, e := range edges {
		if _, ok := t.store.schema.edges[e.Type]; !ok {
			return fmt.Errorf("drop edge %s: there is no type %q", e.Key, e.Type)
		}
		keys[e.Type] = append(keys[e.Type], e.Key)
	}
	for _, typ := range t.store.schema.types {
		if err := t.dropEdgesMatched(ctx, dropByKey(typ, condition), keys[typ], loose, c); err != nil {
			return err
		}
	}
	return nil
}

// dropMatched deletes edges x from a to b and tells their ends.
const dropMatched = " WITH x, labels(a) AS al, a.id AS ai, labels(b) AS bl, b.id AS bi DELETE x RETURN al, ai, bl, bi"

// dropByKey deletes those of a type's edges whose keys are in $in.list.
func dropByKey(t graph.Type, condition string) string {
	return fmt.Sprintf("MATCH (a)-[x:%s]->(b) WHERE x.key IN $in.list%s", t, condition) + dropMatched
}

// dropByEnd deletes the edges whose end a or b is in $in.list.
func dropByEnd(end string, l graph.Label) string {
	return fmt.Sprintf("MATCH (a)-[x]->(b) WHERE %[1]s:%[2]s AND %[1]s.id IN $in.list", end, l) + dropMatched
}

// dropNode deletes those of a label's nodes whose ids are in $in.list.
func dropNode(l graph.Label) string {
	return "MATCH (n:" + string(l) + ") WHERE n.id IN $in.list DELETE n RETURN 1"
}

// dropEdgesMatched deletes edges, counts them and notes their ends.
func (t *tx) dropEdgesMatched(ctx context.Context, text string, list []string, loose loose, c *graph.Changes) error {
	rows, err := t.find(ctx, text, list)
	for _, r := range rows {
		loose.add(r.Values[0], r.Values[1])
		loose.add(r.Values[2], r.Values[3])
		c.EdgesDropped++
	}
	return err
}

// dropNodes deletes nodes with their edges.
func (t *tx) dropNodes(ctx context.Context, nodes []graph.Ref, loose loose, c *graph.Changes) error {
	ids := map[graph.Label][]string{}
	for _, n := range nodes {
		if _, ok := t.store.schema.nodes[n.Label]; !ok {
			return fmt.Errorf("drop node %s: there is no label %q", n.ID, n.Label)
		}
		ids[n.Label] = append(ids[n.Label], n.ID)
	}
	for _, l := range t.store.schema.labels {
		for _, end := range []string{"a", "b"} {
			if err := t.dropEdgesMatched(ctx, dropByEnd(end, l), ids[l], loose, c); err != nil {
				return err
			}
		}
		gone, err := t.find(ctx, dropNode(l), ids[l])
		if err != nil {
			return err
		}
		c.NodesDropped += len(gone)
	}
	return nil
}

// collect deletes the vocabulary that nothing refers to any more, with the
// edges that it owns, and then asks the same of those edges' other ends.
func (t *tx) collect(ctx context.Context, lost loose, c *graph.Changes) error {
	for len(lost) > 0 {
		var free []graph.Ref
		for _, l := range t.store.schema.labels {
			err := inChunks(sorted(lost[l]), chunk, func(part []string) error {
				rows, err := t.run(ctx, t.store.schema.nodes[l].unused, given(part))
				free = append(free, refs(l, rows)...)
				return err
			})
			if err != nil {
				return err
			}
		}
		if len(free) == 0 {
			return nil
		}
		lost = loose{}
		if err := t.dropNodes(ctx, free, lost, c); err != nil {
			return err
		}
	}
	return nil
}

func refs(l graph.Label, rows []*neo4j.Record) []graph.Ref {
	var all []graph.Ref
	for _, r := range rows {
		if id, ok := r.Values[0].(string); ok {
			all = append(all, graph.Ref{Label: l, ID: id})
		}
	}
	return slices.Clip(all)
}
