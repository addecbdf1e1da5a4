package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"cadre/graph"
)

// Apply makes a batch's changes: deletions, nodes, edges, records, then what
// has lost its support and the vocabulary that nothing refers to any more.
// Dropping a node drops its edges, too.
//
// A batch that fails may be half written: the transaction then cannot be
// committed, whatever the function of Update returns.
func (t *tx) Apply(ctx context.Context, b graph.Batch) (graph.Changes, error) {
	c, err := t.apply(ctx, b)
	if err != nil {
		t.failed = t.store.fail(err)
	}
	return c, t.failed
}

func (t *tx) apply(ctx context.Context, b graph.Batch) (graph.Changes, error) {
	c := graph.Changes{NodesPut: len(b.PutNodes), EdgesPut: len(b.PutEdges), RecordsPut: len(b.PutRecords)}
	loose := loose{}
	steps := []func() error{
		func() error { return t.dropEdges(ctx, b.DropEdges, "", loose, &c) },
		func() error { return t.dropNodes(ctx, b.DropNodes, loose, &c) },
		func() error { return t.putNodes(ctx, b.PutNodes) },
		func() error { return t.putEdges(ctx, b.PutEdges) },
		func() error { return t.dropRecords(ctx, b.DropRecords) },
		func() error { return t.putRecords(ctx, b.PutRecords) },
		func() error { return t.putBlocks(ctx, b.PutBlocks) },
		func() error { return t.dropEdges(ctx, b.DropUnsupported, t.unsupported(), loose, &c) },
		func() error { return t.collect(ctx, loose, &c) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return graph.Changes{}, err
		}
	}
	return c, nil
}

// putNodes writes nodes, one label after the other.
func (t *tx) putNodes(ctx context.Context, nodes []graph.Node) error {
	byLabel := map[graph.Label][]graph.Node{}
	for _, n := range nodes {
		if _, ok := t.store.schema.nodes[n.Label]; !ok {
			return fmt.Errorf("put node %s: there is no label %q", n.ID, n.Label)
		}
		byLabel[n.Label] = append(byLabel[n.Label], n)
	}
	for _, l := range t.store.schema.labels {
		rows := byLabel[l]
		if len(rows) == 0 {
			continue
		}
		slices.SortStableFunc(rows, func(a, b graph.Node) int { return cmp.Compare(a.ID, b.ID) })
		table := t.store.schema.nodes[l]
		err := t.insert(ctx, upsert(table.name, []string{"id"}, names(table.props)), len(rows), func(args []any, i int) ([]any, error) {
			args, err := encode(append(args, rows[i].ID), rows[i].Props, table.props)
			if err != nil {
				return nil, fmt.Errorf("put node %s: %w", rows[i].ID, err)
			}
			return args, nil
		})
		if err != nil {
			return err
		}
		if err := t.index(ctx, l, table.search, rows); err != nil {
			return err
		}
	}
	return nil
}

// putEdges writes edges, one table after the other, in the order of their keys:
// neighbours in the table are then written together.
func (t *tx) putEdges(ctx context.Context, edges []graph.Edge) error {
	byGroup := map[graph.Group][]graph.Edge{}
	for _, e := range edges {
		k, ok := t.store.schema.types[e.Type]
		if !ok {
			return fmt.Errorf("put edge %s: there is no type %q", e.Key, e.Type)
		}
		if e.From.Label != k.From || !slices.Contains(k.To, e.To.Label) {
			return fmt.Errorf("put edge %s: %s does not lead from %s to %s", e.Key, e.Type, e.From.Label, e.To.Label)
		}
		byGroup[k.Group] = append(byGroup[k.Group], e)
	}
	for _, g := range t.store.schema.order {
		rows := byGroup[g]
		if len(rows) == 0 {
			continue
		}
		slices.SortStableFunc(rows, func(a, b graph.Edge) int { return cmp.Compare(a.Key, b.Key) })
		table := t.store.schema.groups[g]
		err := t.insert(ctx, upsert(table.name, []string{"key", "type", "from_id", "to_label", "to_id"}, names(table.props)), len(rows), func(args []any, i int) ([]any, error) {
			e := rows[i]
			args, err := encode(append(args, e.Key, string(e.Type), e.From.ID, string(e.To.Label), e.To.ID), e.Props, table.props)
			if err != nil {
				return nil, fmt.Errorf("put edge %s: %w", e.Key, err)
			}
			return args, nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) dropRecords(ctx context.Context, ids []string) error {
	return t.drop(ctx, "record", "id", ids, "id", func(*sql.Rows) error { return nil })
}

func (t *tx) putRecords(ctx context.Context, records []graph.Record) error {
	type source struct{ record, name string }
	var ids []string
	var sources []source
	for _, r := range records {
		ids = append(ids, r.ID)
		for _, s := range r.Sources {
			sources = append(sources, source{r.ID, s})
		}
	}
	err := t.insert(ctx, upsert("record", []string{"id"}, []string{"published", "claims", "current", "batch"}), len(records), func(args []any, i int) ([]any, error) {
		r := records[i]
		return append(args, r.ID, optional(string(r.Published)), r.Claims, r.Current, r.Batch), nil
	})
	if err != nil {
		return err
	}
	if err := t.drop(ctx, "record_source", "record", ids, "record", func(*sql.Rows) error { return nil }); err != nil {
		return err
	}
	return t.insert(ctx, upsert("record_source", []string{"record", "source"}, nil), len(sources), func(args []any, i int) ([]any, error) {
		return append(args, sources[i].record, sources[i].name), nil
	})
}

func (t *tx) putBlocks(ctx context.Context, blocks map[string][]byte) error {
	var put, drop []string
	for key, state := range blocks {
		if state == nil {
			drop = append(drop, key)
		} else {
			put = append(put, key)
		}
	}
	if err := t.drop(ctx, "block", "key", drop, "key", func(*sql.Rows) error { return nil }); err != nil {
		return err
	}
	slices.Sort(put)
	return t.insert(ctx, upsert("block", []string{"key"}, []string{"state"}), len(put), func(args []any, i int) ([]any, error) {
		return append(args, put[i], blocks[put[i]]), nil
	})
}

// insertText is an INSERT around its rows of values.
type insertText struct {
	head, tail string
	width      int
}

// upsert writes whole rows; the first column of fixed is the key, and those of
// props are replaced in a row that is there and differs. OR FAIL saves SQLite
// the journal with which it would take back one statement: a transaction with a
// failed one is rolled back whole.
func upsert(table string, fixed, props []string) insertText {
	x := insertText{
		head:  fmt.Sprintf("INSERT OR FAIL INTO %s (%s) VALUES ", quote(table), quoteAll(append(slices.Clone(fixed), props...))),
		tail:  " ON CONFLICT DO NOTHING",
		width: len(fixed) + len(props),
	}
	if len(props) > 0 {
		old, now, set := make([]string, len(props)), make([]string, len(props)), make([]string, len(props))
		for i, p := range props {
			old[i], now[i] = quote(table)+"."+quote(p), "excluded."+quote(p)
			set[i] = quote(p) + " = " + now[i]
		}
		x.tail = fmt.Sprintf(" ON CONFLICT (%s) DO UPDATE SET %s WHERE (%s) IS NOT (%s)", quote(fixed[0]), strings.Join(set, ", "), strings.Join(old, ", "), strings.Join(now, ", "))
	}
	return x
}

// insertSizes are the numbers of rows of one statement: large ones for speed,
// the small ones for what is left.
var insertSizes = [...]int{64, 8, 1}

// insert writes n rows; row appends the values of row i.
func (t *tx) insert(ctx context.Context, x insertText, n int, row func(args []any, i int) ([]any, error)) error {
	args := make([]any, 0, insertSizes[0]*x.width)
	values := "(?" + strings.Repeat(", ?", x.width-1) + ")"
	for done := 0; done < n; {
		size := 1
		for _, s := range insertSizes {
			if s <= n-done {
				size = s
				break
			}
		}
		args = args[:0]
		for i := done; i < done+size; i++ {
			var err error
			if args, err = row(args, i); err != nil {
				return err
			}
		}
		if _, err := t.exec(ctx, x.head+values+strings.Repeat(", "+values, size-1)+x.tail, args...); err != nil {
			return err
		}
		done += size
	}
	return nil
}
