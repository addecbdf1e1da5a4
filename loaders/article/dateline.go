package article

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

const (
	topLines     = 15  // a dateline stands among so many first lines
	tailLines    = 10  // and what closes an article among so many last ones
	dateLineSize = 160 // bytes
)

// dateline finds when the article was published: a date that has a line to
// itself, or shares it with an author or a section, never one in a sentence.
func (p *parser) dateline() string {
	p.date = -1
	day := ""
	updated := false
	for i := range p.lines {
		top := i < topLines
		if !top && i < len(p.lines)-tailLines {
			continue
		}
		d, ok := p.words.readDateline(p.lines[i])
		if !ok || !top && !d.labelled {
			continue
		}
		p.take(i, KindDateline)
		if day == "" || updated && !d.updated {
			day, updated, p.date = d.day, d.updated, i
		}
	}
	return day
}

// dated is a line read as a dateline.
type dated struct {
	day      string // YYYY-MM-DD
	labelled bool   // a word says that it is the date of publication
	updated  bool   // … or of a later change
	rest     string // what else stands on the line, "|" between: an author, a section
}

// readDateline reads a line that is a date and what may stand beside one: what
// is understood is struck out, and the rest judged.
func (w *words) readDateline(l line) (dated, bool) {
	if l.text == "" || l.end-l.start > dateLineSize || !strings.ContainsAny(l.folded, "0123456789") {
		return dated{}, false
	}
	from, to, day := w.findDate(l.folded)
	if day == "" {
		return dated{}, false
	}
	d := dated{day: day}
	s := struck{runes: []rune(l.text)}
	s.strike(l.folded, from, to)
	for _, re := range w.times {
		for _, m := range re.FindAllStringIndex(s.folded(), -1) {
			s.strike(s.folded(), m[0], m[1])
		}
	}
	w.strikeLabels(&s, &d)
	if after := s.runes[utf8.RuneCountInString(l.folded[:to]):]; startsSentence(after) {
		return dated{}, false
	}
	var rest []string
	for _, part := range strings.FieldsFunc(string(s.runes), func(r rune) bool { return strings.ContainsRune("|[]();•·", r) }) {
		if part = strings.Trim(part, " -–—,:./'"); part == "" {
			continue
		}
		if !w.besideDate(part) {
			return dated{}, false
		}
		rest = append(rest, part)
	}
	d.rest = strings.Join(rest, "|")
	return d, len(rest) <= 3
}

// startsSentence says whether words go on after a date as they do in a sentence:
// at once, or after a comma.
func startsSentence(after []rune) bool {
	rest := strings.TrimLeft(string(after), " ")
	word := strings.TrimLeft(rest, ", ")
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// besideDate says whether a part of a dateline is a section, an outlet or a name.
func (w *words) besideDate(part string) bool {
	if w.matches("menu", fold(part)) {
		return true
	}
	fields := strings.Fields(part)
	for _, f := range fields {
		if r, _ := utf8.DecodeRuneInString(f); !unicode.IsUpper(r) && !strings.Contains(f, ".") && len(f) > 3 {
			return false
		}
	}
	return len(fields) <= 6 && !strings.ContainsAny(part, "0123456789")
}

// struck is a composed line in which what has been understood is replaced,
// character for character, by "|".
type struck struct{ runes []rune }

func (s struck) folded() string { return strings.Map(foldRune, string(s.runes)) }

func (s struck) strike(folded string, from, to int) {
	a := utf8.RuneCountInString(folded[:from])
	for i := range utf8.RuneCountInString(folded[from:to]) {
		s.runes[a+i] = '|'
	}
}

// strikeLabels strikes the day of the week and words such as "posted on", the
// longest first.
func (w *words) strikeLabels(s *struck, d *dated) {
	folded := s.folded()
	for at := 0; at < len(folded); {
		if !isWordByte(folded[at]) {
			at++
			continue
		}
		end, list := w.label(folded, at)
		if list != "" {
			s.strike(folded, at, end)
			d.updated = d.updated || list == "updated"
			d.labelled = d.labelled || list == "updated" || list == "published"
		}
		at = end
	}
}

// label gives the list that holds the longest run of words at a place, and its
// end; the end of the first word when none does.
func (w *words) label(folded string, at int) (end int, list string) {
	firstEnd := 0
	for n, i := 0, at; n < 4 && i < len(folded); n++ {
		for i < len(folded) && isWordByte(folded[i]) {
			i++
		}
		if firstEnd == 0 {
			firstEnd = i
		}
		for _, name := range []string{"updated", "published", "dateline"} {
			if w.has(name, folded[at:i]) {
				end, list = i, name
			}
		}
		if i >= len(folded) || folded[i] != ' ' {
			break
		}
		i++
	}
	return max(end, firstEnd), list
}

// findDate gives the first real date of a folded line.
func (w *words) findDate(folded string) (from, to int, day string) {
	for _, re := range w.dates {
		m := re.FindStringSubmatchIndex(folded)
		if m == nil || from < to && m[0] >= from {
			continue
		}
		if found := w.day(re, m, folded); found != "" {
			from, to, day = m[0], m[1], found
		}
	}
	return from, to, day
}

func (w *words) day(re *regexp.Regexp, m []int, s string) string {
	group := func(name string) string {
		i := re.SubexpIndex(name)
		return s[m[2*i]:m[2*i+1]]
	}
	year, _ := strconv.Atoi(group("y"))
	if year < 100 {
		year += 2000
	}
	month, err := strconv.Atoi(group("m"))
	if err != nil {
		month = w.months[group("m")]
	}
	day, _ := strconv.Atoi(group("d"))
	if month > 12 && day <= 12 { // an American date: no other order is possible
		day, month = month, day
	}
	iso := fmt.Sprintf("%04d-%02d-%02d", year, month, day)
	if _, err := time.Parse(time.DateOnly, iso); err != nil || year < 1900 || year > 2100 {
		return ""
	}
	return iso
}
