package extract

import "cadre/graph"

// dateMentions gives each event mention the date that is its own: one right
// behind its name, or the one its sentence opens with.
func (a *analysis) dateMentions() {
	for i := range a.eventAt {
		m := &a.eventAt[i]
		if m.date < 0 {
			m.date = a.dateOf(*m)
		}
	}
}

// dateOf is the number of the date that belongs to an event mention, or -1.
func (a *analysis) dateOf(m eventMention) int {
	s := a.sentences[a.tokens[m.from].sentence]
	lo := a.firstDate(s.from)
	best, inName := -1, -1
	postponed := a.has(s.from, m.from, "postponed")
	for d := lo; d < len(a.dates) && a.dates[d].from < s.to; d++ {
		x := a.dates[d]
		if a.inPaper(x.from) || x.sequels && !a.isSequel(m, x) || a.lasts(x.from) || a.deadline(x.from) || a.birth(x.from) || a.jubilee(x) || x.day == 0 && !x.isRelative && x.weekday < 0 && !x.future && x.from < m.from {
			continue
		}
		if postponed && !x.future || m.name != "" && a.dayOfOther(m, x) {
			continue
		}
		if x.from > m.to && a.tokens[m.to].r == '(' && x.from == m.to+1 && a.dayNamed(m) {
			continue // "… ngày Thế giới không thuốc lá (31/5)"
		}
		if a.pack.Code == "vi" && a.dayOfName(x) {
			continue
		}
		if x.day == 0 && x.from >= m.from && x.from < m.to {
			inName = d // "Hội nghị báo cáo viên tháng 11/2023, tổ chức sáng 27/11"
			continue
		}
		switch {
		case x.from >= m.from && x.from-m.to <= 4 && x.from >= m.head && !a.otherEvent(m, x.from):
			return d // "hội nghị ngày 28/7/2023", "diễn ra ngày 4-11"
		case x.from >= m.to && best < 0 && (x.from-m.to <= 25 || x.from-m.to <= 45 && a.heldBefore(x.from)) && a.plainBetween(m, x.from) && (!m.passing || a.tells(m.to)):
			best = d
		case x.to <= m.from && x.from < s.from+16 && !m.passing:
			best = d // "Sáng 17/1, tại …, đồng chí … chủ trì Hội nghị"
		case x.to <= m.from && m.from-x.to <= 12 && best < 0 && !m.passing:
			best = d
		}
	}
	if best < 0 {
		return inName
	}
	return best
}

// heldBefore tells whether a verb of holding stands right before a day.
func (a *analysis) heldBefore(i int) bool {
	for k := max(0, i-4); k < i; k++ {
		if h, ok := a.hitAt(k, "held_words"); ok {
			if h.to == i {
				return true
			}
			if cue, ok := a.hitAt(h.to, "day_cues"); ok && cue.to == i {
				return true
			}
		}
	}
	return false
}

// dayOfOther tells whether a date before an event stands right behind another
// one: "Tại buổi họp báo ngày 30/11, ông A cho biết Đại hội …".
func (a *analysis) dayOfOther(m eventMention, x dateMention) bool {
	if x.to > m.from {
		return false
	}
	for _, o := range a.eventAt {
		if o.from >= m.from {
			break
		}
		if !o.verb && o.to <= x.from && x.from-o.to <= 2 && a.sameSentence(o.from, x.from) && o.kind != m.kind {
			return true
		}
	}
	return false
}

// dayNamed tells whether a day with a name is part of an event's name.
func (a *analysis) dayNamed(m eventMention) bool {
	for k := m.head; k < m.to; k++ {
		if a.namedDay(k) {
			return true
		}
	}
	return false
}

// birth tells whether a date is somebody's birthday or long before the articles
// that this package reads.
func (a *analysis) birth(i int) bool {
	s := a.sentences[a.tokens[i].sentence]
	for k := max(s.from, i-3); k < i; k++ {
		if _, ok := a.hitAt(k, "birth_words"); ok {
			return true
		}
	}
	return false
}

// isSequel tells whether a mention is itself the earlier meeting that another
// comes after: "kế tiếp cuộc giao ban ngày 12/1/2024".
func (a *analysis) isSequel(m eventMention, x dateMention) bool {
	if x.from < m.to || x.from-m.to > 2 {
		return false
	}
	for k := max(0, m.from-3); k < m.from; k++ {
		if h, ok := a.hitAt(k, "sequels"); ok && h.to >= m.from {
			return true
		}
	}
	return false
}

// tells tells whether a clause of its own about an event begins at token i:
// "…, which is due to open in Hanoi on November 5".
func (a *analysis) tells(i int) bool {
	if i < len(a.tokens) && a.tokens[i].r == ',' {
		i++
	}
	_, ok := a.hitAt(i, "clause_words")
	return ok
}

// jubilee tells whether a span is too long to be that of an event: of an
// anniversary ("kỷ niệm 50 năm … (26/3/1975 - 26/3/2025)"), of a campaign.
func (a *analysis) jubilee(x dateMention) bool {
	return x.end != "" && (x.endYear-x.year > 1 || daysBetween(x.date.First(), x.end.Last()) > longest) || x.year > 0 && x.year < firstYear
}

// longest is how many days an event goes on at most.
const longest = 45

// dayOfName tells whether a date in brackets only says which day a day with a
// name is: "kỷ niệm 88 năm Ngày thành lập Đảng (3/2/2018)".
func (a *analysis) dayOfName(x dateMention) bool {
	if x.from < 1 || a.tokens[x.from-1].r != '(' {
		return false
	}
	for k := x.from - 2; k >= max(a.sentences[a.tokens[x.from].sentence].from, x.from-9) && a.tokens[k].kind == word; k-- {
		if a.namedDay(k) {
			return true
		}
	}
	return false
}

// otherEvent tells whether another event stands between a mention and token i.
func (a *analysis) otherEvent(m eventMention, i int) bool {
	for _, o := range a.eventAt {
		if o.from > m.from && o.from < i && o.from >= m.to {
			return true
		}
	}
	return false
}

// plainBetween tells whether no person, document or other event stands
// between a mention and a date behind it.
func (a *analysis) plainBetween(m eventMention, i int) bool {
	for k := m.to; k < i; k++ {
		if a.startsPerson(k) || a.inPaper(k) {
			return false
		}
	}
	return !a.otherEvent(m, i)
}

func (a *analysis) firstDate(i int) int {
	return search(a.dates, i, (*dateMention).begins)
}

// inPaper tells whether token i is part of the citation of a document.
func (a *analysis) inPaper(i int) bool {
	lo := search(a.paperAt, i+1, (*paperMention).ends)
	return lo < len(a.paperAt) && a.paperAt[lo].from <= i
}

// dateEvents dates the clusters from their mentions; the article's main event
// takes the date its lead gives when none stands with its name.
func (a *analysis) dateEvents() {
	a.yearsOfNames()
	for i := range a.clusters {
		c := &a.clusters[i]
		a.takeDates(c, false)
		if i == a.main && c.Date == "" && !a.toldToCome(c) {
			if d := a.leadDate(); d >= 0 {
				c.Date, c.End = a.dates[d].date, a.dates[d].end
			}
		}
		if c.Date == "" {
			a.takeDates(c, true)
		}
		a.follow(c)
	}
	a.followMain()
	a.followQuarters()
	a.stretch()
	a.withinVisit()
}

// toldToCome tells whether the text first names an event with the day on which
// it is to be held: no other day of the opening is then its own.
func (a *analysis) toldToCome(c *cluster) bool {
	for _, k := range c.mentions {
		if m := a.eventAt[k]; m.date >= 0 || !m.title {
			return m.date >= 0 && a.dates[m.date].future && a.dates[m.date].date != ""
		}
	}
	return false
}

// followMain takes the date of an earlier meeting from a sentence that names
// none: "It was the second of its kind; the first took place on July 28."
func (a *analysis) followMain() {
	if a.main < 0 || a.clusters[a.main].Follows != "" || a.clusters[a.main].Date == "" {
		return
	}
	c := &a.clusters[a.main]
	for _, d := range a.dates {
		if d.sequels && d.date != "" && d.date < c.Date && !a.tellsOfOther(a.sentences[a.tokens[d.from].sentence]) {
			c.Follows = d.date
			return
		}
	}
}

// tellsOfOther tells whether a sentence names an event with a day that is not
// the main one's.
func (a *analysis) tellsOfOther(s sentence) bool {
	for _, m := range a.eventsIn(s) {
		if m.event >= 0 && m.event != a.main && a.clusters[m.event].Date != "" {
			return true
		}
	}
	return false
}

// followQuarters links the meetings of one kind that the text names by one
// quarter and the next: "giao ban quý III", "giao ban quý II".
func (a *analysis) followQuarters() {
	for i := range a.clusters {
		c := &a.clusters[i]
		if c.quarter == 0 || c.Date == "" || c.Follows != "" {
			continue
		}
		for _, o := range a.clusters {
			if o.Kind == c.Kind && o.quarter%4+1 == c.quarter && o.quarter > 0 && o.Date != "" && o.Date < c.Date && daysBetween(o.Date.First(), c.Date.First()) < 190 {
				c.Follows = o.Date
			}
		}
	}
}

// withinVisit gives events without a day, in an article on a visit of several
// days within one month, that month.
func (a *analysis) withinVisit() {
	if a.main < 0 {
		return
	}
	v := a.clusters[a.main]
	if v.Kind != "visit" || len(v.End) != 10 || v.Date[:7] != v.End[:7] {
		return
	}
	for i := range a.clusters {
		if c := &a.clusters[i]; c.Date == "" && !c.passing && (c.country == "" || c.country == v.country) {
			c.Date = v.Date[:7]
		}
	}
}

// takeDates dates a cluster from its mentions; announced dates are for events
// that have no other.
func (a *analysis) takeDates(c *cluster, announced bool) {
	undated := dateMention{} // its day, told first and without a year
	for _, k := range c.mentions {
		m := a.eventAt[k]
		if m.date < 0 || m.part && c.Date != "" {
			continue
		}
		d := a.dates[m.date]
		if d.date == "" && d.day > 0 && c.Date == "" && undated.day == 0 && a.pack.Code == "vi" {
			undated = d
		}
		if d.date == "" || d.future != announced || undated.day > 0 && (d.day != undated.day || d.month != undated.month) {
			continue
		}
		if c.Date == "" || len(d.date) > len(c.Date) {
			c.Date, c.End, c.own = d.date, d.end, true
			c.Status = "held"
			if p := a.published(); d.date > p && (d.future || len(p) == 10 && len(d.date) == 10) {
				c.Status = "announced"
			}
		} else if d.end != "" && c.End == "" && d.date <= c.Date && c.Date <= d.end {
			c.Date, c.End = d.date, d.end
		}
	}
}

// leadDate is the first day that the opening of the body names for itself.
func (a *analysis) leadDate() int {
	undated := false // a day without its year stands first
	for d, x := range a.dates {
		if a.inTitle(x.from) || a.inPaper(x.from) || a.birth(x.from) || a.jubilee(x) || a.deadline(x.from) || x.day == 0 && !x.isRelative && x.weekday < 0 || x.future || x.sequels {
			continue
		}
		if a.lead(x.from) == 0 {
			return -1
		}
		if x.date == "" {
			undated = undated || x.day > 0 && a.pack.Code == "vi"
			continue
		}
		if undated {
			return -1 // "Chiều 2/7, … Trước đó, từ ngày 21/6/2019"
		}
		return d
	}
	return -1
}

// follow takes the date of an earlier meeting that the text says this one follows.
func (a *analysis) follow(c *cluster) {
	for _, k := range c.mentions {
		s := a.sentences[a.tokens[a.eventAt[k].from].sentence]
		for d := a.firstDate(s.from); d < len(a.dates) && a.dates[d].from < s.to; d++ {
			if a.dates[d].sequels && a.dates[d].date != "" && (c.Date == "" || a.dates[d].date < c.Date) {
				c.Follows = a.dates[d].date
			}
		}
	}
}

// stretch gives the main event its last day, where another sentence tells it:
// "Phiên họp kéo dài đến ngày 14-12", "từ ngày 11 đến 14/5".
func (a *analysis) stretch() {
	if a.main < 0 {
		return
	}
	c := &a.clusters[a.main]
	if len(c.Date) != 10 || c.End != "" {
		return
	}
	for _, x := range a.dates {
		if a.inPaper(x.from) || len(x.date) != 10 {
			continue
		}
		if x.end != "" && x.date <= c.Date && c.Date <= x.end && a.near(x.from, a.main) && daysBetween(x.date, x.end) <= 40 {
			c.Date, c.End = x.date, x.end
			return
		}
		if x.end == "" && x.date > c.Date && a.lasts(x.from) && daysBetween(c.Date, x.date) <= 40 {
			c.End = x.date
			return
		}
	}
}

// lasts tells whether the words before a date say that something runs until it.
func (a *analysis) lasts(i int) bool {
	s := a.sentences[a.tokens[i].sentence]
	for k := max(s.from, i-6); k < i; k++ {
		if _, ok := a.hitAt(k, "lasting_words"); ok {
			return true
		}
	}
	return false
}

// deadline tells whether a day at token i is one by which something is to be
// done, or up to which something is counted: "hoàn thành trước 30/6".
func (a *analysis) deadline(i int) bool {
	for k := max(0, i-5); k < i; k++ {
		if h, ok := a.hitAt(k, "deadline_words"); ok && h.to == i {
			return true
		}
	}
	return false
}

// near tells whether the sentence of token i speaks of the event.
func (a *analysis) near(i, event int) bool {
	for _, m := range a.eventAt {
		if m.event == event && a.sameSentence(i, m.from) {
			return true
		}
	}
	return false
}

func daysBetween(x, y graph.Date) int {
	n := 0
	for n < 400 && x < y {
		x = x.AddDays(1)
		n++
	}
	return n
}
