package extract

import "strings"

// brandRun is the end of the capitalised words from token j if they end in one that
// firms are named with: "General Motors".
func (a *analysis) brandRun(j int) int {
	for k := j; k < j+4 && k < len(a.tokens) && a.capitalAt(k) && !a.crosses(j, k+1); k++ {
		if _, ok := a.hitAt(k, "brand_words"); ok && k > j {
			return k + 1
		}
		if _, ok := a.hitAt(k, "surnames"); ok {
			break
		}
	}
	return j
}

// apposed tells whether a title stands behind a sign, after a name.
func (a *analysis) apposed(i int) bool {
	for back := 1; back <= 2 && back < i; back++ {
		if h, ok := a.hitAt(i-back, "former"); ok && h.to == i {
			i = h.from // ", nguyên Tổng giám đốc …"
			break
		}
	}
	if i < 2 {
		return false
	}
	p := a.tokens[i-1]
	return p.kind == sign && (p.r == ',' || p.r == '-' || p.r == '–' || p.r == '(') || a.isSibling(i-1, i)
}

// companyName reads the capitalised words, none of them a surname's, by which
// a title in apposition names its company: Tổng giám đốc Vinamilk.
func (a *analysis) companyName(j int) (int, bool) {
	k := j
	for k < len(a.tokens) && k < j+4 && a.tokens[k].kind == word && a.tokens[k].capital != lower && !a.crosses(j, k+1) {
		for _, h := range a.hitsAt(k) {
			if h.list == "head" && k > j {
				return k, true // "OceanBank Chi nhánh Thăng Long"
			}
			if h.list == "surnames" || h.list == "title" || h.list == "rank" || h.list == "honorific" {
				return j, false
			}
		}
		k++
	}
	return k, k > j
}

// headAt tells whether a company or the like begins at token k.
func (a *analysis) headAt(k int) bool {
	h, ok := a.hitAt(k, "head")
	return ok && a.tokens[k].capital != lower && a.pack.heads[h.value].kind == "company"
}

// withoutLevel is where a body ends before the level of its place, which its name
// in the tables leaves out: "Văn phòng UBND thành phố".
func (a *analysis) withoutLevel(h hit) int {
	for k := h.from + 1; k < h.to; k++ {
		if g, ok := a.hitAt(k, "level"); ok && g.to == h.to && g.value != "foreign" && g.value != "thon" && !strings.HasSuffix(h.value, " "+a.levelWord(g)) {
			return k
		}
	}
	return h.to
}

// namesCompany tells whether a council of members or directors has its company
// named behind it: "HĐTV Vinapham".
func (a *analysis) namesCompany(h hit) bool {
	if a.pack.heads[h.value].kind != "closed" || !strings.HasPrefix(h.value, "Hội đồng") {
		return false
	}
	for _, g := range a.hitsAt(h.to) {
		if g.list == "body" || g.list == "head" || g.list == "localbody" || g.list == "level" || g.list == "province" {
			return false
		}
	}
	to, ok := a.companyName(h.to)
	return ok && !a.crosses(h.from, to)
}

// brandOf reads a company that its kind and its short name name together: "Tập
// đoàn Vinapham", where the short name alone stands for "Tập đoàn Dược …".
func (a *analysis) brandOf(head hit) (part, int, bool) {
	if head.to == 0 || a.pack.heads[head.value] == nil || a.pack.heads[head.value].kind != "company" || a.crosses(head.from, head.to+1) {
		return part{}, 0, false
	}
	h, ok := a.hitAt(head.to, "body")
	if !ok || a.tokens[head.to].capital == lower || !strings.HasPrefix(h.value, head.value+" ") || a.crosses(head.from, h.to) {
		return part{}, 0, false
	}
	return part{kind: bodyPart, words: h.value, written: clean(a.str(head.from, h.to))}, h.to, true
}
