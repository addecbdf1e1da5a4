package world

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"cadre/graph"
	"cadre/graph/export"
	"cadre/loaders"
	"cadre/loaders/article"
	"cadre/loaders/extract"
	"cadre/loaders/resolve"

	"github.com/google/go-cmp/cmp"
)

// Laws tries the laws of the graph on whole articles, from their text to the
// bytes of the export, in several random worlds. open makes an empty store; the
// one before is not used any more then, so that an engine may have room for one.
func Laws(t *testing.T, open func(*testing.T) graph.Store, worlds int) {
	for n := range uint64(worlds) {
		t.Run(fmt.Sprintf("Seed%d", n), func(t *testing.T) {
			p := newTrial(t, n, open)
			want := p.loaded(t, p.files, loaders.Options{Workers: 1})
			if len(want) < 10_000 {
				t.Fatalf("the export has %d bytes: there is nothing to compare", len(want))
			}
			t.Run("Order", func(t *testing.T) { p.order(t, want) })
			t.Run("Twice", func(t *testing.T) { p.twice(t, want) })
			t.Run("Remove", func(t *testing.T) { p.remove(t, want) })
			t.Run("Supersede", func(t *testing.T) { p.supersede(t) })
		})
	}
}

// trial is a world on disk and what it takes to load it.
type trial struct {
	*Loader
	open  func(*testing.T) graph.Store
	r     *rand.Rand
	world *World
	dir   string
	files []string
}

// Loader has what every load of a test needs, read once.
type Loader struct {
	Extractor  *extract.Extractor
	Vocabulary *resolve.Vocabulary
}

// NewLoader reads the language data.
func NewLoader() (*Loader, error) {
	x, err := extract.New()
	if err != nil {
		return nil, err
	}
	v, err := resolve.OpenVocabulary()
	return &Loader{x, v}, err
}

// Load loads files and folders into a store; an article that cannot be loaded is an error.
func (p *Loader) Load(ctx context.Context, s graph.Store, args []string, o loaders.Options) (loaders.Report, error) {
	rep, err := loaders.Load(ctx, s, p.Extractor, p.Vocabulary, args, nil, o)
	if err == nil && len(rep.Failed) > 0 {
		err = rep.Failed[0].Err
	}
	return rep, err
}

func newTrial(t *testing.T, seed uint64, open func(*testing.T) graph.Store) *trial {
	t.Helper()
	loads, err := NewLoader()
	if err != nil {
		t.Fatal(err)
	}
	p := &trial{Loader: loads, open: open, r: rand.New(rand.NewPCG(seed, 5)), dir: t.TempDir()}
	p.world, err = New(Options{Articles: 30 + p.r.IntN(40), Seed: seed, Homonyms: 0.5, Variants: 0.3, English: 0.3, From: "2023-01-01", To: "2024-12-31"})
	if err != nil {
		t.Fatal(err)
	}
	for i := range p.world.Options.Articles {
		p.files = append(p.files, p.put(t, i, 0))
	}
	return p
}

// put writes a version of an article at its path.
func (p *trial) put(t *testing.T, i, version int) string {
	t.Helper()
	a := p.world.Article(i, version)
	name := filepath.Join(p.dir, filepath.FromSlash(a.Path))
	err := os.MkdirAll(filepath.Dir(name), 0o755)
	if err == nil {
		err = os.WriteFile(name, a.Text, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	return name
}

// fresh is an empty store.
func (p *trial) fresh(t *testing.T) graph.Store {
	t.Helper()
	s := p.open(t)
	if err := s.Prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s
}

func (p *trial) load(t *testing.T, s graph.Store, files []string, o loaders.Options) {
	t.Helper()
	if _, err := p.Load(t.Context(), s, files, o); err != nil {
		t.Fatal(err)
	}
}

// loaded is the export of a fresh store with the files.
func (p *trial) loaded(t *testing.T, files []string, o loaders.Options) string {
	t.Helper()
	s := p.fresh(t)
	p.load(t, s, files, o)
	return exported(t, s)
}

func exported(t *testing.T, s graph.Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.NDJSON(t.Context(), &b, s, nil); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func same(t *testing.T, what, want, got string) {
	t.Helper()
	if want == got {
		return
	}
	lines := func(s string) []string {
		var out []string
		for _, l := range bytes.Split([]byte(s), []byte("\n")) {
			out = append(out, string(l))
		}
		slices.Sort(out)
		return out
	}
	diff := cmp.Diff(lines(want), lines(got))
	if len(diff) > 6000 {
		diff = diff[:6000] + "\n…"
	}
	t.Fatalf("%s (-want +got):\n%s", what, diff)
}

// any are options that must not show in the graph.
func (p *trial) any() loaders.Options {
	return loaders.Options{BatchSize: 1 + p.r.IntN(1+p.r.IntN(40)), Workers: 1 + p.r.IntN(4)}
}

func (p *trial) shuffled() []string {
	out := slices.Clone(p.files)
	p.r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// order holds that neither the order of articles nor batches nor workers show.
func (p *trial) order(t *testing.T, want string) {
	for range 2 {
		o := p.any()
		same(t, fmt.Sprintf("another order, batches of %d, %d workers", o.BatchSize, o.Workers), want, p.loaded(t, p.shuffled(), o))
	}
}

// twice holds that loading again, also in parts or by force, is loading once.
func (p *trial) twice(t *testing.T, want string) {
	s := p.fresh(t)
	files := p.shuffled()
	p.load(t, s, files[:p.r.IntN(len(files))], p.any())
	p.load(t, s, files, p.any())
	p.load(t, s, files, p.any())
	same(t, "loaded twice", want, exported(t, s))
	o := p.any()
	o.Force = true
	p.load(t, s, files, o)
	same(t, "loaded by force", want, exported(t, s))
}

// remove holds that what is removed leaves nothing behind.
func (p *trial) remove(t *testing.T, want string) {
	s := p.fresh(t)
	keep := map[string]bool{}
	for _, f := range p.files {
		keep[f] = p.r.IntN(3) > 0
	}
	var kept, gone []string
	var ids []string
	for _, f := range p.files {
		if keep[f] {
			kept = append(kept, f)
			continue
		}
		gone = append(gone, f)
		ids = append(ids, p.id(t, f))
	}
	p.load(t, s, p.shuffled(), p.any())
	for len(ids) > 0 {
		n := 1 + p.r.IntN(len(ids))
		if _, err := loaders.Remove(t.Context(), s, p.Vocabulary, ids[:n], loaders.Options{}); err != nil {
			t.Fatal(err)
		}
		ids = ids[n:]
	}
	got := exported(t, s)
	p.load(t, s, gone, p.any())
	same(t, "removed and loaded again", want, exported(t, s))
	same(t, "removed", p.loaded(t, kept, p.any()), got)
}

// id is the id of the article in a file.
func (p *trial) id(t *testing.T, file string) string {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	a, err := article.Parse(file, raw, article.Told{})
	if err != nil {
		t.Fatal(err)
	}
	return a.ID
}

// supersede holds that of the versions of an article the one published last
// counts, whenever it came, and that an earlier one counts again when it is removed.
func (p *trial) supersede(t *testing.T) {
	changed := p.r.Perm(len(p.files))[:5]
	lay := func(version int) {
		for _, i := range changed {
			p.put(t, i, version)
		}
	}
	defer lay(0)
	first := p.loaded(t, p.files, p.any())
	lay(1)
	second := p.loaded(t, p.files, p.any())
	if first == second {
		t.Fatal("the second version tells the same as the first")
	}
	s := p.fresh(t)
	lay(0)
	p.load(t, s, p.shuffled(), p.any())
	lay(1)
	p.load(t, s, p.shuffled(), p.any())
	same(t, "a later version", second, exported(t, s))
	lay(0)
	p.load(t, s, p.shuffled(), p.any())
	same(t, "an earlier version after a later one", second, exported(t, s))
	lay(1)
	var ids []string
	for _, i := range changed {
		ids = append(ids, p.id(t, p.files[i]))
	}
	if _, err := loaders.Remove(t.Context(), s, p.Vocabulary, ids, loaders.Options{}); err != nil {
		t.Fatal(err)
	}
	same(t, "a later version removed", first, exported(t, s))
}
