package extract

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
		if own && (!v.loss || groups[0].from < v.to) {
			break // "sau khi nhậm chức, bà A cảm ơn ông B"
		}
		if g.from < v.to || g.from >= s.to {
			continue
		}
		if f.targeted(g.from, v.to) && (g.from < end || v.change == "disciplined") {
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
			return nil, -1
		}
		if v.state && (!f.noSpeech(g.to, v.from) || f.otherPerson(g.to, v.from)) {
			return nil, 0
		}
		if passive && !v.state && f.pack.Code != "en" && !f.noSpeech(g.to, v.from) && !f.has(g.to, v.from, "time_clauses") {
			return nil, 0 // "ông A cho biết có hai người được điều động"
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
		if k < v.from && (f.tokens[k].r == ':' || f.startsPerson(k)) {
			return false
		}
		if h, ok := f.hitAt(k, "matter_words"); ok && h.to < v.from {
			return false // "được xác định có vi phạm trong việc tuyển dụng, bổ nhiệm"
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
