package article

import (
	"slices"
	"strings"
)

// bylines takes who wrote the article: beside the dateline, on a line next to
// it, or below the text.
func (p *parser) bylines(title int) []string {
	var authors []string
	if p.date >= 0 {
		d, _ := p.words.readDateline(p.lines[p.date])
		for _, part := range d.rest {
			if strings.Contains(part, " ") { // one word is the outlet's mark: "BTQ - 17/01/2024"
				authors = append(authors, p.words.byline(part).names...)
			}
		}
	}
	for _, i := range []int{p.date - 1, p.date + 1, title + 1, title + 2} {
		beside := p.date >= 0 && (i == p.date-1 || i == p.date+1)
		if i >= 0 && i < len(p.lines) && i != title && (beside || strings.HasSuffix(p.lines[i].text, "|")) {
			authors = append(authors, p.byline(i)...)
		}
	}
	for _, i := range p.namesBelow(max(title, p.date)) {
		authors = append(authors, p.byline(i)...)
	}
	var out []string
	for _, a := range authors {
		if !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

// namesBelow gives the lines below the text that are a byline, in order. Names
// one below the other are a list of the article's, and a name below an office
// signs a document.
func (p *parser) namesBelow(top int) []int {
	var out []int
	for i := len(p.lines) - 1; i > top && i >= len(p.lines)-tailLines; i-- {
		l := p.lines[i]
		if l.skip {
			continue
		}
		if l.paragraph() {
			break
		}
		b := p.words.byline(l.text)
		if !b.ok || l.end-l.start > dateLineSize || !b.labelled && i > 0 && p.words.office(p.lines[i-1]) {
			continue
		}
		out = append(out, i)
	}
	slices.Reverse(out)
	if len(out) > 2 && out[len(out)-1]-out[0] == len(out)-1 && !p.words.byline(p.lines[out[0]].text).labelled {
		return nil
	}
	return out
}

// byline takes a line if it is one, and gives its authors. A line may be one
// without telling of any: "(TTXVN)".
func (p *parser) byline(i int) []string {
	l := p.lines[i]
	if l.skip || l.end-l.start > dateLineSize {
		return nil
	}
	b := p.words.byline(l.text)
	if b.ok {
		p.take(i, KindByline)
	}
	return b.names
}

// nameLine says whether a line can be a byline.
func (p *parser) nameLine(l line) bool {
	return l.end-l.start <= dateLineSize && p.words.byline(l.text).ok
}

// byline is a line read as one.
type byline struct {
	ok       bool // nothing stands on it but names and what goes with them
	labelled bool // a word says so
	names    []string
}

// separators stand between two names.
var separators = strings.NewReplacer(" - ", "|", " – ", "|", " — ", "|", ",", "|", ";", "|", "/", "|", "&", "|", " và ", "|", " and ", "|")

const maxAuthors = 4

func (w *words) byline(s string) byline {
	var b byline
	s = strings.Trim(s, " |.*_-–—")
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		s = strings.Trim(s, "() ")
	}
	s, b.labelled = w.cutLabel(s)
	parts := strings.Split(separators.Replace(s), "|")
	for i, part := range parts {
		part = strings.TrimSpace(part)
		if at := strings.IndexByte(part, '('); at > 0 && strings.HasSuffix(part, ")") {
			part = strings.TrimSpace(part[:at])
		}
		label, _, credit := strings.Cut(part, ":")
		switch {
		case part == "" || i > 0 && credit && w.is("credit", strings.TrimSpace(label)):
		case w.agency(part):
			b.ok = true
		case i > 0 && len(b.names) > 0 && w.beginsWith("units", part):
		case w.name(part, b.labelled):
			b.names, b.ok = append(b.names, part), true
		default:
			return byline{}
		}
	}
	if len(b.names) > maxAuthors {
		return byline{}
	}
	return b
}

// cutLabel takes "Tin, ảnh:" or "By" off. Without a colon only a label of
// several words, or one that needs none, is told from a name.
func (w *words) cutLabel(s string) (rest string, labelled bool) {
	if label, rest, ok := strings.Cut(s, ":"); ok {
		if label = strings.TrimSpace(label); w.is("byline", label) || w.is("report", label) {
			return strings.TrimSpace(rest), true
		}
		return s, false
	}
	fields := strings.Fields(s)
	for n := min(3, len(fields)-1); n > 0; n-- {
		label := strings.Join(fields[:n], " ")
		if n > 1 && (w.is("byline", label) || w.is("report", label)) || strings.EqualFold(label, "by") {
			return strings.Join(fields[n:], " "), true
		}
	}
	return s, false
}

// name says whether words can be the name of an author: two to five words in
// capitals, none longer than a syllable; initials, or one word, after a label.
func (w *words) name(s string, labelled bool) bool {
	fields := strings.Fields(s)
	if len(fields) == 0 || len(fields) > 5 || w.menuLine(fold(s)) || w.is("starters", s) || w.is("related", s) || w.beginsWith("titles", s) || w.beginsWith("holders", s) {
		return false
	}
	for _, f := range fields {
		if !capital(f) || letters(f) == 0 || strings.Contains(f, ":") || !labelled && letters(f) > 7 {
			return false
		}
	}
	return len(fields) > 1 || labelled || initials(fields[0])
}

// office says whether a short line is that of an office, as above a signature.
func (w *words) office(l line) bool {
	return !l.paragraph() && w.beginsWith("holders", l.text)
}

// beginsWith says whether the first one or two words are in a list.
func (w *words) beginsWith(list, s string) bool {
	one, rest, _ := strings.Cut(s, " ")
	two, _, _ := strings.Cut(rest, " ")
	return w.is(list, one) || w.is(list, one+" "+two)
}

// agency says whether words are an outlet: known, or a web address.
func (w *words) agency(s string) bool {
	for _, f := range strings.Fields(s) {
		if strings.Contains(f, ":") || !capital(f) && !website(f) {
			return w.is("agencies", s)
		}
	}
	if w.is("agencies", s) || w.beginsWith("agencies", s) {
		return true
	}
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' }) {
		if strings.ToUpper(word) == word && w.is("agencies", word) || website(word) {
			return true
		}
	}
	return false
}
