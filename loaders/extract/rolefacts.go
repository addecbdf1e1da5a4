package extract

// add puts down a role, once for each person, role and event.
func (f *roleFinder) add(c *clause, x act, m int, role string, event int, at string, n, of int) {
	p := f.mentions[m].person
	if role == "chaired" && at != "" && f.wholeEvent(c, x, event) {
		at = ""
	}
	if role == "chaired" && at != "" && x.roles == "chaired" || role == "co_chaired" && at != "" {
		role = "chaired_bridge"
	}
	key := [2]int{p, event}
	if x.weak && role == "spoke" && f.spoken[key] {
		return
	}
	if role == "chaired" || role == "co_chaired" {
		// said twice, once for all and once for one: the first stands
		if _, ok := f.seen[roleKey{p, event, "chaired_bridge"}]; ok {
			return
		}
		if _, ok := f.seen[roleKey{p, event, "co_chaired"}]; ok {
			return
		}
		if _, ok := f.seen[roleKey{p, event, "chaired"}]; ok && role == "co_chaired" {
			return
		}
	}
	switch role {
	case "spoke", "opened", "concluded", "presented":
		f.spoken[key] = true
	}
	if at == "" && (role == "spoke" || role == "concluded") {
		at = f.seat(p, event)
	}
	span := f.actSpan(c, x, m)
	if role == "presented" {
		f.presentings = append(f.presentings, presenting{p, event, x, f.objectEnd(c, x), span})
	}
	k := roleKey{p, event, role}
	if i, ok := f.seen[k]; ok {
		r := &f.roles[i]
		if r.At == "" && at != "" {
			r.At = at
		}
		if len(r.Evidence) < 3 {
			r.Evidence = append(r.Evidence, span)
		}
		return
	}
	r := Role{Person: p, Role: role, Event: event, At: at, Evidence: []Span{span}, Rule: "role." + role, Capacity: f.capacity(m)}
	if of > 1 {
		r.Ordinal = n + 1
	}
	f.seen[k] = len(f.roles)
	f.acted[event] = true
	f.deeds[[2]int{event, c.number}] = true
	f.roles = append(f.roles, r)
}

// seat is the bridge point at which a person attends or chairs, where the text
// tells one: they speak from there too.
func (f *roleFinder) seat(p, event int) string {
	for _, role := range []string{"chaired_bridge", "attended"} {
		if i, ok := f.seen[roleKey{p, event, role}]; ok {
			return f.roles[i].At
		}
	}
	return ""
}

// wholeEvent tells whether somebody chairs the event itself from one of its
// points ("chủ trì hội nghị tại điểm cầu Hà Nội"), nobody having chaired it before.
func (f *roleFinder) wholeEvent(c *clause, x act, event int) bool {
	for k := range f.seen {
		if k.event == event && k.role == "chaired" {
			return false
		}
	}
	for _, m := range f.eventsIn(c.sentence) {
		if m.event == event && m.from >= x.to && m.from <= x.to+1 {
			return true
		}
	}
	return false
}

// actSpan is the evidence of a role: from the person to the act, or from the
// act to the person.
func (f *roleFinder) actSpan(c *clause, x act, m int) Span {
	who := f.mentions[m]
	from, to := min(who.from, x.from), max(who.to, x.to)
	if f.tokens[who.from].sentence != f.tokens[x.from].sentence {
		return f.span(x.from, x.to)
	}
	if to-from > 60 {
		from, to = who.from, who.to
	}
	return f.span(from, to)
}

// objectEnd is where the clause of an act ends: before the next subject.
func (f *roleFinder) objectEnd(c *clause, x act) int {
	for _, g := range c.groups {
		if g.from > x.to && f.freshStart(g.from, x.to) && !f.isObject(g.from, c.from) && f.tokens[g.from-1].r != ',' {
			return g.from
		}
	}
	return c.to
}

// capacity are the offices named with a person where the act is told.
func (f *roleFinder) capacity(m int) string {
	x := f.mentions[m]
	out := ""
	lo := search(f.offices, x.outFrom, (*office).begins)
	for ; lo < len(f.offices) && f.offices[lo].from < x.outTo; lo++ {
		o := f.offices[lo]
		if o.person == x.person && o.office.Name != "" {
			if out != "" {
				out += "; "
			}
			out += o.office.Name
		}
	}
	return out
}

// unreal tells whether an act is denied or only planned.
func (f *roleFinder) unreal(c *clause, x act) bool {
	for k := max(c.from, x.from-3); k < x.from; k++ {
		if h, ok := f.hitAt(k, "unreal"); ok && h.to <= x.from && (h.to == x.from || f.adverb(x.from-1)) {
			return true
		}
	}
	return f.tomorrow(c, x) || f.has(x.to, min(c.to, x.to+7), "repeated_words")
}

// tomorrow tells whether the sentence opens with a day that is yet to come:
// "ngày mai, ông A dự …", with no verb needed to say so.
func (f *roleFinder) tomorrow(c *clause, x act) bool {
	for k := c.sentence.from; k < min(x.from, c.sentence.from+6); k++ {
		if h, ok := f.hitAt(k, "relative_days"); ok && h.value >= "1" && h.value <= "9" {
			return true
		}
	}
	return false
}

// await notes the event that somebody is told to come to tomorrow: it stays in
// the record as one that is announced.
func (f *roleFinder) await(c *clause, x act) {
	for _, m := range f.eventsIn(c.sentence) {
		if m.event >= 0 && !m.passing && !m.title && m.from >= x.from && m.from <= x.to+14 {
			if f.awaited == nil {
				f.awaited = map[int]bool{}
			}
			f.awaited[m.event] = true
			return
		}
	}
}

// eventOf is the event that an act is done at: the one named behind it, the
// one that its sentence opens with, else the one the text is telling of.
func (f *roleFinder) eventOf(c *clause, x act, who []int) int {
	if x.kind != "" || x.guest {
		for _, m := range f.eventsIn(c.sentence) {
			if m.from == x.from || m.from >= x.from && m.from <= x.to+2 {
				return m.event
			}
		}
	}
	best, dist := -1, 99
	joined := f.runTogether(c, x)
	for _, m := range f.eventsIn(c.sentence) {
		if joined && m.from < x.from || f.uttered[m.from] {
			continue // of the caption before, or in somebody's words
		}
		if m.event < 0 || m.passing && m.from >= x.to && (m.from-x.to > 3 || x.roles == "presented") {
			continue
		}
		d := m.from - x.to
		if x.weak && (m.passing && d < 0 || d > 0 && f.tokens[x.to].r == ',') {
			continue
		}
		if x.weak && (d > 3 || d < 0 && m.verb && m.event != f.main && m.date < 0) {
			continue // in what was said, or a caption run together with the text
		}
		if x.weak && d >= 0 && f.has(m.to, min(c.to, m.to+2), "future_words") {
			continue // "cho biết tại kỳ họp sắp tới"
		}
		if x.weak && x.by && d >= 0 {
			continue // "theo ông A, tại cuộc họp …": in what he said
		}
		if x.weak && d >= 0 && (d > 1 || f.pack.Code == "vi") && !f.venue(m.from) {
			continue // "cho biết, năm 2017 hội nghị đã quyết"
		}
		if d < 0 {
			d = (x.from - m.to) + 6
		}
		if m.passing {
			d += 20
		}
		if d >= 0 && d < dist && (m.from <= x.to+14 || m.from < x.from) {
			best, dist = m.event, d
		}
	}
	if best >= 0 {
		return best
	}
	return f.current(c, who)
}

// eventsIn are the event mentions of a sentence.
func (a *analysis) eventsIn(s sentence) []eventMention {
	lo, end := between(a.eventAt, s.from, s.to, (*eventMention).begins)
	return a.eventAt[lo:end]
}

// current is the event that the text tells of at a sentence which names none:
// one with a date of its own in the same paragraph, else the main one.
func (f *roleFinder) current(c *clause, who []int) int {
	if e := f.justAside(c); e >= 0 {
		if len(who) > 0 {
			f.at[f.mentions[who[0]].person] = e
		}
		return e
	}
	for n := c.number - 1; n >= 0 && n >= c.number-4 && f.passage(n, c.number); n-- {
		for _, m := range f.eventsIn(f.sentences[n]) {
			if m.event < 0 || m.passing || m.title || f.reported(f.sentences[n], m) || m.date >= 0 && f.dayBefore(f.dates[m.date]) {
				continue
			}
			if n == c.number-1 && !m.verb && f.venue(m.from) && m.from <= f.sentences[n].from+4 {
				return m.event
			}
			if m.date >= 0 && (f.clusters[m.event].own || m.sitting) || n >= c.number-2 && f.meets(m, who) {
				return m.event
			}
		}
	}
	if k := f.sceneBefore(c); k >= 0 {
		return k
	}
	e := f.paragraphBefore(c, who)
	if e == f.main && e >= 0 && len(who) > 0 && !f.present(f.mentions[who[0]].person, e) {
		if k, ok := f.at[f.mentions[who[0]].person]; ok {
			return k // where the text has them
		}
	}
	return e
}

// inName tells whether the words of an act are part of an event's name: "Hội
// nghị tiếp xúc cử tri, báo cáo kết quả kỳ họp".
func (f *roleFinder) inName(x act) bool {
	for _, m := range f.eventsIn(f.sentences[f.tokens[x.from].sentence]) {
		if !m.verb && m.head < x.from && x.to <= m.to {
			return true
		}
	}
	return false
}

// putAt notes the person whom a sentence that opens with an event puts there:
// "Tại cuộc họp báo chiều 24/11, Tổng Thư ký A nhận được câu hỏi …".
func (f *roleFinder) putAt(s sentence) {
	groups := f.groupsIn(s)
	if len(groups) == 0 || len(groups[0].members) != 1 {
		return
	}
	for _, m := range f.eventsIn(s) {
		if m.event >= 0 && !m.passing && !m.title && !m.verb && m.from <= s.from+2 && f.venue(m.from) && groups[0].from >= m.to && groups[0].from-m.to <= 8 {
			f.at[f.mentions[groups[0].members[0]].person] = m.event
			return
		}
	}
}

// meets tells whether a verb tells of a meeting that one of those who act now
// came to: "A đã làm việc với tỉnh. A cho rằng …".
func (f *roleFinder) meets(m eventMention, who []int) bool {
	return m.verb && !m.sitting && len(who) > 0 && f.clusters[m.event].Kind == "meeting" && f.present(f.mentions[who[0]].person, m.event)
}

// reported tells whether an event is only named in somebody's words.
func (f *roleFinder) reported(s sentence, m eventMention) bool {
	for _, y := range f.actsIn(s) {
		if y.weak && y.to+3 < m.from {
			return true
		}
	}
	return false
}

// paragraphBefore is the event that the paragraph before closed with, where
// those who act now acted there too; else the main one.
func (f *roleFinder) paragraphBefore(c *clause, who []int) int {
	n := c.number - 1
	for n >= 0 && f.sentences[n].paragraph == c.paragraph {
		n--
	}
	if n < 0 || len(who) == 0 {
		return f.main
	}
	for p := f.sentences[n].paragraph; n >= 0 && f.sentences[n].paragraph == p; n-- {
		for _, m := range f.eventsIn(f.sentences[n]) {
			if m.event >= 0 && m.event != f.main && m.verb && m.date >= 0 && f.present(f.mentions[who[0]].person, m.event) {
				return m.event
			}
		}
	}
	return f.main
}

// pronoun reads "Đồng chí đề nghị …", "He asked": speech of the person spoken of
// last, who had not spoken before.
func (f *roleFinder) pronoun(n int, s sentence, acts []act) {
	h, ok := f.hitAt(s.from, "pronouns")
	if !ok || f.last < 0 || n-f.lastAt > 2 || f.startsPerson(s.from) {
		return
	}
	for _, x := range acts {
		if !x.weak || x.from-h.to > 2 {
			continue
		}
		c := &clause{sentence: s, number: n, reports: -1}
		event := f.current(c, nil)
		at := f.eventBehind(x)
		if at >= 0 {
			event = at // "He made the request at a meeting with"
		}
		if event < 0 || f.toCome(event) || f.spoken[[2]int{f.last, event}] || at < 0 && !f.present(f.last, event) {
			return
		}
		f.spoken[[2]int{f.last, event}] = true
		f.seen[roleKey{f.last, event, "spoke"}] = len(f.roles)
		f.roles = append(f.roles, Role{Person: f.last, Role: "spoke", Event: event, Evidence: []Span{f.span(h.from, x.to)}, Rule: "role.spoke.pronoun"})
		return
	}
}

// present tells whether a person has done something at an event already.
func (f *roleFinder) present(p, event int) bool {
	for _, r := range f.roles {
		if r.Person == p && r.Event == event {
			return true
		}
	}
	return f.hosts[[2]int{p, event}]
}

// large tells whether an event is none at which somebody receives a guest.
func (f *roleFinder) large(event int) bool {
	switch f.clusters[event].Kind {
	case "conference", "congress", "session", "plenum":
		return true
	}
	return false
}

// toCome tells whether an event is only announced or was put off: nobody has
// done anything there.
func (f *roleFinder) toCome(event int) bool {
	s := f.clusters[event].Status
	return s == "announced" || s == "postponed"
}
