package main

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"cadre/loaders/extract"
)

// fact is one thing that an article says, as it is shown to people.
type fact struct {
	kind, text, rule string
	evidence         []extract.Span
}

// facts lists what a document says, in the order of its lists.
func facts(d extract.Document) []fact {
	var out []fact
	add := func(kind, rule string, evidence []extract.Span, parts ...string) {
		parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
		out = append(out, fact{kind, clean(strings.Join(parts, " · ")), rule, evidence})
	}
	person := func(i int) string { return d.People[i].Name }
	event := func(i int) string {
		if i < 0 {
			return ""
		}
		return strings.TrimSpace(string(d.Events[i].Date) + " " + d.Events[i].Name)
	}
	for _, p := range d.People {
		add("person", p.Rule, p.Evidence, append([]string{p.Name}, p.Aliases...)...)
	}
	for _, p := range d.Positions {
		add("position", p.Rule, p.Evidence, person(p.Person), p.Office.Name, when(p.Former, "former"), when(p.Acting, "acting"))
	}
	for _, v := range d.Events {
		add("event", v.Rule, v.Evidence, v.ID, v.Kind, string(v.Date), string(v.End), v.Name, v.Status, strings.Join(v.Places, ", "))
	}
	for _, r := range d.Roles {
		add("role", r.Rule, r.Evidence, person(r.Person), r.Role, event(r.Event), at(r.At))
	}
	for _, p := range d.Papers {
		add("document", p.Rule, p.Evidence, p.Kind, p.Number, p.Title, string(p.Issued), p.Issuer)
	}
	for _, p := range d.Presented {
		add("presented", p.Rule, p.Evidence, person(p.Person), d.Papers[p.Paper].Number, d.Papers[p.Paper].Title, event(p.Event))
	}
	for _, c := range d.Changes {
		office := ""
		if c.Office != nil {
			office = c.Office.Name
		}
		add("change", c.Rule, c.Evidence, person(c.Person), c.Change, office, string(c.Date))
	}
	for _, u := range d.Unnamed {
		add("unnamed", u.Rule, u.Evidence, u.Office.Name, u.Role, event(u.Event))
	}
	return out
}

func when(is bool, word string) string {
	if is {
		return word
	}
	return ""
}

func at(place string) string {
	if place == "" {
		return ""
	}
	return "at " + place
}

// factRows are the facts as rows, with the first quote of each.
func factRows(d extract.Document) rows {
	r := rows{columns: []string{"kind", "fact", "rule", "start", "end", "quote"}, quiet: map[int]bool{3: true, 4: true, 5: true}}
	for _, f := range facts(d) {
		row := []any{f.kind, f.text, f.rule, nil, nil, nil}
		if len(f.evidence) > 0 {
			s := f.evidence[0]
			row[3], row[4], row[5] = int64(s.Start), int64(s.End), string(d.Article.Text[s.Start:s.End])
		}
		r.values = append(r.values, row)
	}
	return r
}

// piece is a stretch of the text and the facts that it is evidence of, the one
// with the shortest quote first.
type piece struct {
	text  []byte
	facts []fact
}

func (p piece) marked() bool { return len(p.facts) > 0 }

// pieces cuts the article's text at the ends of all evidence.
func pieces(d extract.Document) []piece {
	type quote struct {
		extract.Span
		fact fact
	}
	var quotes []quote
	cuts := []int{0, len(d.Article.Text)}
	for _, f := range facts(d) {
		for _, s := range f.evidence {
			quotes = append(quotes, quote{s, f})
			cuts = append(cuts, s.Start, s.End)
		}
	}
	slices.SortStableFunc(quotes, func(a, b quote) int { return (a.End - a.Start) - (b.End - b.Start) })
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	out := make([]piece, len(cuts)-1)
	for i := range out {
		out[i].text = d.Article.Text[cuts[i]:cuts[i+1]]
	}
	for _, q := range quotes {
		from, _ := slices.BinarySearch(cuts, q.Start)
		to, _ := slices.BinarySearch(cuts, q.End)
		for i := from; i < to; i++ {
			out[i].facts = append(out[i].facts, q.fact)
		}
	}
	return out
}

// plain is a stretch of text fit for a terminal, its lines kept.
func plain(text []byte) string {
	return string(bytes.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\r':
			return -1
		case steers(r):
			return utf8.RuneError
		}
		return r
	}, text))
}

var page = template.Must(template.New("explain").Parse(`<!doctype html>
<html lang="{{.Language}}"><meta charset="utf-8"><title>{{.Title}}</title>
<style>body{font:16px/1.6 sans-serif;max-width:50em;margin:2em auto;padding:0 1em}pre{white-space:pre-wrap;font:inherit}
mark{background:#fe9;cursor:help}td,th{text-align:left;vertical-align:top;padding:.2em .8em .2em 0}small{color:#666}</style>
<h1>{{.Title}}</h1>
<pre>{{range .Pieces}}{{if .Tip}}<mark title="{{.Tip}}">{{.Text}}</mark>{{else}}{{.Text}}{{end}}{{end}}</pre>
<table><tr><th>kind<th>fact<th>rule</tr>
{{range .Facts}}<tr><td>{{.Kind}}<td>{{.Text}}<td><small>{{.Rule}}</small></tr>
{{end}}</table></html>
`))

// explainHTML writes the article as a page; what a marked stretch tells is
// shown when the pointer rests on it.
func explainHTML(w io.Writer, d extract.Document) error {
	type shownPiece struct{ Text, Tip string }
	type shownFact struct{ Kind, Text, Rule string }
	var ps []shownPiece
	for _, p := range pieces(d) {
		var tip []string
		for _, f := range p.facts {
			tip = append(tip, fmt.Sprintf("%s: %s (%s)", f.kind, f.text, f.rule))
		}
		ps = append(ps, shownPiece{plain(p.text), strings.Join(tip, "\n")})
	}
	var fs []shownFact
	for _, f := range facts(d) {
		fs = append(fs, shownFact{f.kind, f.text, f.rule})
	}
	return page.Execute(w, map[string]any{"Language": d.Article.Language, "Title": d.Article.Title, "Pieces": ps, "Facts": fs})
}
