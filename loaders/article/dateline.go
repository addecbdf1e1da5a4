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
	day      string   // YYYY-MM-DD
	labelled bool     // a word says that it is the date of publication
	updated  bool     // … or of a later change
	rest     []string // what else stands on the line: an author, a section
}

// readDateline reads a line that is a date and what may stand beside one: what
// is understood is struck out, and the rest judged.
func (w *words) readDateline(l line) (dated, bool) {
	if l.text == "" || sentence(l) || l.end-l.start > dateLineSize || digits(l.text) < 4 {
		return dated{}, false
	}
	s := struck{runes: []rune(l.text)}
	for _, re := range w.times {
		s.strikeAll(re)
	}
	from, to, day := w.findDate(s.folded())
	if day == "" {
		return dated{}, false
	}
	at := utf8.RuneCountInString(s.folded()[:from])
	s.strike(s.folded(), from, to)
	d := dated{day: day}
	w.strikeLabels(&s, &d)
	rest := s.rest(at)
	for _, r := range rest {
		if !w.besideDate(r) {
			return dated{}, false
		}
		d.rest = append(d.rest, r.text)
	}
	return d, len(rest) <= 3
}

// part is what is left of a line beside its date.
type part struct {
	text  string
	apart bool // a mark stands between it and the date, as none does in a sentence
}

const (
	strikeMark = '\x01' // what is struck becomes this; decode lets no such line through as a date
	marks      = "|[]();•·"
	joints     = " -–—,:./'"
)

// rest gives what is not struck, with the date at a rune.
func (s struck) rest(date int) []part {
	var out []part
	for i := 0; i < len(s.runes); {
		j := i
		for j < len(s.runes) && s.runes[j] != strikeMark && !strings.ContainsRune(marks, s.runes[j]) {
			j++
		}
		raw := strings.TrimSpace(string(s.runes[i:j]))
		if text := strings.Trim(raw, joints); text != "" {
			p := part{text: text}
			if i < date {
				p.apart = !strings.HasSuffix(raw, text) || j < len(s.runes) && s.runes[j] != strikeMark
			} else {
				p.apart = !strings.HasPrefix(raw, text) && raw[0] != ',' || s.runes[i-1] != strikeMark
			}
			out = append(out, p)
		}
		i = j + 1
	}
	return out
}

// besideDate says whether a part of a dateline is a section, an outlet or a name.
func (w *words) besideDate(p part) bool {
	if w.menuLine(fold(p.text)) {
		return true
	}
	fields := strings.Fields(p.text)
	for _, f := range fields {
		if r, _ := utf8.DecodeRuneInString(f); !unicode.IsUpper(r) && !strings.Contains(f, ".") && len(f) > 3 {
			return false
		}
	}
	return p.apart && len(fields) <= 6 && !strings.ContainsAny(p.text, "0123456789")
}

// struck is a composed line in which what has been understood is replaced,
// character for character, by strikeMark.
type struck struct{ runes []rune }

func (s struck) folded() string { return foldComposed(string(s.runes)) }

func (s struck) strike(folded string, from, to int) {
	a := utf8.RuneCountInString(folded[:from])
	for i := range utf8.RuneCountInString(folded[from:to]) {
		s.runes[a+i] = strikeMark
	}
}

func (s struck) strikeAll(re *regexp.Regexp) {
	folded := s.folded()
	for _, m := range re.FindAllStringIndex(folded, -1) {
		s.strike(folded, m[0], m[1])
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
		for _, m := range re.FindAllStringSubmatchIndex(folded, -1) {
			if found := w.day(re, m, folded); found != "" && (day == "" || m[0] < from) {
				from, to, day = m[0], m[1], found
			}
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
