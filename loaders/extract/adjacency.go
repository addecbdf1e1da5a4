package extract

// adjacent tells whether an act that may as well be a noun stands as a verb:
// right behind its subject, but for adverbs, an apposition or the verb it goes on from.
func (f *roleFinder) adjacent(c *clause, x act) bool {
	k := x.from
	for k > c.from {
		if f.tokens[k-1].r == ')' {
			for k > c.from && f.tokens[k-1].r != '(' {
				k--
			}
			if k > c.from {
				k--
			}
			continue
		}
		if f.adverb(k-1) || f.closes(k-1) {
			k--
			continue
		}
		break
	}
	if k < x.from && len(c.subject) > 0 && f.closes(x.from-1) && f.tokens[x.from-1].r != ')' && f.namesEvent(c, x.to) {
		return true // "đồng chủ trì hội thảo …; dự lễ khai mạc …"
	}
	if k == c.lastTo {
		return k < x.from // "trình bày báo cáo đánh giá": a noun
	}
	for _, g := range c.groups {
		if g.to == k || g.from < k && g.to > k {
			return true
		}
		// "A thay mặt Đoàn Chủ tịch điều hành"
		if g.to < k && k-g.to <= 12 && f.standsFor(g.to, k) {
			return true
		}
		// "A cùng các đồng chí lãnh đạo tỉnh dự": others act with them
		if g.to < k && k-g.to <= 18 && f.othersJoin(g.to) && f.noVerb(g.to, x.from) {
			return true
		}
		// "A, thay mặt Bộ Chính trị, điều hành": a comma right before the verb
		if g.to < k && k == x.from-1 && f.tokens[k].r == ',' && k-g.to <= 12 {
			return true
		}
	}
	// after "và", "đồng thời" behind another act of the same subject
	if k < x.from && c.lastTo > 0 && f.joins(k, x.from) {
		return true
	}
	return false
}

// namesEvent tells whether an event is named right at token i.
func (f *roleFinder) namesEvent(c *clause, i int) bool {
	for _, m := range f.eventsIn(c.sentence) {
		if m.from == i && !m.verb {
			return true
		}
	}
	return false
}

func (f *roleFinder) adverb(k int) bool {
	for _, list := range []string{"adverbs", "and_then"} {
		for j := max(0, k-2); j <= k; j++ {
			if h, ok := f.hitAt(j, list); ok && h.to == k+1 {
				return true
			}
		}
	}
	return false
}

// closes: a comma, dash or closing parenthesis between a person and the verb.
func (f *roleFinder) closes(k int) bool {
	r := f.tokens[k].r
	return r == ',' || r == ')' || isDash(r) || r == ';'
}

func (f *roleFinder) joins(from, to int) bool {
	for k := from; k < to; k++ {
		if h, ok := f.hitAt(k, "and_then"); ok && h.to <= to {
			return true
		}
	}
	return false
}

// standsFor tells whether the words between a person and a verb say for whom
// the person acts, or what else they are.
func (f *roleFinder) standsFor(from, to int) bool {
	for k := from; k < to && k < from+3; k++ {
		if h, ok := f.hitAt(k, "stand_words"); ok && h.to <= to {
			return f.noVerb(h.to, to)
		}
	}
	return false
}

// othersJoin tells whether the list of people before token i goes on with
// people who are not named: "cùng các đồng chí lãnh đạo".
func (f *roleFinder) othersJoin(i int) bool {
	if i < len(f.tokens) && f.tokens[i].r == ',' {
		i++
	}
	_, ok := f.hitAt(i, "and")
	return ok
}

// goesOn tells whether an act has the subject of the one before it: no other
// person stands between.
func (f *roleFinder) goesOn(c *clause, x act) bool {
	for _, g := range c.groups {
		if g.from >= c.lastTo && g.to <= x.from && f.freshStart(g.from, c.lastTo) {
			return false
		}
	}
	return true
}

// agent tells whether "do" stands before token i.
func (f *roleFinder) agent(i, start int) bool {
	for k := max(start, i-2); k < i; k++ {
		if h, ok := f.hitAt(k, "agent_words"); ok && h.to == i {
			return true
		}
	}
	return false
}

// byWord tells whether "do" stands before token i.
func (f *roleFinder) byWord(i int) bool {
	if i == 0 {
		return false
	}
	_, ok := f.hitAt(i-1, "by_words")
	return ok
}
