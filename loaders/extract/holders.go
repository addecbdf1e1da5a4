package extract

// cuedHolder tells whether the word before an office makes it the one of
// somebody whom the text does not name: "theo quyết định của Thủ tướng, bà A".
func (a *analysis) cuedHolder(from int) bool {
	for back := 1; back <= 2 && back <= from; back++ {
		if h, ok := a.hitAt(from-back, "holder_cues"); ok && h.to == from {
			return true
		}
	}
	return false
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

// introduces tells whether an English office with its article stands before the
// name between commas: "the Minister of Construction, Le Van A, said".
func (a *analysis) introduces(o int, m *nameMention) bool {
	if a.pack.Code != "en" || m.alias > 0 || m.to >= len(a.tokens) {
		return false
	}
	from := a.offices[o].from
	if from < 1 || a.offices[o].read.plural || a.officeFollows(m.to) && a.startOf[m.to+1] > 0 {
		return false
	}
	h, ok := a.hitAt(from-1, "article")
	if !ok || h.to != from || !a.nameEnds(m.to) {
		return false
	}
	return !a.nameBefore(from - 1)
}
