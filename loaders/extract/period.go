package extract

// closedPeriod tells whether the clause puts an office into a time that is
// over: "Giai đoạn 2006 - 2011, ông A làm …", "… (2007 - 2011)".
func (a *analysis) closedPeriod(from, to int) bool {
	start := a.sentences[a.tokens[from].sentence].from
	if start < from-24 {
		start = from - 24
	}
	for i := from - 1; i >= start; i-- {
		if t := a.tokens[i]; t.kind == sign && t.r == ';' {
			break
		}
		if end, ok := a.yearsAt(i); ok && end <= from {
			return true
		}
	}
	for i := to; i < to+2 && i < len(a.tokens) && !a.crosses(from, i+1); i++ {
		if _, ok := a.yearsAt(i); ok {
			return true // "… from 2006 to 2011"
		}
		if a.tokens[i].kind != word || a.tokens[i].capital != lower {
			break
		}
	}
	if to+1 < len(a.tokens) && a.tokens[to].kind == sign && a.tokens[to].r == '(' {
		end, ok := a.yearsAt(to + 1)
		return ok && end < len(a.tokens) && a.tokens[end].r == ')'
	}
	return false
}

// yearsAt reads two years or months with years that bound a time, "2006-2011",
// "2011 đến tháng 2/2016", at token i; not after a word for a term of office.
func (a *analysis) yearsAt(i int) (int, bool) {
	if !a.isYear(i) {
		return i, false
	}
	for back := 1; back <= 4 && back <= i; back++ {
		if h, ok := a.hitAt(i-back, "term"); ok && h.to >= i-2 {
			return i, false
		}
	}
	k := i + 1
	switch {
	case k >= len(a.tokens):
		return i, false
	case a.tokens[k].kind == sign && (a.tokens[k].r == '-' || a.tokens[k].r == '–'):
		k++
	default:
		h, ok := a.hitAt(k, "until")
		if !ok {
			return i, false
		}
		k = h.to
	}
	for n := 0; n < 4 && k < len(a.tokens) && !a.crosses(i, k+1); n++ {
		if a.isYear(k) {
			_, term := a.hitAt(k+1, "term_words")
			return k + 1, !term // "for the 2021-2026 tenure"
		}
		if _, ok := a.hitAt(k, "stillnow"); ok {
			return i, false
		}
		k++
	}
	return i, false
}

// isYear tells whether token i is a number that can be a year.
func (a *analysis) isYear(i int) bool {
	if i >= len(a.tokens) || a.tokens[i].kind != number || a.tokens[i].end-a.tokens[i].start != 4 {
		return false
	}
	c := a.raw[a.tokens[i].start]
	return c == '1' || c == '2'
}

// passAge passes ", 49," between a name and its offices.
func (a *analysis) passAge(j int) int {
	if j+2 >= len(a.tokens) || a.tokens[j].r != ',' || a.tokens[j+1].kind != number || a.tokens[j+1].end-a.tokens[j+1].start != 2 || a.crosses(j, j+3) {
		return j
	}
	k := j + 2
	if a.tokens[k].kind == word && a.tokens[k].capital == lower {
		k++ // "49 tuổi"
	}
	if k < len(a.tokens) && a.tokens[k].r == ',' && !a.crosses(j, k+1) {
		return k
	}
	return j
}

// justGiven tells whether a verb that gives an office stands before token i in
// its clause: "Trước đó, Bộ Chính trị phân công ông A giữ chức …" is held since.
func (a *analysis) justGiven(i int) bool {
	for k := i - 1; k > i-8 && k >= a.clauseStart(i); k-- {
		if h, ok := a.hitAt(k, "change_verbs"); ok && h.to <= i {
			switch h.value {
			case "appointed", "elected", "approved", "reelected":
				_, once := a.hitAt(max(k-1, 0), "past")
				return !once // "từng được bổ nhiệm"
			}
		}
	}
	return false
}
