package extract

import "strings"

// attachLists shares an office among the members of a list: "các Phó Chủ tịch
// Quốc hội A, B và C"; "các đồng chí Ủy viên Bộ Chính trị: A; B"; "A, B - Phó
// Chủ tịch UBND tỉnh".
func (a *analysis) attachLists() {
	for o := range a.offices {
		off := &a.offices[o]
		j := off.to
		colon := j < len(a.tokens) && a.tokens[j].kind == sign && a.tokens[j].r == ':'
		open := j
		if !colon && open < len(a.tokens) && a.tokens[open].kind == sign && a.tokens[open].r == ',' {
			open++
		}
		if h, ok := a.hitAt(open, "listopen"); ok && off.read.plural && !a.crosses(off.from, h.to+1) {
			colon = true
			j = h.to
			if j < len(a.tokens) && a.tokens[j].r == ':' {
				j++
			}
		} else if colon {
			j++
		}
		if !off.read.plural && !(colon && a.owner[o] >= 0) {
			continue
		}
		n := a.nameFrom(j)
		if n < 0 || a.names[n].from > j+6 && a.names[n].outFrom > j {
			continue
		}
		if !colon && a.owner[o] != n {
			continue
		}
		if a.tokens[j-1].kind == word && colon && a.names[n].pre && a.owner[o] != n {
			continue // "các thành viên gồm Chủ tịch nước …": known by that office
		}
		if a.owner[o] < 0 {
			a.give(o, n, "office-of-list")
		}
		commas := false
		for n+1 < len(a.names) && a.listed(n, n+1, colon || off.read.plural) {
			if semi := a.tokens[a.names[n].outTo].r == ';'; a.pack.Code == "en" && semi && commas {
				break // "former Presidents: A, B; Prime Minister C"
			} else if !semi {
				commas = true
			}
			n++
			if a.names[n].plural && colon {
				break // "…; các đồng chí: A, B": another group
			}
			if a.names[n].pre && !colon || !off.read.plural && (a.names[n].pre || a.names[n].post) {
				break
			}
			a.give(o, n, "office-of-list")
		}
	}
	a.sharePairs()
	a.attachGroups()
	of := make([][]int, len(a.names)) // the claims of each name
	for i, c := range a.claims {
		of[c.name] = append(of[c.name], i)
	}
	for n := range a.names {
		m := &a.names[n]
		if !m.post || m.to >= len(a.tokens) {
			continue
		}
		dash := a.tokens[m.to].kind == sign && (a.tokens[m.to].r == '-' || a.tokens[m.to].r == '–')
		if _, ok := a.hitAt(m.to, "isoffice"); ok {
			dash = true // "ông A, ông B giữ chức …"
		}
		first := n
		for first > 0 && first > n-40 && a.listed(first-1, first, false) && !a.names[first-1].post && !a.names[first-1].pre {
			first--
		}
		many := false
		for _, i := range of[n] {
			many = many || a.offices[a.claims[i].office].read.plural && a.offices[a.claims[i].office].from >= m.to
		}
		if first == n-1 && dash && !many && !a.names[first].plural && !a.joinedByAnd(first, n) && a.ofWord(a.names[first].outFrom) {
			continue // "sách của nhà báo A, tiến sĩ B - Bí thư …"
		}
		if first == n || !dash && !many && !(a.names[first].plural && first == n-1 && a.joinedByAnd(first, n)) {
			continue
		}
		for _, i := range of[n] {
			c := a.claims[i]
			if many && !dash && !a.offices[c.office].read.plural {
				continue
			}
			if a.pack.Code != "en" && !a.names[first].plural && !a.offices[c.office].read.plural && !several(a.offices[c.office].read.base.name) {
				continue // of what one person holds at a time: "theo ông A, ông B - Chủ tịch …"
			}
			for k := first; k < n; k++ {
				a.claims = append(a.claims, claim{office: c.office, name: k, former: c.former, acting: c.acting, rule: "office-of-list"})
				a.names[k].post = true
			}
		}
	}
}

// sharePairs gives the second of two names the office before the first:
// "Thứ trưởng A và B", where several hold that office at a time.
func (a *analysis) sharePairs() {
	for n := 0; n+1 < len(a.names); n++ {
		m, p := &a.names[n], &a.names[n+1]
		if !m.pre || m.post || p.pre || p.post || p.honoured || p.alias > 0 || m.alias > 0 || !a.joinedByAnd(n, n+1) {
			continue
		}
		o := int(a.endOf[a.leftOf(m)]) - 1
		if o < 0 || a.owner[o] != n || !several(a.offices[o].read.base.name) {
			continue
		}
		if next := p.to; next < len(a.tokens) && a.startOf[next] > 0 {
			continue
		}
		a.give(o, n+1, "office-of-list")
	}
}

// leftOf is the token where a name and its honorifics begin.
func (a *analysis) leftOf(m *nameMention) int {
	for i := m.from; i > m.outFrom; i-- {
		if a.endOf[i] > 0 {
			return i
		}
	}
	return m.outFrom
}

// several tells whether more than one person holds offices of a title at a time.
func several(title string) bool {
	for _, w := range []string{"Phó", "Thứ trưởng", "Ủy viên", "Đại biểu", "Deputy", "Vice", "Member"} {
		if strings.HasPrefix(title, w) {
			return true
		}
	}
	return strings.HasSuffix(title, "ủy viên")
}

// nameFrom is the first name at or after token j in its sentence, or -1.
func (a *analysis) nameFrom(j int) int {
	n := a.firstName(j)
	if n == len(a.names) || j > 0 && a.crosses(j-1, a.names[n].from+1) {
		return -1
	}
	return n
}

// firstName is the index of the first name at or after token j.
func (a *analysis) firstName(j int) int {
	return search(a.names, j, (*nameMention).begins)
}

// listed tells whether names n and m stand beside each other in one list.
func (a *analysis) listed(n, m int, semicolons bool) bool {
	from, to := a.names[n].outTo, a.names[m].outFrom
	if from < len(a.tokens) {
		from = a.passParens(from) // "A (Quảng Ngãi), B"
	}
	if to < from || to-from > 3 || a.crosses(a.names[n].from, to+1) {
		return false
	}
	if from == to {
		return false
	}
	for i := from; i < to; i++ {
		t := a.tokens[i]
		if t.kind == sign && (t.r == ',' || t.r == ';' && semicolons) {
			continue
		}
		if _, ok := a.hitAt(i, "and"); ok {
			continue
		}
		if _, ok := a.hitAt(i, "reflexive"); ok {
			continue
		}
		return false
	}
	return true
}

// joinedByAnd tells whether only "và" stands between two names.
func (a *analysis) joinedByAnd(n, m int) bool {
	from, to := a.names[n].to, a.names[m].outFrom
	_, ok := a.hitAt(from, "and")
	return ok && to == from+1
}

// ofWord tells whether "của" stands right before token i.
func (a *analysis) ofWord(i int) bool {
	if i == 0 {
		return false
	}
	h, ok := a.hitAt(i-1, "of_words")
	return ok && h.to == i
}
