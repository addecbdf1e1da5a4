package extract

import "cadre/graph"

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
