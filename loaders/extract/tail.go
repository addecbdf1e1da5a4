package extract

// maxTail bounds the small words with which a body's name goes on.
const maxTail = 10

// tail takes the small words with which the name of a body goes on, "Trung tâm
// chống ngập thành phố", "Công ty cổ phần Bóng đèn Điện Quang", from token j
// to the sign, the name or the place that ends them. Where a word of the list
// "bodystops" comes first, the clause goes on after the body and j stays.
func (a *analysis) tail(from, j int) int {
	k := j
	for ; k < len(a.tokens) && k < j+maxTail && !a.crosses(from, k+1); k++ {
		t := a.tokens[k]
		switch {
		case t.skip:
			return j
		case t.kind == sign:
			if t.r == ',' && (k > j || a.listsBranches(k+1)) && a.enumerates(k+1) {
				continue
			}
			if t.glued && (t.r == '-' || t.r == '.') && k+1 < len(a.tokens) && a.tokens[k+1].glued && k > j {
				continue
			}
			return a.tailEnd(j, k)
		case t.kind == number:
		case t.capital != lower:
			if k == j {
				return j
			}
			if a.startsElse(k) {
				return a.tailEnd(j, k)
			}
		case a.formAt(k) > k:
			k = a.formAt(k) - 1 // "Công ty TNHH một thành viên xổ số"
		case a.stopsBody(k):
			if k > j && (a.tokens[k-1].kind == number || a.tokens[k-1].capital == initial) {
				return k // "Công ty Phát điện 1 nói", "Ban Quản lý di tích Yên Tử nói"
			}
			if k > j && a.levelFollows(k) {
				return a.tailEnd(j, k) // "Trung tâm Thể dục thể thao quận 5"
			}
			return j
		}
	}
	if k < j+maxTail {
		return a.tailEnd(j, k) // the sentence ends
	}
	return j
}

// tailEnd is k if the words from j to k can end a body's name.
func (a *analysis) tailEnd(j, k int) int {
	if k > j && a.tokens[k-1].kind == sign {
		return j
	}
	if k > j {
		if _, ok := a.hitAt(k-1, "connector"); ok {
			return j
		}
	}
	return k
}

// stopsBody tells whether the small word at token k begins what a clause says
// of a body.
func (a *analysis) stopsBody(k int) bool {
	if h, ok := a.hitAt(k, "sector"); ok && h.to-k > 1 {
		if g, ok := a.hitAt(k, "level"); ok && h.to > g.to {
			return false // "xã hội"
		}
	}
	for _, h := range a.hitsAt(k) {
		switch h.list {
		case "bodystops", "acts", "isoffice", "title", "honorific", "of", "former", "sibling", "level":
			return true
		}
	}
	return false
}

// startsElse tells whether a name, a place or another office begins at the
// capital of token k.
func (a *analysis) startsElse(k int) bool {
	if _, ok := a.nameInRun(k); ok {
		return true
	}
	for _, h := range a.hitsAt(k) {
		switch h.list {
		case "province", "country", "level", "title", "honorific", "rank", "central", "body", "localbody":
			return true
		case "head":
			if h.to-h.from > 1 {
				return true
			}
		}
	}
	return false
}

// enumerates tells whether the small words from token k end in "và" and one
// more: ", phương tiện và người lái".
func (a *analysis) enumerates(k int) bool {
	for i := k; i < k+5 && i+1 < len(a.tokens) && !a.crosses(k, i+2); i++ {
		if a.tokens[i].kind != word || a.tokens[i].capital != lower || a.stopsBody(i) {
			return false
		}
		if _, ok := a.hitAt(i, "and"); ok {
			return i > k && !a.stopsBody(i+1) && a.tokens[i+1].kind == word
		}
	}
	return false
}

// tailed is a body that a title governs with the small words of its name;
// those of the tables, and of the kinds that have no such names, stay.
func (a *analysis) tailed(p part, h hit, to int) (part, int) {
	switch p.head.kind {
	case "open", "company", "school":
	default:
		return p, to
	}
	if _, ok := a.pack.bodies[p.words]; ok {
		return p, to
	}
	if _, and := a.hitAt(to, "and"); and && p.bare {
		return p, to
	}
	end := a.tail(h.from, to)
	if end == to && !p.bare && p.head.kind == "open" && a.halfWord(to) {
		end = to + 1
	}
	if end > to {
		p.words, p.bare = p.head.name+" "+clean(a.str(h.to, end)), false
	}
	return p, end
}

// formBefore tells whether the word before token j is the form of a company,
// whose own name may be that of a thing: "Công ty CP Cảng Đình Vũ".
func (a *analysis) formBefore(j int) bool {
	return a.endsBefore(j, 3, "company_forms")
}

// listsBranches tells whether what a division deals with goes on from token k
// in small words, and the body that it belongs to follows: "Phòng Quản lý vận
// tải, phương tiện và người lái, Sở …".
func (a *analysis) listsBranches(k int) bool {
	for i := k; i < k+8 && i+1 < len(a.tokens) && !a.crosses(k, i+2); i++ {
		if a.tokens[i].kind != sign {
			continue
		}
		_, head := a.hitAt(i+1, "head")
		return i > k && (a.tokens[i].r == ')' || a.tokens[i].r == ',' && head && a.capitalAt(i+1))
	}
	return false
}

// levelFollows tells whether a level of government stands at token k, or "của".
func (a *analysis) levelFollows(k int) bool {
	if _, ok := a.hitAt(k, "level"); ok {
		return true
	}
	_, ok := a.hitAt(k, "of")
	return ok
}

// formAt is the end of the form of a company at token k, or k.
func (a *analysis) formAt(k int) int {
	if h, ok := a.hitAt(k, "company_forms"); ok {
		return h.to
	}
	return k
}

// halfWord tells whether the small word at token j is the second half of one
// that begins with the capital before it, "Quỹ Hy vọng nói": nothing that the
// tables know ends there, and what follows ends the body.
func (a *analysis) halfWord(j int) bool {
	if j < 1 || j+1 >= len(a.tokens) || a.tokens[j].kind != word || a.tokens[j].capital != lower || a.crosses(j-1, j+2) || a.stopsBody(j) {
		return false
	}
	if a.tokens[j-1].kind != word || a.tokens[j-1].capital != initial || j >= 2 && a.capitalAt(j-2) && a.headless(j-2) {
		return false
	}
	for _, list := range []string{"connector", "and"} {
		if _, ok := a.hitAt(j, list); ok {
			return false
		}
	}
	for back := 1; back <= 5 && back <= j; back++ {
		for _, h := range a.hitsAt(j - back) {
			if h.to == j && (h.list == "sector" || h.list == "province" || h.list == "district" || h.list == "country" || h.list == "body" || h.list == "central") {
				return false
			}
		}
	}
	return a.tokens[j+1].kind == sign || a.stopsBody(j+1)
}

// headless tells whether the capital at token i is part of a name and begins no body.
func (a *analysis) headless(i int) bool {
	for back := 0; back < 3 && back <= i; back++ {
		if h, ok := a.hitAt(i-back, "head"); ok && h.to == i+1 {
			return false
		}
	}
	return true
}
