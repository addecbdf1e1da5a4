package neo4j

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"cadre/graph"
)

// Nodes and edges are read page by page, each page in a transaction of its own
// that can be tried again; records are large.
const (
	page       = 5000
	recordPage = 250
)

// Nodes yields a label's nodes by ascending id.
func (s *Store) Nodes(ctx context.Context, l graph.Label) iter.Seq2[graph.Node, error] {
	k, ok := s.schema.nodes[l]
	if !ok {
		return failed[graph.Node](fmt.Errorf("there is no label %q", l))
	}
	text := fmt.Sprintf("MATCH (x:%s) WHERE x.id > $after RETURN x.id%s ORDER BY x.id LIMIT $page", l, columns(k.Props))
	return pages(ctx, s, text, page, func(row []any) (graph.Node, error) {
		id, _ := row[0].(string) // it is one: the query compares it with one
		props, err := decode(row[1:], k.Props)
		if err != nil {
			return graph.Node{}, fmt.Errorf("read node %s: %w", id, err)
		}
		return graph.Node{Label: l, ID: id, Props: props}, nil
	})
}

// Edges yields a type's edges by ascending key.
func (s *Store) Edges(ctx context.Context, typ graph.Type) iter.Seq2[graph.Edge, error] {
	k, ok := s.schema.edges[typ]
	if !ok {
		return failed[graph.Edge](fmt.Errorf("there is no edge type %q", typ))
	}
	text := fmt.Sprintf("MATCH (a)-[x:%s]->(b) WHERE x.key > $after RETURN x.key, a.id, b.id, labels(b)%s ORDER BY x.key LIMIT $page", typ, columns(k.Props))
	return pages(ctx, s, text, page, func(row []any) (graph.Edge, error) {
		e := graph.Edge{Type: typ, From: graph.Ref{Label: k.From}}
		var ok [3]bool
		e.Key, ok[0] = row[0].(string)
		e.From.ID, ok[1] = row[1].(string)
		e.To.ID, ok[2] = row[2].(string)
		labels, _ := texts(row[3])
		for _, l := range labels {
			if slices.Contains(k.To, graph.Label(l)) {
				e.To.Label = graph.Label(l)
			}
		}
		if e.To.Label == "" || ok != [3]bool{true, true, true} {
			return e, fmt.Errorf("read edge %v: it does not lead from one node of the graph to another: somebody else has written it", row[0])
		}
		var err error
		if e.Props, err = decode(row[4:], k.Props); err != nil {
			return e, fmt.Errorf("read edge %s: %w", e.Key, err)
		}
		return e, nil
	})
}

// Records yields all records by ascending id.
func (s *Store) Records(ctx context.Context) iter.Seq2[graph.Record, error] {
	return pages(ctx, s, "MATCH (c:Claims) WHERE c.id > $after RETURN "+recordColumns+" ORDER BY c.id LIMIT $page", recordPage, record)
}

func columns(props []graph.Prop) string {
	var b strings.Builder
	for _, p := range props {
		b.WriteString(", x.`" + p.Name + "`")
	}
	return b.String()
}

// pages yields what scan makes of each row of a query whose first column is
// the text that it is sorted by, and which takes the last one seen as $after.
func pages[T any](ctx context.Context, s *Store, text string, size int, scan func([]any) (T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		for after := ""; ; {
			_, rows, err := s.read(ctx, text, map[string]any{"after": after, "page": size})
			if err != nil {
				yield(none, s.fail(err))
				return
			}
			for _, r := range rows {
				v, err := scan(r.Values)
				if err != nil {
					yield(none, err)
					return
				}
				if !yield(v, nil) {
					return
				}
			}
			if len(rows) < size {
				return
			}
			after, _ = rows[len(rows)-1].Values[0].(string)
		}
	}
}

func failed[T any](err error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		yield(none, err)
	}
}
