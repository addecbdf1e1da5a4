package world_test

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"cadre/graph"
	"cadre/graph/graphtest/world"
	"cadre/loaders"
)

var (
	sizes = flag.String("world.sizes", "200,800", "numbers of articles of the stores that cost is measured on; the targets are set for 1000,13000,100000")
	keep  = flag.String("world.keep", "", "folder in which texts and stores are kept and used again")
)

// made is a world on disk that the sizes are the first articles of.
type made struct {
	*world.World
	dir string
}

func sizesOf(t testing.TB) (out []int) {
	t.Helper()
	for _, s := range strings.Split(*sizes, ",") {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatalf("-world.sizes: %v", err)
		}
		out = append(out, n)
	}
	return out
}

func makeWorld(t testing.TB, most int) made {
	t.Helper()
	dir := *keep
	if dir == "" {
		dir = t.TempDir()
	}
	w := small(t, world.Options{Articles: most, Seed: *seed, Homonyms: *homonyms, Variants: 0.05, English: 0.15})
	return made{w, filepath.Join(dir, fmt.Sprintf("world-%d", most))}
}

// rate says what a load cost an article.
func rate(n int, c world.Cost) string {
	if c.Took == 0 {
		return "another time"
	}
	return fmt.Sprintf("%.0f a second (%.0f a second of processor), %d MB resident at most", float64(n)/c.Took.Seconds(), float64(n)/c.CPU.Seconds(), c.Resident>>20)
}

// store is the path of a store with the first n articles, and what the load
// cost: nothing for one that was kept.
func (m made) store(t testing.TB, n int) (path string, cost world.Cost) {
	t.Helper()
	path = filepath.Join(m.dir, fmt.Sprintf("%d.db", n))
	if _, err := os.Stat(path); err == nil {
		return path, cost
	}
	news := filepath.Join(m.dir, fmt.Sprintf("news-%d", n))
	if _, err := os.Stat(news); err != nil {
		if err := m.Write(news, 0, n); err != nil {
			t.Fatal(err)
		}
	}
	child, err := world.Start(context.Background(), path+".new", 0, news)
	if err == nil {
		cost, err = child.Result()
	}
	if err == nil {
		err = os.Rename(path+".new", path)
	}
	if err != nil {
		t.Fatal(err)
	}
	return path, cost
}

// TestWorldMemory loads worlds of growing size, each in a process of its own:
//
//	go test ./graph/graphtest/world -run TestWorldMemory -world.sizes=1000,13000,100000 -v -timeout 1h
func TestWorldMemory(t *testing.T) {
	m := makeWorld(t, slices.Max(sizesOf(t)))
	for _, n := range sizesOf(t) {
		path, cost := m.store(t, n)
		if cost.Took == 0 {
			continue
		}
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%d articles: %s, %d MB on disk", n, rate(n, cost), info.Size()>>20)
		if cost.Resident > world.MostMemory {
			t.Errorf("%d articles: %d MB resident, want at most %d", n, cost.Resident>>20, world.MostMemory>>20)
		}
	}
}

// BenchmarkAddOne adds one article to graphs of several sizes: apply is the
// transaction alone, the time an operation includes reading and extraction.
//
//	go test ./graph/graphtest/world -run '^$' -bench AddOne -world.sizes=1000,100000 -benchtime 300x -timeout 1h
func BenchmarkAddOne(b *testing.B) {
	m := makeWorld(b, slices.Max(sizesOf(b)))
	loader, err := world.NewLoader()
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range sizesOf(b) {
		path, _ := m.store(b, n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			dir := b.TempDir()
			s := &timed{Store: openFile(b, copied(b, path, dir))}
			var cpu time.Duration
			for i := 0; b.Loop(); i++ {
				b.StopTimer()
				a := m.Article(m.Options.Articles+i, 0) // the same for each size
				name := filepath.Join(dir, filepath.Base(a.Path))
				if err := os.WriteFile(name, a.Text, 0o644); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				began := world.CPU()
				if rep, err := loader.Load(b.Context(), s, []string{name}, loaders.Options{Workers: 1}); err != nil || rep.Loaded != 1 {
					b.Fatalf("loaded %d: %v", rep.Loaded, err)
				}
				cpu += world.CPU() - began
			}
			b.StopTimer()
			b.ReportMetric(float64(cpu.Microseconds())/float64(b.N), "cpu-µs/op")
			b.ReportMetric(float64(s.spent.Microseconds())/float64(b.N), "apply-µs/op")
		})
	}
}

// timed is a store that counts the time of its transactions.
type timed struct {
	graph.Store
	spent time.Duration
}

func (s *timed) Update(ctx context.Context, fn func(context.Context, graph.Tx) error) error {
	began := time.Now()
	defer func() { s.spent += time.Since(began) }()
	return s.Store.Update(ctx, fn)
}

// copied is a copy of a store that nobody has open: what is measured changes it.
func copied(t testing.TB, path, dir string) string {
	t.Helper()
	from, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	to, err := os.Create(filepath.Join(dir, "graph.db"))
	if err == nil {
		_, err = io.Copy(to, from)
	}
	if err == nil {
		err = to.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return to.Name()
}
