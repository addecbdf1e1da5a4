package extract

import "strings"

// ledBy puts down who leads the delegation that is received: "tiếp Đoàn … do
// ông A làm trưởng đoàn".
func (f *roleFinder) ledBy(c *clause, x act, event int) {
	for _, g := range c.groups {
		if g.from < x.to || len(g.members) != 1 || !f.agent(g.from, c.from) {
			continue
		}
		for k := f.mentions[g.members[0]].to; k < c.to && k < g.to+6; k++ {
			if _, ok := f.hitAt(k, "lead_words"); ok {
				f.add(c, act{from: k, to: k + 1, roles: "visited"}, g.members[0], "visited", event, "", 0, 1)
				return
			}
		}
	}
}

// guestOfHost puts down who is received, named right behind the words: "tiếp
// Đại sứ A".
func (f *roleFinder) guestOfHost(c *clause, x act, event int) {
	if f.pack.Code == "en" || x.by || f.clusters[event].Kind != "meeting" {
		return
	}
	for _, g := range c.groups {
		if g.from >= x.to && g.from <= x.to+1 && len(g.members) == 1 && f.mentions[g.members[0]].by == byName {
			f.add(c, act{from: x.from, to: x.to, roles: "visited"}, g.members[0], "visited", event, "", 0, 1)
			return
		}
	}
}

// afterVisit is how many sentences after a visit was told what its guest says
// may be said there.
const afterVisit = 12

// toVisit tells whether an act that is yet to come is a visit, which the press
// tells of before it is made: "Thủ tướng A sẽ hội đàm với …, thăm …".
func (f *roleFinder) toVisit(c *clause, x act, who []int) bool {
	if x.kind == "" || !strings.HasPrefix(x.roles, "visited") || f.pack.Code == "en" || len(who) == 0 {
		return false
	}
	from := f.mentions[who[len(who)-1]].outTo
	return from < x.from && f.has(from, x.from, "will_words") && !f.has(from, x.from, "denials")
}

// heard tells whether reported speech may be of an event that its sentence does
// not name: on a visit only of those who are told to be there.
func (f *roleFinder) heard(c *clause, x act, who []int, event int) bool {
	if f.clusters[event].Kind != "visit" {
		return true
	}
	for _, m := range f.eventsIn(c.sentence) {
		if m.event == event {
			return true
		}
	}
	if f.clusters[event].verb && f.sinceNamed(c, x, event) > afterVisit {
		return false
	}
	if _, order := f.hitAt(x.from, "order_words"); order && f.clusters[event].verb {
		return false // an order is given anywhere
	}
	return f.present(f.mentions[who[0]].person, event)
}

// callOn is the visit or the meeting with somebody that a sentence opens with,
// whose subject is then the one who came: "Tại buổi làm việc với …, A nhấn mạnh".
func (f *roleFinder) callOn(c *clause, x act, fronted bool) (eventMention, bool) {
	if fronted || x.kind != "" || len(c.groups) == 0 || f.called {
		return eventMention{}, false
	}
	for _, m := range f.eventsIn(c.sentence) {
		if m.verb || m.title || m.event < 0 || m.from > c.from+4 || c.groups[0].from < m.to || f.namedIn(m.from, m.to) {
			continue
		}
		kind := f.clusters[m.event].Kind
		_, with := f.hitAt(f.passDate(m.head), "with_words")
		if _, at := f.hitAt(m.head, "venue_words"); m.name == "" && !(at && kind == "visit") && !(with && c.groups[0].from >= f.passDate(m.head)+2) {
			continue
		}
		_, call := f.hitAt(m.from, "call_words")
		if call && (kind == "visit" || kind == "meeting" && with) {
			f.called = true
			return m, true
		}
	}
	return eventMention{}, false
}

// passDate passes the day that stands right behind the head of an event: "buổi
// làm việc sáng 12/12 với tỉnh".
func (f *roleFinder) passDate(i int) int {
	if d := f.firstDate(i); d < len(f.dates) && f.dates[d].from <= i+1 {
		return f.dates[d].to
	}
	return i
}

// concludes is the meeting with a body that somebody concludes as its guest:
// "kết luận của Thủ tướng A tại cuộc làm việc với Bộ B".
func (f *roleFinder) concludes(c *clause, x act, event int) (eventMention, bool) {
	if x.roles != "concluded" {
		return eventMention{}, false
	}
	for _, m := range f.eventsIn(c.sentence) {
		with, ok := f.hitAt(m.head, "with_words")
		if !ok || m.event != event || m.verb || m.name == "" || f.namedIn(m.from, m.to) {
			continue
		}
		_, call := f.hitAt(m.from, "call_words")
		_, guests := f.hitAt(with.to, "delegation_words")
		if call && !guests {
			return m, true
		}
	}
	return eventMention{}, false
}

// guests puts down whose visit a sentence names: "cuộc làm việc của Thủ tướng A
// với lãnh đạo thành phố".
func (f *roleFinder) guests(c *clause) {
	for _, m := range f.eventsIn(c.sentence) {
		if m.verb || m.title || m.passing || m.event < 0 || f.toCome(m.event) {
			continue
		}
		h, ok := f.partyOf(m)
		if _, call := f.hitAt(m.from, "call_words"); !ok || !call || h.value != "guest" {
			continue
		}
		for _, g := range c.groups {
			if g.from == h.to && len(g.members) == 1 && !f.late(g.members[0]) {
				f.add(c, act{from: m.from, to: m.head, roles: "visited"}, g.members[0], "visited", m.event, "", 0, 1)
			}
		}
	}
}

// partyOf is the word that leads to whose meeting a mention names, right behind
// its head or, of a visit, behind the country: "chuyến thăm Lào của Thủ tướng A".
func (f *roleFinder) partyOf(m eventMention) (hit, bool) {
	if h, ok := f.hitAt(m.head, "party_words"); ok || f.clusters[m.event].Kind != "visit" {
		return h, ok
	}
	for k := m.head; k < m.head+7 && k < len(f.tokens) && f.sameSentence(m.head, k) && !f.startsPerson(k); k++ {
		if h, ok := f.hitAt(k, "party_words"); ok {
			return h, true
		}
		if _, other := f.hitAt(k, "acts"); other || f.tokens[k].kind == sign {
			break // "theo lời mời của …"
		}
	}
	return hit{}, false
}

// findLeader finds who heads the delegation that the article tells of: "Đoàn
// công tác do ông A làm trưởng đoàn". What the delegation does, its head does.
func (a *analysis) findLeader() {
	a.leader = -1
	for i, m := range a.mentions {
		s := a.sentences[a.tokens[m.from].sentence]
		by := false
		for k := max(s.from, m.outFrom-2); k < m.outFrom; k++ {
			if h, ok := a.hitAt(k, "by_words"); ok && h.to == m.outFrom {
				by = true
			}
		}
		if by && a.has(m.to, min(s.to, m.outTo+4), "lead_words") && a.has(max(s.from, m.outFrom-24), m.outFrom, "delegation_words") {
			a.leader = i
			return
		}
	}
}

// delegation tells whether the delegation is the subject of an act: it is named
// before the act, after the sentence that told who heads it.
func (a *analysis) delegation(start, i int) bool {
	return a.leader >= 0 && a.mentions[a.leader].from < start && a.has(start, i, "delegation_words")
}
