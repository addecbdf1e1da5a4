package loaders_test

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"cadre/graph"
	"cadre/graph/graphtest/world"
	"cadre/graph/sqlite"
	"cadre/loaders"
	"cadre/samples"
)

// corpus is real text, in a random order; it is not part of the project.
const corpus = "../../shared/corpus/real-vi.jsonl.gz"

var sizes = flag.String("load.sizes", "100,300", "numbers of real articles that TestLoadMemory loads; the target is set for 1000,13000")

func open(ctx context.Context, name string) (graph.Store, error) {
	return sqlite.Open(ctx, name, sqlite.Options{})
}

func TestMain(m *testing.M) { os.Exit(world.Main(m, open)) }

// write puts n articles of the corpus into a folder, or the samples where it
// is not there, and says how many it put.
func write(t testing.TB, dir string, n int) int {
	t.Helper()
	put := func(i int, name string, text []byte) {
		name = filepath.Join(dir, strconv.Itoa(i/500), name)
		err := os.MkdirAll(filepath.Dir(name), 0o755)
		if err == nil {
			err = os.WriteFile(name, text, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	f, err := os.Open(corpus)
	if err != nil {
		names, err := fs.Glob(samples.FS, "*.txt")
		if err != nil {
			t.Fatal(err)
		}
		for i, name := range names {
			text, err := samples.FS.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			put(i, name, text)
		}
		return len(names)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 16<<20)
	i := 0
	for ; i < n && lines.Scan(); i++ {
		var o struct{ ID, Text, Published, URL string }
		if err := json.Unmarshal(lines.Bytes(), &o); err != nil {
			t.Fatal(err)
		}
		front := ""
		if len(o.Published) == 10 {
			front += "published: " + o.Published + "\n"
		}
		if strings.HasPrefix(o.URL, "http") {
			front += "url: " + strconv.Quote(o.URL) + "\n"
		}
		if front != "" {
			front = "---\n" + front + "---\n"
		}
		put(i, fmt.Sprintf("%05d.txt", i), []byte(front+o.Text))
	}
	return i
}

// BenchmarkLoad loads 300 real articles into a fresh file an operation, with
// as many workers as there are processors.
func BenchmarkLoad(b *testing.B) {
	loader, err := world.NewLoader()
	if err != nil {
		b.Fatal(err)
	}
	news := filepath.Join(b.TempDir(), "news")
	n := write(b, news, 300)
	b.ReportAllocs()
	began := world.CPU()
	for b.Loop() {
		b.StopTimer()
		s, err := open(b.Context(), filepath.Join(b.TempDir(), "graph.db"))
		if err == nil {
			err = s.Prepare(b.Context())
		}
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		if _, err := loaders.Load(b.Context(), s, loader.Extractor, loader.Vocabulary, []string{news}, nil, loaders.Options{}); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		s.Close(b.Context())
		b.StartTimer()
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "articles/s")
	if spent := world.CPU() - began; spent > 0 {
		b.ReportMetric(float64(n*b.N)/spent.Seconds(), "articles/cpu-s")
	}
}

// TestLoadMemory loads real articles, each number in a process of its own, and
// holds that memory does not grow with them:
//
//	go test ./loaders -run TestLoadMemory -load.sizes=1000,13000 -v -timeout 1h
func TestLoadMemory(t *testing.T) {
	var first int64
	for _, size := range strings.Split(*sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil {
			t.Fatalf("-load.sizes: %v", err)
		}
		dir := t.TempDir()
		n = write(t, filepath.Join(dir, "news"), n)
		child, err := world.Start(t.Context(), filepath.Join(dir, "graph.db"), 0, filepath.Join(dir, "news"))
		if err != nil {
			t.Fatal(err)
		}
		cost, err := child.Result()
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%d articles: %.0f a second (%.0f a second of processor), %d MB resident at most", n, float64(n)/cost.Took.Seconds(), float64(n)/cost.CPU.Seconds(), cost.Resident>>20)
		if cost.Resident > world.MostMemory {
			t.Errorf("%d articles: %d MB resident, want at most %d", n, cost.Resident>>20, world.MostMemory>>20)
		}
		if first == 0 {
			first = cost.Resident
		}
		if n >= 13000 && cost.Resident > first*3/2 {
			t.Errorf("%d articles take %d MB where few take %d", n, cost.Resident>>20, first>>20)
		}
	}
}
