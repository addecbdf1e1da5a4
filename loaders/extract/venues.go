package extract

import (
	"strings"
)

// dressEvents gives the events what stands around their mentions: kind, places,
// organisers, whether they are held over a link, and the evidence.
func (a *analysis) dressEvents() {
	for i := range a.clusters {
		c := &a.clusters[i]
		if c.Kind == "press" {
			c.Kind, c.press = "meeting", true // kept apart from other meetings till now
		}
		c.Ordinal = c.ordinal
		if c.term > 0 {
			c.Term = figures(c.term)
		}
		for _, k := range c.mentions {
			m := a.eventAt[k]
			s := a.sentences[a.tokens[m.from].sentence]
			if len(c.Evidence) < 4 && (!m.title || c.title) {
				c.Evidence = append(c.Evidence, a.span(m.from, m.to))
			}
			c.Kind = a.refineKind(*c, m)
			if a.has(m.from, m.to, "online_words") {
				c.online()
			}
			if !m.passing && a.has(s.from, m.from, "postponed") {
				c.Status = "postponed"
			}
			if !m.title && !m.passing {
				a.organizers(c, m, s)
			}
			if !m.passing && (m.date >= 0 || m.verb || a.lead(m.from) > 0) && !m.title {
				a.venues(c, m, s)
			} else if !m.title && len(c.Places) == 0 {
				a.placeBehind(c, m)
			}
			if !m.passing && !m.title && len(c.Places) == 0 && a.pack.Code == "vi" {
				a.frontedVenue(c, m, s)
			}
		}
	}
	a.expected()
	a.mainVenues()
	a.bridges()
	a.endings()
}

// mainVenues looks for the places of the main event in the sentences of the
// lead that name no other event, in the headline, and at last in the place
// that the headline opens with ("Ninh Bình: Công bố …").
func (a *analysis) mainVenues() {
	if a.main < 0 {
		return
	}
	c := &a.clusters[a.main]
	for _, s := range a.sentences {
		n := a.lead(s.from)
		if n == 0 && !a.inTitle(s.from) || n > 2 {
			if n > 2 {
				break
			}
			continue
		}
		if len(a.eventsIn(s)) == 0 && !a.inTitle(s.from) || a.inTitle(s.from) && a.near(s.from, a.main) {
			a.venues(c, eventMention{from: s.to, to: s.to, head: s.to}, s)
		}
		if a.has(s.from, s.to, "online_words") && len(a.eventsIn(s)) == 0 && c.Online == nil {
			c.online()
		}
	}
	for n, s := range a.sentences {
		if _, again := a.hitAt(s.from, "event_again"); again && n > 0 && a.lead(s.from) == 0 && len(c.Places) == 0 && a.near(a.sentences[n-1].from, a.main) && len(a.eventsIn(s)) == 0 {
			a.venues(c, eventMention{from: s.to, to: s.to, head: s.to}, s) // "Sự kiện diễn ra tại …"
		}
	}
	if len(c.Places) == 0 {
		for _, s := range a.sentences {
			if !a.inTitle(s.from) {
				break
			}
			if to := a.placeName(s.from); to > 0 && to < s.to && a.tokens[to].r == ':' && to-s.from <= 4 && !a.officeAt(s.from) && !a.startsPerson(s.from) {
				if _, province := a.hitAt(s.from, "province"); province {
					c.Places = addName(c.Places, a.str(s.from, to))
				}
			}
		}
	}
}

func (c *cluster) online() {
	yes := true
	c.Online = &yes
}

// refineKind turns the kind of a head word into that of the event: a
// conference of the Central Committee is a plenum, a sitting of the Government
// a meeting.
func (a *analysis) refineKind(c cluster, m eventMention) string {
	switch c.Kind {
	case "conference":
		if a.pack.Code == "vi" && a.has(m.head, m.to, "paper_kinds") {
			return c.Kind // held on the resolution of a plenum
		}
		if (m.ordinal > 0 || a.pack.Code == "en") && a.has(m.head, m.to, "plenum_words") {
			return "plenum"
		}
		if k := m.head; k < m.to && m.ordinal > 0 && a.has(k, k+1, "counters") && c.term > 0 {
			if h, ok := a.hitAt(k, "counters"); ok && h.to-h.from == 2 && h.value == "ordinal" {
				if _, numbered := a.hitAt(h.from, "central_counters"); numbered {
					return "plenum"
				}
			}
		}
	case "meeting":
		for k := m.head; k < m.to && m.ordinal > 0 && a.pack.Code == "en"; k++ {
			if h, ok := a.hitAt(k, "body"); ok && h.value == "Ban Chấp hành Trung ương Đảng" {
				return "plenum" // "the 15th meeting of the Party Central Committee"
			}
		}
	case "session":
		if h, ok := a.hitAt(m.to, "party_words"); ok && h.value == "both" {
			return "meeting" // "phiên họp hẹp giữa các nhà lãnh đạo"
		}
		if a.ofGovernment(m.head, m.to) || m.name == "" && a.governs(m) {
			if a.has(m.from, m.to, "online_words") && a.has(m.from, m.to, "localities") {
				return "conference"
			}
			return "meeting"
		}
	}
	return c.Kind
}

// ofGovernment tells whether a body whose sittings are meetings is named between
// two tokens.
func (a *analysis) ofGovernment(from, to int) bool {
	for k := from; k < to; k++ {
		longest := hit{}
		for _, h := range a.hitsAt(k) {
			if h.list == "government_words" && h.to > longest.to {
				longest = h
			}
		}
		if longest.to > 0 && longest.value != "-" {
			return true
		}
		k = max(k, longest.to-1)
	}
	return false
}

// governs: "Chính phủ tổ chức phiên họp": the body stands before the verb.
func (a *analysis) governs(m eventMention) bool {
	s := a.sentences[a.tokens[m.from].sentence]
	for k := max(s.from, m.from-16); k < m.from; k++ {
		if h, ok := a.hitAt(k, "organized"); ok && h.to <= m.from {
			return a.ofGovernment(max(s.from, k-8), k)
		}
	}
	return false
}

// figures writes a number in Roman figures, as terms are.
func figures(n int) string {
	var b strings.Builder
	for _, f := range []struct {
		n int
		s string
	}{{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= f.n {
			b.WriteString(f.s)
			n -= f.n
		}
	}
	return b.String()
}

// venues reads the places that a sentence telling of an event gives it: "tại
// Trụ sở Trung ương Đảng", "bế mạc tại Trung tâm Hội nghị Quốc gia (Hà Nội)".
func (a *analysis) venues(c *cluster, m eventMention, s sentence) {
	if c.country != "" && len(a.eventsIn(s)) > 1 {
		return // where its meetings are held is theirs
	}
	reach := m.to + 12
	if m.to < s.to && a.tokens[m.to].r == '(' {
		for k := m.to; k < s.to && k < m.to+24; k++ {
			if a.tokens[k].r == ')' {
				reach = k + 12 // "Lễ kỷ niệm … (28/8/1945 - 28/8/2025) tại …"
				break
			}
		}
	}
	a.visited(c, m, s)
	met := reach
	if a.pack.Code == "en" && m.verb {
		met = s.to
	}
	for k := s.from; k < s.to; k++ {
		h, ok := a.hitAt(k, "venue_words")
		far := k > reach && !(m.date >= 0 && a.dates[m.date].to == k || k <= reach+12 && a.plainBetween(m, k) && a.noActs(m.to, k))
		if !ok || a.inPaper(k) || a.inOffice(k) || far && k > met || m.from-k > 40 && (a.pack.Code != "en" || k > s.from+10) || a.pack.Code == "en" && a.has(s.from, k, "birth_words") {
			continue
		}
		if _, bridge := a.hitAt(h.to, "bridges"); bridge || a.has(max(s.from, k-2), k, "bridges") {
			continue
		}
		if a.actBetween(c, m, k) {
			continue // "các đại biểu dự đại hội đã dâng hương tại Đài tưởng niệm"
		}
		to := a.placeName(h.to)
		if far && !(to > 0 && a.metThere(k, to, s, m)) {
			continue
		}
		if k > s.from && h.to-h.from == 1 && !a.venuePlace(k, s.from, m) && !(to > 0 && (a.plainVenue(k, h.to, s) || a.metThere(k, to, s, m))) {
			continue
		}
		if to == 0 || a.within(h.to) {
			continue
		}
		a.addPlaces(c, h.to, to)
	}
	if c.Kind != "visit" && !(c.Kind == "ceremony" && m.verb && !m.sitting) {
		return
	}
	if t, title := a.hitAt(m.head, "title"); m.to > m.head && a.capitalised(m.head, m.to) && (!title || a.nameWord(m.head) > t.to) {
		if to := a.placeName(m.head); to > m.head {
			a.addPlaces(c, m.head, to)
		}
	}
	if h, ok := a.hitAt(m.to, "reach_words"); ok && h.to < s.to {
		if _, country := a.hitAt(h.to, "country"); country {
			a.addPlaces(c, h.to, a.placeName(h.to)) // "chuyến thăm của Tổng thống A tới Việt Nam"
		}
	}
}

// placeBehind reads the province, the country or the house that stands right
// behind the name of an event: "cuộc họp Nhóm Công tác tại Vatican".
func (a *analysis) placeBehind(c *cluster, m eventMention) {
	h, ok := a.hitAt(m.to, "venue_words")
	if !ok || a.pack.Code == "en" || m.passing || c.country != "" {
		return
	}
	_, house := a.hitAt(h.to, "meeting_places")
	_, country := a.countryAt(h.to)
	if to := a.placeName(h.to); to > 0 && (house || country || a.provinceAfter(h.to)) {
		a.addPlaces(c, h.to, to)
	}
}

// actBetween tells whether the verb of another event stands between a mention of
// one and a place: it is that one's place.
func (a *analysis) actBetween(c *cluster, m eventMention, k int) bool {
	for _, o := range a.eventAt {
		if o.verb && o.from >= m.to && o.from < k && a.sameSentence(m.head-1, o.from) && (o.event < 0 || &a.clusters[o.event] != c) {
			return true
		}
	}
	return false
}

func (a *analysis) capitalised(from, to int) bool {
	for k := from; k < to; k++ {
		if a.tokens[k].kind == word && a.tokens[k].capital != lower {
			return true
		}
	}
	return false
}

// within tells whether token i is part of the words of an event.
func (a *analysis) within(i int) bool {
	for _, m := range a.eventAt {
		if m.from <= i && i < m.head {
			return true
		}
	}
	return false
}

// venuePlace tells whether "tại" at token k says where the event is, and is no
// part of somebody's speech or office: it follows a comma, a date, the event or a verb of holding.
func (a *analysis) venuePlace(k, start int, m eventMention) bool {
	if k >= m.to && k-m.to <= 3 || a.tokens[k-1].r == ',' || a.dateEndsAt(k) {
		return true
	}
	for j := max(start, k-5); j < k; j++ {
		if h, ok := a.hitAt(j, "held_words"); ok && h.to <= k && k-h.to <= 2 && !a.capitalised(h.to, k) {
			return true // "diễn ra trọng thể tại"
		}
	}
	// "kiểm tra dự án đường nối A với B tại xã C"
	return m.verb && m.kind == "visit" && (k > m.to && a.plainBetween(m, k) && a.noActs(m.to, k) || k > m.head && k < m.to)
}

// noActs tells whether nobody does anything between two tokens.
func (a *analysis) noActs(from, to int) bool {
	for _, x := range a.actsIn(a.sentences[a.tokens[from].sentence]) {
		if x.from >= from && x.from < to {
			return false
		}
	}
	return true
}

// frontedVenue reads the place that a sentence opens with, for all that it
// tells of: "Nhân dịp này, tại tỉnh A, các đại biểu dự hội thảo …; dự lễ …".
func (a *analysis) frontedVenue(c *cluster, m eventMention, s sentence) {
	for k := s.from; k < s.to && k < s.from+9 && k < m.from; k++ {
		h, ok := a.hitAt(k, "venue_words")
		if !ok || a.inOffice(k) || a.inPaper(k) {
			continue
		}
		to := a.placeName(h.to)
		if to > 0 && to < m.from && a.tokens[to].r == ',' && !a.within(h.to) && !a.startsPerson(h.to) {
			c.Places = addName(c.Places, a.str(h.to, to))
		}
		return
	}
}

// plainVenue tells whether "tại" before a hall or a building says where the
// sentence takes place: nobody has begun to speak before it.
func (a *analysis) plainVenue(k, name int, s sentence) bool {
	if _, ok := a.hitAt(name, "meeting_places"); !ok {
		return false
	}
	for _, x := range a.actsIn(s) {
		if x.from < k && x.weak {
			return false
		}
	}
	return true
}
