package export

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"cadre/graph"
)

// GraphML writes the graph as GraphML with typed keys. A node's labels and an
// edge's type are attributes besides its properties (labels, ":Institution" or
// ":Institution:Committee", and type); an edge's id is its key. The format has
// no lists: one is the text of a JSON array. Characters that XML cannot hold
// become U+FFFD.
func GraphML(ctx context.Context, w io.Writer, s graph.Store) error {
	x := graphML{bufio.NewWriterSize(w, 64<<10)}
	x.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`)
	x.keys()
	x.WriteString("<graph id=\"cadre\" edgedefault=\"directed\">\n")
	for _, k := range graph.Nodes() {
		for n, err := range s.Nodes(ctx, k.Label) {
			if err != nil {
				return fmt.Errorf("export the graph: %w", err)
			}
			labels := ":" + string(k.Label)
			if n.Props["committee"] == true {
				labels += ":Committee"
			}
			x.WriteString(`<node id="` + xmlText(n.ID) + `" labels="` + labels + `">`)
			x.data("n.labels", labels)
			x.props("n.", k.Props, n.Props)
			if _, err := x.WriteString("</node>\n"); err != nil {
				return err
			}
		}
	}
	for _, k := range graph.Edges() {
		for e, err := range s.Edges(ctx, k.Type) {
			if err != nil {
				return fmt.Errorf("export the graph: %w", err)
			}
			x.WriteString(`<edge id="` + xmlText(e.Key) + `" source="` + xmlText(e.From.ID) + `" target="` + xmlText(e.To.ID) + `" label="` + string(k.Type) + `">`)
			x.data("e.type", string(k.Type))
			x.props("e.", k.Props, e.Props)
			if _, err := x.WriteString("</edge>\n"); err != nil {
				return err
			}
		}
	}
	x.WriteString("</graph>\n</graphml>\n")
	return x.Flush()
}

type graphML struct{ *bufio.Writer }

// keys declares each property once: one name has one type on all nodes, and
// one on all edges.
func (x graphML) keys() {
	x.key("node", "n.labels", "labels", graph.String)
	seen := map[string]bool{}
	for _, k := range graph.Nodes() {
		for _, p := range k.Props {
			if id := "n." + p.Name; !seen[id] {
				seen[id] = true
				x.key("node", id, p.Name, p.Kind)
			}
		}
	}
	x.key("edge", "e.type", "type", graph.String)
	for _, k := range graph.Edges() {
		for _, p := range k.Props {
			if id := "e." + p.Name; !seen[id] {
				seen[id] = true
				x.key("edge", id, p.Name, p.Kind)
			}
		}
	}
}

func (x graphML) key(of, id, name string, kind graph.Kind) {
	typ := map[graph.Kind]string{graph.Int: "long", graph.Bool: "boolean"}[kind]
	if typ == "" {
		typ = "string"
	}
	fmt.Fprintf(x, "<key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", id, of, name, typ)
}

func (x graphML) data(key, value string) {
	x.WriteString(`<data key="` + key + `">` + xmlText(value) + `</data>`)
}

func (x graphML) props(prefix string, kinds []graph.Prop, p graph.Props) {
	for _, k := range kinds {
		switch v := p[k.Name].(type) {
		case string:
			x.data(prefix+k.Name, v)
		case graph.Date:
			x.data(prefix+k.Name, string(v))
		case []string:
			var list strings.Builder
			e := json.NewEncoder(&list)
			e.SetEscapeHTML(false)
			e.Encode(v) // texts always encode
			x.data(prefix+k.Name, strings.TrimSuffix(list.String(), "\n"))
		case int64:
			x.data(prefix+k.Name, strconv.FormatInt(v, 10))
		case bool:
			x.data(prefix+k.Name, strconv.FormatBool(v))
		}
	}
}

// xmlText is s as it stands in an element or an attribute. White space other
// than blanks is written by number, so that no reader changes it, and so is
// what must not reach a terminal.
func xmlText(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool {
		return r == '<' || r == '>' || r == '&' || r == '\'' || r >= 0xfffd && r <= 0xffff || special(r)
	}) {
		return s
	}
	var b strings.Builder
	for _, r := range s { // an invalid byte reads as U+FFFD
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\\', r == '\'':
			b.WriteRune(r)
		case r < ' ' && r != '\t' && r != '\n' && r != '\r', r == 0xfffe, r == 0xffff:
			b.WriteRune('\ufffd')
		case special(r):
			fmt.Fprintf(&b, "&#%d;", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
