package extract

// wantsProvince tells whether the chain ends in a provincial body without its
// province: "Bí thư Tỉnh ủy".
func (a *analysis) wantsProvince(r *reading) bool {
	if len(r.parts) == 0 {
		return false
	}
	last := r.parts[len(r.parts)-1]
	return last.kind == headPart && last.head != nil && last.head.kind == "tinhuy"
}

// unlisted tells whether two capitalised words at token k are a province that
// no table has, not a person's name: names of two words are rare, and nearly
// all begin with one of the commonest surnames.
func (a *analysis) unlisted(k int) bool {
	for i := k; i < k+2; i++ {
		if i >= len(a.tokens) || a.tokens[i].kind != word || a.tokens[i].capital == lower || a.crosses(k, i+1) {
			return false
		}
	}
	if _, common := a.hitAt(k, "common-names"); common {
		return false
	}
	if to, ok := a.nameInRun(k); ok && to > k+2 {
		return false // "Tỉnh ủy Chẩu Văn Lâm" has no province
	}
	for _, h := range a.hitsAt(k) {
		switch h.list {
		case "title", "head", "honorific", "rank", "level", "sector", "body", "localbody", "central", "former", "notperson":
			return false
		}
	}
	return a.placeEnds(k + 2)
}

// commonName tells whether a person's name with one of the commonest surnames
// begins at token j and goes on past token to, where a place of the tables
// ends: "xã Lý Quốc Trạng".
func (a *analysis) commonName(j, to int) bool {
	if _, common := a.hitAt(j, "common-names"); !common {
		return false
	}
	end, ok := a.nameInRun(j)
	return ok && end > to && end-j >= 3
}
