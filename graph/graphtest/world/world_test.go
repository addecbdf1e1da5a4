package world_test

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"cadre/graph"
	"cadre/graph/graphtest/world"

	"golang.org/x/text/unicode/norm"
)

func small(t testing.TB, o world.Options) *world.World {
	t.Helper()
	w, err := world.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// TestShares holds that a world is what its options say and what news is like.
func TestShares(t *testing.T) {
	const articles = 3000
	w := small(t, world.Options{Articles: articles, Seed: 1, Homonyms: 0.02, Variants: 0.05, English: 0.15})
	times, names := map[int]int{}, map[int]string{}
	size, english, mentions, meetings := 0, 0, 0, map[int]int{}
	for a := range w.Articles() {
		if !utf8.Valid(a.Text) || len(a.Text) > 8000 {
			t.Fatalf("%s is no article: %d bytes", a.Path, len(a.Text))
		}
		size += len(a.Text)
		if a.Truth.English {
			english++
		}
		if a.Truth.Meeting >= 0 {
			meetings[a.Truth.Meeting]++
		}
		mentions += len(a.Truth.Mentions)
		text := graph.Fold(string(a.Text))
		for _, m := range a.Truth.Mentions {
			times[m.Person]++
			if !a.Truth.English {
				names[m.Person] = m.Name
			}
			if !bytes.Contains([]byte(text), []byte(graph.Fold(m.Name))) {
				t.Errorf("%s does not name %s", a.Path, m.Name)
			}
		}
	}
	most, share := 0, map[string]int{}
	for person, n := range times {
		most = max(most, n)
		share[names[person]]++
	}
	check := func(what string, got, from, to float64) {
		t.Helper()
		if t.Logf("%s: %.3f", what, got); got < from || got > to {
			t.Errorf("%s: %.3f is not between %g and %g", what, got, from, to)
		}
	}
	check("bytes an article", float64(size)/articles, 1500, 5000)
	check("people an article", float64(mentions)/articles, 2, 9)
	check("share of the most famous", float64(most)/articles, 0.06, 0.15)
	check("share in English", float64(english)/articles, 0.12, 0.18)
	check("articles a meeting", float64(articles)/float64(len(meetings)), 1.5, 6)
}

// TestSame holds that options and number settle an article, whatever was made before.
func TestSame(t *testing.T) {
	o := world.Options{Articles: 500, Seed: 7, Homonyms: 0.1, Variants: 0.5, English: 0.3}
	a, b := small(t, o), small(t, o)
	for i := range 200 {
		a.Article(i, 1)
		if x, y := a.Article(200+i, 0), b.Article(200+i, 0); !bytes.Equal(x.Text, y.Text) || x.Path != y.Path {
			t.Fatalf("article %d is not the same twice", 200+i)
		}
	}
	o.Seed++
	if bytes.Equal(small(t, o).Article(3, 0).Text, a.Article(3, 0).Text) {
		t.Error("another seed gives the same article")
	}
	if v := a.Article(3, 1); bytes.Equal(v.Text, a.Article(3, 0).Text) || v.Path != a.Article(3, 0).Path {
		t.Error("a version of an article is not another text at the same path")
	}
}

// TestHomonyms holds that as many people share their names as the options say.
func TestHomonyms(t *testing.T) {
	for _, want := range []float64{0, 0.02, 0.2} {
		w := small(t, world.Options{Articles: 4000, Seed: 3, Homonyms: want})
		count := map[string]map[int]bool{}
		for a := range w.Articles() {
			for _, m := range a.Truth.Mentions {
				if count[m.Name] == nil {
					count[m.Name] = map[int]bool{}
				}
				count[m.Name][m.Person] = true
			}
		}
		shared, people := 0, 0
		for name, who := range count {
			people += len(who)
			if len(who) > 1 {
				shared += len(who)
			}
			if name != norm.NFC.String(name) {
				t.Errorf("%q is not composed", name)
			}
		}
		got := float64(shared) / float64(people)
		if t.Logf("%.3f of %d people share a name, of all %d", got, people, w.People()); got < want/3 || got > want*1.2 {
			t.Errorf("homonyms: %.3f, want about %.2f", got, want)
		}
	}
}
