package extract

// attachAsides ties offices that no other word ties to a name: those in a
// parenthesis right behind it, those of an obituary, and those that pass to
// somebody else.
func (a *analysis) attachAsides() {
	if a.pack.Code == "en" {
		return
	}
	for o := range a.offices {
		if a.owner[o] < 0 {
			if n := a.openedBy(a.offices[o].from); n >= 0 && !a.offices[o].read.plural && a.tokens[a.offices[o].from-1].kind != number {
				a.give(o, n, "office-after-name")
			} else if n := a.deceased(o); n >= 0 {
				a.give(o, n, "office-after-name")
			}
		}
		if n := a.replaced(a.offices[o].to); n >= 0 && a.owner[o] >= 0 && a.owner[o] != n {
			a.give(o, n, "office-by-verb")
			c := &a.claims[len(a.claims)-1]
			c.former, c.acting = true, false // who acts takes the place of a full holder
			a.holding[a.keys[n]] = true
		}
	}
}

// dropRivals takes back the office of who heads the state where it stands behind
// somebody's name only because the clause goes on with its holder, whom the text
// names with it: "Giao nhiệm vụ cho ông A, Chủ tịch nước nêu rõ".
func (a *analysis) dropRivals() {
	kept := a.claims[:0]
	for _, c := range a.claims {
		off := &a.offices[c.office]
		rival := false
		if c.rule == "office-after-name" && !c.former && off.heads() && !off.foreign() && off.from > 0 && a.tokens[off.from-1].r == ',' && a.verbFollows(c.office) {
			for _, d := range a.claims {
				other := &a.offices[d.office]
				rival = rival || d.rule == "office-before-name" && !d.former && other.read.title == off.read.title && !other.foreign() && a.keys[d.name] != a.keys[c.name]
			}
		}
		if !rival {
			kept = append(kept, c)
		}
	}
	a.claims = kept
}

// proposed tells whether somebody is only proposed for an office: "đề xuất phân
// công ông A làm Tổ trưởng", and nothing before says that it was agreed to.
func (a *analysis) proposed(n, o int) bool {
	m := &a.names[n]
	from, to := m.outFrom-6, a.offices[o].from
	if m.from > to {
		from = to - 8
	}
	start := a.clauseStart(to)
	for k := max(from, start); k < to; k++ {
		if h, ok := a.hitAt(k, "proposing_words"); ok && h.to <= to {
			return !a.saidBefore("approving_words", k)
		}
	}
	return false
}

// openedBy is the name right before the parenthesis in which token i stands
// behind other words, "ông A (quê Hà Nam, Chủ tịch …)", or -1. Another name in
// the parenthesis before token i would have the office.
func (a *analysis) openedBy(i int) int {
	for k := i - 1; k > 0 && k > i-12 && !a.crosses(k, i+1); k-- {
		if a.tokens[k].kind != sign {
			continue
		}
		switch a.tokens[k].r {
		case ')', ';', ':', '"', '“':
			return -1
		case '(':
			n := a.firstName(k) - 1
			if n < 0 || a.names[n].to != k || a.firstName(i) != n+1 {
				return -1
			}
			return n
		}
	}
	return -1
}

// deceased is the name that makes up the line before the one that begins with
// a birth and names a former office, as obituaries do, or -1.
func (a *analysis) deceased(o int) int {
	off := &a.offices[o]
	s := a.sentences[a.tokens[off.from].sentence]
	if _, ok := a.hitAt(s.from, "birth_words"); !ok || !off.former {
		return -1
	}
	n := a.firstName(s.from) - 1
	if n < 0 || a.firstName(off.from) != n+1 {
		return -1
	}
	line := a.sentences[a.tokens[a.names[n].from].sentence]
	if line.paragraph == s.paragraph || a.names[n].outFrom != line.from || a.names[n].to != line.to {
		return -1
	}
	return n
}

// replaced is the person in whose place an office that ends at token i is
// taken: "giữ chức Giám đốc Sở Y tế, thay ông B".
func (a *analysis) replaced(i int) int {
	i = a.readTerm(i)
	if i < len(a.tokens) && a.tokens[i].kind == sign && a.tokens[i].r == ',' {
		i++
	}
	h, ok := a.hitAt(i, "replacing_words")
	if !ok || a.crosses(i-1, h.to) {
		return -1
	}
	n := a.nameFrom(h.to)
	if n < 0 || a.names[n].outFrom > h.to || a.names[n].pre || a.names[n].plural {
		return -1
	}
	return n
}
