package extract

import (
	"strings"

	"cadre/loaders/article"
)

// officesOf are the offices a verb gives or takes: the first behind the verb or
// behind its person, and those joined to it.
func (f *changeFinder) officesOf(s sentence, v changeVerb, end, at int) []office {
	lo, hi := f.officesIn(s)
	var out []office
	if v.before {
		for i := lo; i < hi; i++ {
			if o := f.offices[i]; o.to <= v.from && v.from-o.to <= 6 {
				return []office{o}
			}
		}
		return nil
	}
	if o, ok := f.membership(v, end); ok {
		lo2 := lo
		for lo2 < hi && f.offices[lo2].from < v.to {
			lo2++
		}
		if lo2 == hi || f.offices[lo2].from > o.from+3 || f.offices[lo2].to <= o.to {
			return append([]office{o}, f.besideSeat(v, o, lo2, hi)...)
		}
	}
	for i := lo; i < hi; i++ {
		o := f.offices[i]
		if o.from < at || len(out) == 0 && (o.from >= end || o.from-at > 24) {
			continue
		}
		if v.loss && len(out) == 0 && f.has(v.to, o.from, "to_become") {
			break // "thôi tham gia Ban Thường vụ … để giữ chức …"
		}
		if len(out) > 0 {
			prev := out[len(out)-1].to
			if o.from >= end || !f.joinedOffice(prev, o.from) || f.namesAnother(o) || o.heads() && f.verbFollows(i) {
				break
			}
			out = append(out, o)
			continue
		}
		if f.pack.Code != "en" && f.has(v.to, o.from, "nominating_words") {
			break // "chỉ định tham gia cấp ủy để giới thiệu bầu làm …"
		}
		if len(out) == 0 && f.pack.Code != "en" && f.anothersTurn(at, o.from) {
			break
		}
		if !v.loss && f.left(o) {
			continue // "điều động ông A thôi giữ chức … để giữ chức …"
		}
		if !f.taken(v, o) || f.pack.Code == "en" && (f.farLoss(v, o, at) || f.officeToCome(o)) {
			continue
		}
		out = append(out, o)
	}
	return out
}

// anothersTurn tells whether a semicolon between two tokens passes to somebody
// else, whose the offices behind are: "bầu ông A làm …; bà B làm …".
func (f *changeFinder) anothersTurn(from, to int) bool {
	for k := from; k < to; k++ {
		if f.tokens[k].r == ';' {
			return f.namedIn(k, to)
		}
	}
	return false
}

// left tells whether the words right before an office say that it is left.
func (f *changeFinder) left(o office) bool {
	for k := max(0, o.from-4); k < o.from; k++ {
		if h, ok := f.hitAt(k, "change_verbs"); ok && h.to == o.from {
			return strings.HasSuffix(h.value, " loss")
		}
	}
	return false
}

// besideSeat are the offices that a verb gives along with a seat in a body:
// "tham gia Ban Chấp hành, Ban Thường vụ và giữ chức Phó Bí thư …".
func (f *changeFinder) besideSeat(v changeVerb, seat office, lo, hi int) []office {
	for i := lo; i < hi && f.offices[i].from-seat.to <= 12 && f.pack.Code != "en"; i++ {
		o := f.offices[i]
		if o.from < seat.to {
			continue
		}
		if f.namedIn(seat.to, o.from) || f.namesAnother(o) {
			return nil
		}
		if o.from > seat.to && f.taken(v, o) {
			return []office{o}
		}
	}
	return nil
}

// membership reads "elected to the Politburo": the office is a seat in a body.
func (f *changeFinder) membership(v changeVerb, end int) (office, bool) {
	for k := v.to; k < end && k < v.to+50; k++ {
		h, ok := f.hitAt(k, "memberships")
		if !ok {
			continue
		}
		if own, plus := strings.CutPrefix(h.value, "+"); plus {
			body := h.to - 2 // "Ban Thường vụ" is part of the words
			for body > h.from && f.tokens[body-1].capital != lower {
				body--
			}
			to := f.bodyName(body)
			if to == 0 {
				continue
			}
			label := f.memberWord() + " " + f.str(body, to)
			of, known := f.officeNamed(label)
			if known && of.Place == "" && !strings.Contains(of.Body, "Trung ương") {
				if home := f.homePlace(); home != "" {
					if to == h.to {
						home = strings.TrimSpace(own + " " + home) // "Ban Chấp hành Đảng bộ tỉnh …"
					}
					if local, ok := f.officeNamed(label + " " + home); ok {
						of = local
					}
				}
			}
			if known {
				return office{from: h.from, to: to, office: of, person: -1}, true
			}
			continue
		}
		if of, known := f.officeNamed(h.value); known {
			return office{from: h.from, to: h.to, office: of, person: -1}, true
		}
	}
	return office{}, false
}

// officeNamed is the office that a label of the language names.
func (a *analysis) officeNamed(label string) (Office, bool) {
	b := read(article.Article{Text: []byte(label), Language: a.pack.Code}, a.pack, nil)
	b.findPeople()
	if len(b.offices) == 0 {
		return Office{}, false
	}
	return b.offices[0].office, true
}

// taken tells whether an office is the one a verb gives: a word such as "giữ
// chức" stands before it, or the verb itself.
func (f *changeFinder) taken(v changeVerb, o office) bool {
	if o.from == v.to {
		return true
	}
	for k := max(v.from, o.from-4); k < o.from; k++ {
		if h, ok := f.hitAt(k, "change_joints"); ok && (h.to == o.from || h.to == o.from-1) {
			return true
		}
	}
	return o.from-v.to <= 2 && o.from >= v.to
}

// joinedOffice tells whether only a comma or "and" stands between two offices.
func (f *changeFinder) joinedOffice(from, to int) bool {
	if to-from > 4 {
		return false
	}
	for k := from; k < to; k++ {
		if f.tokens[k].r == ',' {
			continue
		}
		for _, list := range []string{"and", "articles", "term"} {
			if h, ok := f.hitAt(k, list); ok {
				k = h.to - 1
				goto next
			}
		}
		return false
	next:
	}
	return true
}

// namesAnother tells whether an office belongs to a person named right behind it.
func (f *changeFinder) namesAnother(o office) bool {
	return o.to < len(f.tokens) && f.startsName(o.to)
}

func (f *changeFinder) startsName(i int) bool {
	lo := search(f.mentions, i, (*mention).begins)
	return lo < len(f.mentions) && f.mentions[lo].from == i
}

// heldBy is an office that the article names with a person; nil when it names none.
func (f *changeFinder) heldBy(s sentence, m int) *Office {
	x := f.mentions[m]
	lo, hi := f.officesIn(s)
	var first *Office
	for i := lo; i < hi; i++ {
		if f.offices[i].person == x.person && f.offices[i].from >= x.outFrom && f.offices[i].to <= x.outTo+1 {
			o := f.offices[i].office
			if first == nil || lesser(first) && !lesser(&o) {
				first = &o // who heads something is known by that
			}
		}
	}
	if first != nil {
		return first
	}
	for _, p := range f.position {
		if p.Person == x.person {
			o := p.Office
			if first == nil || lesser(first) && !lesser(&o) {
				first = &o
			}
		}
	}
	return first
}

// lesser tells whether an office is not what its holder is known by: several
// hold it, or it is the head of a steering committee.
func lesser(o *Office) bool {
	return several(o.Title) || strings.HasPrefix(o.Body, "Ban Chỉ đạo")
}

// fullest is an office as the article names it in full elsewhere for the same
// person: "Phó Bí thư Thường trực" where the position says of what.
func (f *changeFinder) fullest(person int, o *Office) *Office {
	if o == nil || o.Body != "" && o.Place != "" {
		return o
	}
	for i := range f.position {
		if p := &f.position[i]; p.Person == person && p.Office.Title == o.Title && shorter(*o, p.Office) {
			full := p.Office
			return &full
		}
	}
	return o
}

// noSpeech tells whether no verb of speech stands between a person and a verb:
// what somebody tells of others is not about them.
func (f *changeFinder) noSpeech(from, to int) bool {
	if from >= to {
		return true
	}
	for _, x := range f.actsIn(f.sentences[f.tokens[from].sentence]) {
		if x.from >= from && x.from < to && x.weak {
			return false
		}
	}
	return true
}

// memberWord is the language's word for a member of a body.
func (a *analysis) memberWord() string {
	for _, e := range a.pack.Lists["member_word"] {
		return e.Surface
	}
	return ""
}
