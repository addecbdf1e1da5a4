package extract

import "strings"

// cuedHolder tells whether the word before an office makes it the one of
// somebody whom the text does not name: "theo quyết định của Thủ tướng, bà A".
func (a *analysis) cuedHolder(from int) bool {
	return a.endsBefore(from, 2, "holder_cues")
}

// heads tells whether an office is one of those that head the state, of which
// nobody has two.
func (o *office) heads() bool {
	if o.read.base.takes == "self" {
		return true
	}
	parts := o.read.parts
	return len(parts) == 1 && parts[0].kind == bodyPart && parts[0].words == "Quốc hội" && o.read.title == "Chủ tịch"
}

// foreignBefore tells whether the office before a name is of another country,
// or names none that could tell.
func (a *analysis) foreignBefore(m *nameMention) bool {
	o := int(a.endOf[a.leftOf(m)]) - 1
	if o < 0 {
		return true
	}
	off := &a.offices[o]
	return off.foreign() || off.read.base.takes != "self" && off.read.base.takes != "bo"
}

// titleEnd is the token after the title of an office.
func (o *office) titleEnd(a *analysis) int {
	if h, ok := a.hitAt(o.read.at, "title"); ok {
		return h.to
	}
	return o.to
}

// verbFollows tells whether a small word follows an office in its sentence, so
// that the office is what the clause speaks of.
func (a *analysis) verbFollows(o int) bool {
	to := a.offices[o].to
	return to < len(a.tokens) && a.tokens[to].kind == word && a.tokens[to].capital == lower
}

// introduces tells whether an English office with its article, or at the head of
// its clause, stands before the name between commas: "the Minister of
// Construction, Le Van A, said".
func (a *analysis) introduces(o int, m *nameMention) bool {
	if a.pack.Code != "en" || m.alias > 0 || m.to >= len(a.tokens) {
		return false
	}
	from := a.offices[o].from
	if from < 1 || a.offices[o].read.plural || a.officeFollows(m.to) && a.startOf[m.to+1] > 0 {
		return false
	}
	if !a.nameEnds(m.to) {
		return false
	}
	for back := 1; back <= 2 && back <= from; back++ {
		if h, ok := a.hitAt(from-back, "article"); ok && h.to == from {
			return !a.nameBefore(from - back)
		}
	}
	// "Speaking at the meeting, Chairman of … Le Van B, said"
	opens := a.sentences[a.tokens[from].sentence].from == from || a.tokens[from-1].r == ','
	return opens && a.capitalAt(from) && m.to < len(a.tokens) && a.tokens[m.to].r == ',' && !a.nameBefore(from) && a.offices[o].to-from > 2
}

// completeBodiless gives an English title that stands without its body before
// a name, "Vice Chairman Tran Van A", that of the last office of its kind.
func (a *analysis) completeBodiless() {
	for o := range a.offices {
		r := &a.offices[o].read
		if b := &r.body; a.owner[o] >= 0 && (r.base.takes == "minister" || r.base.takes == "deputyminister") && b.after == 0 && b.before == b.beforeTo {
			a.ofMinistry(o)
			continue
		}
		if a.owner[o] >= 0 && r.bodiless() && a.namedInFull(o) {
			continue
		}
		if a.owner[o] < 0 || !r.bodiless() || a.tokens[a.offices[o].from].capital == lower {
			continue
		}
		if from := a.offices[o].from; a.itsAt(from - 1) {
			r.body.meant = a.ownedBody(from - 1)
			if r.body.meant.to > 0 {
				r.body.after, r.body.afterTo = r.body.meant.from, r.body.meant.to
				a.lookInto(r)
			}
			continue
		}
		if from := a.offices[o].from; a.firmBefore(from) < from {
			r.body.before, r.body.beforeTo = a.firmBefore(from), from
			continue
		}
		for k := o - 1; k >= 0 && a.offices[o].from-a.offices[k].to < 150; k-- {
			p := &a.offices[k].read
			if kindOf(p.base.name) != kindOf(r.base.name) || p.bodiless() || a.owner[k] == a.owner[o] {
				continue
			}
			r.body = p.body
			if r.body.before == r.body.beforeTo {
				r.body.before, r.body.beforeTo = 0, 0
			}
			break
		}
	}
}

// namedInFull tells whether the holder of an English office without its body has
// one of its kind with its body elsewhere in the text: "Chairman A" is of that.
func (a *analysis) namedInFull(o int) bool {
	key := a.keys[a.owner[o]]
	for k := range a.offices {
		if p := &a.offices[k].read; k != o && a.owner[k] >= 0 && a.keys[a.owner[k]] == key && p.base == a.offices[o].read.base && !p.bodiless() {
			return true
		}
	}
	return false
}

// kindOf is what the titles of a head and of the deputies share: Chairman.
func kindOf(title string) string { return title[strings.LastIndexByte(title, ' ')+1:] }

// itsAt tells whether the word at token i makes what follows a body's own:
// "the committee led by its Chairman".
func (a *analysis) itsAt(i int) bool {
	if i < 0 {
		return false
	}
	_, ok := a.hitAt(i, "its_words")
	return ok
}

// ownedBody is the body named last before token i in its sentence.
func (a *analysis) ownedBody(i int) hit {
	for k := i - 1; k >= 0 && k > i-20 && !a.crosses(k, i+1); k-- {
		if a.tokens[k].kind != word || a.tokens[k].capital == lower {
			continue
		}
		for _, list := range []string{"bodyend", "body", "core"} {
			if h, ok := a.hitAt(k, list); ok && h.to <= i {
				from := a.bodyStart(h.to - 1)
				return hit{from: from, to: max(h.to, a.englishRun(from))}
			}
		}
	}
	return hit{}
}

// ofMinistry gives a minister whose title stands alone the ministry that the
// sentence names before it, "a delegation of the Ministry of Health led by
// Minister A", else, where the holder is Vietnamese and has no title with a
// ministry, the only one that the article speaks of.
func (a *analysis) ofMinistry(o int) {
	r := &a.offices[o].read
	for k := a.offices[o].from - 1; k >= 0 && k > a.offices[o].from-16 && !a.crosses(k, a.offices[o].from+1); k-- {
		if h, ok := a.hitAt(k, "body"); ok && a.pack.bodies[h.value] != nil && a.pack.bodies[h.value].kind == "ministry" {
			r.body.meant = h
			r.body.after, r.body.afterTo = h.from, h.to
			a.lookInto(r)
			return
		}
	}
	if _, ok := a.hitAt(a.names[a.owner[o]].from, "surnames"); !ok {
		return
	}
	a.onlyMinistry(o)
}

// onlyMinistry gives a minister the ministry of the article, if it names one
// and none besides, as a body or as that of another minister.
func (a *analysis) onlyMinistry(o int) {
	r := &a.offices[o].read
	var only string
	var take func()
	several := false
	found := func(ministry string, how func()) {
		several = several || only != "" && ministry != only
		only, take = ministry, how
	}
	for k := range a.offices {
		p := &a.offices[k].read
		if k == o || p.base.takes != "minister" && p.base.takes != "deputyminister" || p.body.after == 0 && p.body.before == p.body.beforeTo {
			continue
		}
		m, ok := a.ministry(p)
		if !ok || a.owner[k] >= 0 && a.keys[a.owner[k]] == a.keys[a.owner[o]] {
			return
		}
		found(m, func() { r.body = p.body })
	}
	for k := range a.tokens {
		if !a.some(k, bit("body")) || a.tokens[k].capital == lower {
			continue
		}
		if h, ok := a.hitAt(k, "body"); ok && a.pack.bodies[h.value] != nil && a.pack.bodies[h.value].kind == "ministry" {
			found(h.value, func() {
				r.body.meant = h
				r.body.after, r.body.afterTo = h.from, h.to
				a.lookInto(r)
			})
		}
	}
	if only != "" && !several {
		take()
	}
}

// relative tells whether a name only says whose relative the one named before
// it is: "ông B, em trai ông A".
func (a *analysis) relative(n int) bool {
	m := &a.names[n]
	if n == 0 || a.tokens[a.names[n-1].from].sentence != a.tokens[m.from].sentence {
		return false
	}
	for k := max(0, m.outFrom-3); k < m.from; k++ {
		if h, ok := a.hitAt(k, "kin_words"); ok && h.to <= m.from && h.to >= m.outFrom {
			return true
		}
	}
	return false
}
