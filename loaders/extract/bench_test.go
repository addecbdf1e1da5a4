package extract_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"testing"
	"time"

	"cadre/graph/graphtest/world"
	"cadre/loaders/article"
	"cadre/loaders/extract"
	"cadre/samples"
)

// corpus is real text, in a random order; it is not part of the project.
const corpus = "../../../shared/corpus/real-vi.jsonl.gz"

// realArticles are the first n articles of the corpus, or the samples where it
// is not there.
func realArticles(b testing.TB, n int) []article.Article {
	b.Helper()
	var out []article.Article
	add := func(name string, text []byte, published string) {
		if a, err := article.Parse(name, text, article.Told{Published: published}); err == nil {
			out = append(out, a)
		}
	}
	f, err := os.Open(corpus)
	if err != nil {
		names, err := fs.Glob(samples.FS, "*.txt")
		if err != nil {
			b.Fatal(err)
		}
		for _, name := range names {
			text, err := samples.FS.ReadFile(name)
			if err != nil {
				b.Fatal(err)
			}
			add(name, text, "")
		}
		return out
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 16<<20)
	for len(out) < n && lines.Scan() {
		var o struct{ ID, Text, Published string }
		if err := json.Unmarshal(lines.Bytes(), &o); err != nil {
			b.Fatal(err)
		}
		add(o.ID+".txt", []byte(o.Text), o.Published)
	}
	return out
}

func extractor(b testing.TB) *extract.Extractor {
	b.Helper()
	x, err := extract.New()
	if err != nil {
		b.Fatal(err)
	}
	return x
}

// BenchmarkExtract reads 300 real articles an operation, on one processor.
func BenchmarkExtract(b *testing.B) {
	x := extractor(b)
	articles := realArticles(b, 300)
	size := 0
	for _, a := range articles {
		size += len(a.Text)
	}
	measure(b, size, func() {
		for _, a := range articles {
			x.Extract(a)
		}
	})
}

// measure repeats what reads so many bytes. Besides speed by the clock it
// reports speed by processor time, which other programs do not disturb.
func measure(b *testing.B, size int, read func()) {
	b.SetBytes(int64(size))
	b.ReportAllocs()
	began := world.CPU()
	for b.Loop() {
		read()
	}
	if spent := world.CPU() - began; spent > 0 {
		b.ReportMetric(float64(size)*float64(b.N)/1e6/spent.Seconds(), "MB/cpu-s")
	}
}

// BenchmarkWorld does the same with made-up news in both languages.
func BenchmarkWorld(b *testing.B) {
	for _, language := range []string{"vi", "en"} {
		b.Run(language, func(b *testing.B) {
			x := extractor(b)
			w, err := world.New(world.Options{Articles: 200, Seed: 1, Variants: 0.05, English: map[string]float64{"vi": 0, "en": 1}[language]})
			if err != nil {
				b.Fatal(err)
			}
			var articles []article.Article
			size := 0
			for made := range w.Articles() {
				a, err := article.Parse(made.Path, made.Text, article.Told{})
				if err != nil {
					b.Fatal(err)
				}
				articles = append(articles, a)
				size += len(a.Text)
			}
			measure(b, size, func() {
				for _, a := range articles {
					x.Extract(a)
				}
			})
		})
	}
}

// long is one article as long as n: its people are many, as are its meetings.
func long(b testing.TB, n int) article.Article {
	b.Helper()
	w, err := world.New(world.Options{Articles: 400, Seed: 2, Variants: 0.05})
	if err != nil {
		b.Fatal(err)
	}
	var text bytes.Buffer
	for i := range n {
		text.Write(w.Article(1+i, 0).Text)
		text.WriteString("\n")
	}
	a, err := article.Parse("long.txt", text.Bytes(), article.Told{})
	if err != nil {
		b.Fatal(err)
	}
	return a
}

// BenchmarkLength reads articles that are 1, 10 and 100 times as long.
func BenchmarkLength(b *testing.B) {
	x := extractor(b)
	for _, n := range []int{1, 10, 100} {
		a := long(b, n)
		b.Run(fmt.Sprintf("x%d", n), func(b *testing.B) {
			measure(b, len(a.Text), func() { x.Extract(a) })
		})
	}
}

// TestLength holds that ten times the text takes about ten times the time, in
// lines as news has them and in one endless sentence.
func TestLength(t *testing.T) {
	x := extractor(t)
	for _, endless := range []bool{false, true} {
		spent := func(n, times int) time.Duration {
			a := long(t, n)
			if endless {
				a.Text = bytes.Map(func(r rune) rune {
					switch r {
					case '\n':
						return ' '
					case '.', '!', '?', '…':
						return ','
					}
					return r
				}, a.Text)
				a.TitleSpan, a.Skip = article.Span{}, nil
			}
			began := world.CPU()
			for range times {
				x.Extract(a)
			}
			return (world.CPU() - began) * 1000 / time.Duration(len(a.Text)*times) // of a thousand bytes
		}
		short, longer := spent(10, 100), spent(100, 10)
		t.Logf("endless %v: %v a thousand bytes of 10 articles in one, %v of 100", endless, short, longer)
		if longer > 3*short {
			t.Errorf("endless %v: a thousand bytes take %v in a text ten times as long as one where they take %v", endless, longer, short)
		}
	}
}
