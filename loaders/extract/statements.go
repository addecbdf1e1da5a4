package extract

import "cadre/graph"

// toThePress tells whether reported speech at a sentence is told to the press
// and not at an event: words for an interview stand before it in its
// paragraph, and no event that it may be of was named since.
func (f *roleFinder) toThePress(c *clause, x act, who []int, event int) bool {
	if f.atEvent(c.sentence, x) || f.clusters[event].press {
		return false
	}
	for _, m := range who {
		if f.pressed[f.mentions[m].person] {
			return true // goes on with what was told to the press
		}
	}
	if !f.interview(c, x) && !f.onScene(c) && !f.toldAhead(c, who) && !f.retired(c, who, event) {
		return false
	}
	for _, m := range who {
		f.pressed[f.mentions[m].person] = true
	}
	return true
}

// retired tells whether an English text has somebody speak as one who was in
// office and takes no part in the event: whom the press asks what it means.
func (f *roleFinder) retired(c *clause, who []int, event int) bool {
	if f.pack.Code != "en" || len(who) != 1 || f.present(f.mentions[who[0]].person, event) {
		return false
	}
	for _, p := range f.position {
		if p.Person == f.mentions[who[0]].person && p.Former {
			return true
		}
	}
	return false
}

// interview tells whether words for an interview stand in the sentence of an
// act or before it in its paragraph, and no event since.
func (f *roleFinder) interview(c *clause, x act) bool {
	if h, ok := f.hitAt(x.from, "press_words"); ok {
		for _, m := range f.eventsIn(c.sentence) {
			if m.event >= 0 && m.from >= h.to && m.from <= h.to+1 {
				return false // "trả lời báo chí tại cuộc gặp mặt"
			}
		}
		return true
	}
	if f.has(x.to, min(c.to, x.to+12), "press_words") {
		return true
	}
	for n := c.number; n >= 0 && n > c.number-12 && f.passage(n, c.number); n-- {
		s := f.sentences[n]
		to := s.to
		if n == c.number {
			to = x.from
		} else if f.atEvent(s, act{from: s.to}) {
			return false
		}
		if f.has(s.from, to, "press_words") {
			return true
		}
	}
	return false
}

// toldAhead tells whether the opening of the text sums up what it then says was
// told to the press.
func (f *roleFinder) toldAhead(c *clause, who []int) bool {
	if f.lead(c.from) == 0 && !f.inTitle(c.from) {
		return false
	}
	for n := c.number + 1; n < len(f.sentences) && f.lead(f.sentences[n].from) > 0; n++ {
		s := f.sentences[n]
		if !f.has(s.from, s.to, "press_words") || f.atEvent(s, act{from: s.to}) {
			continue
		}
		lo, hi := f.mentionsIn(s)
		for ; lo < hi; lo++ {
			if f.mentions[lo].person == f.mentions[who[0]].person {
				return true
			}
		}
	}
	return false
}

// passage tells whether two sentences stand in one paragraph, or near each
// other in a text whose paragraphs have all been lost.
func (f *roleFinder) passage(n, m int) bool {
	return f.sentences[n].paragraph == f.sentences[m].paragraph || f.flat && m-n <= flatPassage
}

// flatPassage is how many sentences make a paragraph where each stands alone.
const flatPassage = 2

// isFlat tells whether every sentence of a text is a paragraph of its own.
func (a *analysis) isFlat() bool {
	last := a.sentences[len(a.sentences)-1].paragraph
	return len(a.sentences) > 8 && 10*(last+1) >= 9*len(a.sentences)
}

// onScene tells whether reporters tell what they heard where no event is: "Sáng
// 3/5, chúng tôi có mặt tại …", until the text comes back to one.
func (f *roleFinder) onScene(c *clause) bool {
	for n := c.number; n >= 0 && n > c.number-16; n-- {
		s := f.sentences[n]
		if f.has(s.from, s.to, "scene_words") {
			return true
		}
		if n < c.number && f.atEvent(s, act{from: s.to}) {
			return false
		}
		lo, hi := f.mentionsIn(s)
		for _, x := range f.actsIn(s) {
			if !x.weak && x.roles != "" && n < c.number && hi > lo {
				return false
			}
		}
	}
	return false
}

// aside tells whether an event is only named beside something else and not in
// the sentence at hand: what that tells is not done there.
func (f *roleFinder) aside(c *clause, event int) bool {
	if !f.clusters[event].passing {
		return false
	}
	for _, m := range f.eventsIn(c.sentence) {
		if m.event == event && !f.uttered[m.from] {
			return false
		}
	}
	return true
}

// farAhead is how many sentences may lie between what somebody says in the
// opening and the first word of the event that it is said at.
const farAhead = 8

// early tells whether somebody speaks long before the text first names an
// event: nothing refers ahead but the opening, and that not far.
func (f *roleFinder) early(c *clause, event int) bool {
	e := f.clusters[event]
	l := f.link(event)
	if e.title || l.titled || l.first < c.to {
		return false
	}
	if f.inTitle(c.from) || f.lead(c.from) > 0 {
		return l.first >= 0 && int(f.tokens[l.first].sentence)-c.number > farAhead
	}
	return true
}

// late tells whether a person is named as one who has died: "cố Thủ tướng A".
func (f *roleFinder) late(m int) bool {
	from := f.mentions[m].outFrom
	for k := max(0, from-1); k <= from; k++ {
		if _, ok := f.hitAt(k, "late_words"); ok {
			return true
		}
	}
	return false
}

// venue tells whether a word for where something is said stands before token i.
func (f *roleFinder) venue(i int) bool {
	for k := max(0, i-2); k < i; k++ {
		if _, ok := f.hitAt(k, "venue_words"); ok {
			return true
		}
		if _, ok := f.hitAt(k, "linking_words"); ok {
			return true
		}
	}
	return false
}

// atEvent tells whether a sentence names, before an act, an event at which it
// may be done.
func (f *roleFinder) atEvent(s sentence, x act) bool {
	for _, m := range f.eventsIn(s) {
		if m.event >= 0 && m.from < x.from && !m.passing {
			return true
		}
	}
	return false
}

// otherDay tells whether a sentence puts what somebody says on a day of its
// own that is none of the event's.
func (f *roleFinder) otherDay(c *clause, x act, event int) bool {
	e := f.clusters[event]
	if f.atEvent(c.sentence, act{from: c.to}) {
		return false
	}
	if len(e.Date) != 10 || !e.own {
		return f.otherDayWritten(c, x, event)
	}
	from, to := e.days()
	for d := f.firstDate(c.from); d < len(f.dates) && f.dates[d].to <= x.from && f.dates[d].from <= c.from+4; d++ {
		m := f.dates[d]
		if f.inPaper(m.from) || m.day == 0 && !m.isRelative {
			continue
		}
		day := m.date
		if day == "" {
			return m.day > 0 && !sameDayAndMonth(m, from, to)
		}
		return len(day) == 10 && (day < from || day > to)
	}
	return false
}

// otherDayWritten tells whether a sentence opens with a day and month that are
// not those written with an event of which the year is not known.
func (f *roleFinder) otherDayWritten(c *clause, x act, event int) bool {
	d := f.firstDate(c.from)
	if d >= len(f.dates) || f.dates[d].from > c.from+4 || f.dates[d].to > x.from || f.dates[d].day == 0 || f.dates[d].endDay > 0 || f.inPaper(f.dates[d].from) {
		return false
	}
	written := false
	for _, k := range f.clusters[event].mentions {
		m := f.eventAt[k].date
		if m < 0 || f.dates[m].day == 0 {
			continue
		}
		if f.dates[m].endDay > 0 || sameDays(f.dates[m], f.dates[d]) {
			return false
		}
		written = true
	}
	return written
}

// sameDayAndMonth tells whether a day written without a year may be one of an
// event's, or lies too near its ends to tell.
func sameDayAndMonth(m dateMention, from, to graph.Date) bool {
	got := day(2000, m.month, m.day) // a leap year: has every day
	if len(got) != 10 {
		return true
	}
	got = from[:4] + got[4:]
	return from <= got && got <= to
}

// unheard tells whether what somebody says cannot be tied to an event: the text
// only mentions it, as past, to come or beside something else.
func (f *roleFinder) unheard(c *clause, x act, event int) bool {
	e := f.clusters[event]
	if e.verb || f.linked(event) {
		return false
	}
	for _, m := range f.eventsIn(c.sentence) {
		if m.event == event {
			return false
		}
	}
	return true
}

// linked tells whether the text ties people to an event: it has a day, a
// mention that says where something happens ("tại hội nghị"), or somebody's deed.
func (f *roleFinder) linked(event int) bool {
	return f.acted[event] || f.link(event).here
}

// eventLink is what the mentions of an event say of its place in the text.
type eventLink struct {
	here   bool // something happens there
	titled bool // the headline names it
	first  int  // token of the first mention of the body, or -1
}

// link reads the mentions of an event once.
func (f *roleFinder) link(event int) eventLink {
	if l, ok := f.links[event]; ok {
		return l
	}
	l := eventLink{first: -1}
	for _, k := range f.clusters[event].mentions {
		m := f.eventAt[k]
		l.titled = l.titled || m.title
		if !m.title && (l.first < 0 || m.from < l.first) {
			l.first = m.from
		}
		if m.passing || l.here {
			continue
		}
		s := f.sentences[f.tokens[m.from].sentence]
		if f.has(s.from, min(m.from, s.from+4), "content_words") {
			l.titled = true // "Đây là nội dung tại hội nghị …"
		}
		l.here = m.date >= 0 || m.title || f.has(max(s.from, m.from-3), m.from, "linking_words")
	}
	f.links[event] = l
	return l
}

// expected marks the events that have no day and of which the text only says
// what they will do: "Tọa đàm sẽ có sự tham dự của …".
func (a *analysis) expected() {
	for i := range a.clusters {
		c := &a.clusters[i]
		will := false
		for _, k := range c.mentions {
			m := a.eventAt[k]
			if m.date >= 0 || m.verb {
				will = false
				break
			}
			will = will || !m.passing && m.to < len(a.tokens) && a.has(m.to, m.to+1, "will_words")
		}
		if will && c.Date == "" {
			c.Status = "announced"
		}
	}
}
