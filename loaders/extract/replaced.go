package extract

// attachReplaced gives the office that somebody takes to the one who held it:
// "elected A as Chairman, replacing B", "A replaced B as Chairman", "A takes
// over from B".
func (a *analysis) attachReplaced() {
	lists := bit("replacing_words")
	for i := range a.tokens {
		if !a.some(i, lists) {
			continue
		}
		h, ok := a.hitOf(i, "replacing_words")
		if !ok || a.planned(i) {
			continue
		}
		n := a.nameFrom(h.to)
		if n < 0 || a.names[n].outFrom > h.to+1 {
			continue
		}
		o := a.officeTaken(i, n)
		if o < 0 {
			continue
		}
		a.claims = append(a.claims, claim{office: o, name: n, former: true, rule: "office-by-verb"})
		a.holding[a.keys[n]] = true
		if a.replacedAs(n) == o {
			if s := a.nameBackwards(i); s >= 0 {
				a.giveBy(gains, o, s)
			}
		}
	}
}

// planned tells whether a word for what is yet to come stands right before token i.
func (a *analysis) planned(i int) bool {
	return a.endsBefore(i, 4, "will_words")
}

// replacedAs is the office to which "as" leads behind a replaced person, or -1.
func (a *analysis) replacedAs(n int) int {
	to := a.names[n].outTo
	for k := to; k < to+3 && k < len(a.tokens) && !a.crosses(a.names[n].from, k+1); k++ {
		if o := int(a.startOf[k]) - 1; o >= 0 && k > to {
			if h, ok := a.hitAt(to, "isoffice"); ok && h.to >= k-1 {
				return o
			}
		}
	}
	return -1
}

// officeTaken is the office that the successor of name n takes: the one behind
// it, else the last that a verb gave before token i in this sentence, else, where
// the sentence begins with the successor, in the one before.
func (a *analysis) officeTaken(i, n int) int {
	if o := a.replacedAs(n); o >= 0 {
		return o
	}
	last, since := -1, a.sentences[a.tokens[i].sentence].from
	who := ""
	if i-since <= 6 {
		if s := a.subjectAt(since, i); s >= 0 {
			who, since = a.keys[s], 0
		}
	}
	for k := len(a.claims) - 1; k >= 0; k-- {
		c := &a.claims[k]
		at := a.offices[c.office].from
		if c.former || c.name == n || at >= i || at < since || at <= last || who != "" && a.keys[c.name] != who {
			continue
		}
		if g, _ := a.cueBefore(at); c.rule == "office-by-verb" || g == gains && a.names[c.name].from < at {
			last = at
		}
	}
	if last < 0 {
		return -1
	}
	return int(a.startOf[last]) - 1
}

// subjectAt is the name of an office-holder with which a sentence begins, or for
// which its first word stands; -1 for none.
func (a *analysis) subjectAt(from, to int) int {
	if h, ok := a.hitAt(from, "pronounsubject"); ok && !a.capitalAt(h.to) {
		return a.lastHolder(from)
	}
	n := a.firstName(from)
	if n < len(a.names) && a.names[n].to <= to && a.names[n].outFrom <= from+1 && a.holding[a.keys[n]] {
		return n
	}
	return -1
}
