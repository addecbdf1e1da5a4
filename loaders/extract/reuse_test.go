package extract_test

import (
	"sync"
	"testing"

	"cadre/loaders/extract"
)

// TestReuse holds that a document does not change when its extractor reads on,
// and that several goroutines read the same with it.
func TestReuse(t *testing.T) {
	x := extractor(t)
	articles := realArticles(t, 60)
	first := make([]extract.Document, len(articles))
	text := func(d extract.Document) string {
		b, err := d.JSON()
		if err != nil {
			t.Error(err)
		}
		return string(b)
	}
	want := make([]string, len(articles))
	for i, a := range articles {
		first[i] = x.Extract(a)
		want[i] = text(first[i])
	}
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for i, a := range articles {
				if got := text(x.Extract(a)); got != want[i] {
					t.Errorf("%s reads otherwise the second time:\n%s\n%s", a.Path, got, want[i])
				}
			}
		})
	}
	readers.Wait()
	for i, d := range first {
		if got := text(d); got != want[i] {
			t.Errorf("%s has changed:\n%s\n%s", articles[i].Path, got, want[i])
		}
	}
}
