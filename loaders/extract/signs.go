package extract

// officeBeforeSign is the office that a sign parts from the name after it:
// "Phó Chủ tịch UBND tỉnh, ông Nguyễn Văn A", "Bí thư Tỉnh ủy: Nguyễn Văn A".
func (a *analysis) officeBeforeSign(m *nameMention) int {
	if o := a.officeBeforeLink(m); o >= 0 {
		return o
	}
	i := m.outFrom - 1
	if i < 1 || a.tokens[i].kind != sign || a.crosses(i-1, m.from+1) {
		return -1
	}
	o := int(a.endOf[i]) - 1
	if o < 0 || a.owner[o] >= 0 {
		return -1
	}
	switch r := a.tokens[i].r; {
	case r == ':':
		if a.offices[o].read.plural || !a.nameEnds(m.to) {
			return -1
		}
		return o
	case r == ',' || r == '-' || r == '–':
		if c, _ := a.cueBefore(a.offices[o].from); c != noCue && a.nameBackwards(a.offices[o].from) >= 0 {
			return -1 // "chỉ định ông A giữ chức Bí thư, các ông B, C …"
		}
		if a.introduces(o, m) {
			return o
		}
		if (r == ',' || a.offices[o].heads()) && a.cuedHolder(a.offices[o].from) || m.plural || a.officeFollows(m.to) && !(isDash(r) && a.alternates(m.to)) {
			return -1
		}
		if !m.honoured && !a.leads(o, m) {
			return -1
		}
		if a.nameBefore(a.offices[o].from) && !(isDash(r) && a.dashed(a.firstName(a.offices[o].from)-1)) {
			return -1
		}
		return o
	}
	return -1
}

// leads tells whether an office stands before a name without "ông" though a sign
// parts them: a dash, or the comma behind two offices and before the verb.
func (a *analysis) leads(o int, m *nameMention) bool {
	if a.pack.Code == "en" || m.alias > 0 {
		return false
	}
	if t := a.tokens[m.outFrom-1]; isDash(t.r) {
		return !t.glued // "Thị trưởng Lyon - Jean Petit"
	}
	from := a.offices[o].from
	_, chain := a.officeBefore(from)
	return chain && m.to < len(a.tokens) && a.tokens[m.to].kind == word && a.tokens[m.to].capital == lower && !a.crosses(m.from, m.to+1)
}

// dashed tells whether a dash stands between name n and the office before it, as
// in all of such a list: "Giám đốc Sở A - ông B, Giám đốc Sở C - ông D".
func (a *analysis) dashed(n int) bool {
	if n < 0 || !a.names[n].pre {
		return false
	}
	for k := a.names[n].from - 1; k > a.names[n].outFrom && k > a.names[n].from-5; k-- {
		if isDash(a.tokens[k].r) {
			return true
		}
	}
	return false
}

// alternates tells whether the office behind a comma at token j has its own holder
// behind a dash.
func (a *analysis) alternates(j int) bool {
	k, ok := a.afterSign(j)
	if !ok || a.startOf[k] == 0 || a.tokens[j].r != ',' {
		return false
	}
	to := a.offices[a.startOf[k]-1].to
	if to+1 >= len(a.tokens) || !isDash(a.tokens[to].r) || a.tokens[to].glued || a.crosses(j, to+2) {
		return false
	}
	n := a.firstName(to)
	return n < len(a.names) && a.names[n].outFrom == to+1
}

// officeBeforeLink is the office that "là" equates with the name after it.
func (a *analysis) officeBeforeLink(m *nameMention) int {
	for back := 1; back <= 3 && back < m.outFrom; back++ {
		i := m.outFrom - back
		if h, ok := a.hitAt(i, "link"); ok && h.to == m.outFrom && !a.crosses(i-1, m.from+1) {
			if o := int(a.endOf[i]) - 1; o >= 0 && a.owner[o] < 0 && !a.nameBefore(a.offices[o].from) {
				a.offices[o].former = a.offices[o].former || h.value == "past" || a.pastBefore(i)
				return o
			}
		}
	}
	return -1
}
