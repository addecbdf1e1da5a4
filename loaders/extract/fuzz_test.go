package extract_test

import (
	"encoding/json"
	"io/fs"
	"testing"

	"cadre/loaders/article"
	"cadre/loaders/extract"
	"cadre/samples"
)

// FuzzExtract holds for any text: no panic, every fact's words stand at their
// offsets, and every fact refers to people, events and documents that are there.
func FuzzExtract(f *testing.F) {
	names, err := fs.Glob(samples.FS, "*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, n := range names {
		b, err := samples.FS.ReadFile(n)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	for _, s := range []string{
		"Ông A, Bí thư Tỉnh ủy , và các đồng chí: ; – ( chủ trì hội nghị ngày 31/2/0000.",
		"Mr. President of, Secretary of the of the, chaired chaired on June 99, 2024 No. /QD-",
		"ĐỒNG CHÍ Y H’YIM KĐOH — K'NHIỄU\u00ad, nguyên nguyên Phó Phó Bí thư",
		"các đồng chí Phó Chủ tịch: A; B; C; D; E",
	} {
		f.Add([]byte(s))
	}
	x, err := extract.New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		art, err := article.Parse("fuzz.txt", raw, article.Told{})
		if err != nil {
			return
		}
		d := x.Extract(art)
		check := func(what string, spans []extract.Span) {
			if len(spans) == 0 {
				t.Errorf("%s has no words of the article", what)
			}
			for _, s := range spans {
				if s.Start < 0 || s.End <= s.Start || s.End > len(art.Text) {
					t.Fatalf("%s: span %d to %d of %d bytes", what, s.Start, s.End, len(art.Text))
				}
			}
		}
		for _, p := range d.People {
			check("person", p.Evidence)
		}
		for _, p := range d.Positions {
			check("position", p.Evidence)
			_ = d.People[p.Person]
		}
		for _, e := range d.Events {
			check("event", e.Evidence)
		}
		for _, r := range d.Roles {
			check("role", r.Evidence)
			_, _ = d.People[r.Person], d.Events[r.Event]
		}
		for _, p := range d.Papers {
			check("document", p.Evidence)
		}
		for _, p := range d.Presented {
			check("presentation", p.Evidence)
			_, _ = d.People[p.Person], d.Papers[p.Paper]
		}
		for _, c := range d.Changes {
			check("change", c.Evidence)
			_ = d.People[c.Person]
		}
		for _, u := range d.Unnamed {
			check("unnamed", u.Evidence)
		}
		line, err := d.JSON()
		if err != nil || !json.Valid(line) {
			t.Fatalf("not a line of JSON: %v", err)
		}
	})
}
