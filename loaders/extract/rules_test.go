package extract_test

import (
	"strings"
	"testing"

	"cadre/loaders/article"
	"cadre/loaders/extract"
	"cadre/loaders/lang"
)

// TestRules reads the texts of every rule group of every pack and compares
// what they give with what the group says.
func TestRules(t *testing.T) {
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range []string{"vi", "en"} {
		p, err := lang.Open(code)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range p.Rules {
			t.Run(code+"/"+r.Name, func(t *testing.T) {
				for _, e := range r.Examples {
					facts := factsOf(t, x, code, e.Text)
					for _, want := range e.Facts {
						if !extract.States(facts, want) {
							t.Errorf("%s: %q\nlacks  %s\namong  %s", r.File, e.Text, want, strings.Join(facts, "\n       "))
						}
					}
					for _, not := range e.NotFacts {
						if extract.States(facts, not) {
							t.Errorf("%s: %q\ngives  %s", r.File, e.Text, not)
						}
					}
				}
				for _, text := range r.Not {
					if rule := gives(x, code, text, r.Name); rule != "" {
						t.Errorf("%s: %q gives a fact of its rule: %s", r.File, text, rule)
					}
				}
			})
		}
	}
}

// read makes the document of a text that stands as the body of an article.
func read(x *extract.Extractor, code, text string) (extract.Document, error) {
	head := "Tin trong ngày\n\n"
	if code == "en" {
		head = "News of the day\n\n"
	}
	art, err := article.Parse("rule.txt", []byte(head+text+"\n"), article.Told{})
	if err != nil {
		return extract.Document{}, err
	}
	art.Language = code
	return x.Extract(art), nil
}

func factsOf(t *testing.T, x *extract.Extractor, code, text string) []string {
	t.Helper()
	d, err := read(x, code, text)
	if err != nil {
		t.Fatal(err)
	}
	return d.Facts()
}

// gives returns a fact's rule if the text gives one whose rule has the group's name.
func gives(x *extract.Extractor, code, text, group string) string {
	d, err := read(x, code, text)
	if err != nil {
		return err.Error()
	}
	for _, rule := range d.Rules() {
		if rule == group || strings.HasPrefix(rule, group+"/") {
			return rule
		}
	}
	return ""
}
