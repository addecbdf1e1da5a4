package extract

import "strings"

// subjectAfter finds those who do an act behind its words: a list that "có",
// "gồm" or a colon opens, or the subject of the main clause behind a comma.
func (f *roleFinder) subjectAfter(c *clause, x act) (who []int, fronted, list bool) {
	colon := x.to < c.to && f.tokens[x.to].r == ':' || f.colonList(c, x)
	if !colon && !f.opens(c, x) {
		return nil, false, false
	}
	for i, g := range c.groups {
		if g.from < x.to && !(g.from <= x.to && g.to > x.to) {
			continue
		}
		if g.from-x.to > 45 {
			return nil, false, false
		}
		if !x.list && !colon && f.isObject(g.from, x.to) {
			continue // "Trả lời câu hỏi về việc bổ nhiệm ông A, ông B nói"
		}
		switch f.between(x, g.from) {
		case "list":
			return f.rest(c, i, x), false, true
		case "front":
			if x.kind == "" && f.bodyActs(x.to, g.from) {
				return nil, false, false
			}
			return g.members, true, false
		case "next":
			continue
		case "":
			if x.kind != "" && x.roles == "received" {
				continue // "Tiếp Đại sứ A, Thủ tướng B"
			}
		}
		return nil, false, false
	}
	return nil, false, false
}

// opens tells whether an act stands where a fronted one does: at the head of
// its sentence or clause, with nothing but adverbials before it.
func (f *roleFinder) opens(c *clause, x act) bool {
	if x.list {
		return true
	}
	if f.runTogether(c, x) {
		return true
	}
	k := x.from
	for k > c.from && (f.adverb(k-1) || f.tokens[k-1].r == ',' && k-1 > c.from && k == x.from) {
		k--
	}
	if k == c.from || k == c.openTo && k < x.from || f.tokens[k-1].r == ';' || f.tokens[k-1].r == ':' || k < x.from && f.tokens[k].r == ',' {
		return true
	}
	// "Trong bài phát biểu", "Trong phần"
	for j := max(c.from, k-3); j < k; j++ {
		if h, ok := f.hitAt(j, "fronting_words"); ok && h.to == k && (j == c.from || f.tokens[j-1].r == ',') {
			return true
		}
	}
	return false
}

// between says how an act and a list of people behind it are built: "list",
// "front", "next" when the people between are no subject, or "".
func (f *roleFinder) between(x act, to int) string {
	if x.to >= to {
		if x.list {
			return "list"
		}
		if x.front {
			return "front"
		}
		return ""
	}
	if f.tokens[to-1].r == ':' {
		return "list"
	}
	for k := to - 1; k >= x.to && k >= to-4; k-- {
		if h, ok := f.hitAt(k, "introducers"); ok && (h.to >= to || f.onlyHonorifics(h.to, to)) {
			return "list"
		}
	}
	if x.list {
		return "list"
	}
	if f.tokens[to-1].r == ',' {
		return "front"
	}
	// "Tham dự tại điểm cầu X còn có: đồng chí A", "…; các đồng chí: B"
	for k := x.to; k < to; k++ {
		if h, ok := f.hitAt(k, "introducers"); ok && h.to <= to && f.noVerb(h.to, to) {
			return "list"
		}
	}
	for k := to - 1; k >= x.to && k >= to-6; k-- {
		if f.tokens[k].r == ',' && f.noVerb(k, to) {
			return "front"
		}
	}
	return "next"
}

// onlyHonorifics tells whether only honorifics and plural words stand between two tokens.
func (f *roleFinder) onlyHonorifics(from, to int) bool {
	for k := from; k < to; k++ {
		if f.tokens[k].kind == sign {
			continue
		}
		h, ok := f.hitAt(k, "honorific")
		if !ok {
			h, ok = f.hitAt(k, "plural")
		}
		if !ok {
			h, ok = f.hitAt(k, "introducers")
		}
		if !ok {
			return false
		}
		k = h.to - 1
	}
	return true
}

// noVerb tells whether no act stands between two tokens.
func (f *roleFinder) noVerb(from, to int) bool {
	s := f.sentences[f.tokens[from].sentence]
	for _, x := range f.actsIn(s) {
		if x.from >= from && x.from < to && x.roles != "" {
			return false
		}
	}
	return true
}

// rest is a list that runs from group i to the next act or the end of the sentence.
func (f *roleFinder) rest(c *clause, i int, x act) []int {
	var out []int
	for j := i; j < len(c.groups); j++ {
		g := c.groups[j]
		if j > i && (!f.noVerb(c.groups[i].from, g.from) || f.isObject(g.from, c.from)) {
			break
		}
		for _, m := range g.members {
			if f.mentions[m].by != byOffice || len(c.groups) == 1 {
				out = append(out, m)
			}
		}
	}
	return out
}

// runTogether tells whether an act opens a sentence whose stop the page lost: a
// caption or heading runs into "Báo cáo tại hội nghị, …".
func (f *roleFinder) runTogether(c *clause, x act) bool {
	t := f.tokens[x.from]
	if t.capital != initial || x.from == c.from || f.tokens[x.from-1].kind == sign || x.to >= c.to {
		return false
	}
	_, venue := f.hitAt(x.to, "venue_words")
	_, with := f.hitAt(x.to, "with_words")
	return venue || with
}

// newSubject tells whether a clause with a subject of its own begins between
// the words somebody said and an act: after a semicolon, or with "while".
func (f *roleFinder) newSubject(c *clause, x act) bool {
	for k := x.from - 1; k > c.reports; k-- {
		_, while := f.hitAt(k, "while_words")
		if f.tokens[k].r != ';' && !while {
			continue
		}
		for _, g := range c.groups {
			if g.from > k && g.from <= k+3 && g.to <= x.from {
				c.reports = -1
				return true
			}
		}
		return false
	}
	return false
}

// subject finds who does an act: before it in its clause; behind it in a list
// ("Chủ trì hội nghị có các đồng chí: A; B"); or, when the act opens the
// sentence, at the head of the main clause ("Kết luận hội nghị, A yêu cầu").
func (f *roleFinder) subject(c *clause, x act) (who []int, fronted, list bool) {
	if x.by {
		if g, ok := f.groupAfter(c, x.to, 6); ok && (!x.direct || g.from <= x.to) && !f.has(x.to, g.from, "link") {
			return g.members, false, true
		}
		return nil, false, false
	}
	if strings.HasPrefix(x.roles, "attended") {
		if who := f.among(c, x); len(who) > 0 {
			return who, false, true
		}
	}
	if x.from > c.from && f.tokens[x.from-1].r == ';' {
		if who, fronted, list := f.subjectAfter(c, x); list {
			return who, fronted, list // "…; dự hội nghị có đồng chí A"
		}
	}
	if !x.list {
		if x.weak && f.pack.Code == "en" && f.pronounRight(x.from-1) {
			return nil, false, false // "…, he said": not whom the words spoken name
		}
		if who := f.subjectBefore(c, x); who != nil {
			return append(who, f.welcomedToo(c, x, who)...), false, false
		}
	}
	return f.subjectAfter(c, x)
}

// groupAfter is the first list of people that starts within n tokens behind i.
func (f *roleFinder) groupAfter(c *clause, i, n int) (group, bool) {
	for _, g := range c.groups {
		if g.from >= i && g.from-i <= n {
			return g, true
		}
		if g.from < i && g.to > i {
			return g, true
		}
	}
	return group{}, false
}

// subjectBefore is the nearest list of people before an act that may be its
// subject, or the subject of the act before it that this one goes on with.
func (f *roleFinder) subjectBefore(c *clause, x act) []int {
	start := f.clauseStart(c, x.from)
	if f.runTogether(c, x) {
		return nil
	}
	for i := len(c.groups) - 1; i >= 0; i-- {
		g := c.groups[i]
		if g.to > x.from || g.from < start {
			continue
		}
		if c.lastTo > 0 && g.from >= c.lastTo && !f.freshStart(g.from, c.lastTo) {
			continue // the object of the act before
		}
		if !x.weak && f.calledOn(c, g.from) {
			continue
		}
		if f.isObject(g.from, c.from) && !f.relative(g.to) && !f.guestOf(g.from, x) && !f.leads(g.from, x) {
			if g.to == x.from && f.caused(g.from, c.from) {
				return nil
			}
			continue
		}
		if !x.weak && f.colonBetween(g.to, x.from) {
			return nil // "Ông A: Các đoàn không mang vòng hoa đến viếng"
		}
		if f.interrupted(g.to, x.from) || f.has(g.to, x.from, "by_words") {
			return nil
		}
		if x.from-g.to > 22 && c.lastTo < g.to {
			return nil
		}
		if i > 0 && !x.weak && f.together(c.groups[i-1].to, g.from) {
			return append(append([]int(nil), c.groups[i-1].members...), g.members...) // "A đã cùng B đồng chủ trì"
		}
		return g.members
	}
	until := x.from
	if len(c.groups) > 0 {
		until = min(until, c.groups[0].from) // whoever stands behind the delegation is whom it met
	}
	if (x.roles == "visited" || x.roles == "attended") && f.delegation(start, until) {
		return []int{f.leader}
	}
	return nil
}

// together tells whether only "cùng" and adverbs stand between two people.
func (f *roleFinder) together(from, to int) bool {
	with := false
	for k := from; k < to; k++ {
		if h, ok := f.hitAt(k, "together_words"); ok && h.to <= to {
			with = true
			k = h.to - 1
			continue
		}
		if !f.adverb(k) {
			return false
		}
	}
	return with
}

// clauseStart is the first token of the clause that token i is in: a semicolon ends one.
func (f *roleFinder) clauseStart(c *clause, i int) int {
	for k := i - 1; k >= c.from; k-- {
		if f.tokens[k].r == ';' {
			if _, ok := f.hitAt(k+1, "honorific"); ok {
				return k + 1 // somebody else, though not one of the people
			}
			// a clause without people of its own goes on with the last subject
			for _, g := range c.groups {
				if g.from > k && g.to <= i {
					return k + 1
				}
			}
			return c.from
		}
	}
	return c.from
}

// freshStart tells whether a person behind an act begins a clause: after a
// comma, "do", "nghe" or "while", and not as the object.
func (f *roleFinder) freshStart(from, after int) bool {
	if from <= after {
		return false
	}
	for k := from - 1; k >= after && k >= from-3; k-- {
		if r := f.tokens[k].r; r == ',' || r == ';' || r == ':' || r == '-' || r == '–' || r == '”' || r == '"' {
			return true
		}
		for _, list := range []string{"agent_words", "while_words"} {
			if h, ok := f.hitAt(k, list); ok && h.to <= from {
				return true
			}
		}
	}
	return false
}

// isObject tells whether the word before a person makes them no subject.
func (a *analysis) isObject(from, start int) bool {
	for k := max(start, from-3); k < from; k++ {
		if h, ok := a.hitAt(k, "object_words"); ok && h.to == from {
			return true
		}
	}
	return false
}

// relative: "followed by Prime Minister A, who presented".
func (f *roleFinder) relative(i int) bool {
	if i < len(f.tokens) && f.tokens[i].r == ',' {
		i++
	}
	_, ok := f.hitAt(i, "relative_words")
	return ok
}

func (f *roleFinder) colonBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if f.tokens[k].r == ':' {
			return true
		}
	}
	return false
}

// bodyAside tells whether the body at token i stands between commas right
// before an act, as the one that an office belongs to: "Cục trưởng Cục A, Bộ B, cho biết".
func (f *roleFinder) bodyAside(i, act int) bool {
	if f.tokens[i].capital == lower || i == 0 || f.tokens[i-1].r != ',' {
		return false
	}
	to := f.bodyName(i)
	return to > i && to < act && f.tokens[to].r == ',' && act-to <= 3
}

// interrupted tells whether somebody else acts between a person and a verb:
// "nghe đồng chí A trình bày, các đại biểu thảo luận".
func (f *roleFinder) interrupted(from, to int) bool {
	for k := from; k < to; k++ {
		h, ok := f.hitAt(k, "other_subjects")
		if ok && h.to <= to && f.bodyAside(k, to) {
			continue
		}
		if ok && h.to <= to && k > 0 && (f.tokens[k-1].r == ',' || f.tokens[k-1].r == ';' || k == from) {
			return true
		}
	}
	return false
}
