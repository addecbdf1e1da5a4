package extract

import "slices"

// homeCountry is the country of those whose office names none.
const homeCountry = "Việt Nam"

// findCountries notes of the visits among the event mentions to which country
// they go and who makes them, and adds those that are told of beside a
// reception: "tiếp Thủ tướng Lào A đang thăm chính thức Việt Nam".
func (a *analysis) findCountries(ms []eventMention) []eventMention {
	for i := range ms {
		ms[i].guest = -1
		if ms[i].kind == "visit" && a.pack.Code == "vi" {
			a.toWhere(&ms[i])
		}
	}
	if a.pack.Code != "vi" {
		return ms
	}
	lists := bit("visiting_words")
	for i := range a.tokens {
		if !a.some(i, lists) || a.tokens[i].skip || a.quoted[i] || a.uttered[i] || within(ms, i) {
			continue
		}
		h, ok := a.hitOf(i, "visiting_words")
		if !ok {
			continue
		}
		m := eventMention{from: h.from, to: h.to, head: h.to, kind: "visit", date: -1, verb: true, passing: true, title: a.inTitle(i), guest: -1}
		if a.toWhere(&m); m.country == "" || m.guest < 0 {
			continue
		}
		m.name = a.str(m.from, m.to)
		a.nameWords(&m)
		ms = append(ms, m)
	}
	a.besideTalks(ms)
	return ms
}

// besideTalks tells that visits to a country are named in passing where the text
// tells of talks held during them: what is said there is said at the talks.
func (a *analysis) besideTalks(ms []eventMention) {
	talks, visit := len(a.tokens), len(a.tokens)
	for _, m := range ms {
		if m.passing || m.title {
			continue
		}
		if m.kind == "meeting" && a.has(m.from, m.head, "talk_words") {
			talks = min(talks, m.from)
		} else if m.country != "" && m.guest >= 0 && a.lead(m.from) > 0 {
			visit = min(visit, m.from)
		}
	}
	if talks == len(a.tokens) || visit < talks && !a.sameSentence(visit, talks) {
		return // the story of the visit itself
	}
	for i := range ms {
		if _, trip := a.hitAt(ms[i].from, "trip_words"); ms[i].kind == "visit" && (trip || ms[i].country != "") {
			ms[i].passing = true
		}
	}
}

// toWhere reads the country behind the head of a visit and finds its guest: who
// the words behind it name, or the only one in its sentence who can have come.
func (a *analysis) toWhere(m *eventMention) {
	s := a.sentences[a.tokens[m.from].sentence]
	if a.invited(s.from, m.from) {
		return
	}
	for k := m.head; k < s.to && k < m.head+30; {
		if c, ok := a.countryAt(k); ok {
			m.country, m.to = c.value, max(m.to, c.to)
			m.goes = singleSpaced(a.str(c.from, c.to))
			k = c.to
			if of, ok := a.hitAt(k, "party_words"); ok && of.value == "guest" && m.guest < 0 {
				m.guest = a.personAt(of.to)
				return
			}
			break
		}
		if to := a.personEnd(k); to > k && m.guest < 0 {
			m.guest, k = a.personAt(k), to
			continue
		}
		h, ok := a.hitAt(k, "visit_adjectives")
		if !ok {
			if h, ok = a.hitAt(k, "party_words"); !ok || h.value != "guest" {
				break
			}
		}
		k = h.to
	}
	if m.country != "" && m.guest < 0 && m.verb {
		m.guest = a.subjectFrom(s, m)
	}
	if m.country != "" && m.guest < 0 && !m.verb {
		m.guest = a.onlyForeigner(s, m.country)
	}
}

// countryAt is the name of a country at token k, with what it is: "nước Cộng hòa A".
func (a *analysis) countryAt(k int) (hit, bool) {
	h, ok := a.hitAt(k, "country")
	if ok && a.tokens[k].capital != lower && !a.officeAt(k) {
		return h, true
	}
	if r, republic := a.hitAt(k, "republic"); republic {
		if h, ok = a.hitAt(r.to, "country"); ok && a.tokens[r.to].capital != lower {
			h.from = k
			return h, true
		}
	}
	return hit{}, false
}

// invited tells whether a visit is only one that somebody is asked to make.
func (a *analysis) invited(from, i int) bool {
	for k := i - 1; k >= from && k > i-25; k-- {
		h, ok := a.hitAt(k, "invite_words")
		if ok && h.value == "" {
			before, asked := a.hitAt(max(from, k-2), "invite_words")
			return !asked || before.value != "-" || before.to <= k // "theo lời mời của …, A thăm Lào"
		}
		if a.tokens[k].kind == sign {
			return false
		}
	}
	return false
}

// personAt is the person whose mention, with offices, starts at token i, or -1.
func (a *analysis) personAt(i int) int {
	for _, m := range a.mentions {
		if (m.outFrom == i || m.from == i) && m.person >= 0 {
			return m.person
		}
		if m.outFrom > i {
			break
		}
	}
	return -1
}

// subjectFrom is the person named last before the verb of a visit, if they can
// be a guest there; or -1.
func (a *analysis) subjectFrom(s sentence, m *eventMention) int {
	lo, hi := a.mentionsIn(s)
	for i := hi - 1; i >= lo; i-- {
		if o := a.mentions[i]; o.to <= m.from {
			if from := a.countryOf(o.person); from != m.country && (m.country == homeCountry || from == homeCountry) {
				return o.person
			}
			return -1
		}
	}
	return -1
}

// onlyForeigner is the one person of a sentence who can be a guest in a country:
// who is of another, or of this one when it is another's; -1 for none or several.
func (a *analysis) onlyForeigner(s sentence, country string) int {
	guest := -1
	lo, hi := a.mentionsIn(s)
	for _, m := range a.mentions[lo:hi] {
		from := a.countryOf(m.person)
		if from == country || country != homeCountry && from != homeCountry || m.person == guest {
			continue
		}
		if guest >= 0 {
			return -1
		}
		guest = m.person
	}
	return guest
}

// countryOf is the country that a person's office names first, else this one.
func (a *analysis) countryOf(person int) string {
	for _, o := range a.offices {
		if o.person != person {
			continue
		}
		for k := o.from; k < o.to; k++ {
			if h, ok := a.hitAt(k, "country"); ok && a.tokens[k].capital != lower {
				return h.value
			}
		}
	}
	return homeCountry
}

// otherVisit tells whether a mention of a visit cannot be of a cluster: it goes
// to another country, another makes it, or the cluster is of talks during it.
func (a *analysis) otherVisit(c *cluster, m eventMention) bool {
	if m.kind != "visit" {
		return false
	}
	if c.Kind == "meeting" {
		_, trip := a.hitAt(m.from, "trip_words")
		return trip && a.talks(c)
	}
	if c.Kind != "visit" {
		return false
	}
	return m.country != "" && c.country != "" && m.country != c.country || m.guest >= 0 && c.guest >= 0 && m.guest != c.guest
}

// sameVisit tells whether a mention is of the visit of a cluster, by country or guest.
func (c *cluster) sameVisit(m eventMention) bool {
	return m.kind == "visit" && c.Kind == "visit" && (m.country != "" && m.country == c.country || m.country == "" && m.guest >= 0 && m.guest == c.guest)
}

// otherParty tells whether a mention names two who talk, one of whom no
// sentence on a cluster names: "kết quả cuộc hội đàm giữa A và B" beside "C tiếp A".
func (a *analysis) otherParty(c *cluster, m eventMention) bool {
	if m.kind != "meeting" || c.Kind != "meeting" || a.pack.Code != "vi" {
		return false
	}
	if h, ok := a.hitAt(m.head, "party_words"); !ok || h.value != "both" {
		return false
	}
	for _, o := range a.mentions {
		if o.from < m.head || o.to > m.to || o.person < 0 {
			continue
		}
		named := false
		for _, k := range c.mentions {
			lo, hi := a.mentionsIn(a.sentences[a.tokens[a.eventAt[k].from].sentence])
			for _, p := range a.mentions[lo:hi] {
				named = named || p.person == o.person
			}
		}
		if !named {
			return true
		}
	}
	return false
}

// addTalkers puts down the guest of a visit at talks that the text only names,
// with both who hold them: "cuộc hội đàm giữa A và B".
func (a *analysis) addTalkers(d *Document, came map[[2]int]bool) {
	guests := map[int]bool{}
	for _, c := range a.clusters {
		if c.Kind == "visit" && c.country != "" && c.guest >= 0 {
			guests[c.guest] = true
		}
	}
	for _, m := range a.eventAt {
		if h, ok := a.hitAt(m.head, "party_words"); !ok || h.value != "both" || m.event < 0 || m.kind != "meeting" {
			continue
		}
		guest, n := -1, 0
		for _, o := range a.mentions {
			if o.from >= m.head && o.to <= m.to && o.person >= 0 {
				if n++; guests[o.person] {
					guest = o.person
				}
			}
		}
		if n == 2 && guest >= 0 && !came[[2]int{m.event, guest}] {
			came[[2]int{m.event, guest}] = true
			d.Roles = append(d.Roles, Role{Person: guest, Role: "visited", Event: m.event, Evidence: []Span{a.span(m.from, m.to)}, Rule: "role.visited"})
		}
	}
}

// talks tells whether a cluster is of talks or of a call on somebody.
func (a *analysis) talks(c *cluster) bool {
	for _, k := range c.mentions {
		if m := a.eventAt[k]; a.has(m.from, m.head, "talk_words") {
			return true
		}
	}
	return false
}

// visitsHome tells whether a role makes somebody the guest of a visit of another's to
// their own country.
func (a *analysis) visitsHome(r Role) bool {
	if r.Event < 0 || r.Event >= len(a.clusters) {
		return false
	}
	c := &a.clusters[r.Event]
	return c.Kind == "visit" && c.country != "" && c.guest >= 0 && c.guest != r.Person && a.countryOf(r.Person) == c.country
}

// addVisitors puts down who makes the visits to a country that the text tells of
// only beside what was done during them.
func (a *analysis) addVisitors(d *Document) {
	d.Roles = slices.DeleteFunc(d.Roles, func(r Role) bool { return r.Role == "visited" && a.visitsHome(r) })
	came := map[[2]int]bool{}
	for _, r := range d.Roles {
		if r.Role == "visited" {
			came[[2]int{r.Event, r.Person}] = true
		}
	}
	for i := range a.clusters {
		c := &a.clusters[i]
		if c.Kind != "visit" || c.country == "" || c.guest < 0 || came[[2]int{i, c.guest}] {
			continue
		}
		m := a.eventAt[c.mentions[0]]
		d.Roles = append(d.Roles, Role{Person: c.guest, Role: "visited", Event: i, Evidence: []Span{a.span(m.from, m.to)}, Rule: "role.visited"})
	}
	a.addTalkers(d, came)
}
