package extract

import "strings"

// act is one place where the text uses words of the list "acts": what somebody
// does at a meeting.
type act struct {
	from, to int
	roles    string // one role, or several joined by "+"; "" for none
	kind     string // of the event that the words tell of by themselves; ""
	weak     bool   // reported speech
	by       bool   // who does it stands after the words
	verb     bool   // a verb only in the place of one
	guest    bool   // the object of the words is the host
	list     bool   // a list of those who do it follows: "Also attending were"
	host     bool   // the person called on stands right behind the words
	direct   bool   // the person stands right behind the words
	talks    bool   // the two sides may each be the host
	alone    bool   // the event counts only where the text tells of no other
	front    bool   // words that open a sentence, its subject right behind
	visit    bool   // only with a visit as its object: "began an official visit"
}

// findActs picks the longest phrase at each place, from left to right, and
// leaves out what is no act, stands in a quotation or is part of an office.
func (a *analysis) findActs() {
	masked := a.headed(a.masked())
	next, lists := 0, bit("acts")|bit("side_words")
	for i := range a.tokens {
		t := &a.tokens[i]
		if i < next || t.skip || !a.some(i, lists) {
			continue
		}
		if x, ok := a.sideList(i); ok {
			a.acts = append(a.acts, x)
			next = x.to
			continue
		}
		h, ok := a.hitOf(i, "acts")
		if !ok {
			continue
		}
		next = h.to
		if to := a.runsInto(h); to > h.to {
			next = to // "về dự án" is no "về dự"
			continue
		}
		if a.quoted[i] || masked[i] {
			continue
		}
		if x := parseAct(h); x.kind == "visit" && a.pack.Code == "vi" && a.invited(a.sentences[t.sentence].from, i) {
			continue // "mời Thủ tướng A thăm Lào"
		} else if x.roles != "" || x.kind != "" {
			a.acts = append(a.acts, x)
		}
	}
}

// runsInto is the end of a phrase that is no act and begins with the last of the
// words of one, or the end of these.
func (a *analysis) runsInto(h hit) int {
	if g, ok := a.hitAt(h.to-1, "acts"); ok && h.to-h.from > 1 && g.to > h.to && g.value == "-" {
		return g.to
	}
	return h.to
}

// sideList reads the opening of a sentence that lists those who came from one
// side, after one that lists those from another: "Về phía tỉnh có đồng chí A".
func (a *analysis) sideList(i int) (act, bool) {
	n := a.tokens[i].sentence
	s := a.sentences[n]
	if i != s.from || n == 0 || len(a.acts) == 0 {
		return act{}, false
	}
	h, ok := a.hitAt(i, "side_words")
	if !ok {
		return act{}, false
	}
	last := a.acts[len(a.acts)-1]
	if !strings.HasPrefix(last.roles, "attended") || n-a.tokens[last.from].sentence > 2 {
		return act{}, false
	}
	if n-a.tokens[last.from].sentence == 2 && a.has(a.sentences[n-1].from, a.sentences[n-1].to, "side_words") {
		return act{}, false // the one between lists those who came to meet them
	}
	for k := h.to; k < s.to && k < h.to+14; k++ {
		if g, ok := a.hitAt(k, "introducers"); ok && g.to < s.to {
			return act{from: i, to: k, roles: "attended", list: true}, true
		}
		if a.startsPerson(k) {
			break
		}
	}
	return act{}, false
}

// masked marks the tokens of offices, names and documents: no act starts there.
// The marks last until the next call.
func (a *analysis) masked() []bool {
	a.marks = zeroed(a.marks, len(a.tokens))
	m := a.marks
	mark := func(from, to int) {
		for k := from; k < to && k < len(m); k++ {
			m[k] = true
		}
	}
	for _, o := range a.offices {
		mark(o.from, o.to)
	}
	for _, x := range a.mentions {
		mark(x.from, x.to)
	}
	for _, p := range a.paperAt {
		mark(p.from, p.to)
	}
	return m
}

// headed marks the tokens of the words that name events but for the first of
// each: "tiếp" in "buổi tiếp" is no act.
func (a *analysis) headed(m []bool) []bool {
	lists := bit("event_heads")
	for i := range a.tokens {
		if !a.some(i, lists) {
			continue
		}
		if h, ok := a.hitOf(i, "event_heads"); ok {
			for k := i + 1; k < h.to; k++ {
				m[k] = true
			}
		}
	}
	return m
}

// parseAct reads the value of a line of the list: the roles, then marks.
func parseAct(h hit) act {
	x := act{from: h.from, to: h.to}
	rest := h.value
	x.roles, rest, _ = strings.Cut(rest, " ")
	if x.roles == "-" {
		x.roles = ""
	}
	for rest != "" {
		var mark string
		mark, rest, _ = strings.Cut(rest, " ")
		switch mark {
		case "weak":
			x.weak = true
		case "by":
			x.by = true
		case "verb":
			x.verb = true
		case "guest":
			x.guest = true
		case "list":
			x.list = true
		case "host":
			x.host, x.guest = true, true
		case "direct":
			x.direct = true
		case "front":
			x.front = true
		case "talks":
			x.talks = true
		case "visit":
			x.visit = true
		case "alone":
			x.alone = true
		default:
			x.kind = strings.TrimPrefix(mark, "event:")
		}
	}
	return x
}

// actsIn are the acts of a sentence.
func (a *analysis) actsIn(s sentence) []act {
	lo, end := between(a.acts, s.from, s.to, (*act).begins)
	return a.acts[lo:end]
}

// mentionsIn are the numbers of the mentions of a sentence.
func (a *analysis) mentionsIn(s sentence) (from, to int) {
	return between(a.mentions, s.from, s.to, (*mention).begins)
}

// group is one or several mentions that stand as one list.
type group struct {
	from, to int   // outer range of the whole
	members  []int // numbers of mentions
}

// groupsIn joins the mentions of a sentence to lists.
func (a *analysis) groupsIn(s sentence) []group {
	lo, hi := a.mentionsIn(s)
	var out []group
	for i := lo; i < hi; i++ {
		m := a.mentions[i]
		if n := len(out); n > 0 && a.joined(out[n-1], m) {
			g := &out[n-1]
			g.members = append(g.members, i)
			g.to = max(g.to, m.outTo)
			continue
		}
		out = append(out, group{m.outFrom, m.outTo, []int{i}})
	}
	return out
}

// joined tells whether only commas, semicolons, "and" and honorifics stand
// between a list and the next mention, and the list is not the object of the
// words it follows ("Chúc mừng ông A, Bí thư B đề nghị").
func (a *analysis) joined(g group, m mention) bool {
	if m.outFrom < g.to {
		return true
	}
	if m.outFrom-g.to > 14 {
		return false
	}
	for k := g.to; k < m.outFrom; k++ {
		if r := a.tokens[k].r; r == ',' || r == ';' || r == ':' {
			continue
		}
		if a.tokens[k].r == '(' {
			for k < m.outFrom && a.tokens[k].r != ')' {
				k++
			}
			if k == m.outFrom {
				return false // named in the parenthesis: "ông A (em ruột bà B)"
			}
			continue
		}
		if to := a.officeEnd(k); to > k && to <= m.outFrom {
			k = to - 1
			continue
		}
		if h, ok := a.hitAt(k, "plural"); ok && h.to <= m.outFrom {
			k = h.to - 1
			continue
		}
		if h, ok := a.hitAt(k, "and"); ok && h.to <= m.outFrom {
			k = h.to - 1
			continue
		}
		if h, ok := a.hitAt(k, "honorific"); ok && h.to <= m.outFrom {
			k = h.to - 1
			continue
		}
		return false
	}
	if len(g.members) > 1 || a.tokens[g.to].r != ',' {
		return true
	}
	return !a.afterAct(g.from) && !(m.outFrom == g.to+1 && a.isObject(g.from, 0) && a.actAt(m.outTo))
}

// actAt tells whether an act begins at token i: who stands before it does it.
func (a *analysis) actAt(i int) bool {
	for _, x := range a.actsIn(a.sentences[a.tokens[min(i, len(a.tokens)-1)].sentence]) {
		if x.from == i {
			return true
		}
	}
	return false
}

// afterAct tells whether an act that opens its sentence ends right before token i.
func (a *analysis) afterAct(i int) bool {
	s := a.sentences[a.tokens[i].sentence]
	for _, x := range a.actsIn(s) {
		if x.to == i && x.from == s.from {
			return true
		}
	}
	return false
}

// officeEnd is the end of the office that starts at token i, or i.
func (a *analysis) officeEnd(i int) int {
	lo := search(a.offices, i, (*office).begins)
	if lo < len(a.offices) && a.offices[lo].from == i {
		return a.offices[lo].to
	}
	return i
}
