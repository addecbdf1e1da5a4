package extract

// subjectAfter finds those who do an act behind its words: a list that "có",
// "gồm" or a colon opens, or the subject of the main clause behind a comma.
func (f *roleFinder) subjectAfter(c *clause, x act) (who []int, fronted, list bool) {
	colon := x.to < c.to && f.tokens[x.to].r == ':'
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
		switch f.between(x, g.from) {
		case "list":
			return f.rest(c, i, x), false, true
		case "front":
			return g.members, true, false
		case "next":
			continue
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
	if k == c.from || f.tokens[k-1].r == ';' || f.tokens[k-1].r == ':' || k < x.from && f.tokens[k].r == ',' {
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
