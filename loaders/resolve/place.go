package resolve

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"cadre/graph"
)

// PlaceName is the gazetteer's spelling of a place; a place that it lacks loses
// the words before its name, and a venue stays as it is.
func (v *Vocabulary) PlaceName(name string) string {
	f := graph.Fold(name)
	for _, try := range v.bare(f) {
		if r, ok := v.place(try, provincial); ok {
			return r.name
		}
		if to, ok := v.alias[try]; ok {
			return to
		}
	}
	for _, w := range v.before {
		if !strings.HasPrefix(f, w) {
			continue
		}
		rest := strings.Join(strings.Fields(name)[len(strings.Fields(w)):], " ")
		if r, _ := utf8.DecodeRuneInString(rest); unicode.IsUpper(r) {
			return rest
		}
	}
	return name
}

// bare are the forms of a folded name that may be a place's: as it is, and
// without the words around it.
func (v *Vocabulary) bare(f string) []string {
	out := []string{f}
	for _, w := range v.before {
		if rest, ok := strings.CutPrefix(f, w); ok {
			out = append(out, rest)
		}
	}
	for _, w := range v.after {
		if rest, ok := strings.CutSuffix(f, w); ok {
			out = append(out, rest)
		}
	}
	return out
}

// Place is what is known of a place by its name; ok is false for a venue.
func (v *Vocabulary) Place(name string) (kind string, since, until graph.Date, within, into string, ok bool) {
	r, ok := v.place(name, provincial)
	return r.kind, r.since, r.until, r.within, r.into, ok
}
