package extract

import "strings"

// roleKey says what makes two roles one.
type roleKey struct {
	person, event int
	role          string
}

// roleFinder gathers the roles of one article.
type roleFinder struct {
	*analysis
	roles   []Role
	unnamed []Unnamed
	seen    map[roleKey]int
	spoken  map[[2]int]bool // person and event: opened, concluded, presented or spoke there
	last    int             // the person spoken of last, or -1
	lastAt  int             // the sentence that spoke of them
	acted   map[int]bool    // events at which somebody does something
	links   map[int]eventLink
	pressed map[int]bool    // people whose words were told to the press
	called  bool            // who made the call has been put down
	deeds   map[[2]int]bool // events and the sentences in which somebody acts there
	flat    bool            // every sentence is a paragraph of its own
	hosts   map[[2]int]bool // people and the talks that they hold at home
	at      map[int]int     // by person, the event that the text last put them at
}

// findRoles reads, clause by clause, what people did at the events.
func (a *analysis) findRoles() ([]Role, []Unnamed) {
	f := &roleFinder{analysis: a, seen: map[roleKey]int{}, spoken: map[[2]int]bool{}, acted: map[int]bool{}, links: map[int]eventLink{}, pressed: map[int]bool{}, deeds: map[[2]int]bool{}, hosts: map[[2]int]bool{}, last: -1, flat: a.isFlat()}
	// what people are said to do first, reported speech after: a speech that
	// opens or closes the meeting adds no second role
	for _, weak := range []bool{false, true} {
		f.last, f.at = -1, map[int]int{}
		for i, s := range a.sentences {
			if !a.tokens[s.from].skip || !a.tokens[s.to-1].skip {
				f.sentence(i, s, weak)
			}
		}
	}
	return f.roles, f.unnamed
}

// clause is what the acts of one sentence share.
type clause struct {
	sentence
	number  int
	groups  []group
	subject []int // members of the last subject
	reports int   // token of the verb of speech whose words follow, or -1
	framed  []int // people whose speech the opening of the sentence names
	frame   act
	lastTo  int  // where the last act ended
	openTo  int  // where the last act that opened the sentence ended
	unreal  bool // the last act was denied or only planned
}

func (f *roleFinder) sentence(n int, s sentence, weak bool) {
	acts := f.actsIn(s)
	lo, hi := f.mentionsIn(s)
	f.putAt(s)
	if weak {
		f.pronoun(n, s, acts)
	} else if hi > lo {
		f.guests(&clause{sentence: s, number: n, groups: f.groupsIn(s)})
	}
	if len(acts) == 0 || lo == hi && !f.mayBeUnnamed(s) && !f.delegation(s.from, s.to) {
		if hi > lo {
			f.last, f.lastAt = f.mentions[lo].person, n
		}
		return
	}
	c := &clause{sentence: s, number: n, groups: f.groupsIn(s), reports: -1, lastTo: -1}
	for _, x := range acts {
		f.act(c, x, weak)
	}
	if hi > lo {
		f.last, f.lastAt = f.mentions[lo].person, n
		if len(c.subject) == 1 {
			f.last = f.mentions[c.subject[0]].person
		}
	}
}

// toMeeting tells whether reported speech is said to be made to the meeting:
// "told the conference".
func (f *roleFinder) toMeeting(c *clause, x act) bool {
	for _, m := range f.eventsIn(c.sentence) {
		if m.from >= x.from && m.from <= x.to && m.event >= 0 {
			return true
		}
	}
	return false
}

// act works out who does one act, and at which event.
func (f *roleFinder) act(c *clause, x act, weak bool) {
	if x.roles == "" || x.visit && !f.visitAt(x.to) || x.kind == "" && f.inName(x) || x.roles == "presented" && f.has(x.to, min(c.to, x.to+10), "gift_words") {
		return
	}
	if c.reports >= 0 && !f.whileAct(x) && !f.newSubject(c, x) && !f.elsewhere(c, x) {
		return // part of what somebody said
	}
	who, fronted, list := f.subject(c, x)
	if x.verb && len(who) > 0 && !fronted && !list && !f.adjacent(c, x) {
		return
	}
	unreal := f.unreal(c, x) || x.weak && !fronted && len(who) > 0 && f.has(max(f.mentions[who[len(who)-1]].outTo, x.from-4), x.from, "passive_words") || x.weak && f.has(c.from, x.from, "press_words") || x.weak && !fronted && !list && len(who) > 0 && f.byWord(f.mentions[who[0]].outFrom)
	if len(who) == 0 {
		if x.weak == weak && (!weak || f.toMeeting(c, x) || f.holderSays(c, x)) && (!unreal || f.has(max(c.from, x.from-3), x.from, "future_words")) {
			f.unnamedActs(c, x, unreal)
		}
		return
	}
	if !unreal && !x.weak && !fronted && !list && !x.by && len(who) > 0 {
		from := f.mentions[who[len(who)-1]].outTo
		if from < x.from && x.from-from <= 24 && f.has(from, x.from, "will_words") {
			unreal = true // "Thủ tướng sẽ có cuộc hội đàm với …, hội kiến …"
		}
		if from < x.from && f.agent(f.mentions[who[0]].outFrom, c.from) && f.has(c.from, f.mentions[who[0]].outFrom, "will_words") {
			unreal = true // "Quốc hội sẽ nghe Bộ trưởng A trình bày"
		}
		if from < x.from && x.roles == "chaired" && f.has(from, x.from, "assigning_words") {
			return // "Thủ tướng giao Bộ Y tế chủ trì"
		}
	}
	if !unreal && c.unreal && c.lastTo > 0 && !fronted && !list && !x.by && f.goesOn(c, x) {
		unreal = true // "sẽ thăm … và dự …"
	}
	coming := unreal && f.toVisit(c, x, who)
	c.unreal = unreal
	unreal = unreal && !coming
	if speech(x) && !fronted && !list && !x.by {
		c.reports = x.from
	}
	c.lastTo = x.to
	if fronted || list {
		c.openTo = x.to
	}
	if !fronted && !list && !x.by {
		c.subject = who
	}
	if fronted {
		c.framed, c.frame = who, x
	}
	if unreal && !weak && !x.weak && f.tomorrow(c, x) {
		f.await(c, x)
	}
	if unreal || x.weak != weak {
		return
	}
	if x.weak && inside(c.framed, who) && !c.frame.weak && c.frame.roles != "attended" && c.frame.roles != "received" && c.frame.roles != "visited" {
		return // the same speech
	}
	if x.roles == "moderated" && x.verb && !f.moderates(c, x) {
		return
	}
	event := f.eventOf(c, x, who)
	if event < 0 || f.recounted(c, x, who) || f.otherObject(c, x, event) || x.roles == "received" && x.kind == "" && f.large(event) || f.toCome(event) && !coming || f.aside(c, event) || x.weak && !f.heard(c, x, who, event) {
		return
	}
	if _, order := f.hitAt(x.from, "order_words"); order && list && f.pack.Code != "en" {
		return // "dự, chỉ đạo hội nghị có các ông: A; B" lists who came
	}
	if x.weak && (f.toThePress(c, x, who, event) || f.otherDay(c, x, event) || f.unheard(c, x, event) || f.early(c, event) || f.late(who[0]) || f.untied(c, x, who, event)) {
		return
	}
	m, ok := f.callOn(c, x, fronted)
	if !ok {
		m, ok = f.concludes(c, x, event)
	}
	if ok && m.event == event {
		for _, g := range who {
			f.add(c, act{from: m.from, to: m.head, roles: "visited"}, g, "visited", event, "", 0, 1)
		}
	}
	at := f.placeOf(c, x, event)
	if x.roles == "received" {
		f.ledBy(c, x, event)
		f.guestOfHost(c, x, event)
	}
	if g, ok := f.groupAfter(c, x.to, 0); ok && x.host {
		for _, m := range g.members {
			f.add(c, act{from: x.from, to: x.to, roles: "received"}, m, "received", event, "", 0, 1)
		}
	}
	if f.talksAtHome(c, x, who) {
		for _, m := range who {
			f.hosts[[2]int{f.mentions[m].person, event}] = true
		}
		f.guestOfHost(c, x, event)
		return
	}
	for n, m := range who {
		for roles := x.roles; roles != ""; {
			var role string
			role, roles, _ = strings.Cut(roles, "+")
			if role == "presented" && x.to < c.to && f.tokens[x.to].r == ':' {
				role = "spoke" // "đại biểu A trình bày: …"
			}
			if role == "concluded" && f.afterQuote(c, x, m) && !f.chairs(f.mentions[m].person, event) {
				role = "spoke"
			}
			if role == "spoke" && !x.weak && f.inPaper(x.to) {
				role = "presented" // "spoke about Resolution No. 45-NQ/TW"
			}
			f.add(c, x, m, role, event, at, n, len(who))
		}
	}
}

// moderates tells whether "điều hành" has a meeting as its object, and not the
// work of a body.
func (f *roleFinder) moderates(c *clause, x act) bool {
	if x.to >= c.to || f.tokens[x.to].kind == sign {
		return true
	}
	for _, m := range f.eventsIn(c.sentence) {
		if m.from >= x.to && m.from <= x.to+3 || m.to <= x.from && x.from-m.to <= 12 {
			return true
		}
	}
	return false
}

func inside(xs, ys []int) bool {
	for _, y := range ys {
		ok := false
		for _, x := range xs {
			ok = ok || x == y
		}
		if !ok {
			return false
		}
	}
	return len(ys) > 0
}

// speech tells whether what follows the act is somebody's words.
func speech(x act) bool { return x.weak }
