package loaders

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"sort"
	"strings"

	"golang.org/x/sync/errgroup"

	"cadre/graph"
	"cadre/loaders/article"
	"cadre/loaders/extract"
	"cadre/loaders/resolve"
)

// Options say how to load. The zero value is what a user wants.
type Options struct {
	Told      article.Told // what to take for what an article does not say of itself
	BatchSize int          // articles written in one transaction; 0: as many as is good for the engine
	Workers   int          // extractors at work at once; 0: one for each processor
	Force     bool         // write articles that are there already once more
	DryRun    bool         // say what would change, and write nothing
	// Progress is told of each article that is written or has failed; total is 0
	// until all are listed.
	Progress func(done, total int)
}

// Failure is an article that could not be loaded.
type Failure struct {
	Path string
	Err  error
}

// Report counts what a load did.
type Report struct {
	Read       int // articles read
	Loaded     int // of them new or changed
	Unchanged  int // of them there already
	Superseded int // versions that a later one stands in for
	Removed    int
	Passed     int // files of other kinds in folders
	Failed     []Failure
	New        map[graph.Label]int // nodes that were not there
	Difference *resolve.Difference // of a dry run
	Changes    graph.Changes
}

func (r *Report) add(o resolve.Outcome) {
	r.Loaded += o.Loaded
	r.Unchanged += o.Unchanged
	r.Superseded += o.Superseded
	r.Removed += o.Removed
	r.Changes = r.Changes.Add(o.Changes)
	r.Difference = o.Difference
	for l, n := range o.New {
		r.New[l] += n
	}
}

// errDry makes the store forget what a dry run did.
var errDry = errors.New("dry run")

// Load reads the files, folders and "-" (standard input) of args into a store.
// It returns an error only when the store or the context fails; everything
// written before stays, whole articles only. What is wrong with an article is
// in the report.
func Load(ctx context.Context, s graph.Store, x *extract.Extractor, v *resolve.Vocabulary, args []string, stdin io.Reader, o Options) (Report, error) {
	o.fill(s)
	rep := Report{New: map[graph.Label]int{}}
	if o.DryRun {
		o.BatchSize = 1 << 30 // one transaction, so that it can be undone whole
	}
	g, ctx := errgroup.WithContext(ctx)
	listed := make(chan job, o.Workers*2)
	done := make(chan result, o.Workers*2)
	g.Go(func() error { // lists, in order
		defer close(listed)
		passed, err := article.Walk(ctx, args, stdin, func(src article.Source, err error) error {
			select {
			case listed <- job{src, err}:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
		rep.Passed = passed
		return err
	})
	workers, wctx := errgroup.WithContext(ctx)
	for range o.Workers {
		workers.Go(func() error { // reads and extracts
			var pack resolve.Packer
			for j := range listed {
				select {
				case done <- j.read(x, &pack, o):
				case <-wctx.Done():
					return wctx.Err()
				}
			}
			return nil
		})
	}
	g.Go(func() error {
		defer close(done)
		return workers.Wait()
	})
	g.Go(func() error { // writes
		w := &writer{store: s, resolver: &resolve.Resolver{Vocabulary: v, Detail: o.DryRun}, o: o, rep: &rep}
		return w.run(ctx, done)
	})
	if err := g.Wait(); err != nil && !errors.Is(err, errDry) {
		return rep, err
	}
	sort.SliceStable(rep.Failed, func(i, j int) bool { return rep.Failed[i].Path < rep.Failed[j].Path })
	return rep, nil
}

// job is one article on its way to a worker.
type job struct {
	src article.Source
	err error
}

// result is what a worker made of a job.
type result struct {
	path string
	in   resolve.Incoming
	err  error
}

func (j job) read(x *extract.Extractor, pack *resolve.Packer, o Options) (r result) {
	r = result{path: j.src.Path, err: j.err}
	if r.err != nil {
		return r
	}
	defer func() { // a fault in a rule must not take the other articles with it
		if p := recover(); p != nil {
			r.err = fmt.Errorf("%s: a rule failed on this article (%v): please report it", article.PrintPath(j.src.Path), p)
		}
	}()
	art, err := j.src.Read(o.Told)
	if err != nil {
		r.err = err
		return r
	}
	r.in, r.err = pack.Pack(resolve.From(x.Extract(art), x.Version(), o.Told), sourcePath(art), art.Text)
	return r
}

// sourcePath is the path by which an article is known: as it was given,
// without the way up to it, so that the same folder is the same from anywhere.
// What comes from standard input is known by its content.
func sourcePath(a article.Article) string {
	if a.Path == "-" {
		return "stdin/" + a.ID
	}
	p := path.Clean(a.Path)
	for strings.HasPrefix(p, "../") {
		p = p[3:]
	}
	return strings.TrimLeft(p, "/")
}
