package sqlite

import (
	"fmt"
	"slices"
	"strings"

	"cadre/graph"
)

// schema is the tables that the kinds of the graph ask for.
type schema struct {
	nodes  map[graph.Label]nodeTable
	labels []graph.Label
	groups map[graph.Group]*edgeTable
	order  []graph.Group
	types  map[graph.Type]edgeType
}

type nodeTable struct {
	name   string
	props  []graph.Prop
	index  []string
	search []string
}

// edgeTable holds all edge kinds of a group: its columns are the union of
// their properties. It keeps its rowid: its indexes then carry a small number
// instead of the key, and new rows go to its end (a third faster to load).
type edgeTable struct {
	name  string
	props []graph.Prop
	index []string
	types []graph.EdgeKind
}

type edgeType struct {
	graph.EdgeKind
	table *edgeTable
}

func newSchema(nodes []graph.NodeKind, edges []graph.EdgeKind) schema {
	s := schema{nodes: map[graph.Label]nodeTable{}, groups: map[graph.Group]*edgeTable{}, types: map[graph.Type]edgeType{}}
	for _, k := range nodes {
		s.nodes[k.Label] = nodeTable{strings.ToLower(string(k.Label)), k.Props, k.Index, k.Search}
		s.labels = append(s.labels, k.Label)
	}
	for _, k := range edges {
		t := s.groups[k.Group]
		if t == nil {
			t = &edgeTable{name: string(k.Group)}
			s.groups[k.Group] = t
			s.order = append(s.order, k.Group)
		}
		for _, p := range k.Props {
			if !slices.Contains(t.props, p) {
				t.props = append(t.props, p)
			}
		}
		for _, i := range k.Index {
			if !slices.Contains(t.index, i) {
				t.index = append(t.index, i)
			}
		}
		t.types = append(t.types, k)
		s.types[k.Type] = edgeType{k, t}
	}
	return s
}

// table is a table as it should stand in the file.
type table struct {
	name    string
	columns []column
	options string
	indexes []string // statements
}

type column struct{ name, def string }

// tables lists all tables but the full-text index.
func (s schema) tables() []table {
	var all []table
	for _, l := range s.labels {
		n := s.nodes[l]
		t := table{name: n.name, columns: []column{{"id", "TEXT NOT NULL PRIMARY KEY"}}, options: "STRICT, WITHOUT ROWID"}
		all = append(all, t.with(n.props, n.index))
	}
	for _, g := range s.order {
		e := s.groups[g]
		t := table{name: e.name, columns: []column{
			{"key", "TEXT NOT NULL PRIMARY KEY"}, {"type", "TEXT NOT NULL"},
			{"from_id", "TEXT NOT NULL"}, {"to_label", "TEXT NOT NULL"}, {"to_id", "TEXT NOT NULL"},
		}, options: "STRICT"}
		t.indexes = []string{createIndex(e.name, "from_id", "type"), createIndex(e.name, "to_id", "type")}
		all = append(all, t.with(e.props, e.index))
	}
	return append(all,
		table{"record", []column{{"id", "TEXT NOT NULL PRIMARY KEY"}, {"published", "TEXT"}, {"claims", "BLOB"},
			{"current", "INTEGER NOT NULL"}, {"batch", "INTEGER NOT NULL"}}, "STRICT", []string{createIndex("record", "batch")}},
		table{"record_source", []column{{"record", "TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE"}, {"source", "TEXT NOT NULL"},
			{"", "PRIMARY KEY (record, source)"}}, "STRICT, WITHOUT ROWID", nil},
		table{"block", []column{{"key", "TEXT NOT NULL PRIMARY KEY"}, {"state", "BLOB NOT NULL"}}, "STRICT", nil},
		table{"search_doc", []column{{"rowid", "INTEGER PRIMARY KEY"}, {"label", "TEXT NOT NULL"}, {"id", "TEXT NOT NULL UNIQUE"}, {"text", "TEXT NOT NULL"}}, "STRICT", nil},
	)
}

// searchTable is made last: its content is search_doc's, so that each text is
// kept once. Texts are folded already; the tokenizer must not fold further.
const searchTable = `CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5 (label UNINDEXED, id UNINDEXED, text, content=search_doc, content_rowid=rowid, tokenize='unicode61 remove_diacritics 0')`

func (t table) with(props []graph.Prop, index []string) table {
	for _, p := range props {
		t.columns = append(t.columns, column{p.Name, sqlType(p.Kind)})
	}
	for _, i := range index {
		t.indexes = append(t.indexes, createIndex(t.name, i))
	}
	return t
}

func (t table) create() string {
	var defs []string
	for _, c := range t.columns {
		defs = append(defs, c.sql())
	}
	return fmt.Sprintf("CREATE TABLE IF NOT EXISTS %s (%s) %s", quote(t.name), strings.Join(defs, ", "), t.options)
}

func (c column) sql() string {
	if c.name == "" { // a constraint of the table
		return c.def
	}
	return quote(c.name) + " " + c.def
}

func createIndex(table string, columns ...string) string {
	return fmt.Sprintf("CREATE INDEX IF NOT EXISTS %s ON %s (%s)", quote(table+"_"+strings.Join(columns, "_")), quote(table), quoteAll(columns))
}

func sqlType(k graph.Kind) string {
	if k == graph.Int || k == graph.Bool {
		return "INTEGER"
	}
	return "TEXT"
}

func quote(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

func quoteAll(names []string) string {
	q := make([]string, len(names))
	for i, n := range names {
		q[i] = quote(n)
	}
	return strings.Join(q, ", ")
}

func names(props []graph.Prop) []string {
	n := make([]string, len(props))
	for i, p := range props {
		n[i] = p.Name
	}
	return n
}
