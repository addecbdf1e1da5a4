package world

import (
	"fmt"
	"hash/fnv"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"cadre/graph"
)

// Options describe a world. Everything in it follows from them.
type Options struct {
	Articles int
	Seed     uint64
	Homonyms float64 // share of people who share their full name with another
	Variants float64 // share of mentions in another spelling: capitals, other tone placement, decomposed
	English  float64 // share of articles in English, where names have no diacritics
	// From and To bound the days of the world; "": the years 2016 to 2024.
	From, To graph.Date
}

// World is a cast of people with their careers, and articles that are made of
// them one at a time: an article is a function of the options and its number.
type World struct {
	Options
	first  time.Time
	days   int
	places []place
	posts  []post
	cast   *cast
	names  []string // of people
	topics []office // in both languages
	vi, en phrases
	at     map[int]*chooser // posts of each place, those of the centre at -1
	events counts
}

// counts are the numbers of meetings of each kind, and of documents.
type counts struct{ national, local, session, district, visit, papers int }

// New makes the people of a world. Its cost grows with the number of people,
// about one for each four articles, in large worlds fewer.
func New(o Options) (*World, error) {
	if o.From == "" {
		o.From = "2016-01-01"
	}
	if o.To == "" {
		o.To = "2024-12-31"
	}
	w := &World{Options: o}
	last, err := time.Parse(time.DateOnly, string(o.To.Last()))
	if err != nil {
		return nil, fmt.Errorf("the last day of the world: %w", err)
	}
	if w.first, err = time.Parse(time.DateOnly, string(o.From.First())); err != nil {
		return nil, fmt.Errorf("the first day of the world: %w", err)
	}
	w.days = int(last.Sub(w.first).Hours()/24) + 1
	n := o.Articles
	t, err := readTables(o.From, o.To, min(63, max(2, n/60)), min(12, n/3000))
	if err != nil {
		return nil, err
	}
	w.places = t.places
	if w.posts, err = t.posts(min(18, 2+n/500)); err != nil {
		return nil, err
	}
	w.cast = careers(w.posts, w.places, w.days, w.random("careers", 0))
	if err := w.name(w.random("names", 0)); err != nil {
		return nil, err
	}
	topics, err := rows("topics.tsv")
	if err != nil {
		return nil, err
	}
	for _, row := range topics {
		w.topics = append(w.topics, office{row["vi"], row["en"]})
	}
	if w.vi, err = readPhrases("vi.txt"); err != nil {
		return nil, err
	}
	if w.en, err = readPhrases("en.txt"); err != nil {
		return nil, err
	}
	w.at = map[int]*chooser{}
	for i, p := range w.posts {
		c := w.at[p.place]
		if c == nil {
			c = &chooser{}
			w.at[p.place] = c
		}
		c.add(i, p.fame)
	}
	w.events = counts{national: 1 + n/60, local: 1 + n/5, session: 1 + n/25, district: 1 + n/12, visit: 1 + n/15, papers: 20 + n/100}
	return w, nil
}

// random is a source of its own for each purpose and number.
func (w *World) random(purpose string, n int) *rand.Rand {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s %d", purpose, n)
	return rand.New(rand.NewPCG(w.Seed, h.Sum64()))
}

// name gives everybody a full name of their own, but for the share of homonyms:
// pairs of people of two places who are on their posts at one time.
func (w *World) name(r *rand.Rand) error {
	n, err := newNamer()
	if err != nil {
		return err
	}
	w.names = make([]string, w.cast.people)
	used := map[string]bool{}
	for i := range w.names {
		for w.names[i] == "" || used[w.names[i]] || w.placeName(w.names[i]) {
			w.names[i] = newTone(n.draw(r))
		}
		used[w.names[i]] = true
	}
	home, from, to := make([]int, len(w.names)), make([]int, len(w.names)), make([]int, len(w.names))
	for i := range from {
		from[i] = w.days
	}
	for _, t := range w.cast.terms {
		home[t.person] = w.province(w.posts[t.post])
		from[t.person], to[t.person] = min(from[t.person], t.from), max(to[t.person], t.to)
	}
	pairs := int(w.Homonyms * float64(len(w.names)) / 2)
	paired := map[int]bool{}
	for range 100 * pairs {
		if len(paired) >= 2*pairs {
			break
		}
		a, b := r.IntN(len(w.names)), r.IntN(len(w.names))
		if a != b && !paired[a] && !paired[b] && home[a] != home[b] && from[a] < to[b] && from[b] < to[a] {
			paired[a], paired[b] = true, true
			w.names[b] = w.names[a]
		}
	}
	return nil
}

// placeName tells whether a name is a place's as well (Hà Nam): a text alone
// does not say then which of the two it means.
func (w *World) placeName(name string) bool {
	return slices.ContainsFunc(w.places, func(p place) bool { return graph.Fold(p.name) == graph.Fold(name) })
}

func (w *World) province(p post) int {
	if p.place < 0 {
		return -1
	}
	return w.places[p.place].province
}

func (w *World) date(day int) graph.Date {
	return graph.Date(w.first.AddDate(0, 0, day).Format(time.DateOnly))
}

func (w *World) dayOf(t time.Time) int { return int(t.Sub(w.first).Hours() / 24) }

// People is how many people there are; many of a small world are never named.
func (w *World) People() int { return w.cast.people }

// Articles yields all articles by number.
func (w *World) Articles() iter.Seq[Article] {
	return func(yield func(Article) bool) {
		for i := range w.Options.Articles {
			if !yield(w.Article(i, 0)) {
				return
			}
		}
	}
}

// Path is the path of an article in the folder of its world.
func Path(i int) string { return fmt.Sprintf("%04d/%07d.txt", i/500, i) }

// number reads the number of an article out of its path; -1 for another path.
func number(path string) int {
	n := 0
	_, err := fmt.Sscanf(strings.TrimSuffix(filepath.Base(path), ".txt"), "%07d", &n)
	if err != nil {
		return -1
	}
	return n
}

// Write writes the articles from one number to before another as files below a folder.
func (w *World) Write(dir string, from, to int) error {
	for i := from; i < to; i++ {
		name := filepath.Join(dir, filepath.FromSlash(Path(i)))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, w.Article(i, 0).Text, 0o644); err != nil {
			return err
		}
	}
	return nil
}
