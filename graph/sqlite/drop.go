package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"cadre/graph"
)

// loose is the set of vocabulary nodes that have lost an edge.
type loose map[graph.Ref]bool

func (l loose) add(r graph.Ref) {
	if graph.Vocabulary(r.Label) {
		l[r] = true
	}
}

// unsupported is the condition under which no REPORTS edge supports an edge.
func (t *tx) unsupported() string {
	reports := quote(t.store.schema.types[graph.Reports].table.name)
	return " AND NOT EXISTS (SELECT 1 FROM " + reports + " AS r WHERE r.supports = edge.key)"
}

// dropEdges deletes edges by key where the condition holds.
func (t *tx) dropEdges(ctx context.Context, edges []graph.Edge, condition string, loose loose, c *graph.Changes) error {
	keys := map[graph.Group][]string{}
	for _, e := range edges {
		k, ok := t.store.schema.types[e.Type]
		if !ok {
			return fmt.Errorf("drop edge %s: there is no type %q", e.Key, e.Type)
		}
		keys[k.Group] = append(keys[k.Group], e.Key)
	}
	for _, g := range t.store.schema.order {
		if err := t.dropEdgesWhere(ctx, t.store.schema.groups[g], "key "+inList+condition, keys[g], loose, c); err != nil {
			return err
		}
	}
	return nil
}

// dropEdgesWhere deletes a table's edges, counts them and notes their ends.
func (t *tx) dropEdgesWhere(ctx context.Context, table *edgeTable, condition string, values []string, loose loose, c *graph.Changes) error {
	if len(values) == 0 {
		return nil
	}
	text := fmt.Sprintf("DELETE FROM %s AS edge WHERE %s RETURNING type, from_id, to_label, to_id", quote(table.name), condition)
	return t.each(ctx, text, func(rows *sql.Rows) error {
		var typ graph.Type
		var from, to graph.Ref
		if err := rows.Scan(&typ, &from.ID, &to.Label, &to.ID); err != nil {
			return err
		}
		from.Label = t.store.schema.types[typ].From
		loose.add(from)
		loose.add(to)
		c.EdgesDropped++
		return nil
	}, list(values))
}

// dropNodes deletes nodes with their edges and search texts.
func (t *tx) dropNodes(ctx context.Context, nodes []graph.Ref, loose loose, c *graph.Changes) error {
	ids := map[graph.Label][]string{}
	for _, n := range nodes {
		if _, ok := t.store.schema.nodes[n.Label]; !ok {
			return fmt.Errorf("drop node %s: there is no label %q", n.ID, n.Label)
		}
		ids[n.Label] = append(ids[n.Label], n.ID)
	}
	for _, l := range t.store.schema.labels {
		if len(ids[l]) == 0 {
			continue
		}
		err := t.drop(ctx, t.store.schema.nodes[l].name, "id", ids[l], "id", func(*sql.Rows) error {
			c.NodesDropped++
			return nil
		})
		if err != nil {
			return err
		}
		if err := t.unindex(ctx, ids[l]); err != nil {
			return err
		}
		for _, g := range t.store.schema.order {
			table := t.store.schema.groups[g]
			if table.any(func(k graph.EdgeKind) bool { return k.From == l }) {
				if err := t.dropEdgesWhere(ctx, table, "from_id "+inList, ids[l], loose, c); err != nil {
					return err
				}
			}
			if table.any(func(k graph.EdgeKind) bool { return slices.Contains(k.To, l) }) {
				if err := t.dropEdgesWhere(ctx, table, "to_id "+inList, ids[l], loose, c); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (e *edgeTable) any(is func(graph.EdgeKind) bool) bool { return slices.ContainsFunc(e.types, is) }

// collect deletes the vocabulary that nothing refers to any more, with the
// edges that it owns, and then asks the same of those edges' other ends.
func (t *tx) collect(ctx context.Context, lost loose, c *graph.Changes) error {
	for len(lost) > 0 {
		ids := map[graph.Label][]string{}
		for r := range lost {
			ids[r.Label] = append(ids[r.Label], r.ID)
		}
		var unused []graph.Ref
		for _, l := range t.store.schema.labels {
			if len(ids[l]) == 0 {
				continue
			}
			free, err := t.strings(ctx, t.unused(l), list(ids[l]))
			if err != nil {
				return err
			}
			for _, id := range free {
				unused = append(unused, graph.Ref{Label: l, ID: id})
			}
		}
		lost = loose{}
		if err := t.dropNodes(ctx, unused, lost, c); err != nil {
			return err
		}
		for _, r := range unused { // its own ends are gone
			delete(lost, r)
		}
	}
	return nil
}

// unused is the query for those of a list of a label's nodes that no edge
// leads to and no edge leaves but those they own.
func (t *tx) unused(l graph.Label) string {
	text := "SELECT n.id FROM " + quote(t.store.schema.nodes[l].name) + " AS n WHERE n.id " + inList
	for _, g := range t.store.schema.order {
		table := t.store.schema.groups[g]
		if table.any(func(k graph.EdgeKind) bool { return slices.Contains(k.To, l) }) {
			text += " AND NOT EXISTS (SELECT 1 FROM " + quote(table.name) + " AS e WHERE e.to_id = n.id)"
		}
		for _, k := range table.types {
			if k.From == l && !graph.Owned(k.Type) {
				text += " AND NOT EXISTS (SELECT 1 FROM " + quote(table.name) + " AS e WHERE e.from_id = n.id AND e.type = '" + string(k.Type) + "')"
			}
		}
	}
	return text
}
