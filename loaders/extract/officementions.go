package extract

import "slices"

// officeMentions finds where an office stands for the one person whom the
// article ties to it: "Thủ tướng yêu cầu …", "The General Secretary said". Only
// the places of a subject count.
func (a *analysis) officeMentions() {
	holders := map[string][]int{} // people by canonical office, then by bare title
	put := func(key string, p int) {
		for _, q := range holders[key] {
			if q == p {
				return
			}
		}
		holders[key] = append(holders[key], p)
	}
	for _, p := range a.position {
		if p.Former {
			continue
		}
		put(p.Office.NameVI, p.Person)
		put("title "+p.Office.Title, p.Person)
	}
	var found []mention
	inside := a.outerRanges()
	for i := 0; i < len(a.offices); i++ {
		o := a.offices[i]
		from, ok := a.subjectPlace(o.from)
		if o.person >= 0 || o.former || inside[o.from] || !ok || a.tokens[o.from].skip || a.pluralHead(o.from) {
			continue
		}
		if to := o.to; to < len(a.tokens) && a.tokens[to].kind == word && a.tokens[to].capital == initial && a.sameSentence(o.from, to) && a.pack.Code == "en" {
			continue // "Secretary Thang"
		}
		if o.read.base.takes == "dbqh" && o.to == o.titleEnd(a) && a.tokens[o.from].capital == lower {
			continue // "đại biểu Quốc hội thảo luận": all of them
		}
		who := a.namedBefore(holders[o.office.NameVI], o.from)
		if len(who) == 0 && o.office.Body == "" {
			who = a.namedBefore(holders["title "+o.office.Title], o.from)
		}
		p := -1
		switch {
		case len(who) == 1:
			p = who[0]
		case len(who) > 1 && o.office.Body == "":
			p = a.lastNamed(who, o.from)
		}
		if p < 0 {
			continue
		}
		m := mention{from: o.from, to: o.to, outFrom: from, outTo: o.to, person: p, by: byOffice}
		// "Tổng Bí thư, Chủ tịch nước": one person, two offices
		for i+1 < len(a.offices) && a.offices[i+1].from <= m.to+1 && a.offices[i+1].person < 0 && holds(holders[a.offices[i+1].office.NameVI], p) {
			i++
			m.to, m.outTo = a.offices[i].to, a.offices[i].to
		}
		if a.startsPerson(m.to) {
			continue
		}
		found = append(found, m)
	}
	if len(found) == 0 {
		return
	}
	a.mentions = append(a.mentions, found...)
	slices.SortStableFunc(a.mentions, func(x, y mention) int { return x.from - y.from })
}

func holds(people []int, p int) bool {
	for _, q := range people {
		if q == p {
			return true
		}
	}
	return false
}

// subjectPlace tells whether a subject may start at token i, and where it does
// with its article: at the head of a sentence or clause.
func (a *analysis) subjectPlace(i int) (int, bool) {
	s := a.sentences[a.tokens[i].sentence]
	if i > s.from {
		for _, list := range []string{"articles", "new_words"} {
			if h, ok := a.hitAt(i-1, list); ok && h.to == i {
				i--
				break
			}
		}
	}
	if i == s.from || a.tokens[i-1].kind == sign && a.tokens[i-1].r != '(' && a.tokens[i-1].r != '/' {
		return i, true
	}
	for k := max(s.from, i-3); k < i; k++ {
		for _, list := range []string{"agent_words", "and"} {
			if h, ok := a.hitAt(k, list); ok && h.to == i {
				return i, true
			}
		}
	}
	return i, false
}

// namedBefore keeps the people who were named before token i; in the headline
// and the opening sentence all count.
func (a *analysis) namedBefore(people []int, i int) []int {
	if a.inTitle(i) || a.lead(i) == 1 {
		return people
	}
	var out []int
	for _, p := range people {
		if a.lastNamed([]int{p}, i) >= 0 {
			out = append(out, p)
		}
	}
	return out
}

// lastNamed is the one of several people who was named last before token i.
func (a *analysis) lastNamed(people []int, i int) int {
	n := search(a.mentions, i, (*mention).begins)
	for n--; n >= 0; n-- {
		if p := a.mentions[n].person; holds(people, p) {
			return p
		}
	}
	return -1
}

// outerRanges marks the tokens of names and of what stands in apposition to them.
func (a *analysis) outerRanges() []bool {
	a.marks = zeroed(a.marks, len(a.tokens))
	in := a.marks
	for _, m := range a.mentions {
		for k := m.outFrom; k < m.outTo && k < len(in); k++ {
			in[k] = true
		}
	}
	return in
}
