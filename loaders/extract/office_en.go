package extract

import "strings"

// maxBefore bounds the words of a body that stand before an English title.
const maxBefore = 14

// bodyText is the words of an English office's body: those before the title
// ("Party Central Committee Secretary") and those after it.
type bodyText struct {
	before, beforeTo int
	after, afterTo   int
	meant            hit // the full name of "the company"
	core             hit // Party Committee, People's Council …
	known            hit // a body of bodies.tsv
	place            hit // its province, district or country
	needs            int // token "provincial" or "province" that names no province; 0: none
	needsLevel       string
	local            bool // of a place that no table has: "the Dat Mui commune People's Committee"
}

// readEnglishOffice reads the English office that starts at token i.
func (a *analysis) readEnglishOffice(i int) (office, bool) {
	o := office{from: i, person: -1}
	for n := 0; n < 2; n++ {
		if h, ok := a.hitAt(i, "former"); ok {
			o.former = true
			i = h.to
		} else if h, ok := a.hitAt(i, "acting"); ok {
			o.acting = true
			i = h.to
		}
		for i < len(a.tokens) && i > o.from && a.tokens[i].r == '-' {
			i++
		}
	}
	if i >= len(a.tokens) || a.tokens[i].skip || a.crosses(o.from, i+1) {
		return o, false
	}
	r := reading{}
	r.body.before, r.body.beforeTo = i, i
	t, ok := a.hitAt(i, "title")
	if g, owned := a.ownerAt(i); owned && !ok {
		t, ok = a.hitAt(g.to+2, "title")
		if r.body.meant = a.ownedBody(i); r.body.meant.to > 0 {
			r.body.after, r.body.afterTo = r.body.meant.from, r.body.meant.to
		}
	}
	if !ok {
		i = a.deputyOfField(i, &r)
		if t, ok = a.titleAfterBody(i); !ok {
			return o, false
		}
		r.body.beforeTo = t.from
	}
	if a.crosses(i, t.to) {
		return o, false
	}
	r.base = a.pack.titles[t.value]
	r.title, r.written = r.base.name, clean(a.str(t.from, t.to))
	if r.lead != "" {
		if r.base = a.pack.titles["Deputy "+r.title]; r.base == nil {
			return o, false
		}
		r.title = r.base.name
	}
	to := t.to
	if r.body.meant.to == 0 {
		to = a.bodyAfter(t.to, &r)
	}
	if r.body.after == 0 && a.ofSomething(t.to, &r) {
		return o, false // "President of the summit"
	}
	if _, led := a.hitAt(to, "led_words"); led && to > t.to && !a.crosses(i, to+1) && a.tokens[to].capital == lower && r.base.takes != "member" {
		return o, false // who leads one delegation holds no office
	}
	if r.body.after == 0 && i == t.from && !(r.base.takes == "president" && a.givenAt(i)) && r.base.takes != "self" && r.base.takes != "gensec" && r.base.takes != "statepres" && a.tokens[t.from].capital == lower && !a.apposedTitle(t, &r) {
		return o, false
	}
	if a.tokens[t.from].capital == lower && r.base.takes == "minister" && r.body.after == 0 && i == t.from {
		return o, false
	}
	a.lookInto(&r)
	if r.base.takes == "gensec" && a.tokens[t.from].capital == lower && r.body.place.to == 0 && r.body.after == 0 && !a.apposedTitle(t, &r) {
		return o, false // the party chief of some place
	}
	to = a.termAfter(i, to)
	if h, ok := a.hitAt(to, "formerafter"); ok && !a.crosses(i, h.to) {
		o.former = true
	}
	if r.joins() && r.body.known.value != "Bộ Chính trị" && r.body.known.value != "Ban Bí thư" && r.body.known.value != "Ban Chấp hành Trung ương Đảng" {
		return o, false
	}
	r.plural = r.joins() && to < len(a.tokens) && a.tokens[to].r == ':' || strings.HasSuffix(r.written, "s") && !strings.HasSuffix(r.base.name, "s") || strings.HasSuffix(r.written, "men") || r.phrase() && !r.joins()
	o.to, o.read = to, r
	return o, true
}

// bodiless tells whether an English title that needs a body stands without one.
func (r *reading) bodiless() bool {
	switch r.base.takes {
	case "head", "deputy", "standing", "member", "standingmember", "director":
		return r.body.after == 0 && r.body.before == r.body.beforeTo
	}
	return false
}

// phrase tells whether an English title is a phrase that leads to its body.
func (r *reading) phrase() bool {
	return r.base.takes == "member" && (strings.HasSuffix(strings.ToLower(r.written), " the") || strings.HasPrefix(strings.ToLower(r.written), "comrades"))
}

// joins tells whether the phrase is one of becoming a member.
func (r *reading) joins() bool {
	return r.base != nil && r.phrase() && beginsMembership(r.written)
}

// beginsMembership tells whether a phrase is of electing and joining.
func beginsMembership(s string) bool {
	s = strings.ToLower(s)
	return strings.HasPrefix(s, "elected") || strings.HasPrefix(s, "join") || strings.HasPrefix(s, "add") || strings.HasPrefix(s, "admit")
}

// titleAfterBody finds the title that ends a noun phrase which begins at token
// i with the words of a body.
func (a *analysis) titleAfterBody(i int) (hit, bool) {
	if !a.bodyWordAt(i) || i > 0 && a.startsInside(i) {
		return hit{}, false
	}
	known, places := false, true // places: only names of places so far
	for j := i; j < len(a.tokens) && j < i+maxBefore && !a.crosses(i, j+1); {
		step := 1
		for _, h := range a.hitsAt(j) {
			switch h.list {
			case "title":
				if j > i {
					return h, known
				}
			case "body", "core", "province", "country", "adjective", "bodyword", "district", "portfolio":
				known = true
				places = places && (h.list == "country" || h.list == "adjective" || h.list == "province")
				if (h.list == "body" || h.list == "core" || h.list == "country") && h.to-j > step && !a.titleWithin(j+1, h.to) {
					step = h.to - j
				}
			}
		}
		t := a.tokens[j]
		if t.skip || t.kind == sign && t.r != '\'' && t.r != '’' && t.r != '&' && !(t.r == '-' && t.glued) || t.kind == number {
			return hit{}, false
		}
		if t.kind == word && t.capital == lower && j > i && !a.bodyWordAt(j) {
			if _, ok := a.hitAt(j, "bodyjoin"); !ok && !a.possessive(j) || places && a.isAnd(j) || a.isAnd(j) && a.hasTitle(j+1) {
				return hit{}, false
			}
		}
		if step == 1 && j > i {
			if _, ok := a.nameInRun(j); ok {
				return hit{}, false
			}
		}
		j += step
	}
	return hit{}, false
}

// startsInside tells whether token i goes on a capitalised run that began
// before it.
func (a *analysis) startsInside(i int) bool {
	p := a.tokens[i-1]
	if p.kind != word || p.capital == lower || a.crosses(i-1, i+1) || a.sentences[p.sentence].from == i-1 {
		return false
	}
	for back := 1; back <= 4 && back <= i; back++ {
		for _, h := range a.hitsAt(i - back) {
			if h.to == i && (h.list == "article" || h.list == "former" || h.list == "acting" || h.list == "honorific" || h.list == "and") {
				return false
			}
		}
	}
	return a.endOf[i] == 0
}

func (a *analysis) titleWithin(i, to int) bool {
	for ; i < to; i++ {
		if _, ok := a.hitAt(i, "title"); ok {
			return true
		}
	}
	return false
}

// bodyWordAt tells whether a body's name can begin, or go on, at token i.
func (a *analysis) bodyWordAt(i int) bool {
	t := a.tokens[i]
	if t.kind != word {
		return false
	}
	for _, h := range a.hitsAt(i) {
		switch h.list {
		case "bodyword", "core":
			return true
		case "portfolio":
			if g, ok := a.hitAt(h.to, "title"); ok {
				return a.pack.titles[g.value].takes == "minister" || a.pack.titles[g.value].takes == "deputyminister"
			}
		case "body", "province", "country", "adjective", "district":
			if t.capital != lower {
				return true
			}
		}
	}
	return t.capital != lower && false
}

// bodyAfter reads "of the …" after a title, and returns where the office ends.
// englishRun takes the words of a body's name from token j on.
// afterBodyEnd tells whether the word before token j ended a body's name, and
// the one at j begins no known part of another.
// bodyEndSoon tells whether the capitalised run from token j ends a body's
// name: "Vietnam Football Federation".
// placeEndsAt tells whether the name of a country ends before token j.
// longestBody is the longest known piece of a body's name at token j.
// englishStops tells whether the word at token j cannot go on a body's name.
// englishJoins tells whether the small word or comma at token j stands inside
// a body's name.
// officeStarts tells whether an office begins at token k with its body's words.
// commaInside tells whether the word after a comma goes on an enumeration in
// a body's name: "Culture, Sports and Tourism".
// lookInto finds the core, the known body and the place in the words of an
// English body.
func (a *analysis) lookInto(r *reading) {
	b := &r.body
	inKnown := func(h hit) bool {
		return b.known.to-b.known.from > h.to-h.from && h.from >= b.known.from && h.to <= b.known.to && h.list != "adjective" && h.list != "country"
	}
	look := func(from, to int) {
		for i := from; i < to; i++ {
			for _, h := range a.hitsAt(i) {
				if h.list == "body" && h.to <= to && h.to-h.from > b.known.to-b.known.from {
					b.known = h
				}
			}
		}
		for i := from; i < to; i++ {
			for _, h := range a.hitsAt(i) {
				if h.to > to {
					continue
				}
				switch h.list {
				case "core":
					if inKnown(h) {
						continue
					}
					if b.core.to == 0 || b.core.value == "ủy" && h.from != b.core.from || h.to-h.from > b.core.to-b.core.from && h.value != "ủy" {
						b.core = h
					}
				case "province", "country", "district", "adjective":
					if h.value == "Việt Nam" && h.list != "province" {
						continue // what is Vietnamese needs no place
					}
					if inKnown(h) {
						continue
					}
					if b.place.to == 0 || h.to-h.from > b.place.to-b.place.from || h.list == "district" && h.from >= b.place.to {
						b.place = h
					} else if h.from == b.place.from && h.list == "province" {
						b.place = h
					}
				case "placeword":
					if i > from && a.tokens[i].capital == lower && a.unknownPlace(i-1) {
						b.local = true
					} else if b.needs == 0 {
						b.needs, b.needsLevel = i, h.value
					}
				}
			}
		}
	}
	look(b.before, b.beforeTo)
	if b.after > 0 {
		look(b.after, b.afterTo)
	}
	if b.meant.to > 0 {
		look(b.meant.from, b.meant.to)
	}
	if b.place.to > 0 && b.needs > 0 {
		b.needs = 0
	}
}

// deputyOfField passes the word that makes the minister named behind it a
// deputy, "Deputy Defence Minister", and notes it.
func (a *analysis) deputyOfField(i int, r *reading) int {
	d, ok := a.hitAt(i, "deputy_words")
	if !ok {
		return i
	}
	h, ok := a.hitAt(d.to, "portfolio")
	if !ok || a.crosses(i, h.to+1) {
		return i
	}
	if t, ok := a.hitAt(h.to, "title"); !ok || a.pack.titles[t.value].takes != "minister" {
		return i
	}
	r.lead = a.str(i, d.to)
	r.body.before, r.body.beforeTo = d.to, d.to
	return d.to
}

// termAfter passes the time for which an office is held, "for the 2021-2026
// tenure", "in the 13th and 14th tenures", after token j.
func (a *analysis) termAfter(from, j int) int {
	h, ok := a.hitAt(j, "term_preps")
	if !ok || h.to >= len(a.tokens) || a.crosses(from, h.to+1) {
		return j
	}
	if w, ok := a.hitAt(h.to, "term_words"); ok && w.to < len(a.tokens) && a.tokens[w.to].kind == number && !a.crosses(from, w.to+1) {
		h.to = w.to // "for the term 2020-2025"
	}
	if a.tokens[h.to].kind != number {
		return j
	}
	years := 0
	for k := h.to; k < len(a.tokens) && k < h.to+12 && !a.crosses(from, k+1); k++ {
		t := a.tokens[k]
		if w, ok := a.hitAt(k, "term_words"); ok {
			return w.to
		}
		switch {
		case t.kind == number && t.end-t.start == 4:
			years++
		case t.kind == number, isDash(t.r), a.isAnd(k), t.kind == word && t.glued && t.capital == lower:
		case years == 2:
			return k
		default:
			return j
		}
	}
	return j
}

// givenAt tells whether a word that gives an office stands right before token i:
// "sworn in as president".
func (a *analysis) givenAt(i int) bool {
	for back := 1; back <= 5 && back <= i; back++ {
		if h, ok := a.hitAt(i-back, "gains"); ok && h.to == i && h.value == "" && !a.planned(i-back) {
			return true
		}
	}
	return false
}

// unknownPlace tells whether the word at token i is the name of a place that no
// table has, or its end: "Ulaanbaatar city".
func (a *analysis) unknownPlace(i int) bool {
	if !a.capitalAt(i) {
		return false
	}
	for _, h := range a.hitsAt(i) {
		switch h.list {
		case "body", "core", "bodyend", "bodyword", "title", "province":
			return false
		}
	}
	return true
}

// ownerAt is the word for a body whose possessive stands before a title: "the
// agency's General Director".
func (a *analysis) ownerAt(i int) (hit, bool) {
	h, ok := a.hitAt(i, "generic_bodies")
	if !ok || a.tokens[i].capital != lower || h.to+2 >= len(a.tokens) || !a.possessive(h.to+1) || !a.hasTitle(h.to+2) || a.crosses(i, h.to+3) {
		return hit{}, false
	}
	return h, true
}

// ofSomething tells whether small words that name no body stand behind a title
// that has its body there.
func (a *analysis) ofSomething(j int, r *reading) bool {
	h, ok := a.hitAt(j, "of_body")
	if !ok || a.crosses(j-1, h.to+1) || r.body.before < r.body.beforeTo || r.phrase() || a.str(j, j+1) != "of" {
		return false
	}
	k := h.to
	if g, ok := a.hitAt(k, "article"); ok {
		k = g.to
	}
	if k == j+1 || k >= len(a.tokens) || a.tokens[k].kind != word || a.tokens[k].capital != lower {
		return false
	}
	_, country := a.hitAt(k, "generic_bodies")
	return !country
}
