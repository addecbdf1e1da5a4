package extract

import (
	"fmt"
	"time"

	"cadre/graph"
)

// firstYear is the first year an article on the web may tell of as its own.
const firstYear = 2000

// anchor is what an article without a date of publication says of its time.
type anchor struct {
	follows graph.Date // a meeting that the one told of is said to follow
	full    graph.Date // the last full date it writes
	years   []yearMention
	term    int // first year of the term that a congress opens
}

// anchor reads the full dates and the years of the text.
func (a *analysis) anchor() anchor {
	x := anchor{years: a.years, term: a.termYear}
	for _, m := range a.dates {
		if m.year == 0 || m.month == 0 || a.announced(m) {
			continue
		}
		d := day(m.year, m.month, m.day)
		if m.day > 0 && a.followsMention(m) && d > x.follows {
			x.follows = d
		}
		if d > x.full {
			x.full = d
		}
	}
	if x.follows != "" && (x.follows < graph.Date(fmt.Sprint(firstYear)) || x.full > x.follows.AddDays(366)) {
		x.follows = ""
	}
	return x
}

// yearOf is the year of a day written without one; 0 when the article does not
// say enough. A year that is only a figure in the text, of a statistic or of a
// goal, says nothing.
func (x anchor) yearOf(month, dom int) int {
	if x.follows != "" {
		return yearAfter(x.follows, month, dom)
	}
	year := 0
	for _, y := range x.years {
		year = max(year, x.guess(y, month))
	}
	if year == 0 {
		year = x.term
		if x.full != "" && string(x.full[:4]) != fmt.Sprint(year) {
			return 0
		}
		return year // a congress opens the term that it names
	}
	if year < firstYear || x.full != "" && string(x.full[:4]) > fmt.Sprint(year) {
		return 0
	}
	if x.lives(year) {
		return year
	}
	return 0
}

// lives tells whether the article may be of a year: it names no later one, but
// for what is planned.
func (x anchor) lives(year int) bool {
	for _, y := range x.years {
		if y.year > year && !x.plans(y.year) {
			return false
		}
	}
	return true
}

// plans tells whether the article says that the tasks of a year lie ahead.
func (x anchor) plans(year int) bool {
	for _, y := range x.years {
		if y.year == year && (y.says == planned || y.says == leftMonths) {
			return true
		}
	}
	return false
}

// guess is the year that one mention of a year gives a month, or 0.
func (x anchor) guess(y yearMention, month int) int {
	switch y.says {
	case ofMeeting:
		return y.year
	case honoured:
		if month > 3 {
			return y.year // else it may be the next
		}
	case reviewed:
		return yearOfReview(y.year, month)
	case spentMonths:
		first, last := y.n, y.n+2
		if y.n == 0 {
			first, last = 2, 8 // "những tháng đầu năm"
		}
		if first <= month && month <= last {
			return y.year
		}
	case leftMonths:
		if y.n > 0 && 11-y.n <= month && month <= 14-y.n {
			return y.year
		}
	case quarter:
		if 3*y.n <= month && month <= 3*y.n+1 {
			return y.year
		}
	case planned:
		if month <= 3 {
			return y.year
		}
		if month >= 9 && x.has(y.year-1) {
			return y.year - 1
		}
	}
	return 0
}

// yearOfReview is the year in which a meeting looks back on one: early in the
// next, or at its end.
func yearOfReview(year, month int) int {
	switch {
	case month <= 3:
		return year + 1
	case month >= 11:
		return year
	}
	return 0
}

// has tells whether the article names a year by itself.
func (x anchor) has(year int) bool {
	for _, y := range x.years {
		if y.year == year {
			return true
		}
	}
	return false
}

// yearAfter is the year of the first such day after d.
func yearAfter(d graph.Date, month, dom int) int {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return 0
	}
	y := t.Year()
	if !time.Date(y, time.Month(month), dom, 0, 0, 0, 0, time.UTC).After(t) {
		y++
	}
	return y
}
