package extract

// nameMention is a full name in the text with what stands around it.
type nameMention struct {
	from, to int
	outFrom  int // before honorifics and ranks
	outTo    int // after the offices in apposition
	plural   bool
	honoured bool // an honorific or rank stands before it
	person   int
	alias    int  // of a given name: 1 + the full name in fullNames
	pre      bool // an office stands directly before it
	post     bool // an office follows it in apposition
}

// reader is what the stages from names to people hand to each other.
type reader struct {
	names       []nameMention
	givens      []nameMention   // one word after an honorific, rank or office
	fullNames   []nameMention   // names before given names were added
	keys        []string        // what the spellings of each name share
	holding     map[string]bool // keys of the names that have an office
	owner       []int           // name that an office stands with, or -1
	claims      []claim
	seen        []seenBody // bodies named without a title
	seenLocal   []seenBody // committees and councils of places named so
	held        [][]int    // positions of each person
	weak        []bool     // of position: former only if nothing says otherwise
	locals      []local
	seat        seat           // whose delegates "đại biểu" are
	namedPlaces map[string]hit // level words of the places that no table has
	home        local          // the province that the article is about
	town        local          // the city of a province that it names most
	scattered   bool           // it tells of many provinces, of none most
}

// scan finds the offices of the text, then the names between them.
func (a *analysis) scan() {
	n := len(a.tokens)
	vietnamese, starts := a.pack.Code != "en", bit("former")|bit("acting")|bit("title")|bit("deputy_words")|bit("generic_bodies")
	a.seat = a.delegates()
	a.findPlaces()
	a.startOf = zeroed(a.startOf, n+1)
	a.endOf = zeroed(a.endOf, n+1)
	for i := 0; i < n; {
		if !a.some(i, ^uint64(0)) {
			i++
			continue
		}
		if !a.some(i, starts) && (vietnamese || !a.bodyWordAt(i)) {
			a.seeBody(i)
			i = a.passBody(i)
			continue
		}
		o, ok := a.readOffice(i)
		if !ok {
			a.seeBody(i)
			i = a.passBody(i)
			continue
		}
		o.read.plural = o.read.plural || a.pluralBefore(o.from) || a.several(&o)
		a.offices = append(a.offices, o)
		a.startOf[o.from] = int32(len(a.offices))
		a.endOf[o.to] = int32(len(a.offices))
		i = o.to
	}
	office := 0
	before := bit("namedafter") | bit("honorific") | bit("rank")
	for i := 0; i < n; {
		if office < len(a.offices) && a.offices[office].from == i {
			o := &a.offices[office]
			i = o.to
			office++
			m, ok := a.prefixedName(i, true)
			if ok && !m.honoured && m.to-m.from == 2 && vietnamese && a.becomes(o.from) {
				ok = false // "trở thành thị trưởng Gia Hưng"
			}
			if !ok && o.foreign() {
				if m.to, ok = a.foreignName(m.from); ok {
					m.outTo = m.to
				}
			}
			if !ok && i+1 < n && isDash(a.tokens[i].r) && !a.tokens[i].glued && (o.foreign() || a.governorTitle(o.read.title)) {
				if m, ok = a.prefixedName(i+1, true); ok && a.crosses(i, m.from+1) {
					ok = false // "Thị trưởng Lyon - Jean Petit"
				}
			}
			if to := a.passInitials(i); !ok && vietnamese && to > i && to < n && !a.crosses(i, to+1) {
				m, ok = a.prefixedName(to, true) // "Phó Chủ tịch Ngân hàng Hừng Đông (NHD) John Bell"
			}
			if !ok && !m.honoured {
				if m.to, ok = a.loneHolder(o, m.from); ok {
					m.outTo = m.to
				}
			}
			if ok {
				a.names = append(a.names, m)
				i = m.to
			} else {
				a.noteGiven(m, true)
			}
			continue
		}
		if a.tokens[i].kind != word || a.tokens[i].skip || a.tokens[i].capital == lower && !a.some(i, before) {
			i++
			continue
		}
		if h, ok := a.hitAt(i, "namedafter"); ok && h.to < n && !a.crosses(i, h.to+1) {
			if to, ok := a.nameAt(h.to); ok {
				i = to
				continue
			}
		}
		if m, ok := a.prefixedName(i, false); ok {
			a.names = append(a.names, m)
			i = m.to
			for office < len(a.offices) && a.offices[office].from < i {
				office++
			}
			continue
		} else if to, ok := a.apposedName(i); ok {
			a.names = append(a.names, nameMention{from: i, to: to, outFrom: i, outTo: to, person: -1})
			i = to
			continue
		} else {
			a.noteGiven(m, false)
		}
		i++
	}
	a.addGiven()
}

// becomes tells whether a verb of becoming leads from somebody to the office at
// token from, so that no holder is named behind it.
func (a *analysis) becomes(from int) bool {
	return a.endsBefore(from, 3, "becoming_verbs")
}

// noteGiven notes a word that may be a given name.
func (a *analysis) noteGiven(m nameMention, afterOffice bool) {
	k := m.from
	bare := !m.honoured && !afterOffice
	if bare && !a.bareSubject(k) || m.plural || k >= len(a.tokens) || a.tokens[k].kind != word || a.tokens[k].capital != initial {
		return
	}
	if !bare && k > 0 && a.crosses(k-1, k+1) || k+1 < len(a.tokens) && a.capitalAt(k+1) && !a.crosses(k, k+2) {
		return
	}
	m.to, m.outTo = k+1, k+1
	a.givens = append(a.givens, m)
}

// bareSubject tells whether one word with a capital is the subject of a sentence or
// clause by the verb behind it: "Vận được điều chuyển …".
func (a *analysis) bareSubject(i int) bool {
	if a.pack.Code == "en" || i+1 >= len(a.tokens) || a.tokens[i].capital != initial || a.crosses(i, i+2) {
		return false
	}
	if a.sentences[a.tokens[i].sentence].from != i && a.tokens[i-1].r != ',' {
		return false
	}
	return a.has(i+1, i+2, "passive_words") || a.has(i+1, i+2, "perfect_words")
}

// inOffice tells whether token i stands inside the words of an office.
func (a *analysis) inOffice(i int) bool {
	o := search(a.offices, i+1, (*office).ends)
	return o < len(a.offices) && a.offices[o].from <= i
}

// foreign tells whether an office is one of another country.
func (o *office) foreign() bool {
	if o.read.base.takes == "foreign" || o.read.base.takes == "church" || o.read.base.abroad {
		return true
	}
	for _, p := range o.read.parts {
		if p.kind == countryPart && p.place != "Việt Nam" {
			return true
		}
	}
	return false
}

// passBody moves past a body that no title governs, so that no title is read
// inside its name (Ban Bí thư); past anything else by one token.
func (a *analysis) passBody(i int) int {
	to := i + 1
	if !a.some(i, bit("body")|bit("head")|bit("nooffice")) {
		return to
	}
	for _, h := range a.hitsAt(i) {
		if (h.list == "body" || h.list == "head" || h.list == "nooffice") && h.to > to {
			to = h.to
		}
	}
	return to
}

// seeBody notes a body that no title governs.
func (a *analysis) seeBody(i int) {
	if a.tokens[i].skip || a.pack.Code == "en" || !a.some(i, bit("body")|bit("localbody")|bit("head")) {
		return
	}
	if a.tokens[i].capital == lower {
		if h, ok := a.hitAt(i, "body"); !ok || h.to-i < 2 || !a.capitalAt(i+1) {
			return // but "bộ Công an"
		}
	}
	for _, h := range a.hitsAt(i) {
		if h.list == "body" || h.list == "localbody" || h.list == "head" && (a.pack.heads[h.value].kind == "open" || a.pack.heads[h.value].kind == "company" || a.pack.heads[h.value].kind == "school") {
			r := &a.spare
			*r = reading{base: &a.untitled}
			a.readParts(i, r)
			if len(r.parts) > 0 && !r.parts[0].bare {
				a.seen = append(a.seen, seenBody{i, r.parts})
			}
			return
		}
		if h.list == "head" && ofPlace(a.pack.heads[h.value].kind) {
			r := &a.spare
			*r = reading{base: &a.untitled}
			if a.readParts(i, r); len(r.parts) > 1 {
				a.seenLocal = append(a.seenLocal, seenBody{i, r.parts})
			}
			return
		}
	}
}

// ofPlace tells whether bodies of a kind are committees and councils of places.
func ofPlace(kind string) bool {
	return kind == "people" || kind == "tinhuy" || kind == "thanhuy" || kind == "huyenuy"
}

// pluralBefore tells whether "các", "hai đồng chí" stands before token i.
func (a *analysis) pluralBefore(i int) bool {
	if i > 0 && a.tokens[i-1].kind == number && a.tokens[i].capital == lower && a.tokens[i-1].end-a.tokens[i-1].start < 3 {
		return true // "8 phó trưởng ban"
	}
	return a.endsBefore(i, 3, "plural")
}

// actsAsSurname tells whether an honorific behind another is a surname, "chị Ông Thị
// Bưởi": it has a capital, and so have the words behind it, of which the first is
// a middle name.
func (a *analysis) actsAsSurname(k int) bool {
	if k+2 >= len(a.tokens) || a.tokens[k].capital != initial || !a.capitalAt(k+1) || !a.capitalAt(k+2) || a.crosses(k, k+3) {
		return false
	}
	_, middle := a.hitAt(k+1, "middle_names")
	return middle
}

// several tells whether a number says how many hold an office, and a list of them
// follows: "4 Phó bí thư gồm: …", not "quận 4 Phó bí thư …".
func (a *analysis) several(o *office) bool {
	if o.from < 2 || a.tokens[o.from-1].kind != number || a.tokens[o.from-1].end-a.tokens[o.from-1].start > 2 {
		return false
	}
	if _, ok := a.hitAt(o.from-2, "level"); ok {
		return false
	}
	_, ok := a.hitAt(o.to, "listopen")
	return ok
}

// prefixedName reads honorifics, ranks and the name after them at token i.
// Directly after an office a name needs no known surname.
func (a *analysis) prefixedName(i int, afterOffice bool) (nameMention, bool) {
	m := nameMention{from: i, outFrom: i, person: -1}
	k := i
	for n := 0; n < 4 && k < len(a.tokens); n++ {
		if h, ok := a.hitAt(k, "honorific"); ok && !(m.honoured && a.actsAsSurname(k)) {
			m.plural = m.plural || h.value == "plural"
			m.honoured = true
			k = h.to
		} else if h, ok := a.hitAt(k, "rank"); ok {
			m.honoured = true
			k = h.to
		} else {
			break
		}
		for k < len(a.tokens) && a.tokens[k].kind == sign && (a.tokens[k].r == '.' || a.tokens[k].r == ':' && m.plural) {
			k++
		}
	}
	if k >= len(a.tokens) || k > i && a.crosses(i, k+1) {
		return m, false
	}
	m.from = k
	var ok bool
	if m.honoured || afterOffice {
		if i > 0 && afterOffice && a.crosses(i-1, k+1) {
			return m, false
		}
		m.to, ok = a.freeName(k)
	} else {
		m.to, ok = a.nameAt(k)
	}
	m.outTo = m.to
	return m, ok
}
