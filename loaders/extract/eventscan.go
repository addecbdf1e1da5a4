package extract

import (
	"slices"
	"strings"
)

// eventMention is one place where the text speaks of an event.
type eventMention struct {
	from, to int    // its name, or the words that refer to it
	head     int    // the token after its head word
	kind     string // as its own words say
	name     string // "" for one that only refers back ("hội nghị")
	words    []string
	ordinal  int  // 18 in "lần thứ 18"
	term     int  // 13 in "khóa XIII"
	quarter  int  // 3 in "quý III"
	date     int  // number of the date mention that is its own, or -1
	passing  bool // only named beside something else: a later one, the source of a document
	verb     bool // told by a verb: "làm việc với"
	part     bool // a sitting of an event: "phiên khai mạc"
	alone    bool // counts only where the text tells of no other
	sitting  bool // told by what a body does on a day: "sáng 20/9, Quốc hội thảo luận"
	plain    bool // its name is none of its own: "the hybrid event"
	title    bool
	country  string // that a visit goes to
	goes     string // its country as the text has it
	guest    int    // the person who makes the visit, or -1
	event    int
}

// scanEvents finds the event mentions of the text in order.
func (a *analysis) scanEvents() []eventMention {
	var out []eventMention
	next := 0
	masked := a.masked()
	heads := bit("event_heads") | bit("led_heads")
	for i := range a.tokens {
		if i < next || a.tokens[i].skip || masked[i] || !a.some(i, heads) {
			continue
		}
		h, ok := a.hitAt(i, "event_heads")
		if !ok {
			h, ok = a.ledHead(i)
		}
		if !ok {
			continue
		}
		next = h.to
		if h.value == "-" || a.pluralHead(i) || a.genericHead(h) || a.anotherTime(h) || h.to-h.from == 1 && a.insideName(i) {
			continue
		}
		m := eventMention{head: h.to, kind: h.value, date: -1, title: a.inTitle(i)}
		if m.kind == "part" {
			m.kind, m.part = "session", true
		}
		m.from, m.to = a.nameSpan(h)
		for m.to > h.to && a.danglesAt(m.to-1) {
			m.to--
		}
		m.plain = m.to == h.to && m.from < h.from && a.plainHead(m.from, h.from)
		if m.to > h.to || m.from < h.from {
			m.name = a.eventName(m.from, m.to)
		}
		a.nameWords(&m)
		a.shortName(&m)
		m.passing = a.passing(m.from) || a.owns(m.to) || a.uttered[m.from]
		next = m.to
		out = append(out, m)
	}
	for _, x := range a.acts {
		if x.kind != "" && !a.receivesAgain(x) && !a.has(x.to, min(len(a.tokens), x.to+7), "repeated_words") && !within(out, x.from) && a.personBefore(x) {
			m := eventMention{from: x.from, to: x.to, head: x.to, kind: x.kind, date: -1, verb: true, alone: x.alone, title: a.inTitle(x.from)}
			from := a.coupled(x)
			if m.to = a.nameEnd(from, from); m.to == from {
				m.to = x.to
			}
			if to := a.personEnd(x.to); m.to == x.to && to > 0 {
				m.to = to // "đến chào xã giao Tổng Bí thư A"
			}
			if m.to > x.to {
				m.name = a.str(m.from, m.to)
			}
			a.nameWords(&m)
			out = append(out, m)
		}
	}
	out = append(out, a.sittings(out)...)
	out = a.findCountries(out)
	if slices.ContainsFunc(out, func(m eventMention) bool { return !m.alone && !m.passing }) {
		out = slices.DeleteFunc(out, func(m eventMention) bool { return m.alone })
	}
	slices.SortStableFunc(out, func(x, y eventMention) int { return x.from - y.from })
	return out
}

// ledHead is a word at token i that names a meeting because somebody chairs it:
// "chủ trì họp Bộ Chính trị".
func (a *analysis) ledHead(i int) (hit, bool) {
	h, ok := a.hitAt(i, "led_heads")
	if !ok || i == 0 || a.tokens[i].capital != lower {
		return h, false
	}
	if _, with := a.hitAt(h.to, "party_words"); with {
		return h, false // "họp với" is an act
	}
	for k := max(0, i-3); k < i; k++ {
		if x, found := a.hitAt(k, "acts"); found && x.to == i && strings.HasPrefix(x.value, "chaired") {
			return h, true
		}
	}
	return h, false
}

// personBefore tells whether a person whom an act may be told of stands before
// it in its sentence, or behind it when it opens the sentence; nobody's words
// stand between.
func (a *analysis) personBefore(x act) bool {
	s := a.sentences[a.tokens[x.from].sentence]
	lo, hi := a.mentionsIn(s)
	if a.delegation(s.from, x.from) && (lo == hi || a.mentions[lo].from > x.from) {
		return true
	}
	if lo == hi || a.mentions[lo].from > x.from && !a.opensAfterDay(s, x.from) {
		return false
	}
	for _, y := range a.actsIn(s) {
		if y.from >= x.from {
			break
		}
		if y.weak && a.mentions[lo].from < y.from && !a.whileAct(x) {
			return false
		}
	}
	return !x.verb || a.opensAfterDay(s, x.from) || a.follows(s, x)
}

// opensAfterDay tells whether token i opens a sentence, if behind the day.
func (a *analysis) opensAfterDay(s sentence, i int) bool {
	if i == s.from {
		return true
	}
	if a.pack.Code == "en" || i > s.from+10 || a.tokens[i-1].r != ',' {
		return false
	}
	d := a.firstDate(s.from)
	return d < len(a.dates) && a.dates[d].to == i-1 && a.dates[d].from <= s.from+2
}

// whileAct tells whether an act opens a clause about what its subject did the
// while: "…, the President said while hosting A".
func (a *analysis) whileAct(x act) bool {
	_, ok := a.hitAt(x.from, "while_words")
	return ok
}

// follows tells whether an act stands right behind a person, but for adverbs
// and the verbs it goes on from.
func (a *analysis) follows(s sentence, x act) bool {
	f := &roleFinder{analysis: a}
	c := &clause{sentence: s, groups: a.groupsIn(s), lastTo: -1}
	for _, y := range a.actsIn(s) {
		if y.from < x.from {
			c.lastTo = y.to
		}
	}
	return f.adjacent(c, x)
}

// insideName tells whether a one-word head is part of a name: "xã Tân Lễ".
func (a *analysis) insideName(i int) bool {
	return a.pack.Code == "vi" && a.tokens[i].capital == initial && i > 0 && a.sameSentence(i-1, i) && a.tokens[i-1].kind == word && a.tokens[i-1].capital == initial
}

// receivesAgain tells whether an act is done to "the delegation", which the
// article has told of already: "Tiếp và làm việc với đoàn có …".
func (a *analysis) receivesAgain(x act) bool {
	h, ok := a.hitAt(x.to, "delegation_words")
	if !ok || h.to >= len(a.tokens) || x.roles != "received" {
		return false
	}
	_, list := a.hitAt(h.to, "introducers")
	return list || a.tokens[h.to].kind == sign
}

// personEnd is the end of the person, with offices, that starts at token i; 0 for none.
func (a *analysis) personEnd(i int) int {
	lo := search(a.mentions, i+1, (*mention).ends)
	if lo < len(a.mentions) && (a.mentions[lo].outFrom == i || a.mentions[lo].from == i) {
		return a.mentions[lo].outTo
	}
	return 0
}

func within(ms []eventMention, i int) bool {
	for _, m := range ms {
		if m.from <= i && i < m.to {
			return true
		}
	}
	return false
}

func (a *analysis) inTitle(i int) bool {
	s := a.article.TitleSpan
	// the first line too, where it ends like a headline
	if f := a.sentences[0]; i < f.to && len(a.sentences) > 1 && a.sentences[1].paragraph > 0 && a.tokens[f.to-1].kind == word {
		return true
	}
	return a.tokens[i].start >= s.Start && a.tokens[i].end <= s.End
}

// pluralHead: "các hội nghị" speaks of no one event.
func (a *analysis) pluralHead(i int) bool {
	if i == 0 {
		return false
	}
	_, ok := a.hitAt(i-1, "plural_words")
	return ok
}

// anotherTime tells whether the words behind a head say that it is one of
// another time, which has no other name: "kỳ họp tới", "tại kỳ họp trước".
func (a *analysis) anotherTime(h hit) bool {
	v, ok := a.hitAt(h.to, "other_sittings")
	if !ok || !a.sameSentence(h.from, v.to-1) {
		return false
	}
	if _, event := a.hitAt(v.to, "event_heads"); event {
		return false // "hội nghị kế tiếp cuộc giao ban ngày …"
	}
	if _, when := a.hitAt(v.to, "when_words"); v.value != "" && (v.value != h.value || when) {
		return false // "họp báo sau khi …"
	}
	return v.to >= len(a.tokens) || !a.dateStartsAt(v.to) && !(a.tokens[v.to].r == '(' && a.dateStartsAt(v.to+1))
}

// genericHead tells whether a head word only names a kind of event: in a list
// of kinds ("phục vụ hội nghị, hội thảo"), before a figure that is no ordinal.
func (a *analysis) genericHead(h hit) bool {
	if h.value == "part" || h.from == 0 || h.to+1 >= len(a.tokens) {
		return false
	}
	list := func(sign, head int) bool {
		if a.tokens[sign].r != ',' {
			return false
		}
		for k := head; k >= max(0, head-2) && head < sign; k-- {
			if g, ok := a.hitAt(k, "event_heads"); ok && g.to == sign && g.value != "-" {
				return true
			}
		}
		g, ok := a.hitAt(head, "event_heads")
		return ok && head > sign && g.value != "-" && a.tokens[head].capital == lower
	}
	if a.tokens[h.from].capital != lower || a.inTitle(h.from) {
		return false
	}
	if h.from > 1 && list(h.from-1, h.from-2) || list(h.to, h.to+1) {
		return true
	}
	return a.tokens[h.to].kind == number && h.to+2 < len(a.tokens) && a.tokens[h.to+1].glued && (a.tokens[h.to+1].r == ',' || a.tokens[h.to+1].r == '.') && a.tokens[h.to+2].kind == number && a.tokens[h.to+2].glued
}

// passing tells whether the words before an event show that it is only named
// beside something else.
func (a *analysis) passing(i int) bool {
	s := a.sentences[a.tokens[i].sentence]
	for k := max(s.from, i-4); k < i; k++ {
		if h, ok := a.hitAt(k, "passing_words"); ok && h.to == i {
			return true
		}
	}
	return false
}

// danglesAt tells whether a name cannot end with the word at token i.
func (a *analysis) danglesAt(i int) bool {
	if h, ok := a.hitAt(i, "dangling_words"); ok && h.to == i+1 {
		return true
	}
	_, and := a.hitAt(i, "and")
	return and || a.tokens[i].kind == sign && a.tokens[i].r != ')' && a.tokens[i].r != '”' && a.tokens[i].r != '"'
}

func (a *analysis) startsPerson(i int) bool {
	lo := search(a.mentions, i, (*mention).outerBegins)
	return lo < len(a.mentions) && (a.mentions[lo].outFrom == i || a.mentions[lo].from == i)
}

// eventName is a name as the text writes it, on one line; all capitals are the
// headline's and not the name's.
func (a *analysis) eventName(from, to int) string {
	s := singleSpaced(a.str(from, to))
	s = strings.TrimRight(s, " ,-–\"“”")
	if strings.Count(s, "(") != strings.Count(s, ")") {
		if i := strings.LastIndex(s, "("); i >= 0 {
			s = strings.TrimRight(s[:i], " ")
		}
	}
	return s
}
