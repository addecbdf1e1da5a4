package extract

import (
	"fmt"
	"time"

	"cadre/graph"
)

// joinRanges makes one mention of "từ ngày 11 đến 14/5", "27 và 28/3",
// "từ ngày 25/1 đến ngày 1/2/2021" and of a day said twice: "hôm qua (11-12)",
// "Wednesday, December 27".
func (a *analysis) joinRanges() {
	out := a.dates[:0]
	for _, m := range a.dates {
		if n := len(out); n > 0 && a.sayTheSame(out[n-1], m) {
			m.from = out[n-1].from
			out[n-1] = m
			continue
		} else if n > 0 && out[n-1].endDay == 0 && out[n-1].day > 0 && m.day > 0 && m.endDay == 0 && a.rangeBetween(out[n-1].to, m.from) {
			f := &out[n-1]
			f.endDay, f.endMonth, f.endYear, f.to = m.day, m.month, m.year, m.to
			if f.year == 0 && m.year > 0 {
				f.year = m.year
				if f.month > m.month {
					f.year--
				}
			}
			continue
		}
		if first, from, ok := a.dayBefore(m); ok {
			m.endDay, m.endMonth, m.endYear = m.day, m.month, m.year
			m.day, m.from = first, from
		}
		out = append(out, m)
	}
	a.dates = out
}

// sayTheSame tells whether m explains f: a relative day or weekday followed at
// once by its date.
func (a *analysis) sayTheSame(f, m dateMention) bool {
	if !f.isRelative && f.weekday < 0 || m.day == 0 {
		return false
	}
	gap := 0
	for k := f.to; k < m.from; k++ {
		if a.tokens[k].sentence != a.tokens[f.from].sentence {
			return false
		}
		if a.tokens[k].kind == word {
			gap++
		}
	}
	return gap <= 1 && m.from-f.to <= 3
}

// rangeBetween tells whether only range words and day words stand between two dates.
func (a *analysis) rangeBetween(i, j int) bool {
	if i >= j || j-i > 4 || !a.sameSentence(i, j) {
		return false
	}
	if isDash(a.tokens[i].r) && i+1 == j {
		return true
	}
	h, ok := a.hitAt(i, "range_words")
	if !ok {
		return false
	}
	if h.to == j {
		return true
	}
	c, ok := a.hitAt(h.to, "day_cues")
	return ok && c.to == j
}

// dayBefore finds the first day of "ngày 11 đến 14/5": a bare figure before
// a range word before the date.
func (a *analysis) dayBefore(m dateMention) (day, from int, ok bool) {
	if m.day == 0 || m.endDay != 0 || m.month == 0 {
		return 0, 0, false
	}
	for k := max(1, m.from-3); k < m.from; k++ {
		h, found := a.hitAt(k, "range_words")
		dash := isDash(a.tokens[k].r) && k+1 == m.from
		if !dash {
			if !found {
				continue
			}
			if h.to != m.from {
				if c, cue := a.hitAt(h.to, "day_cues"); !cue || c.to != m.from {
					continue
				}
			}
		}
		if d, ok := a.figure(k-1, 31); ok && d < m.day && (a.cued(k-1) || a.inParens(k-1) || a.countsDays(k-1)) {
			return d, k - 1, true
		}
	}
	return 0, 0, false
}

// countsDays: "Trong 2 ngày 6 và 7/8": the word for day with its number before.
func (a *analysis) countsDays(i int) bool {
	if i < 1 {
		return false
	}
	_, ok := a.hitAt(i-1, "day_cues")
	return ok
}

// resolveDates gives each mention its day, from the article alone: its date of
// publication, else the dates and years that it writes out.
func (a *analysis) resolveDates() {
	anchor := a.anchor()
	last := graph.Date("")
	for i := range a.dates {
		m := &a.dates[i]
		m.future = a.announced(*m)
		m.sequels = a.followsMention(*m)
		switch {
		case m.same:
			if m.date = last; last == "" && len(a.published()) == 10 {
				m.date = a.published()
			}
		case m.isRelative:
			if p := a.published(); len(p) == 10 {
				m.date = p.AddDays(m.relative)
			}
		case m.weekday >= 0:
			m.date = weekdayNear(a.published(), m.weekday, m.future)
		default:
			a.resolveDay(m, anchor)
		}
		if p := a.published(); len(p) == 10 && m.date > p {
			continue
		}
		if len(m.date) == 10 && !m.future && !m.sequels && !a.ofJubilee(i) && (m.year == 0 || m.inferred || a.recent(m.date)) {
			last = m.date
		}
	}
}

// ofJubilee tells whether a date is one of an anniversary: "(21-6-1975/21-6-2025)".
func (a *analysis) ofJubilee(i int) bool {
	m := a.dates[i]
	if m.year > 0 && m.year < firstYear {
		return true
	}
	for _, k := range []int{i - 1, i + 1} {
		if k < 0 || k >= len(a.dates) {
			continue
		}
		o := a.dates[k]
		if gap := max(m.from, o.from) - min(m.to, o.to); gap <= 1 && o.day == m.day && o.month == m.month && o.year != m.year && o.year > 0 && m.year > 0 {
			return true
		}
	}
	return false
}

// recent tells whether a day written in full is of the days that the article reports.
func (a *analysis) recent(d graph.Date) bool {
	p := a.published()
	return len(p) != 10 || d <= p && p.AddDays(-10) <= d
}

// published is the article's day: the one its loader found, else a full date in
// the line that the text opens with ("Hanoi, April 7, 2026 (VNA) –").
func (a *analysis) published() graph.Date {
	if a.article.Published != "" || a.dateline != "" {
		return graph.Date(a.article.Published) + a.dateline
	}
	return ""
}

// findDateline looks for that date among what frames the text at its head.
func (a *analysis) findDateline() {
	if a.article.Published != "" {
		return
	}
	for i := 0; i < len(a.tokens) && i < 120; i++ {
		if !a.tokens[i].skip {
			continue
		}
		if m, ok := a.dateAt(i); ok && m.day > 0 && m.year >= firstYear && m.endDay == 0 {
			a.dateline = day(m.year, m.month, m.day)
			return
		}
	}
}

func (a *analysis) resolveDay(m *dateMention, anchor anchor) {
	if m.year == 0 {
		m.inferred = true
		if p := a.published(); p != "" {
			m.year = nearestYear(p, m.month, max(m.day, 1), m.future)
			if d := day(m.year, m.month, m.day); !m.future && len(d) == 10 && d > p && a.has(max(a.sentences[a.tokens[m.from].sentence].from, m.from-6), m.from, "past_verbs") {
				m.year-- // "the first one took place on March 12"
			}
		} else {
			m.year = anchor.yearOf(m.month, max(m.day, 1))
			if m.year == 0 {
				m.year = a.monthBefore(*m)
			}
			if m.year == 0 {
				m.year = a.monthReached(m.month)
			}
			if m.year == 0 {
				m.year = a.yearBeside(*m)
			}
		}
		if m.year == 0 {
			return
		}
		if m.endDay > 0 {
			m.endYear = m.year
			if m.endMonth < m.month {
				m.endYear++
			}
		}
	}
	m.date = day(m.year, m.month, m.day)
	if m.endDay > 0 {
		if m.endYear == 0 {
			m.endYear = m.year
		}
		m.end = day(m.endYear, m.endMonth, m.endDay)
		if m.end <= m.date {
			m.end = ""
		}
	}
}

// day is the date as far as its parts are known; "" when it does not exist.
func day(y, m, d int) graph.Date {
	s := fmt.Sprintf("%04d", y)
	if m > 0 {
		s += fmt.Sprintf("-%02d", m)
	}
	if d > 0 {
		s += fmt.Sprintf("-%02d", d)
	}
	out, err := graph.ParseDate(s)
	if err != nil {
		return ""
	}
	return out
}

// nearestYear is the year that puts a day nearest to the day of publication:
// the last one before it, unless the text announces it or the next one is much nearer.
func nearestYear(p graph.Date, month, dom int, future bool) int {
	pub, err := time.Parse(time.DateOnly, string(p.First()))
	if err != nil {
		return 0
	}
	if len(p) < 10 {
		return pub.Year()
	}
	past, next := 0, 0
	var before, after time.Duration
	for y := pub.Year() - 1; y <= pub.Year()+1; y++ {
		d := time.Date(y, time.Month(month), dom, 0, 0, 0, 0, time.UTC)
		if diff := pub.Sub(d); diff >= 0 {
			past, before = y, diff
		} else if next == 0 {
			next, after = y, -diff
		}
	}
	const days = 24 * time.Hour
	if future && before > 0 && after < 200*days || before > 200*days && after < 150*days {
		return next
	}
	return past
}

func weekdayNear(p graph.Date, weekday int, future bool) graph.Date {
	pub, err := time.Parse(time.DateOnly, string(p))
	if err != nil {
		return ""
	}
	back := (int(pub.Weekday()) - weekday + 7) % 7
	if future {
		return p.AddDays((7 - back) % 7)
	}
	return p.AddDays(-back)
}

// announced tells whether the sentence says, before the date, that it is to come.
func (a *analysis) announced(m dateMention) bool {
	s := a.sentences[a.tokens[m.from].sentence]
	for k := m.from - 1; k >= max(s.from, m.from-20); k-- {
		if h, ok := a.hitAt(k, "future_words"); ok && h.to <= m.from {
			return true
		}
		if m.from-k > 12 && a.tokens[k].r == ',' {
			return false
		}
	}
	return false
}

func (a *analysis) followsMention(m dateMention) bool {
	s := a.sentences[a.tokens[m.from].sentence]
	for k := max(s.from, m.from-12); k < m.from; k++ {
		if h, ok := a.hitAt(k, "sequels"); ok && h.to <= m.from {
			return true
		}
	}
	return false
}
