package neo4j

import (
	"context"
	"fmt"
	"slices"

	"cadre/graph"
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

// The texts that drop and look for single things by $in.list.
const (
	dropRecords = "MATCH (x:Claims) USING INDEX x:Claims(id) WHERE x.id IN $in.list DELETE x"
	dropBlocks  = "MATCH (x:Block) USING INDEX x:Block(key) WHERE x.key IN $in.list DELETE x"
	supported   = "UNWIND $in.list AS key WITH key WHERE EXISTS { MATCH ()-[r:REPORTS]->() USING INDEX r:REPORTS(supports) WHERE r.supports = key } RETURN key"
)

// drop runs a deletion once a chunk of a list.
func (t *tx) drop(ctx context.Context, text string, list []string) error {
	return inChunks(list, chunk, func(part []string) error {
		_, err := t.run(ctx, text, given(part))
		return err
	})
}

// dropMatched deletes edges x and tells their ends.
const dropMatched = " WITH x, startNode(x) AS a, endNode(x) AS b WITH x, labels(a) AS al, a.id AS ai, labels(b) AS bl, b.id AS bi DELETE x RETURN collect([al, ai, bl, bi])"

// dropEdges deletes edges by key.
func (t *tx) dropEdges(ctx context.Context, edges []graph.Edge, loose loose, c *graph.Changes) error {
	keys := map[string][]string{}
	for _, e := range edges {
		if _, ok := t.store.schema.edges[e.Type]; !ok {
			return fmt.Errorf("drop edge %s: there is no type %q", e.Key, e.Type)
		}
		keys[string(e.Type)] = append(keys[string(e.Type)], e.Key)
	}
	return t.dropMatched(ctx, t.store.schema.dropEdges, keys, loose, c)
}

// dropUnsupported deletes those of the edges that no REPORTS edge supports.
func (t *tx) dropUnsupported(ctx context.Context, edges []graph.Edge, loose loose, c *graph.Changes) error {
	keys := make([]string, len(edges))
	for i, e := range edges {
		keys[i] = e.Key
	}
	rows, err := t.find(ctx, supported, keys)
	if err != nil {
		return err
	}
	kept := map[any]bool{}
	for _, r := range rows {
		kept[r.Values[0]] = true
	}
	return t.dropEdges(ctx, slices.DeleteFunc(slices.Clone(edges), func(e graph.Edge) bool { return kept[e.Key] }), loose, c)
}

// dropMatched deletes edges, counts them and notes their ends.
func (t *tx) dropMatched(ctx context.Context, s []sections, lists map[string][]string, loose loose, c *graph.Changes) error {
	return runSections(ctx, t.run, s, lists, func(_ string, _ []string, got any) error {
		dropped, _ := got.([]any)
		for _, ends := range dropped {
			if e, ok := ends.([]any); ok && len(e) == 4 {
				loose.add(e[0], e[1])
				loose.add(e[2], e[3])
			}
		}
		c.EdgesDropped += len(dropped)
		return nil
	})
}

// dropNodes deletes nodes with their edges.
func (t *tx) dropNodes(ctx context.Context, nodes []graph.Ref, loose loose, c *graph.Changes) error {
	ids := map[string][]string{}
	for _, n := range nodes {
		if _, ok := t.store.schema.nodes[n.Label]; !ok {
			return fmt.Errorf("drop node %s: there is no label %q", n.ID, n.Label)
		}
		ids[string(n.Label)] = append(ids[string(n.Label)], n.ID)
	}
	if err := t.dropMatched(ctx, t.store.schema.dropEnds, ids, loose, c); err != nil {
		return err
	}
	return runSections(ctx, t.run, t.store.schema.dropNodes, ids, func(_ string, _ []string, got any) error {
		n, _ := got.(int64)
		c.NodesDropped += int(n)
		return nil
	})
}

// collect deletes the vocabulary that nothing refers to any more, with the
// edges that it owns, and then asks the same of those edges' other ends.
func (t *tx) collect(ctx context.Context, lost loose, c *graph.Changes) error {
	for len(lost) > 0 {
		ids := map[string][]string{}
		for l, some := range lost {
			ids[string(l)] = sorted(some)
		}
		var free []graph.Ref
		if err := runSections(ctx, t.run, t.store.schema.unused, ids, func(label string, _ []string, got any) error {
			found, _ := texts(got)
			for _, id := range found {
				free = append(free, graph.Ref{Label: graph.Label(label), ID: id})
			}
			return nil
		}); err != nil {
			return err
		}
		lost = loose{}
		if err := t.dropNodes(ctx, free, lost, c); err != nil {
			return err
		}
	}
	return nil
}
