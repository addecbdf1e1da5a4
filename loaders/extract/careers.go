package extract

// earlierSteps bounds the sentences that a career goes back from the office
// that is held to this day.
const earlierSteps = 6

// succeed makes the offices that the sentences before gave a person offices of
// the past, where a sentence tells what they have been to this day: "Năm 2010,
// ông làm … Từ tháng 9/2015 đến nay, ông giữ chức …", or opens with a later year
// in which they took another.
func (a *analysis) succeed(o, n int) {
	s := a.tokens[a.offices[o].from].sentence
	open := false
	for k := a.clauseStart(a.offices[o].from); k < a.offices[o].from; k++ {
		_, still := a.hitAt(k, "stillnow")
		open = open || still
	}
	year := a.yearOpening(a.offices[o].from)
	for k := len(a.claims) - 2; (open || year > 0) && k >= 0; k-- {
		c := &a.claims[k]
		off := &a.offices[c.office]
		at := a.tokens[off.from].sentence
		if c.rule != "office-by-verb" || a.keys[c.name] != a.keys[n] || at >= s || s-at > earlierSteps {
			continue
		}
		if y := a.yearOpening(off.from); open || y > 0 && y < year && !off.read.keeps(&a.offices[o].read) {
			c.former, c.weak = true, true
		}
	}
}

// keeps tells whether who has an office may take another and keep the first: a
// seat in a committee, or the party's post beside one of the state.
func (r *reading) keeps(later *reading) bool {
	return r.base.takes == "uvtw" || r.base.takes == "btv" || r.base.takes == "must" || r.base.takes == "dbqh" || r.base.takes == "party" && later.base.takes != "party"
}

// overtake makes the offices that one sentence gave the person before, each
// with its time, offices of the past: "… năm 2015 là Bí thư; từ 2018 là Chủ tịch".
func (a *analysis) overtake(o, n int) {
	for k := len(a.claims) - 2; k >= 0; k-- {
		c := &a.claims[k]
		if c.name != n || c.rule != "office-by-verb" || a.tokens[a.offices[c.office].from].sentence != a.tokens[a.offices[o].from].sentence {
			return
		}
		parted, timed := false, false
		for i := a.offices[c.office].to; i < a.offices[o].from; i++ {
			t := a.tokens[i]
			if t.kind == sign && t.r == ';' {
				parted, timed = true, false
			}
			timed = timed || parted && t.kind == number
		}
		if parted && (timed || a.pack.Code == "en" || a.saidBefore("in_turn", a.offices[c.office].from)) {
			c.former, c.weak = true, true
		}
	}
}

// passCharge passes what an office is said to be in charge of, or the city that
// its district is in, up to the sign
// behind which the next one stands: "Bí thư … phụ trách phía Nam; Bí thư …".
func (a *analysis) passCharge(j int) int {
	charge := false
	for back := 0; back <= 2 && back <= j; back++ {
		h, ok := a.hitAt(j-back, "charge_words")
		charge = charge || ok && (back == 0 || h.to == j)
	}
	if j+1 < len(a.tokens) && a.tokens[j].r == ',' && !a.crosses(j, j+2) {
		// "Bí thư Quận ủy quận 2, TP HCM; …"
		if p, to, ok := a.readPart(j+1, &reading{}); ok && p.kind == placePart && to < len(a.tokens) && a.tokens[to].r == ';' {
			return to
		}
	}
	if !charge {
		return j
	}
	for k := j; k < j+8 && k+1 < len(a.tokens) && !a.crosses(j, k+2); k++ {
		if t := a.tokens[k]; t.kind == sign && (t.r == ';' || t.r == ',') && a.startOf[k+1] > 0 {
			return k
		}
	}
	return j
}

// nextOfList passes the words that the tables leave of a body in a list of offices,
// up to the semicolon behind which the next one stands: "…; Ủy viên Trung ương
// Đảng (khóa 11); …".
func (a *analysis) nextOfList(o, j int, c cue) int {
	next := a.offices[o+1].from
	if c != loses && c != held && c != gains || a.pack.Code == "en" || next-j < 2 || next-j > 12 || a.crosses(j-1, next+1) {
		return j
	}
	if t := a.tokens[next-1]; t.kind != sign || t.r != ';' {
		return j
	}
	if n := a.firstName(j); n < len(a.names) && a.names[n].from < next {
		return j
	}
	for k := j; k < next-1; k++ {
		if a.stopsBody(k) {
			return j
		}
	}
	return next - 1
}

// ownsNext tells whether the office at token k, joined by "và" to one that a verb
// gave somebody, is theirs too: no name stands behind it.
func (a *analysis) ownsNext(k int) bool {
	o := int(a.startOf[k]) - 1
	if o < 0 || a.offices[o].read.elliptic() || a.offices[o].heads() || a.verbFollows(o) {
		return false
	}
	n := a.nameFrom(a.offices[o].to)
	return n < 0 || a.names[n].outFrom > a.offices[o].to
}

// afterAnd passes "and" between two offices of one person.
func (a *analysis) afterAnd(j int) (int, bool) {
	h, ok := a.hitAt(j, "and")
	if !ok {
		return j, false
	}
	k := h.to
	if g, ok := a.hitAt(k, "article"); ok {
		k = g.to
	}
	if k >= len(a.tokens) || a.crosses(j, k+1) {
		return j, false
	}
	o := int(a.startOf[k]) - 1
	if o < 0 {
		return k, false
	}
	if p := int(a.endOf[j]) - 1; p >= 0 && a.offices[p].read.elliptic() && !a.offices[o].read.elliptic() {
		// "(nguyên Bí thư và Chủ tịch UBND quận)": one body for both
		if n := a.nameFrom(a.offices[o].to); n < 0 || a.names[n].outFrom > a.offices[o].to {
			return k, true
		}
	}
	return k, a.pack.Code == "en" || a.offices[o].former
}

// pluralAt tells whether a title begins with a word for several people: "các
// đồng chí trong Ban Thường vụ".
func (a *analysis) pluralAt(i int) bool {
	_, ok := a.hitAt(i, "plural")
	return ok
}

// inBracket tells whether a name and what stands at token i are in one bracket
// that opens behind another name: "anh B (con ông A, trước đây làm Chủ tịch …)".
func (a *analysis) inBracket(n, i int) bool {
	open := false
	for k := a.names[n-1].to; k < i; k++ {
		switch r := a.tokens[k].r; {
		case r == '(' && k < a.names[n].from:
			open = true
		case r == ')':
			open = false
		}
	}
	return open
}

// asksToLeave tells whether an office is not given up yet: "làm đơn xin từ chức
// Phó Chủ tịch".
func (a *analysis) asksToLeave(h hit) bool {
	for back := 0; back <= 4 && back <= h.from; back++ {
		if g, ok := a.hitAt(h.from-back, "asked_leave"); ok && g.to >= h.from {
			return true
		}
	}
	return false
}
