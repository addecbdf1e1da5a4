package extract

import "strings"

// claim ties an office of the text to a name of the text.
type claim struct {
	office, name int
	former       bool
	acting       bool
	weak         bool // former only if nothing says that it is still held
	rule         string
}

// attach ties offices to names: before the name, after it, to the members of a
// list, and through the verbs that give or take an office.
func (a *analysis) attach() {
	a.owner = make([]int, len(a.offices))
	for i := range a.owner {
		a.owner[i] = -1
	}
	a.attachBefore()
	a.attachAfter()
	a.attachLists()
	a.attachVerbs()
	a.attachAsides()
	if a.pack.Code != "en" {
		a.dropRivals()
	}
}

// give ties office o to name n.
func (a *analysis) give(o, n int, rule string) {
	if a.owner[o] < 0 {
		a.owner[o] = n
	}
	off := a.offices[o]
	a.claims = append(a.claims, claim{office: o, name: n, former: off.former, acting: off.acting, rule: rule})
}

// attachBefore ties the offices that stand directly before a name, and those
// joined to them on the left.
func (a *analysis) attachBefore() {
	for n := range a.names {
		m := &a.names[n]
		o := int(a.endOf[m.outFrom]) - 1
		if o < 0 {
			o = a.officeBeforeParens(m)
		}
		if o < 0 {
			o = a.officeBeforeSign(m)
		}
		if o < 0 || a.owner[o] >= 0 || a.crosses(a.offices[o].from, m.from+1) {
			continue
		}
		chain := []int{o}
		from := a.offices[o].from
		for {
			p, ok := a.officeBefore(from)
			if ok && a.pack.Code == "en" && a.toldTo(p, from) {
				break
			}
			if !ok || a.owner[p] >= 0 || !a.precedes(p, chain[len(chain)-1]) || a.offices[p].read.plural && (a.shared(p) || a.offices[p].read.base.takes == "dbqh") {
				break
			}
			chain = append(chain, p)
			from = a.offices[p].from
		}
		if prev := a.nameEndingBefore(n, from); prev >= 0 && !a.names[prev].pre && len(chain) > 1 {
			chain = chain[:1]
			from = a.offices[o].from
		}
		signed := a.offices[o].to < m.outFrom
		m.pre = true
		m.outFrom = from
		former := false
		cue, _ := a.cueBefore(from)
		spent := cue == held // "trong thời gian giữ chức Giám đốc …, ông A"
		for k := len(chain) - 1; k >= 0; k-- {
			// "nguyên Ủy viên Bộ Chính trị, Bí thư …": before a name the word covers what follows
			former = former || a.offices[chain[k]].former
			a.give(chain[k], n, "office-before-name")
			c := &a.claims[len(a.claims)-1]
			c.former = former
			if !former && a.pack.Code != "en" && signed && (spent || a.closedPeriod(from, a.offices[chain[0]].to)) {
				c.former, c.weak = true, true // "Từ 2010 đến 2015, với cương vị Giám đốc …, ông A"
			}
		}
	}
}

// precedes tells whether office p may stand before office o as one of the
// same person: before the head of government only membership and party posts do.
func (a *analysis) precedes(p, o int) bool {
	if a.pack.Code == "en" {
		return true
	}
	if to := &a.offices[o].read; a.offices[p].read.base.name == "Thủ tướng" && a.tokens[a.offices[p].to].kind == sign && (family(to.base.name) == "Thủ tướng" || strings.HasPrefix(family(to.base.name), "Bộ trưởng")) {
		return false // "Báo cáo Thủ tướng, Bộ trưởng …": who heads a government is no minister
	}
	if a.offices[o].read.base.takes != "self" {
		return true
	}
	switch t := a.offices[p].read.base; t.takes {
	case "party", "tinh", "self", "btv", "uvtw", "dbqh":
		return true
	default:
		return strings.HasPrefix(t.name, "Ủy viên") || t.name == "Thường trực" || t.name == "Thành viên"
	}
}

// officeBeforeParens is the office that a bracket parts from the name after
// it: "Bí thư quận 1 (TP.HCM) Trần Văn A".
func (a *analysis) officeBeforeParens(m *nameMention) int {
	i := m.outFrom - 1
	if i < 3 || a.tokens[i].r != ')' || a.crosses(i-1, m.from+1) {
		return -1
	}
	for k := i - 1; k > i-8 && k > 0; k-- {
		if a.tokens[k].kind == sign && a.tokens[k].r == '(' {
			return int(a.endOf[k]) - 1
		}
	}
	return -1
}

// shared tells whether a plural office opens a list: "các Ủy viên Bộ Chính trị: A".
func (a *analysis) shared(o int) bool {
	to := a.offices[o].to
	return to < len(a.tokens) && a.tokens[to].r == ':'
}

// nameEnds tells whether a sign or the end of its sentence follows a name.
func (a *analysis) nameEnds(j int) bool {
	return j >= len(a.tokens) || a.crosses(j-1, j+1) || a.tokens[j].kind == sign
}

// officeFollows tells whether an office stands in apposition after token j.
func (a *analysis) officeFollows(j int) bool {
	k, ok := a.afterSign(j)
	return ok && a.startOf[k] > 0
}

// nameBefore tells whether a name and a sign stand before token i.
func (a *analysis) nameBefore(i int) bool {
	if i < 2 || a.tokens[i-1].kind != sign {
		return false
	}
	n := a.firstName(i) - 1
	return n >= 0 && a.names[n].to == i-1 && !a.crosses(i-2, i+1)
}

// officeBefore is the office joined on the left to what begins at token from.
func (a *analysis) officeBefore(from int) (int, bool) {
	i := from
	if i < 1 {
		return 0, false
	}
	if p := int(a.endOf[i]) - 1; p >= 0 && !a.crosses(a.offices[p].from, i+1) {
		return p, true
	}
	t := a.tokens[i-1]
	if t.kind == sign && (t.r == ',' || t.r == '-' || t.r == '–' || t.r == '/') || a.isSibling(i-1, i) {
		i--
	} else if _, and := a.hitAt(i-1, "and"); and && a.pack.Code == "en" {
		i-- // "Politburo member and Prime Minister"
	} else if i >= 2 && a.isSibling(i-2, i) {
		i -= 2
	} else if i >= 3 && a.isSibling(i-3, i) {
		i -= 3
	} else {
		return 0, false
	}
	if i > 0 && i < from && a.tokens[i-1].r == ',' && a.tokens[i-1].kind == sign {
		i--
	}
	p := int(a.endOf[i]) - 1
	if p < 0 || a.crosses(a.offices[p].from, from+1) {
		return 0, false
	}
	return p, true
}

func (a *analysis) isSibling(i, to int) bool {
	h, ok := a.hitAt(i, "sibling")
	return ok && h.to == to
}

// nameEndingBefore is the name that a sign parts from the chain that begins at
// token from, or -1.
func (a *analysis) nameEndingBefore(n, from int) int {
	if n == 0 || from < 1 || a.tokens[from-1].kind != sign {
		return -1
	}
	p := &a.names[n-1]
	if p.to == from-1 && !a.crosses(p.from, from+1) {
		return n - 1
	}
	return -1
}

// afterSign passes the sign that opens an apposition after token j.
func (a *analysis) afterSign(j int) (int, bool) {
	if j >= len(a.tokens) {
		return j, false
	}
	k := j
	if t := a.tokens[k]; t.kind == sign && (t.r == ',' || t.r == '-' || t.r == '–' || t.r == '—' || t.r == '(') {
		k++
	}
	for n := 0; n < 2; n++ {
		if h, ok := a.hitAt(k, "isoffice"); ok {
			k = h.to
		} else if h, ok := a.hitAt(k, "sibling"); ok {
			k = h.to
		}
	}
	if h, ok := a.hitAt(k, "article"); ok && k > j {
		k = h.to
	} else if k > j && a.pack.Code == "en" && k+3 < len(a.tokens) && a.capitalAt(k) && a.possessive(k+2) && a.startOf[k+3] > 0 {
		k += 3 // ", Smith's deputy national security adviser"
	}
	if k == j || k >= len(a.tokens) || j > 0 && a.crosses(j-1, k+1) {
		return j, false
	}
	return k, true
}

// attachAfter ties the offices that follow a name in apposition.
func (a *analysis) attachAfter() {
	for n := range a.names {
		m := &a.names[n]
		j := m.to
		once, equated, spent := false, false, false
		first := len(a.claims)
		for {
			j = a.passAge(a.passParens(j))
			k, ok := a.afterSign(j)
			if !ok && j == m.to && j < len(a.tokens) && a.startOf[j] > 0 && (a.tokens[j].capital != lower || a.offices[a.startOf[j]-1].former || m.honoured && a.placed(a.startOf[j]-1)) && !a.crosses(j-1, j+1) && !a.offices[a.startOf[j]-1].heads() {
				k, ok = j, true // a comma left out
			}
			if !ok && j > m.to {
				k, ok = a.afterAnd(j)
				ok = ok || equated && k > j && a.ownsNext(k)
			}
			if !ok && j > m.to && j+1 < len(a.tokens) && a.tokens[j].r == ';' && a.startOf[j+1] > 0 && !a.crosses(j-1, j+2) {
				// "hiện là Ủy viên …; đại biểu Quốc hội khóa XIV"
				k = j + 1
				ok = equated || a.offices[a.startOf[k]-1].former || a.offices[a.startOf[k]-1].read.base.takes == "dbqh"
			}
			if !ok && j > m.to && a.startOf[j] > 0 {
				k, ok = j, true // two offices with nothing between
			}
			if !ok {
				break
			}
			o := int(a.startOf[k]) - 1
			if o < 0 || a.owner[o] >= 0 || a.startsOther(m, o, j) || a.pack.Code == "en" && a.ofMany(o, n) {
				break
			}
			if j == m.to && k > j && a.tokens[k-1].kind == word && (a.relative(n) || a.pack.Code != "en" && a.kinOf(n)) {
				break // "ông B, em trai ông A, đang giữ chức …"
			}
			if j == m.to && k > j && a.tokens[k-1].kind == word && a.pack.Code != "en" && a.proposed(n, o) {
				break // "đề xuất phân công ông A làm Tổ trưởng"
			}
			a.give(o, n, "office-after-name")
			said := k > j && a.tokens[k-1].kind == word && !a.siblingEnds(k)
			if _, and := a.hitAt(k-1, "and"); said && (!and || !equated) {
				equated, spent = true, false
			}
			if said && a.pastBefore(m.outFrom) && !a.justGiven(m.outFrom) || equated && a.closedPeriod(m.outFrom, a.offices[o].to) {
				c := &a.claims[len(a.claims)-1] // "trước ngày …, ông A là …"
				c.former, c.weak = true, !a.offices[o].former
				spent = equated
			} else if spent && a.pack.Code != "en" {
				c := &a.claims[len(a.claims)-1] // "Trước đó, ông A làm Bí thư …, Chủ nhiệm …"
				c.former, c.weak = true, !a.offices[o].former
			}
			if a.offices[o].list {
				once = true // "từng giữ chức A, B"
			} else if once {
				a.claims[len(a.claims)-1].former = true
			}
			m.post = true
			j = a.offices[o].to
			m.outTo = j
		}
		a.spreadFormer(first)
		if m.outTo < len(a.tokens) && a.tokens[m.outTo].r == ')' && a.tokens[m.outTo].kind == sign {
			m.outTo++
		}
	}
}

// placed tells whether an office names its body with the place, and a sign or the
// end of the sentence follows: "ông A chủ tịch UBND phường Thọ Quang,".
func (a *analysis) placed(o int32) bool {
	off := &a.offices[o]
	n := len(off.read.parts)
	return a.pack.Code != "en" && n > 1 && off.read.parts[n-1].kind == placePart && a.nameEnds(off.to)
}

// siblingEnds tells whether a word that joins two offices ends at token k: "kiêm".
func (a *analysis) siblingEnds(k int) bool {
	for back := 1; back <= 3 && back <= k; back++ {
		if a.isSibling(k-back, k) {
			return true
		}
	}
	return false
}

// passParens passes "(Đoàn ĐBQH tỉnh Hà Giang)" between a name and its offices.
func (a *analysis) passParens(j int) int {
	if j >= len(a.tokens) || a.tokens[j].r != '(' || a.startOf[j+1] > 0 || a.crosses(j-1, j+1) {
		return j
	}
	for k := j + 1; k < len(a.tokens) && k < j+14 && !a.crosses(j, k+1); k++ {
		if a.tokens[k].kind == sign && a.tokens[k].r == ')' {
			return k + 1
		}
	}
	return j
}

// startsOther tells whether an office after a comma is the subject of what
// follows and not an apposition: "Tiếp Chủ tịch Quốc hội Lào …, Thủ tướng nói".
func (a *analysis) startsOther(m *nameMention, o, j int) bool {
	if _, ok := a.hitAt(a.offices[o].titleEnd(a), "plural"); ok {
		return true // "Bộ trưởng các Bộ …"
	}
	if a.pack.Code != "en" && a.tokens[j].r == ',' && a.pluralAt(a.offices[o].from) {
		return true // "Chủ tịch … A, các đồng chí trong Ban Thường vụ"
	}
	if _, ok := a.hitAt(j+1, "indefinite"); ok && m.alias > 0 {
		return true // whom the text knows it does not call "a deputy director"
	}
	if m.alias > 0 && a.tokens[j].r == ',' && (a.offices[o].heads() || a.offices[o].read.base.takes == "bo") && a.verbFollows(o) {
		return true // "Theo ông Thuyên, Bộ trưởng sẽ …"
	}
	if m.alias > 0 && a.pack.Code != "en" && a.tokens[j].r == ',' && a.verbFollows(o) && a.cuedHolder(m.outFrom) {
		return true // "Theo ông Thuyên, Chủ tịch tỉnh đã …"
	}
	if a.pack.Code != "en" && a.tokens[j].r == ',' && a.offices[o].heads() && a.verbFollows(o) && a.has(max(0, m.outFrom-2), m.outFrom, "against") {
		return true // "cách chức đối với ông A, Chủ tịch nước quyết định …"
	}
	if !m.pre || a.tokens[j].r != ',' {
		return false
	}
	off := &a.offices[o]
	if off.foreign() && !off.read.base.abroad && !a.foreignBefore(m) {
		return true
	}
	return off.heads() && a.verbFollows(o)
}
