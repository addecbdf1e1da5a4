package extract

import "strings"

// seenBody is a body that the text names without a title.
type seenBody struct {
	from  int
	parts []part
}

// completeBare completes offices that leave out their body, "Phó Chủ tịch
// Nguyễn Văn A", from the bodies that the article names for offices of that
// family, and for none else.
func (a *analysis) completeBare() {
	families := map[string][]part{}
	heldBy := map[string]int{} // by title: 1 + the person who has it in that body
	for o := range a.offices {
		r := &a.offices[o].read
		if r.elliptic() {
			continue
		}
		if n := a.owner[o]; n >= 0 {
			heldBy[r.title] = a.names[n].person + 1
		}
		f := family(r.title)
		if known, ok := families[f]; ok && words(known) != words(r.parts) && words(a.filled(o, known)) != words(a.filled(o, r.parts)) {
			families[f] = nil
		} else if !ok {
			families[f] = r.parts
		}
	}
	ministry := a.onlyBody("Bộ")
	full := a.fullTitles()
	country := a.onlyCountry()
	a.completeHeads()
	a.completeMinistries(ministry)
	a.completeForeign(country)
	for o := range a.offices {
		off := &a.offices[o]
		r := &off.read
		if a.owner[o] < 0 || !r.elliptic() || full[titled{a.names[a.owner[o]].person, r.title}] || a.partyKnown(o) {
			continue
		}
		before := off.former && a.surnameAt(a.names[a.owner[o]].from) // of a predecessor
		other := !r.plural && !before && heldBy[r.title] > 0 && heldBy[r.title] != a.names[a.owner[o]].person+1 && !several(r.title)
		if _, ok := a.hitAt(off.to, "this_words"); ok && len(r.parts) == 1 {
			if b := a.bodyBefore(off.from, r.parts[0].words); b != nil {
				r.parts = b // "Cục trưởng Cục này"
				continue
			}
		}
		if b := a.countedBody(o); b != nil {
			r.parts = b // "UBND tỉnh hiện có 5 phó chủ tịch, gồm các ông …"
			continue
		}
		if b := a.ledBody(o); b != nil {
			r.parts = b
			continue
		}
		if b := a.sentTo(o); b != nil {
			r.parts = b
			continue
		}
		if a.leadsUnknown(o) {
			continue
		}
		switch t := r.base.takes; {
		case t == "bo":
			if r.parts = a.ministryOfField(o); r.parts == nil {
				r.parts = a.atHome(o, a.ministryFor(o, families["Bộ trưởng"], ministry, other))
			}
		case other:
		case t == "self" || t == "dbqh" || t == "loose" || t == "tinh" || t == "thanh" || t == "huyen":
		case t == "foreign":
			if country != "" {
				r.parts = []part{{kind: countryPart, words: country, place: country}}
			}
		case t == "join" && len(r.parts) == 0:
			if b := a.bodyBefore(off.from, "Ban"); b != nil && strings.Contains(r.title, " Ban") {
				r.parts = b // "Phó Trưởng ban Thường trực"
			}
		case t == "join":
			if b := a.bodyBefore(off.from, r.parts[0].words); b != nil {
				r.parts = b
			}
		case len(r.parts) == 1 && a.bodyBefore(off.from, r.parts[0].words) != nil:
			r.parts = a.bodyBefore(off.from, r.parts[0].words) // "Giám đốc Sở", "Cục trưởng Cục này"
		case len(r.parts) == 0 && a.partyBeside(o) != nil:
			r.parts = a.siblingBody(o)
		case families[family(r.title)] != nil:
			r.parts = families[family(r.title)]
		case len(r.parts) == 0:
			if r.parts = a.siblingBody(o); r.parts == nil && family(r.title) == "Chủ tịch" {
				r.parts = a.councilBefore(o)
			}
		}
	}
}

func (a *analysis) surnameAt(i int) bool {
	_, ok := a.hitAt(i, "surnames")
	return ok
}

// partyKnown tells whether the party committee beside an office tells its body: for
// a chairman only with its place.
func (a *analysis) partyKnown(o int) bool {
	party := a.partyBeside(o)
	return len(party) > 1 || party != nil && a.offices[o].read.base.takes != "body"
}

// completeForeign gives a foreign holder's office its country, where the
// article is of one foreign country: "Thủ tướng Andrej Babiš".
func (a *analysis) completeForeign(country string) {
	if country == "" {
		return
	}
	for o := range a.offices {
		r := &a.offices[o].read
		n := a.owner[o]
		if n < 0 || len(r.parts) > 0 || r.base.takes != "self" && r.base.takes != "foreign" || a.names[n].alias > 0 {
			continue
		}
		if _, ok := a.hitAt(a.names[n].from, "surnames"); ok && r.base.takes == "self" {
			continue
		}
		r.parts = []part{{kind: countryPart, words: country, place: country}}
	}
}

// ministryFor is the ministry of an office that leaves it out: the one that
// its sentence names before it, else the only one of the article.
func (a *analysis) ministryFor(o int, held, only []part, other bool) []part {
	from := a.offices[o].from
	for k := a.seenBefore(from) - 1; k >= 0 && from-a.seen[k].from < 200; k-- {
		if s := a.seen[k]; strings.HasPrefix(s.parts[0].words, "Bộ ") {
			if a.tokens[s.from].sentence == a.tokens[from].sentence {
				return s.parts[:1]
			}
			break
		}
	}
	switch {
	case other:
		return nil
	case held == nil && only == nil:
		return a.mainMinistry()
	case held == nil:
		return only
	case only == nil && (!a.sees("Bộ ") || a.mostlySees(held[0].words)):
		return held
	case only != nil && words(only) == words(held[:1]):
		return held
	}
	return nil
}

// atHome is the ministry of a Vietnamese holder: none of another country's.
func (a *analysis) atHome(o int, parts []part) []part {
	if _, ok := a.hitAt(a.names[a.owner[o]].from, "surnames"); !ok {
		return parts
	}
	for i, p := range parts {
		if p.kind == countryPart && p.place != "Việt Nam" {
			return parts[:i]
		}
	}
	return parts
}

// sees tells whether the text names a body whose name begins so.
func (a *analysis) sees(prefix string) bool {
	for _, s := range a.seen {
		if strings.HasPrefix(s.parts[0].words, prefix) {
			return true
		}
	}
	return false
}

// mainMinistry is the ministry that the text speaks of nearly always where it
// names ministries, three times at least.
func (a *analysis) mainMinistry() []part {
	count := map[string]int{}
	for _, s := range a.seen {
		if p := s.parts[0]; strings.HasPrefix(p.words, "Bộ ") {
			count[p.words]++
		}
	}
	for _, s := range a.seen {
		if w := s.parts[0].words; count[w] >= 3 && a.mostlySees(w) {
			return s.parts[:1]
		}
	}
	return nil
}

// mostlySees tells whether a ministry is what the text speaks of where it names
// ministries, offices of theirs included.
func (a *analysis) mostlySees(ministry string) bool {
	this, all := 0, 0
	count := func(parts []part) {
		for _, p := range parts {
			if strings.HasPrefix(p.words, "Bộ ") && p.words != "Bộ Chính trị" {
				all++
				if p.words == ministry {
					this++
				}
			}
		}
	}
	for _, s := range a.seen {
		count(s.parts)
	}
	for _, o := range a.offices {
		count(o.read.parts)
	}
	return this*3 >= all*2
}

// seenBefore counts the bodies seen before token i.
func (a *analysis) seenBefore(i int) int {
	return search(a.seen, i, (*seenBody).begins)
}

// titled is a person with a title.
type titled struct {
	person int
	title  string
}

// fullTitles are the people with the titles that they have with a body.
func (a *analysis) fullTitles() map[titled]bool {
	out := map[titled]bool{}
	for _, c := range a.claims {
		r := &a.offices[c.office].read
		if r.elliptic() {
			continue
		}
		person := a.names[c.name].person
		out[titled{person, r.title}] = true
		if first, _, ok := strings.Cut(r.title, ", "); ok {
			out[titled{person, first}] = true // Bộ trưởng of "Bộ trưởng, Chủ nhiệm"
		}
	}
	return out
}

// filled is a chain with its places completed, to compare two of them.
func (a *analysis) filled(o int, parts []part) []part {
	return a.fillPlaces(a.offices[o].from, parts, nil)
}

// elliptic tells whether an office leaves out its body.
func (r *reading) elliptic() bool {
	return len(r.parts) == 0 || len(r.parts) == 1 && r.parts[0].bare
}

// family is what the titles of one body share: Chủ tịch of "Phó Chủ tịch Thường trực".
func family(title string) string {
	if strings.HasPrefix(title, "Thứ trưởng") {
		return "Bộ trưởng"
	}
	title = strings.TrimPrefix(title, "Phó ")
	for _, w := range []string{" thứ nhất", " Thường trực", " thường trực", " TT", " phụ trách", " chuyên trách"} {
		title = strings.TrimSuffix(title, w)
	}
	if title != "" {
		return strings.ToUpper(title[:1]) + title[1:]
	}
	return title
}

// onlyBody is the one body with a head that the article names, or nil.
func (a *analysis) onlyBody(head string) []part {
	var out []part
	for _, s := range a.seen {
		p := s.parts[0]
		if !strings.HasPrefix(p.words, head+" ") {
			continue
		}
		switch {
		case out == nil || strings.HasPrefix(p.words, out[0].words+" "):
			out = s.parts[:1]
		case strings.HasPrefix(out[0].words, p.words):
		default:
			return nil
		}
	}
	return out
}

// bodyBefore is the body with a head that the text named last before token i.
func (a *analysis) bodyBefore(i int, head string) []part {
	var best []part
	at := -1
	for k := a.seenBefore(i) - 1; k >= 0 && i-a.seen[k].from < 200; k-- {
		s := a.seen[k]
		if s.from < i && a.pack.headedBy(s.parts[0].words, head) {
			if i-s.from < 200 {
				best, at = a.asHeaded(s.parts, head), s.from
			}
			break
		}
	}
	first := search(a.offices, i-199, (*office).begins)
	for _, o := range a.offices[first:] {
		if o.from >= i {
			break
		}
		if p := o.read.parts; o.from > at && i-o.from < 200 && len(p) > 0 && a.pack.headedBy(p[0].words, head) {
			best, at = p, o.from
		}
	}
	return best
}

// asHeaded is a chain whose first body is written with the head that a title
// has: "Chủ tịch Hội Luật gia" is of "Hội Luật gia Việt Nam", however written.
func (a *analysis) asHeaded(parts []part, head string) []part {
	if p := parts[0]; p.written == "" || a.pack.headedBy(p.written, head) {
		return parts
	}
	parts = append([]part(nil), parts...)
	parts[0].written = ""
	return parts
}

// headedBy tells whether a body's name begins with a head, and not with one of
// the bodies that have no single head.
func (p *pack) headedBy(name, head string) bool {
	return strings.HasPrefix(name, head+" ") && !p.begins("collective_bodies", name)
}

// onlyCountry is the one foreign country of the article, or "".
func (a *analysis) onlyCountry() string {
	count := map[string]int{}
	best, total := "", 0
	lists := bit("country")
	for i := range a.tokens {
		if !a.some(i, lists) {
			continue
		}
		h, ok := a.hitOf(i, "country")
		if !ok || h.value == "Việt Nam" || a.tokens[h.from].capital == lower {
			continue
		}
		count[h.value]++
		total++
		if count[h.value] > count[best] {
			best = h.value
		}
	}
	if best != "" && count[best]*4 >= total*3 {
		return best
	}
	return ""
}
