package extract

import "sort"

// attachLists shares an office among the members of a list: "các Phó Chủ tịch
// Quốc hội A, B và C"; "các đồng chí Ủy viên Bộ Chính trị: A; B"; "A, B - Phó
// Chủ tịch UBND tỉnh".
func (a *analysis) attachLists() {
	for o := range a.offices {
		off := &a.offices[o]
		if !off.read.plural {
			continue
		}
		j := off.to
		colon := j < len(a.tokens) && a.tokens[j].kind == sign && a.tokens[j].r == ':'
		if colon {
			j++
		}
		n := a.nameFrom(j)
		if n < 0 || a.names[n].from > j+6 && a.names[n].outFrom > j {
			continue
		}
		if !colon && a.owner[o] != n {
			continue
		}
		if a.owner[o] < 0 {
			a.give(o, n, "office-of-list")
		}
		for n+1 < len(a.names) && a.listed(n, n+1, colon) {
			n++
			if !colon && a.names[n].pre {
				break
			}
			a.give(o, n, "office-of-list")
		}
	}
	for n := range a.names {
		m := &a.names[n]
		if !m.post || m.to >= len(a.tokens) {
			continue
		}
		dash := a.tokens[m.to].kind == sign && (a.tokens[m.to].r == '-' || a.tokens[m.to].r == '–')
		first := n
		for first > 0 && a.listed(first-1, first, false) && !a.names[first-1].post && !a.names[first-1].pre {
			first--
		}
		if first == n || !dash && !(a.names[first].plural && first == n-1 && a.joinedByAnd(first, n)) {
			continue
		}
		for _, c := range a.claims {
			if c.name != n {
				continue
			}
			for k := first; k < n; k++ {
				a.claims = append(a.claims, claim{c.office, k, c.former, c.acting, "office-of-list"})
				a.names[k].post = true
			}
		}
	}
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
	return sort.Search(len(a.names), func(n int) bool { return a.names[n].from >= j })
}

// listed tells whether names n and m stand beside each other in one list.
func (a *analysis) listed(n, m int, semicolons bool) bool {
	from, to := a.names[n].outTo, a.names[m].outFrom
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

// attachVerbs ties offices to names through what is given or taken: "bầu ông A
// giữ chức …", "miễn nhiệm chức vụ … đối với ông B".
func (a *analysis) attachVerbs() {
	for o := range a.offices {
		off := &a.offices[o]
		if a.owner[o] >= 0 && !off.read.plural || a.owner[o] >= 0 {
			continue
		}
		gain, lose := a.cueBefore(off.from)
		if !gain && !lose {
			continue
		}
		n := a.nameAfterOffice(off.to)
		if n < 0 {
			n = a.nameBackwards(off.from)
		}
		if n < 0 {
			continue
		}
		a.give(o, n, "office-by-verb")
		if lose {
			a.claims[len(a.claims)-1].former = true
		}
		a.attachNext(o, n, lose)
	}
}

// attachNext carries a verb on to the offices joined to the one it names.
func (a *analysis) attachNext(o, n int, lose bool) {
	for o+1 < len(a.offices) {
		to := a.offices[o].to
		k, ok := a.afterSign(to)
		if !ok && to < len(a.tokens) {
			if h, and := a.hitAt(to, "and"); and {
				k, ok = h.to, true
			}
		}
		if !ok || int(a.startOf[k])-1 != o+1 || a.owner[o+1] >= 0 {
			return
		}
		o++
		a.give(o, n, "office-by-verb")
		if lose {
			a.claims[len(a.claims)-1].former = true
		}
	}
}

// cueBefore looks for a word that gives or takes an office within a few tokens
// before it in the sentence.
func (a *analysis) cueBefore(from int) (gain, lose bool) {
	for i := from - 1; i >= 0 && i >= from-6 && !a.crosses(i, from+1); i-- {
		if h, ok := a.hitAt(i, "loses"); ok && h.to <= from && h.to >= from-2 {
			return false, true
		}
		if h, ok := a.hitAt(i, "gains"); ok && h.to == from {
			gain = true
		}
	}
	return gain, false
}

// nameAfterOffice is the name to which "đối với", "của" leads from an office's end.
func (a *analysis) nameAfterOffice(to int) int {
	h, ok := a.hitAt(to, "against")
	if !ok {
		return -1
	}
	n := a.nameFrom(h.to)
	if n >= 0 && a.names[n].outFrom <= h.to {
		return n
	}
	return -1
}

// nameBackwards is the nearest name before token from in its sentence.
func (a *analysis) nameBackwards(from int) int {
	n := a.firstName(from) - 1
	if n < 0 || a.tokens[a.names[n].from].sentence != a.tokens[from].sentence {
		return -1
	}
	return n
}
