package extract

import "strconv"

// endings gives a main event that came to its close on the day reported its
// first day: "sau hai ngày làm việc", "had been in session since October 1".
func (a *analysis) endings() {
	if a.main < 0 {
		return
	}
	c := &a.clusters[a.main]
	if len(c.Date) != 10 || c.End != "" || c.Kind == "session" || c.Kind == "meeting" {
		return
	}
	for _, x := range a.dates {
		if len(x.date) == 10 && x.date < c.Date && a.began(x.from) && !a.inPaper(x.from) && daysBetween(x.date, c.Date) <= 20 {
			c.Date, c.End = x.date, c.Date
			return
		}
	}
	for _, k := range c.mentions {
		s := a.sentences[a.tokens[a.eventAt[k].from].sentence]
		for i := s.from; i < s.to; i++ {
			h, ok := a.hitAt(i, "lasted_words")
			if !ok || !a.has(s.from, s.to, "closing_words") {
				continue
			}
			if n, _ := strconv.Atoi(h.value); n > 1 {
				c.Date, c.End = c.Date.AddDays(1-n), c.Date
				return
			}
		}
	}
}

// began tells whether the words before a date say that something began then.
func (a *analysis) began(i int) bool {
	s := a.sentences[a.tokens[i].sentence]
	for k := max(s.from, i-4); k < i; k++ {
		if h, ok := a.hitAt(k, "began_words"); ok && h.to >= i-1 {
			return true
		}
	}
	return false
}
