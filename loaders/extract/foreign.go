package extract

import "strings"

// apposedName reads a name without a known surname that an office in
// apposition shows to be one: "Khalid Bennour, President of the …".
func (a *analysis) apposedName(i int) (int, bool) {
	if a.tokens[i].capital != initial || i > 0 && a.midRun(i) || a.inOffice(i) {
		return i, false
	}
	to := a.nameRun(i, i+1)
	if to-i < 2 || to-i > 4 || to+1 >= len(a.tokens) || a.tokens[to].kind != sign || a.crosses(i, to+2) {
		return i, false
	}
	for k := i; k < to; k++ {
		if a.tokens[k].end-a.tokens[k].start < 2 && k == i {
			return i, false
		}
		if a.pack.Code == "en" && (a.tokens[k].kind == sign || k > i && isDash(a.tokens[k-1].r)) {
			continue // Shin Dong-bin
		}
		for _, h := range a.hitsAt(k) {
			switch h.list {
			case "common-names", "surnames", "bodystops":
			default:
				return i, false
			}
		}
	}
	k, ok := a.afterSign(to)
	if !ok || a.startOf[k] == 0 || a.tokens[to].r != ',' && a.tokens[to].r != '(' {
		return i, false
	}
	o := &a.offices[a.startOf[k]-1]
	if o.to < len(a.tokens) && !a.crosses(i, o.to+1) && a.tokens[o.to].kind == word && !(a.pack.Code == "en" && a.isAnd(o.to)) {
		return i, false // "In New York, President A …": the office is another's
	}
	return to, !o.read.plural && (!o.former || a.pack.Code == "en")
}

// capitalSurname tells whether the capitals at token i are a surname before a
// given name in small letters, as some styles set it: "KISHIDA Fumio".
func (a *analysis) capitalSurname(i int) bool {
	if a.pack.Code != "en" || i+1 >= len(a.tokens) || a.tokens[i].end-a.tokens[i].start < 4 || a.tokens[i+1].capital != initial || len(a.hitsAt(i+1)) > 0 {
		return false
	}
	for _, h := range a.hitsAt(i) {
		if h.list != "surnames" {
			return false
		}
	}
	return true
}

// smallLetters is a place in a dateline's capitals, "HA NAM", as a label has it.
func smallLetters(s string) string {
	if len(s) > 3 && s == strings.ToUpper(s) && strings.ContainsAny(fold(s), "aeiouy") {
		return titleCase(s)
	}
	return s
}
