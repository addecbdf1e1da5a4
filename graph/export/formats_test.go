package export_test

import (
	"bytes"
	"context"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"

	"cadre/graph"
	"cadre/graph/export"
	"cadre/graph/graphtest"
	"cadre/graph/sqlite"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write testdata anew; look at the difference")

type writer func(context.Context, io.Writer, graph.Store) error

// formats are those of one file.
var formats = map[string]writer{
	"ndjson":     func(ctx context.Context, w io.Writer, s graph.Store) error { return export.NDJSON(ctx, w, s, nil) },
	"cypher":     export.Cypher,
	"graphml":    export.GraphML,
	"ftm.ndjson": export.FTM,
}

// hostile are texts that try to get out of where they stand.
var hostile = []string{
	`'}] AS row MATCH (n) DETACH DELETE n //`,
	`\' \\' \\\' "` + "`" + ` ]]> <data key="n.name">&amp;</data> -->`,
	`\u0027}] \\u0027 \\\u0027 \U0027 \u005c\u0027`,
	"; \n:param x => 1;\nRETURN 1;\r\n\r\"\r\n\"\",,\"a",
	`end\`, `"`, `""`, `'`, ` lead and trail `, `,`, `;`, `$row {x: 1} /* */`,
	"\x1b[31m\u009b31m\u202eright\u2066\u2069\u2028\u2029\u0085\x7f",
	"e\u0301 = \u00e9, 習近平 🇻🇳",
}

// worst is a batch of hostile texts.
func worst() graph.Batch {
	var b graph.Batch
	meeting := graph.Node{Label: graph.Conference, ID: "conference/worst", Props: graph.Props{"kind": "meeting", "date": graph.Date("2024-01")}}
	b.PutNodes = append(b.PutNodes, meeting)
	for _, text := range hostile {
		n := graph.Node{Label: graph.Person, ID: graph.Key(graph.Holds, text, ""), Props: graph.Props{"name": text, "aliases": []string{text, "b", text + text}}}
		b.PutNodes = append(b.PutNodes, n)
		b.PutEdges = append(b.PutEdges, graph.Edge{Type: graph.Chaired, Key: graph.Key(graph.Chaired, n.ID, meeting.ID), From: n.Ref(), To: meeting.Ref(), Props: graph.Props{"at": text}})
	}
	return b
}

// everything is a store with all that is hard to write: each kind of node and
// edge, hostile texts, and more rows than one statement takes.
func everything(t testing.TB) graph.Store {
	return filled(t, append(graphtest.World(), graphtest.Kinds(), worst(), graphtest.Articles(0, 26))...)
}

func filled(t testing.TB, batches ...graph.Batch) graph.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), sqlite.Memory, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(context.Background()) })
	if err := s.Prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, b := range batches {
		if err := s.Update(t.Context(), func(ctx context.Context, tx graph.Tx) error {
			_, err := tx.Apply(ctx, b)
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func written(t testing.TB, write writer, s graph.Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(t.Context(), &b, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestGolden shows the world in each format.
func TestGolden(t *testing.T) {
	s := filled(t, graphtest.World()...)
	for name, write := range formats {
		golden(t, "world."+name, written(t, write, s))
	}
	dir := t.TempDir()
	if _, err := export.Neo4jAdmin(t.Context(), dir, s); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	var all bytes.Buffer
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all.WriteString("-- " + filepath.Base(f) + " --\n" + string(text))
	}
	golden(t, "world.neo4j-admin.txtar", all.String())
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s (-want +got):\n%s", name, d)
	}
}

// TestErrorOfStore holds that no format takes half a graph for a whole one.
func TestErrorOfStore(t *testing.T) {
	s := held{nodes: []graph.Node{{Label: graph.Person, ID: "a"}}, err: graph.ErrUnavailable}
	for name, write := range formats {
		if err := write(t.Context(), io.Discard, s); err == nil {
			t.Errorf("%s: an error of the store is lost", name)
		}
	}
	if _, err := export.Neo4jAdmin(t.Context(), t.TempDir(), s); err == nil {
		t.Error("neo4j-admin: an error of the store is lost")
	}
}

// TestWriteFiles writes all worlds in all formats into the folder that
// CADRE_WRITE_EXPORTS names, for the readers of other programs to check
// (scripts/check-exports).
func TestWriteFiles(t *testing.T) {
	dir := os.Getenv("CADRE_WRITE_EXPORTS")
	if dir == "" {
		t.Skip("CADRE_WRITE_EXPORTS names no folder to write into")
	}
	for world, s := range map[string]graph.Store{"everything": everything(t), "empty": filled(t)} {
		for name, write := range formats {
			if err := os.WriteFile(filepath.Join(dir, world+"."+name), []byte(written(t, write, s)), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
