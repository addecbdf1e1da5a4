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
	called  bool            // who made the call has been put down
}

// findRoles reads, clause by clause, what people did at the events.
func (a *analysis) findRoles() ([]Role, []Unnamed) {
	f := &roleFinder{analysis: a, seen: map[roleKey]int{}, spoken: map[[2]int]bool{}, last: -1}
	// what people are said to do first, reported speech after: a speech that
	// opens or closes the meeting adds no second role
	for _, weak := range []bool{false, true} {
		f.last = -1
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
	until   int   // token where the last subject's clause ends
	event   int
	reports int // token of the verb of speech whose words follow, or -1
	at      string
	framed  []int // people whose speech the opening of the sentence names
	frame   act
	lastTo  int  // where the last act ended
	unreal  bool // the last act was denied or only planned
}

func (f *roleFinder) sentence(n int, s sentence, weak bool) {
	acts := f.actsIn(s)
	lo, hi := f.mentionsIn(s)
	if weak {
		f.pronoun(n, s, acts)
	}
	if len(acts) == 0 || lo == hi && !f.mayBeUnnamed(s) {
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

// act works out who does one act, and at which event.
func (f *roleFinder) act(c *clause, x act, weak bool) {
	if x.roles == "" {
		return
	}
	if c.reports >= 0 && !f.newSubject(c, x) && !f.elsewhere(c, x) {
		return // part of what somebody said
	}
	who, fronted, list := f.subject(c, x)
	if x.verb && len(who) > 0 && !fronted && !list && !f.adjacent(c, x) {
		return
	}
	unreal := f.unreal(c, x) || x.weak && !fronted && len(who) > 0 && f.has(max(f.mentions[who[len(who)-1]].outTo, x.from-4), x.from, "passive_words") || x.weak && f.has(c.from, x.from, "press_words")
	if len(who) == 0 {
		if !weak && !unreal && !x.weak {
			f.unnamedActs(c, x)
		}
		return
	}
	if !unreal && c.unreal && c.lastTo > 0 && !fronted && !list && !x.by && f.goesOn(c, x) {
		unreal = true // "sẽ thăm … và dự …"
	}
	c.unreal = unreal
	if speech(x) && !fronted && !list && !x.by {
		c.reports = x.from
	}
	c.lastTo = x.to
	if !fronted && !list && !x.by {
		c.subject = who
	}
	if fronted {
		c.framed, c.frame = who, x
	}
	if unreal || x.weak != weak {
		return
	}
	if x.weak && inside(c.framed, who) && !c.frame.weak && c.frame.roles != "attended" {
		return // the same speech
	}
	event := f.eventOf(c, x, who)
	if event < 0 || f.toCome(event) || x.weak && !f.heard(c, who, event) {
		return
	}
	if m, ok := f.callOn(c, x, fronted); ok && m.event == event {
		for _, g := range who {
			f.add(c, act{from: m.from, to: m.head, roles: "visited"}, g, "visited", event, "", 0, 1)
		}
	}
	at := f.placeOf(c, x, event)
	if x.roles == "received" {
		f.leader(c, x, event)
	}
	for n, m := range who {
		for roles := x.roles; roles != ""; {
			var role string
			role, roles, _ = strings.Cut(roles, "+")
			if role == "spoke" && !x.weak && f.inPaper(x.to) {
				role = "presented" // "spoke about Resolution No. 45-NQ/TW"
			}
			f.add(c, x, m, role, event, at, n, len(who))
		}
	}
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

// newSubject tells whether a clause with a subject of its own begins between
// the words somebody said and an act: after a semicolon, or with "while".
func (f *roleFinder) newSubject(c *clause, x act) bool {
	for k := x.from - 1; k > c.reports; k-- {
		_, while := f.hitAt(k, "while_words")
		if f.tokens[k].r != ';' && !while {
			continue
		}
		for _, g := range c.groups {
			if g.from > k && g.from <= k+3 && g.to <= x.from {
				c.reports = -1
				return true
			}
		}
		return false
	}
	return false
}

// elsewhere tells whether what is said tells of another event, with its day:
// "Đồng chí nhắc lại, tại hội nghị toàn quốc ngày 04/12/2023, A đã truyền đạt".
func (f *roleFinder) elsewhere(c *clause, x act) bool {
	if x.weak {
		return false
	}
	for _, g := range c.groups {
		// "hội nghị … do đồng chí A chủ trì"
		if g.from > c.reports && g.to <= x.from && x.from-g.to <= 2 && f.byWord(g.from) {
			return true
		}
	}
	for _, m := range f.eventsIn(c.sentence) {
		if m.from > c.reports && m.from < x.from && m.event >= 0 && m.event != f.main && m.date >= 0 {
			return true
		}
	}
	return false
}

// subject finds who does an act: before it in its clause; behind it in a list
// ("Chủ trì hội nghị có các đồng chí: A; B"); or, when the act opens the
// sentence, at the head of the main clause ("Kết luận hội nghị, A yêu cầu").
func (f *roleFinder) subject(c *clause, x act) (who []int, fronted, list bool) {
	if x.by {
		if g, ok := f.groupAfter(c, x.to, 6); ok {
			return f.people(c, g), false, true
		}
		return nil, false, false
	}
	if !x.list {
		if who := f.subjectBefore(c, x); who != nil {
			return who, false, false
		}
	}
	return f.subjectAfter(c, x)
}

func (f *roleFinder) people(c *clause, g group) []int { return g.members }

// groupAfter is the first list of people that starts within n tokens behind i.
func (f *roleFinder) groupAfter(c *clause, i, n int) (group, bool) {
	for _, g := range c.groups {
		if g.from >= i && g.from-i <= n {
			return g, true
		}
		if g.from < i && g.to > i {
			return g, true
		}
	}
	return group{}, false
}

// subjectBefore is the nearest list of people before an act that may be its
// subject, or the subject of the act before it that this one goes on with.
func (f *roleFinder) subjectBefore(c *clause, x act) []int {
	start := f.clauseStart(c, x.from)
	if f.runTogether(c, x) {
		return nil
	}
	for i := len(c.groups) - 1; i >= 0; i-- {
		g := c.groups[i]
		if g.to > x.from || g.from < start {
			continue
		}
		if c.lastTo > 0 && g.from >= c.lastTo && !f.freshStart(g.from, c.lastTo) {
			continue // the object of the act before
		}
		if f.isObject(g.from, c.from) && !f.relative(g.to) {
			continue
		}
		if f.interrupted(g.to, x.from) || f.has(g.to, x.from, "by_words") {
			return nil
		}
		if x.from-g.to > 22 && c.lastTo < g.to {
			return nil
		}
		return g.members
	}
	return nil
}

// clauseStart is the first token of the clause that token i is in: a semicolon ends one.
func (f *roleFinder) clauseStart(c *clause, i int) int {
	for k := i - 1; k >= c.from; k-- {
		if f.tokens[k].r == ';' {
			if _, ok := f.hitAt(k+1, "honorific"); ok {
				return k + 1 // somebody else, though not one of the people
			}
			// a clause without people of its own goes on with the last subject
			for _, g := range c.groups {
				if g.from > k && g.to <= i {
					return k + 1
				}
			}
			return c.from
		}
	}
	return c.from
}

// freshStart tells whether a person behind an act begins a clause: after a
// comma, "do", "nghe" or "while", and not as the object.
func (f *roleFinder) freshStart(from, after int) bool {
	if from <= after {
		return false
	}
	for k := from - 1; k >= after && k >= from-3; k-- {
		if r := f.tokens[k].r; r == ',' || r == ';' || r == ':' || r == '-' || r == '–' || r == '”' || r == '"' {
			return true
		}
		for _, list := range []string{"agent_words", "while_words"} {
			if h, ok := f.hitAt(k, list); ok && h.to <= from {
				return true
			}
		}
	}
	return false
}

// isObject tells whether the word before a person makes them no subject.
func (f *roleFinder) isObject(from, start int) bool {
	for k := max(start, from-3); k < from; k++ {
		if h, ok := f.hitAt(k, "object_words"); ok && h.to == from {
			return true
		}
	}
	return false
}

// relative: "followed by Prime Minister A, who presented".
func (f *roleFinder) relative(i int) bool {
	if i < len(f.tokens) && f.tokens[i].r == ',' {
		i++
	}
	_, ok := f.hitAt(i, "relative_words")
	return ok
}

// interrupted tells whether somebody else acts between a person and a verb:
// "nghe đồng chí A trình bày, các đại biểu thảo luận".
func (f *roleFinder) interrupted(from, to int) bool {
	for k := from; k < to; k++ {
		h, ok := f.hitAt(k, "other_subjects")
		if ok && h.to <= to && k > 0 && (f.tokens[k-1].r == ',' || f.tokens[k-1].r == ';' || k == from) {
			return true
		}
	}
	return false
}

// adjacent tells whether an act that may as well be a noun stands as a verb:
// right behind its subject, but for adverbs, an apposition or the verb it goes on from.
func (f *roleFinder) adjacent(c *clause, x act) bool {
	k := x.from
	for k > c.from {
		if f.tokens[k-1].r == ')' {
			for k > c.from && f.tokens[k-1].r != '(' {
				k--
			}
			if k > c.from {
				k--
			}
			continue
		}
		if f.adverb(k-1) || f.closes(k-1) {
			k--
			continue
		}
		break
	}
	if k == c.lastTo {
		return k < x.from // "trình bày báo cáo đánh giá": a noun
	}
	for _, g := range c.groups {
		if g.to == k || g.from < k && g.to > k {
			return true
		}
		// "A thay mặt Đoàn Chủ tịch điều hành"
		if g.to < k && k-g.to <= 12 && f.standsFor(g.to, k) {
			return true
		}
		// "A cùng các đồng chí lãnh đạo tỉnh dự": others act with them
		if g.to < k && k-g.to <= 18 && f.othersJoin(g.to) && f.noVerb(g.to, x.from) {
			return true
		}
		// "A, thay mặt Bộ Chính trị, điều hành": a comma right before the verb
		if g.to < k && k == x.from-1 && f.tokens[k].r == ',' && k-g.to <= 12 {
			return true
		}
	}
	// after "và", "đồng thời" behind another act of the same subject
	if k < x.from && c.lastTo > 0 && f.joins(k, x.from) {
		return true
	}
	return false
}

func (f *roleFinder) adverb(k int) bool {
	for _, list := range []string{"adverbs", "and_then"} {
		for j := max(0, k-2); j <= k; j++ {
			if h, ok := f.hitAt(j, list); ok && h.to == k+1 {
				return true
			}
		}
	}
	return false
}

// closes: a comma, dash or closing parenthesis between a person and the verb.
func (f *roleFinder) closes(k int) bool {
	r := f.tokens[k].r
	return r == ',' || r == ')' || isDash(r) || r == ';'
}

func (f *roleFinder) joins(from, to int) bool {
	for k := from; k < to; k++ {
		if h, ok := f.hitAt(k, "and_then"); ok && h.to <= to {
			return true
		}
	}
	return false
}

// standsFor tells whether the words between a person and a verb say for whom
// the person acts, or what else they are.
func (f *roleFinder) standsFor(from, to int) bool {
	for k := from; k < to && k < from+3; k++ {
		if h, ok := f.hitAt(k, "stand_words"); ok && h.to <= to {
			return f.noVerb(h.to, to)
		}
	}
	return false
}

// othersJoin tells whether the list of people before token i goes on with
// people who are not named: "cùng các đồng chí lãnh đạo".
func (f *roleFinder) othersJoin(i int) bool {
	if i < len(f.tokens) && f.tokens[i].r == ',' {
		i++
	}
	_, ok := f.hitAt(i, "and")
	return ok
}

// leader puts down who leads the delegation that is received: "tiếp Đoàn … do
// ông A làm trưởng đoàn".
func (f *roleFinder) leader(c *clause, x act, event int) {
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

// agent tells whether "do" stands before token i.
func (f *roleFinder) agent(i, start int) bool {
	for k := max(start, i-2); k < i; k++ {
		if h, ok := f.hitAt(k, "agent_words"); ok && h.to == i {
			return true
		}
	}
	return false
}

// byWord tells whether "do" stands before token i.
func (f *roleFinder) byWord(i int) bool {
	if i == 0 {
		return false
	}
	_, ok := f.hitAt(i-1, "by_words")
	return ok
}

// heard tells whether reported speech may be of an event that its sentence does
// not name: on a visit only of those who are told to be there.
func (f *roleFinder) heard(c *clause, who []int, event int) bool {
	if f.clusters[event].Kind != "visit" {
		return true
	}
	for _, m := range f.eventsIn(c.sentence) {
		if m.event == event {
			return true
		}
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
		if m.verb || m.title || m.name == "" || m.event < 0 || m.from > c.from+4 || c.groups[0].from < m.to {
			continue
		}
		kind := f.clusters[m.event].Kind
		_, with := f.hitAt(m.head, "with_words")
		_, call := f.hitAt(m.from, "call_words")
		if call && (kind == "visit" || kind == "meeting" && with) {
			f.called = true
			return m, true
		}
	}
	return eventMention{}, false
}

// goesOn tells whether an act has the subject of the one before it: no other
// person stands between.
func (f *roleFinder) goesOn(c *clause, x act) bool {
	for _, g := range c.groups {
		if g.from >= c.lastTo && g.to <= x.from && f.freshStart(g.from, c.lastTo) {
			return false
		}
	}
	return true
}
