package score

import "unicode/utf8"

// Score compares articles one by one and adds up.
type Score struct {
	words  *Words
	counts map[string]*Counts
	faults []Fault
}

// New begins a score.
func New(w *Words) *Score { return &Score{words: w, counts: map[string]*Counts{}} }

// Add compares what was found in an article with its gold. Text is the article
// as UTF-8, which the quotes are looked up in; without it they are not counted.
func (s *Score) Add(gold Gold, found Facts, text []byte) {
	a := &comparison{Score: s, article: gold.Name, gold: gold.Facts, found: found}
	a.people()
	a.positions()
	a.events()
	a.roles()
	a.documents()
	a.changes()
	if text != nil {
		a.evidence(text)
	}
}

// Rows is the result: the kinds of facts that occur, then All.
func (s *Score) Rows() []Row {
	var rows []Row
	for _, kind := range Kinds() {
		if c := s.counts[kind]; c != nil {
			rows = append(rows, Row{kind, *c, c.Rates()})
		}
	}
	var all Counts
	for _, kind := range summed() {
		if c := s.counts[kind]; c != nil {
			all.add(c.Gold, c.Found, c.Right)
		}
	}
	return append(rows, Row{All, all, all.Rates()})
}

// Faults are what was missed or wrong, in the order of the articles. Attributes
// of facts are not among them, but dates of documents are.
func (s *Score) Faults() []Fault { return s.faults }

func (s *Score) count(kind string) *Counts {
	c := s.counts[kind]
	if c == nil {
		c = &Counts{}
		s.counts[kind] = c
	}
	return c
}

// comparison is the score at work on one article.
type comparison struct {
	*Score
	article     string
	gold, found Facts
	match       []int // gold event of each found one, -1 for none
}

func (a *comparison) missed(kind, text string) {
	a.faults = append(a.faults, Fault{a.article, kind, false, text})
}

func (a *comparison) wrong(kind, text string) {
	a.faults = append(a.faults, Fault{a.article, kind, true, text})
}

// items are facts that are the same when their keys are, each once, with a text
// to show.
type items struct {
	keys []string
	text map[string]string
}

func (l *items) add(key, text string) {
	if l.text == nil {
		l.text = map[string]string{}
	}
	if _, ok := l.text[key]; !ok {
		l.keys = append(l.keys, key)
	}
	l.text[key] = text
}

// compare counts the keys that two lists share.
func (a *comparison) compare(kind string, gold, found items, show bool) {
	right := 0
	for _, k := range gold.keys {
		if _, ok := found.text[k]; ok {
			right++
		} else if show {
			a.missed(kind, gold.text[k])
		}
	}
	for _, k := range found.keys {
		if _, ok := gold.text[k]; !ok && show {
			a.wrong(kind, found.text[k])
		}
	}
	a.count(kind).add(len(gold.keys), len(found.keys), right)
}

func (a *comparison) evidence(text []byte) {
	for _, q := range a.found.evidence {
		right := 0
		if q.Start >= 0 && q.Start <= q.End && q.End <= len(text) && shown(text[q.Start:q.End]) == q.Text {
			right = 1
		} else {
			a.wrong("evidence", q.Text)
		}
		a.count("evidence").add(1, 1, right)
	}
}

// shown is a stretch of text as JSON has it, what is not UTF-8 replaced.
func shown(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	return string([]rune(string(b)))
}
