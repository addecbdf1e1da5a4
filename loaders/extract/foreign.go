package extract

import "bytes"

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

// passJunior takes what tells a son from his father into a name that ends at
// token j: "John A. Smith, Jr."
func (a *analysis) passJunior(i, j int) int {
	k := j
	if j < len(a.tokens) && a.tokens[j].r == ',' {
		k++
	}
	if a.pack.Code != "en" || j-i < 2 || k >= len(a.tokens) || a.crosses(i, k+1) {
		return j
	}
	h, ok := a.hitAt(k, "junior_words")
	if !ok || a.tokens[k].capital == lower {
		return j
	}
	if h.to < len(a.tokens) && a.tokens[h.to].r == '.' && a.tokens[h.to].glued {
		return h.to + 1
	}
	return h.to
}

// loneHolder reads the one word by which an English text names the holder of an
// office whom it never names in full: "President Smith".
func (a *analysis) loneHolder(o *office, i int) (int, bool) {
	if a.pack.Code != "en" || o.read.plural || o.former || a.tokens[o.from].capital == lower || o.read.body.after > 0 {
		return i, false
	}
	switch o.read.base.takes {
	case "president", "vicepresident", "self", "foreign", "foreignminister", "secretary", "minister", "governor":
	default:
		return i, false
	}
	to, ok := a.foreignName(i)
	if !ok || to != i+1 || to < len(a.tokens) && a.capitalAt(to) && !a.crosses(i, to+1) {
		return i, false
	}
	said := a.raw[a.tokens[i].start:a.tokens[i].end]
	for k := 1; k < len(a.tokens); k++ {
		if !bytes.Equal(a.raw[a.tokens[k].start:a.tokens[k].end], said) || a.endOf[k] > 0 || a.crosses(k-1, k+1) {
			continue
		}
		p := a.tokens[k-1]
		if _, ok := a.hitAt(k-1, "article"); !ok && (p.kind == word && p.capital != lower || p.r == '.' && p.glued) {
			return i, false // named in full
		}
	}
	return to, true
}

// lastWord is the token by which a name is shortened: the last, if it is not
// what tells a son from his father.
func (a *analysis) lastWord(m *nameMention) int {
	k := m.to - 1
	if a.tokens[k].r == '.' && k > m.from+1 {
		k--
	}
	if _, ok := a.hitAt(k, "junior_words"); ok && k > m.from+1 && a.pack.Code == "en" {
		k--
		if a.tokens[k].r == ',' {
			k--
		}
	}
	return k
}

// apposedTitle tells whether a title in small letters that needs no body stands
// beside a name, as the world's press writes it: "the foreign minister, A,",
// "said A, deputy national security adviser".
func (a *analysis) apposedTitle(t hit, r *reading) bool {
	switch r.base.takes {
	case "president", "vicepresident", "self", "foreign", "foreignminister", "gensec":
	default:
		return false
	}
	if t.to+1 < len(a.tokens) && a.tokens[t.to].r == ',' && !a.crosses(t.from, t.to+2) && a.capitalAt(t.to+1) {
		if _, ok := a.nameAt(t.to + 1); ok {
			return true
		}
	}
	k := t.from
	for back := 1; back <= 2 && back <= t.from; back++ {
		if h, ok := a.hitAt(t.from-back, "article"); ok && h.to == t.from {
			k = h.from
		} else if h, ok := a.hitAt(t.from-back, "former"); ok && h.to == t.from {
			k = h.from
		}
	}
	if k > 4 && a.possessive(k-1) && a.capitalAt(k-3) {
		k -= 3
	}
	return k > 1 && a.tokens[k-1].r == ',' && a.capitalAt(k-2) && !a.crosses(k-2, t.to)
}
