package extract

import "cadre/loaders/article"

// whom finds the people a verb of change is about, and the token where the
// words about them end: the object behind it, those named after "đối với", or
// the subject before it; -1 if the verb only recalls.
func (f *changeFinder) whom(s sentence, v changeVerb, end int, groups []group) (who []int, at int) {
	passive := f.passive(s, v)
	if v.object {
		for _, g := range groups {
			if g.from >= v.to && g.from-v.to <= 2 {
				return g.members, f.lastName(g)
			}
		}
		return f.sufferer(v, groups), v.to
	}
	own := f.subjectOf(group{}, v)
	// "miễn nhiệm chức vụ … đối với ông A"
	for _, g := range groups {
		if own {
			break // "sau khi nhậm chức, bà A cảm ơn ông B"
		}
		if g.from < v.to || g.from >= s.to {
			continue
		}
		if f.targeted(g.from, v.to) && g.from < end {
			return g.members, v.to
		}
	}
	if !passive && !own && (!v.state || v.change == "disciplined") {
		for _, g := range groups {
			if g.from >= v.to && g.from-v.to <= 3 {
				if all, last := f.upToAs(g, groups, end); len(all) > len(g.members) {
					return all, last
				}
				return g.members, f.lastName(g)
			}
		}
		// "chỉ định giữ chức Phó Bí thư Tỉnh ủy: A, B, C"
	}
	for _, g := range groups {
		if first := f.mentions[g.members[0]].from; first >= v.to && first < end && f.listed(first, v.to) {
			var all []int
			for _, h := range groups {
				if h.from >= g.from && h.from < end {
					all = append(all, h.members...)
				}
			}
			return all, v.to
		}
	}
	for i := len(groups) - 1; i >= 0; i-- {
		g := groups[i]
		if g.from >= v.from || f.lastName(g) > v.from || f.aside(s, g, v) {
			continue
		}
		if f.ofAnother(g, v) || f.pack.Code == "en" && f.stranger(f.lastName(g), v.from) {
			return nil, 0
		}
		if v.state && (!f.noSpeech(g.to, v.from) || f.otherPerson(g.to, v.from)) {
			return nil, 0
		}
		if !passive && (!v.state || v.change == "disciplined") && !f.subjectOf(g, v) {
			return nil, 0 // who decides it
		}
		if f.background(s, g) {
			return nil, -1
		}
		if who = f.nearestMembers(g, v); v.state && len(who) > 1 && f.inBrackets(s, v.from) {
			who = who[len(who)-1:]
		}
		return who, v.to
	}
	if v.state && v.change == "disciplined" {
		for _, g := range groups {
			if g.from >= v.to && g.from-v.to <= 14 {
				if f.has(v.to, g.from, "among_words") {
					return f.membersFrom(g, groups, end), v.to
				}
				return g.members, v.to
			}
		}
	}
	return nil, 0
}

// inBrackets tells whether a parenthesis is open at token i.
func (f *changeFinder) inBrackets(s sentence, i int) bool {
	for k := i - 1; k >= s.from && k > i-12; k-- {
		switch f.tokens[k].r {
		case ')':
			return false
		case '(':
			return true
		}
	}
	return false
}

// aside tells whether a person before a verb is only named beside its subject:
// in a parenthesis that closes before the verb, or as somebody's relative.
func (f *changeFinder) aside(s sentence, g group, v changeVerb) bool {
	first := f.mentions[g.members[0]]
	open := false
	for k := first.from - 1; k >= s.from && k > first.from-24; k-- {
		if f.tokens[k].r == ')' {
			break
		}
		if f.tokens[k].r == '(' {
			open = true
			break
		}
	}
	if open {
		for k := first.to; k < v.from; k++ {
			if f.tokens[k].r == ')' {
				return true
			}
		}
	}
	if h, ok := f.hitAt(first.outFrom-1, "of"); ok && h.to == first.outFrom && f.pack.Code != "en" && f.passive(s, v) {
		return true // "một đồng minh của ông A, vừa được bổ nhiệm"
	}
	for k := max(s.from, first.outFrom-3); k < first.from; k++ {
		if h, ok := f.hitAt(k, "kin_words"); ok && h.to <= first.from {
			return true
		}
	}
	return false
}

// otherPerson tells whether somebody who is none of the article's people is
// named between a person and a verb: "thay ông A nghỉ hưu".
func (f *changeFinder) otherPerson(from, to int) bool {
	for k := from; k < to; k++ {
		if h, ok := f.hitAt(k, "honorific"); ok && h.to < to && f.tokens[h.to].capital != lower {
			return true
		}
	}
	return false
}

// lastName is the end of the last name of a group.
func (f *changeFinder) lastName(g group) int { return f.mentions[g.members[len(g.members)-1]].to }

// nearestMembers are the members of a group that stand before the verb.
func (f *changeFinder) nearestMembers(g group, v changeVerb) []int {
	var out []int
	for _, m := range g.members {
		if f.mentions[m].to <= v.from {
			out = append(out, m)
		}
	}
	return out
}

// passive tells whether the words of a verb, or those before it, make it passive.
func (f *changeFinder) passive(s sentence, v changeVerb) bool {
	for k := v.to - 1; k >= s.from && k > v.from-16; k-- {
		if h, ok := f.hitAt(k, "passive_words"); ok && h.to <= v.to {
			return true
		}
		if k < v.from && (f.tokens[k].r == ';' || f.tokens[k].r == '.') {
			return false
		}
		if k < v.from && f.startsPerson(k) {
			return false
		}
	}
	return false
}

// targeted tells whether a person stands after "đối với".
func (f *changeFinder) targeted(from, after int) bool {
	for k := max(after, from-6); k <= from; k++ {
		if h, ok := f.hitAt(k, "replacing_words"); ok && h.to <= from {
			return false // "thay cho ông B"
		}
		h, ok := f.hitAt(k, "change_targets")
		if !ok || h.to < from-2 {
			continue
		}
		if h.value != "office" {
			return true
		}
		lo, hi := f.officesIn(sentence{from: after, to: k})
		if lo < hi && f.offices[lo].to <= k {
			return true // "cách chức Bí thư … với ông A"
		}
	}
	return false
}

// listed tells whether a colon stands before a list of people.
func (f *changeFinder) listed(from, after int) bool {
	for k := from; k >= after && k > from-5; k-- {
		if k < len(f.tokens) && f.tokens[k].r == ':' {
			return true
		}
	}
	return false
}

// subjectOf tells whether an active verb has a person as its own subject and
// yet is about them: "ông A trúng cử", never "Chủ tịch A bổ nhiệm".
func (f *changeFinder) subjectOf(g group, v changeVerb) bool {
	_, ok := f.hitAt(v.from, "own_changes")
	return ok
}

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
			return []office{o}
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
			if o.from >= end || !f.joinedOffice(prev, o.from) || f.namesAnother(o) {
				break
			}
			out = append(out, o)
			continue
		}
		if !f.taken(v, o) || f.pack.Code == "en" && (f.farLoss(v, o, at) || f.officeToCome(o)) {
			continue
		}
		out = append(out, o)
	}
	return out
}

// membership reads "elected to the Politburo": the office is a seat in a body.
func (f *changeFinder) membership(v changeVerb, end int) (office, bool) {
	for k := v.to; k < end && k < v.to+30; k++ {
		h, ok := f.hitAt(k, "memberships")
		if !ok {
			continue
		}
		if h.value == "+" {
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
			if known && of.Place == "" {
				if home := f.homePlace(); home != "" {
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
	lo, hi := 0, len(f.mentions)
	for lo < hi {
		mid := (lo + hi) / 2
		if f.mentions[mid].from < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
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
			if first == nil || several(first.Title) && !several(o.Title) {
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
			if first == nil || several(first.Title) && !several(o.Title) {
				first = &o
			}
		}
	}
	return first
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
