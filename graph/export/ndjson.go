// Package export writes a whole graph for other programs. It reads through
// graph.Store alone, so that every engine gives the same bytes for the same
// graph; it writes nothing that only an engine knows (load times, internal ids).
//
//	err := export.NDJSON(ctx, os.Stdout, store, nil)
package export

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"cadre/graph"
)

// Conflict is what two articles cannot both be right about.
type Conflict struct {
	Kind     string // office, chair or statement
	On       graph.Date
	About    string   // id of the position or conference
	People   []string // ids
	Articles []string // ids
}

// NDJSON writes the graph one JSON object a line: nodes by kind and id, edges by
// kind and key, then the conflicts. Properties stand in the order of the
// schema; those without a value are left out, but "as" of a REPORTS edge is
// null then. It returns what the store or w returns.
func NDJSON(ctx context.Context, w io.Writer, s graph.Store, conflicts []Conflict) error {
	l := lines{w: bufio.NewWriterSize(w, 64<<10)}
	for _, k := range graph.Nodes() {
		for n, err := range s.Nodes(ctx, k.Label) {
			if err != nil {
				return fmt.Errorf("export the graph: %w", err)
			}
			if err := l.node(k, n); err != nil {
				return err
			}
		}
	}
	for _, k := range graph.Edges() {
		for e, err := range s.Edges(ctx, k.Type) {
			if err != nil {
				return fmt.Errorf("export the graph: %w", err)
			}
			if err := l.edge(k, e); err != nil {
				return err
			}
		}
	}
	for _, c := range sorted(conflicts) {
		if err := l.conflict(c); err != nil {
			return err
		}
	}
	return l.w.Flush()
}

func sorted(conflicts []Conflict) []Conflict {
	key := func(c Conflict) string {
		return strings.Join([]string{string(c.On), c.About, c.Kind, strings.Join(c.People, " "), strings.Join(c.Articles, " ")}, "\x00")
	}
	out := slices.Clone(conflicts)
	slices.SortFunc(out, func(a, b Conflict) int { return strings.Compare(key(a), key(b)) })
	return out
}

// lines writes one object a line; b holds the one that is being made.
type lines struct {
	w *bufio.Writer
	b []byte
}

func (l *lines) node(k graph.NodeKind, n graph.Node) error {
	l.open("node")
	l.text("label", string(n.Label))
	l.text("id", n.ID)
	l.props(k.Props, n.Props)
	return l.close()
}

func (l *lines) edge(k graph.EdgeKind, e graph.Edge) error {
	l.open("edge")
	l.text("label", string(e.Type))
	l.text("from", e.From.ID)
	l.text("to", e.To.ID)
	l.text("key", e.Key)
	l.props(k.Props, e.Props)
	return l.close()
}

func (l *lines) conflict(c Conflict) error {
	l.open("conflict")
	l.text("kind", c.Kind)
	if c.On != "" {
		l.text("on", string(c.On))
	}
	l.text("about", c.About)
	l.list("people", c.People)
	l.list("articles", c.Articles)
	return l.close()
}

func (l *lines) open(kind string) { l.b = append(append(l.b[:0], `{"type":"`...), kind+`"`...) }

func (l *lines) close() error {
	_, err := l.w.Write(append(l.b, "}\n"...))
	return err
}

func (l *lines) props(kinds []graph.Prop, p graph.Props) {
	for _, k := range kinds {
		switch v := p[k.Name].(type) {
		case nil:
			if k.Name == "as" {
				l.key(k.Name)
				l.b = append(l.b, "null"...)
			}
		case string:
			l.text(k.Name, v)
		case graph.Date:
			l.text(k.Name, string(v))
		case []string:
			l.list(k.Name, v)
		case int64:
			l.key(k.Name)
			l.b = strconv.AppendInt(l.b, v, 10)
		case bool:
			l.key(k.Name)
			l.b = strconv.AppendBool(l.b, v)
		}
	}
}

func (l *lines) key(name string) {
	l.b = append(l.b, `,"`...)
	l.b = append(l.b, name...)
	l.b = append(l.b, `":`...)
}

func (l *lines) text(name, value string) {
	l.key(name)
	l.b = appendString(l.b, value)
}

func (l *lines) list(name string, values []string) {
	l.key(name)
	l.b = append(l.b, '[')
	for i, v := range values {
		if i > 0 {
			l.b = append(l.b, ',')
		}
		l.b = appendString(l.b, v)
	}
	l.b = append(l.b, ']')
}

// appendString appends a JSON string. Only what JSON demands is escaped, and
// control characters, which must not reach a terminal.
func appendString(b []byte, s string) []byte {
	if utf8.ValidString(s) && !strings.ContainsFunc(s, special) {
		return append(append(append(b, '"'), s...), '"')
	}
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	e.Encode(s) // a string always encodes
	for _, r := range strings.TrimSuffix(buf.String(), "\n") {
		if r >= 0x7f && special(r) {
			b = fmt.Appendf(b, `\u%04x`, r)
		} else {
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// special tells characters that a JSON string has escaped: the quote, the
// backslash, controls, and those that turn the direction of writing.
func special(r rune) bool {
	return r < ' ' || r == '"' || r == '\\' || r >= 0x7f && r <= 0x9f || r >= 0x200e && r <= 0x200f || r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}
