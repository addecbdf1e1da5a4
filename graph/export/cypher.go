package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"cadre/graph"
)

// Bounds of one statement of the script: a server parses it whole.
const (
	statementRows  = 500
	statementBytes = 256 << 10
)

// Cypher writes the graph as a script for cypher-shell: constraints and
// indexes, then nodes and edges, merged on their ids and keys, so that running
// it again changes nothing. No statement has a line end inside a text; each
// ends with a semicolon at the end of a line. All values stand in the script as
// literals that nothing in them can end.
func Cypher(ctx context.Context, w io.Writer, s graph.Store) error {
	b := bufio.NewWriterSize(w, 64<<10)
	io.WriteString(b, "// The graph of cadre. Run: cypher-shell --file FILE\n")
	for _, text := range indexes() {
		io.WriteString(b, text+";\n")
	}
	io.WriteString(b, "CALL db.awaitIndexes(600);\n")
	for _, k := range graph.Nodes() {
		st := statement{w: b, end: nodeStatement(k.Label)}
		for n, err := range s.Nodes(ctx, k.Label) {
			if err != nil {
				return fmt.Errorf("export the graph: %w", err)
			}
			if err := st.add(cypherProps(append([]byte("{id:"), cypherText(n.ID)...), k.Props, n.Props)); err != nil {
				return err
			}
		}
		if err := st.flush(); err != nil {
			return err
		}
	}
	for _, k := range graph.Edges() {
		if err := cypherEdges(ctx, b, s, k); err != nil {
			return err
		}
	}
	return b.Flush()
}

func nodeStatement(l graph.Label) string {
	text := "MERGE (n:" + string(l) + " {id: row.id}) SET n = row"
	if l == graph.Institution {
		text += " REMOVE n:Committee FOREACH (one IN CASE WHEN row.committee THEN [1] ELSE [] END | SET n:Committee)"
	}
	return text
}

// cypherEdges fills one statement for each label at the other end.
func cypherEdges(ctx context.Context, w *bufio.Writer, s graph.Store, k graph.EdgeKind) error {
	open := map[graph.Label]*statement{}
	for _, to := range k.To {
		open[to] = &statement{w: w, end: fmt.Sprintf("MATCH (a:%s {id: row.from}) MATCH (b:%s {id: row.to}) MERGE (a)-[r:%s {key: row.edge.key}]->(b) SET r = row.edge", k.From, to, k.Type)}
	}
	for e, err := range s.Edges(ctx, k.Type) {
		if err != nil {
			return fmt.Errorf("export the graph: %w", err)
		}
		st, ok := open[e.To.Label]
		if !ok {
			return fmt.Errorf("export edge %s: %s does not lead to a %s", e.Key, e.Type, e.To.Label)
		}
		row := append([]byte("{from:"), cypherText(e.From.ID)+",to:"+cypherText(e.To.ID)+",edge:{key:"+cypherText(e.Key)...)
		if err := st.add(append(cypherProps(row, k.Props, e.Props), '}')); err != nil {
			return err
		}
	}
	for _, to := range k.To {
		if err := open[to].flush(); err != nil {
			return err
		}
	}
	return nil
}

// statement gathers rows and writes them with what is done to each.
type statement struct {
	w    *bufio.Writer
	end  string
	rows int
	b    []byte
}

func (s *statement) add(row []byte) error {
	if s.rows > 0 {
		s.b = append(s.b, ",\n"...)
	}
	s.b = append(s.b, row...)
	s.rows++
	if s.rows < statementRows && len(s.b) < statementBytes {
		return nil
	}
	return s.flush()
}

func (s *statement) flush() error {
	if s.rows == 0 {
		return nil
	}
	_, err := fmt.Fprintf(s.w, "UNWIND [\n%s\n] AS row %s;\n", s.b, s.end)
	s.rows, s.b = 0, s.b[:0]
	return err
}

// cypherProps adds properties to a map and ends it.
func cypherProps(b []byte, kinds []graph.Prop, p graph.Props) []byte {
	for _, k := range kinds {
		v, ok := p[k.Name]
		if !ok || v == nil {
			continue
		}
		b = append(b, ",`"+k.Name+"`:"...)
		switch v := v.(type) {
		case string:
			b = append(b, cypherText(v)...)
		case graph.Date:
			b = append(b, cypherText(string(v))...)
		case []string:
			texts := make([]string, len(v))
			for i, one := range v {
				texts[i] = cypherText(one)
			}
			b = append(b, "["+strings.Join(texts, ",")+"]"...)
		case int64:
			b = strconv.AppendInt(b, v, 10)
		case bool:
			b = strconv.AppendBool(b, v)
		}
	}
	return append(b, '}')
}

// cypherText is a literal. Cypher reads \uXXXX anywhere in a statement before
// it looks for the ends of texts, so a backslash and a u of the value must not
// stand together: the literal is cut between them.
func cypherText(s string) string {
	var b strings.Builder
	b.WriteByte('\'')
	after := false // a backslash
	for _, r := range strings.ToValidUTF8(s, "\ufffd") {
		switch {
		case r == '\'':
			b.WriteString(`\'`)
		case r == '\\':
			b.WriteString(`\\`)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r != '"' && special(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		case after && (r == 'u' || r == 'U'):
			b.WriteString("'+'")
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
		after = r == '\\'
	}
	b.WriteByte('\'')
	return b.String()
}

// indexes are the statements for the constraints and indexes of the graph's
// nodes and edges, with the names that the engine for Neo4j gives them.
func indexes() []string {
	var all, labels, props []string
	for _, k := range graph.Nodes() {
		name := "cadre_" + strings.ToLower(string(k.Label)) + "_"
		all = append(all, fmt.Sprintf("CREATE CONSTRAINT %sid IF NOT EXISTS FOR (x:%s) REQUIRE x.id IS UNIQUE", name, k.Label))
		for _, p := range k.Index {
			all = append(all, fmt.Sprintf("CREATE INDEX %s%s IF NOT EXISTS FOR (x:%s) ON (x.`%s`)", name, p, k.Label, p))
		}
		if len(k.Search) > 0 {
			labels = append(labels, string(k.Label))
		}
		for _, p := range k.Search {
			if !slices.Contains(props, "x."+p) {
				props = append(props, "x."+p)
			}
		}
	}
	for _, k := range graph.Edges() {
		name := "cadre_" + strings.ToLower(string(k.Type)) + "_"
		all = append(all, fmt.Sprintf("CREATE CONSTRAINT %skey IF NOT EXISTS FOR ()-[x:%s]-() REQUIRE x.key IS UNIQUE", name, k.Type))
		for _, p := range k.Index {
			all = append(all, fmt.Sprintf("CREATE INDEX %s%s IF NOT EXISTS FOR ()-[x:%s]-() ON (x.`%s`)", name, p, k.Type, p))
		}
	}
	return append(all, fmt.Sprintf("CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (x:%s) ON EACH [%s] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}",
		strings.Join(labels, "|"), strings.Join(props, ", ")))
}
