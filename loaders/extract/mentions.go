package extract

// laterMentions finds where the text speaks of its people by given name
// ("ông Phóng", "Bộ trưởng Tuấn") or by an office that is one person's.
func (a *analysis) laterMentions() {
	given := map[string][]int{}
	for p := range a.people {
		k := lastWord(fold(a.people[p].Name))
		given[k] = append(given[k], p)
	}
	for i := range a.tokens {
		if a.tokens[i].kind != word || a.tokens[i].skip {
			continue
		}
		if m, ok := a.givenName(i, given); ok {
			a.mentions = append(a.mentions, m)
		}
	}
}

func lastWord(s string) string {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == ' ' {
			return s[i+1:]
		}
	}
	return s
}

// givenName reads an honorific, rank or bare title and a single name word.
func (a *analysis) givenName(i int, given map[string][]int) (mention, bool) {
	k := i
	if o := int(a.startOf[i]) - 1; o >= 0 {
		k = a.offices[o].to
	} else if h, ok := a.hitAt(i, "honorific"); ok && h.value != "plural" {
		k = h.to
	} else if h, ok := a.hitAt(i, "rank"); ok {
		k = h.to
	}
	if k == i || k >= len(a.tokens) || a.crosses(i, k+1) {
		return mention{}, false
	}
	t := a.tokens[k]
	if t.kind != word || t.capital != initial || k+1 < len(a.tokens) && a.tokens[k+1].kind == word && a.tokens[k+1].capital != lower && !a.crosses(k, k+2) {
		return mention{}, false
	}
	people := given[fold(a.str(k, k+1))]
	if len(people) != 1 {
		return mention{}, false
	}
	return mention{from: k, to: k + 1, outFrom: i, outTo: k + 1, person: people[0], by: byGivenName}, true
}

// laterOffices ties offices to the given names beside them: "ông Thắng là Chủ
// tịch UBND huyện".
func (a *analysis) laterOffices() {
	for _, m := range a.mentions {
		if m.by != byGivenName {
			continue
		}
		k, ok := a.afterSign(m.to)
		if !ok {
			continue
		}
		o := int(a.startOf[k]) - 1
		if o < 0 || a.owner[o] >= 0 || a.offices[o].person >= 0 || a.tokens[m.to].kind == sign && a.offices[o].read.base.takes == "self" {
			continue
		}
		off := &a.offices[o]
		off.person = m.person
		former := off.former || a.pastBefore(m.from)
		ev := []Span{a.span(off.from, off.to), a.span(m.from, m.to)}
		a.addPosition(Position{Person: m.person, Office: off.office, Former: former, Acting: off.acting, Evidence: ev, Rule: "office-after-given-name"}, former && !off.former)
	}
}
