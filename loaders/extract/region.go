package extract

// region adds the number of its region to a body: "Cục Hải quan khu vực III".
func (a *analysis) region(p *part, from, to int) int {
	numbered := func(i int) bool {
		return i < len(a.tokens) && !a.crosses(from, i+1) && (a.tokens[i].kind == number || a.tokens[i].capital == all && roman(a.str(i, i+1)))
	}
	if p.kind != bodyPart && p.kind != headPart {
		return to
	}
	if h, ok := a.hitAt(to, "region_words"); ok && numbered(h.to) {
		end := h.to + 1
		p.words += " " + clean(a.str(to, end))
		if p.written != "" {
			p.written += " " + clean(a.str(to, end))
		}
		return end
	}
	for back := 1; back <= 2; back++ {
		if h, ok := a.hitAt(to-back, "region_words"); ok && h.to == to && numbered(to) {
			p.words = clean(a.str(from, to+1)) // a kind of body that is known by its region
			p.written = p.words
			return to + 1
		}
	}
	return to
}

// levelSpans tells whether a word for a level, which the place of the context
// completes, is all that stands between two tokens: "Công an | thành phố".
func (a *analysis) levelSpans(from, to int) bool {
	h, ok := a.hitAt(from, "level")
	return ok && h.to == to
}
