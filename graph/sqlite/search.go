package sqlite

import (
	"context"
	"database/sql"
	"strings"

	"cadre/graph"
)

// index brings the search texts of nodes up to date. Texts that have not
// changed are not written again.
func (t *tx) index(ctx context.Context, l graph.Label, props []string, nodes []graph.Node) error {
	want := map[string]string{}
	var ids []string
	for _, n := range nodes {
		if _, ok := want[n.ID]; !ok {
			ids = append(ids, n.ID)
		}
		want[n.ID] = searchText(n, props)
	}
	old := map[string]string{}
	err := t.each(ctx, "SELECT id, text FROM search_doc WHERE id "+inList, func(rows *sql.Rows) error {
		var id, text string
		err := rows.Scan(&id, &text)
		old[id] = text
		return err
	}, list(ids))
	if err != nil {
		return err
	}
	var stale, fresh []string
	for _, id := range ids {
		text, there := old[id]
		if text == want[id] {
			continue
		}
		if there {
			stale = append(stale, id)
		}
		if want[id] != "" {
			fresh = append(fresh, id)
		}
	}
	if err := t.unindex(ctx, stale); err != nil || len(fresh) == 0 {
		return err
	}
	err = t.insert(ctx, upsert("search_doc", []string{"id", "label", "text"}, nil), len(fresh), func(args []any, i int) ([]any, error) {
		return append(args, fresh[i], string(l), want[fresh[i]]), nil
	})
	if err != nil {
		return err
	}
	_, err = t.exec(ctx, "INSERT INTO search (rowid, label, id, text) SELECT rowid, label, id, text FROM search_doc WHERE id "+inList, list(fresh))
	return err
}

// unindex deletes the search texts of nodes; the full-text index has to be
// told the old words.
func (t *tx) unindex(ctx context.Context, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	if _, err := t.exec(ctx, "INSERT INTO search (search, rowid, label, id, text) SELECT 'delete', rowid, label, id, text FROM search_doc WHERE id "+inList, list(ids)); err != nil {
		return err
	}
	_, err := t.exec(ctx, "DELETE FROM search_doc WHERE id "+inList, list(ids))
	return err
}

// searchText is the folded text of a node's search properties, a line each.
func searchText(n graph.Node, props []string) string {
	var lines []string
	for _, p := range props {
		switch v := n.Props[p].(type) {
		case string:
			lines = append(lines, graph.Fold(v))
		case []string:
			for _, s := range v {
				lines = append(lines, graph.Fold(s))
			}
		}
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}
