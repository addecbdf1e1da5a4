package loaders_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cadre/graph"
	"cadre/graph/export"
	"cadre/graph/graphtest"
	"cadre/graph/neo4j"
	"cadre/loaders"
	"cadre/loaders/extract"
	"cadre/loaders/resolve"
	"cadre/samples"

	"github.com/google/go-cmp/cmp"
)

// pushed is what the tests of Push work with: a store of the samples with a
// decision in it, and articles that are not there yet.
type pushed struct {
	v     *resolve.Vocabulary
	x     *extract.Extractor
	store graph.Store
	later string
}

func newPushed(t *testing.T) pushed {
	t.Helper()
	v, err := resolve.OpenVocabulary()
	if err != nil {
		t.Fatal(err)
	}
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(samples.FS, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	now, later := t.TempDir(), t.TempDir()
	for i, name := range names {
		text, err := samples.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		dir := now
		if i%8 == 7 {
			dir = later
		}
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p := pushed{v, x, prepared(t), later}
	p.load(t, p.store, now)
	p.decide(t, p.store)
	return p
}

func prepared(t *testing.T) graph.Store {
	t.Helper()
	s, err := open(t.Context(), filepath.Join(t.TempDir(), "store.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(context.Background()) })
	if err := s.Prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s
}

func (p pushed) load(t *testing.T, s graph.Store, dir string) {
	t.Helper()
	rep, err := loaders.Load(t.Context(), s, p.x, p.v, []string{dir}, strings.NewReader(""), loaders.Options{})
	if err != nil || rep.Loaded == 0 {
		t.Fatalf("loaded %d articles: %v", rep.Loaded, err)
	}
}

// decide says that two offices of the store are one.
func (p pushed) decide(t *testing.T, s graph.Store) {
	t.Helper()
	var offices []string
	for n, err := range s.Nodes(t.Context(), graph.Position) {
		if err != nil {
			t.Fatal(err)
		}
		if name, _ := n.Props["name"].(string); n.Props["seats"] == int64(1) {
			offices = append(offices, name)
		}
	}
	if err := s.Update(t.Context(), func(ctx context.Context, tx graph.Tx) error {
		out, err := (&resolve.Resolver{Vocabulary: p.v}).Decide(ctx, tx, []resolve.Decision{{Same: true, Office: true, Between: offices[:2]}})
		if err == nil && out.Changes.EdgesPut == 0 {
			err = errors.New("the decision changes nothing: the test needs one that does")
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

// whole is a store's export and its records.
func whole(t *testing.T, s graph.Store) string {
	t.Helper()
	dump, err := graphtest.Dump(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	return ndjson(t, s) + dump
}

func ndjson(t *testing.T, s graph.Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.NDJSON(t.Context(), &b, s, nil); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func same(t *testing.T, what string, want, got graph.Store) {
	t.Helper()
	if d := cmp.Diff(whole(t, want), whole(t, got)); d != "" {
		t.Errorf("%s: another graph (-from +to):\n%s", what, d)
	}
}

// TestPush pushes, is broken off, goes on, and repeats.
func TestPush(t *testing.T) {
	p, to := newPushed(t), prepared(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	_, err := loaders.Push(ctx, p.store, to, p.v, loaders.Options{BatchSize: 3, Progress: func(done, total int) {
		if done >= 6 {
			cancel()
		}
		if total < done {
			t.Errorf("%d of %d", done, total)
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("broken off: %v", err)
	}
	rep, err := loaders.Push(t.Context(), p.store, to, p.v, loaders.Options{BatchSize: 3})
	if err != nil || rep.Unchanged != 6 || rep.Loaded == 0 || len(rep.Failed) > 0 {
		t.Errorf("going on: %+v, %v", rep, err)
	}
	same(t, "pushed", p.store, to)
	rep, err = loaders.Push(t.Context(), p.store, to, p.v, loaders.Options{})
	if err != nil || rep.Loaded > 0 || rep.Unchanged == 0 || rep.Changes != (graph.Changes{}) {
		t.Errorf("pushing again: %+v, %v", rep, err)
	}
	p.load(t, p.store, p.later)
	p.load(t, to, p.later)
	same(t, "both loaded on", p.store, to)
}

// TestPushDamaged passes over what is damaged or forged.
func TestPushDamaged(t *testing.T) {
	p, to := newPushed(t), prepared(t)
	if _, err := loaders.Push(t.Context(), p.store, to, p.v, loaders.Options{}); err != nil {
		t.Fatal(err)
	}
	forged, err := new(resolve.Packer).Pack(resolve.Claims{ID: "bad3", Roles: []resolve.RoleClaim{{Person: 7, Event: 1}}}, "bad3.txt", nil)
	if err != nil {
		t.Fatal(err)
	}
	record := func(id string, claims []byte) graph.Record {
		return graph.Record{ID: id, Sources: []string{id + ".txt"}, Claims: claims, Batch: 9}
	}
	if err := p.store.Update(t.Context(), func(ctx context.Context, tx graph.Tx) error {
		_, err := tx.Apply(ctx, graph.Batch{PutRecords: []graph.Record{record("bad1", nil), record("bad2", forged.Packed), record("bad3", forged.Packed)}})
		return err
	}); err != nil {
		t.Fatal(err)
	}
	before := whole(t, to)
	rep, err := loaders.Push(t.Context(), p.store, to, p.v, loaders.Options{})
	if err != nil || len(rep.Failed) != 3 {
		t.Errorf("%+v, %v", rep, err)
	}
	if d := cmp.Diff(before, whole(t, to)); d != "" {
		t.Errorf("damaged records change the graph:\n%s", d)
	}
}

// TestPushMeets pushes into a store with articles and decisions of its own.
func TestPushMeets(t *testing.T) {
	p, to, want := newPushed(t), prepared(t), prepared(t)
	p.load(t, to, p.later)
	for range 2 {
		if _, err := loaders.Push(t.Context(), p.store, to, p.v, loaders.Options{BatchSize: 5}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := loaders.Push(t.Context(), p.store, want, p.v, loaders.Options{}); err != nil {
		t.Fatal(err)
	}
	p.load(t, want, p.later)
	same(t, "met", want, to)
}

// TestPushNeo4j pushes to a server and back.
func TestPushNeo4j(t *testing.T) {
	address := graphtest.Neo4j(t)
	server, err := neo4j.Open(t.Context(), address, neo4j.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close(context.Background())
	if err := server.Prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	p, back := newPushed(t), prepared(t)
	for _, way := range [][2]graph.Store{{p.store, server}, {server, back}} {
		if _, err := loaders.Push(t.Context(), way[0], way[1], p.v, loaders.Options{BatchSize: 10}); err != nil {
			t.Fatal(err)
		}
		same(t, "pushed", p.store, way[1])
	}
}
