package export

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"cadre/graph"
)

// arrayDelimiter stands between the values of a list and the labels of a node
// in the CSV files: no text has this character.
const arrayDelimiter = "\x1f"

// Neo4jAdmin writes the graph into the folder dir, which it makes and which
// must be empty: one CSV file a label of nodes and a type of edges, the
// constraints and indexes as indexes.cypher, and import.sh with the line that
// has Neo4j's bulk importer read them. It returns that line, for a shell that
// stands in dir.
func Neo4jAdmin(ctx context.Context, dir string, s graph.Store) (line string, err error) {
	if err := emptyFolder(dir); err != nil {
		return "", err
	}
	args := []string{"neo4j-admin database import full neo4j", "--array-delimiter=U+001F", "--multiline-fields=true"}
	for _, k := range graph.Nodes() {
		name := "nodes-" + string(k.Label) + ".csv"
		if _, err := csvNodes(ctx, filepath.Join(dir, name), s, k); err != nil {
			return "", err
		}
		args = append(args, "--nodes="+name)
	}
	for _, k := range graph.Edges() {
		name := "edges-" + string(k.Type) + ".csv"
		rows, err := csvEdges(ctx, filepath.Join(dir, name), s, k)
		if err == nil && rows == 0 {
			err = os.Remove(filepath.Join(dir, name))
		}
		if err != nil {
			return "", err
		}
		if rows > 0 {
			args = append(args, "--relationships="+name)
		}
	}
	line = strings.Join(args, " ")
	script := "#!/bin/sh\n# Imports the graph into the database neo4j of a Neo4j server that does not run and\n" +
		"# has none yet. Afterwards start it and run: cypher-shell --file indexes.cypher\nset -e\ncd \"$(dirname \"$0\")\"\n" +
		strings.ReplaceAll(line, " --", " \\\n  --") + " \"$@\"\n"
	indexes := strings.Join(indexes(), ";\n") + ";\n"
	return line, errors.Join(
		os.WriteFile(filepath.Join(dir, "indexes.cypher"), []byte(indexes), 0o644),
		os.WriteFile(filepath.Join(dir, "import.sh"), []byte(script), 0o755))
}

// emptyFolder makes a folder, or sees that it is empty: a file left from
// another export would be taken for one of this.
func emptyFolder(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("make the folder of the export: %w", err)
	}
	there, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("look into the folder of the export: %w", err)
	}
	if len(there) > 0 {
		return fmt.Errorf("%s is not empty: name a new folder for the export", dir)
	}
	return nil
}

func csvNodes(ctx context.Context, path string, s graph.Store, k graph.NodeKind) (int, error) {
	return csvFile(path, append([]string{"id:ID(cadre)", ":LABEL"}, csvHeader(k.Props)...), func(row func(*csvRow) error) error {
		for n, err := range s.Nodes(ctx, k.Label) {
			if err != nil {
				return fmt.Errorf("export the graph: %w", err)
			}
			labels := []string{string(k.Label)}
			if n.Props["committee"] == true {
				labels = append(labels, "Committee")
			}
			r := &csvRow{}
			r.text(n.ID)
			r.list(labels)
			r.props(k.Props, n.Props)
			if err := row(r); err != nil {
				return err
			}
		}
		return nil
	})
}

func csvEdges(ctx context.Context, path string, s graph.Store, k graph.EdgeKind) (int, error) {
	return csvFile(path, append([]string{":START_ID(cadre)", ":END_ID(cadre)", ":TYPE", "key:string"}, csvHeader(k.Props)...), func(row func(*csvRow) error) error {
		for e, err := range s.Edges(ctx, k.Type) {
			if err != nil {
				return fmt.Errorf("export the graph: %w", err)
			}
			r := &csvRow{}
			r.text(e.From.ID)
			r.text(e.To.ID)
			r.text(string(e.Type))
			r.text(e.Key)
			r.props(k.Props, e.Props)
			if err := row(r); err != nil {
				return err
			}
		}
		return nil
	})
}

func csvHeader(props []graph.Prop) []string {
	header := make([]string, len(props))
	for i, p := range props {
		header[i] = p.Name + ":" + map[graph.Kind]string{graph.String: "string", graph.ISODate: "string", graph.Int: "long", graph.Bool: "boolean", graph.Strings: "string[]"}[p.Kind]
	}
	return header
}

// csvFile writes a header and the rows that fill gives, and counts these.
func csvFile(path string, header []string, fill func(row func(*csvRow) error) error) (rows int, err error) {
	f, err := os.Create(path)
	if err != nil {
		return 0, fmt.Errorf("export the graph: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	w := bufio.NewWriterSize(f, 64<<10)
	io.WriteString(w, strings.Join(header, ",")+"\n")
	err = fill(func(r *csvRow) error {
		rows++
		_, err := w.Write(append(r.b, '\n'))
		return err
	})
	if err != nil {
		return rows, err
	}
	return rows, w.Flush()
}

// csvRow is a row in the making. A field without quotes is null for the
// importer, so that all texts have them.
type csvRow struct {
	b     []byte
	begun bool
}

func (r *csvRow) next() {
	if r.begun {
		r.b = append(r.b, ',')
	}
	r.begun = true
}

func (r *csvRow) text(s string) {
	r.next()
	r.b = append(r.b, '"')
	r.b = append(r.b, strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), `"`, `""`)...)
	r.b = append(r.b, '"')
}

func (r *csvRow) list(values []string) {
	clean := make([]string, len(values))
	for i, v := range values {
		clean[i] = strings.ReplaceAll(v, arrayDelimiter, "")
	}
	r.text(strings.Join(clean, arrayDelimiter))
}

func (r *csvRow) props(kinds []graph.Prop, p graph.Props) {
	for _, k := range kinds {
		switch v := p[k.Name].(type) {
		case string:
			r.text(v)
		case graph.Date:
			r.text(string(v))
		case []string:
			r.list(v)
		case int64:
			r.next()
			r.b = strconv.AppendInt(r.b, v, 10)
		case bool:
			r.next()
			r.b = strconv.AppendBool(r.b, v)
		default:
			r.next()
		}
	}
}
