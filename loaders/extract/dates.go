package extract

import (
	"strconv"

	"cadre/graph"
)

// dateMention is one place where the text names a day, a month or a range of
// days. Its parts are what is written there; date and end are what resolve
// made of them, "" where the article does not say enough.
type dateMention struct {
	from, to        int
	year, month     int // 0: not written
	day             int
	endYear         int
	endMonth        int
	endDay          int // 0: one day
	relative        int // days from the day of publication
	isRelative      bool
	same            bool // "cùng ngày": the day told of before
	weekday         int  // of a day named by its weekday; -1 otherwise
	date, end       graph.Date
	inferred        bool // the year was not written
	future, sequels bool // the text announces it; the text says a meeting followed it
}

// findDates reads the dates of the text in one pass and then resolves them.
func (a *analysis) findDates() {
	a.findDateline()
	words := bit("relative_days") | bit("weekdays") | bit("months") | bit("month_cues")
	for i := 0; i < len(a.tokens); i++ {
		if a.tokens[i].skip || a.tokens[i].kind != number && !a.some(i, words) {
			continue
		}
		m, ok := a.dateAt(i)
		if !ok {
			a.yearAt(i)
			continue
		}
		a.dates = append(a.dates, m)
		i = m.to - 1
	}
	a.joinRanges()
	a.resolveDates()
}

// dateAt reads the date that starts at token i, if one does.
func (a *analysis) dateAt(i int) (dateMention, bool) {
	if h, ok := a.hitAt(i, "relative_days"); ok {
		return a.relativeDay(h)
	}
	if h, ok := a.hitAt(i, "weekdays"); ok && a.tokens[i].capital == initial {
		n, _ := strconv.Atoi(h.value)
		return dateMention{from: i, to: h.to, weekday: n}, true
	}
	if h, ok := a.hitAt(i, "months"); ok {
		m, ok := a.namedMonth(i, h)
		return m, ok && (m.day > 0 || m.year > 0 || h.to-h.from == 1)
	}
	if _, ok := a.hitAt(i, "month_cues"); ok {
		return a.figureMonth(i)
	}
	if a.tokens[i].kind == number {
		return a.figureDay(i)
	}
	return dateMention{}, false
}

func (a *analysis) relativeDay(h hit) (dateMention, bool) {
	m := dateMention{from: h.from, to: h.to, isRelative: true, weekday: -1}
	if h.value == "same" {
		m.same = true
		return m, true
	}
	n, err := strconv.Atoi(h.value)
	m.relative = n
	return m, err == nil
}

// figureDay reads 17/1/2024, 17-1, 17.1, 17/1, 3 - 8/7/2017 and, where the
// language puts the day before the name of the month, 17 January 2024.
func (a *analysis) figureDay(i int) (dateMention, bool) {
	m := dateMention{from: i, weekday: -1}
	day, ok := a.figure(i, 31)
	if !ok || i > 0 && a.tokens[i].glued && a.tokens[i-1].kind != sign {
		return m, false
	}
	if i > 0 && a.tokens[i].glued && i > 1 && a.tokens[i-1].glued && a.tokens[i-1].r != '(' && a.tokens[i-2].kind == number {
		return m, false // the middle of a longer figure
	}
	m.day = day
	if h, ok := a.hitAt(i+1, "months"); ok && a.tokens[i+1].capital != lower {
		m.month, _ = strconv.Atoi(h.value)
		m.to = h.to
		a.trailingYear(&m)
		return m, true
	}
	sep, j := a.dateSign(i + 1)
	if sep == 0 {
		return a.dayAndMonthWord(m, i+1)
	}
	// "27-28/4", "3 - 8/7/2017": a range within a month
	if isDash(sep) {
		if last, ok := a.figure(j, 31); ok {
			if next, k := a.dateSign(j + 1); next == '/' || next == '.' && a.tokens[j].glued {
				if month, ok := a.figure(k, 12); ok && a.tokens[k].glued {
					m.endDay, m.endMonth, m.month, m.to = last, month, month, k+1
					a.gluedYear(&m, next)
					m.endYear = m.year
					return m, a.cued(i) || m.year > 0 || a.inParens(i)
				}
			}
			if h, ok := a.hitAt(j+1, "months"); ok && a.tokens[j+1].capital != lower {
				m.month, _ = strconv.Atoi(h.value)
				m.endDay, m.endMonth, m.to = last, m.month, h.to
				a.trailingYear(&m)
				m.endYear = m.year
				return m, true
			}
		}
	}
	month, ok := a.figure(j, 12)
	if !ok || !a.tokens[j].glued || !a.tokens[i+1].glued {
		return m, false
	}
	m.month, m.to = month, j+1
	a.gluedYear(&m, sep)
	if m.year == 0 && m.to < len(a.tokens) && a.tokens[m.to].glued && (a.tokens[m.to].kind == word || a.tokens[m.to].r == '%') {
		return m, false
	}
	return m, m.year > 0 || a.cued(i) || a.inParens(i)
}

// dayAndMonthWord reads "5 tháng 9 năm 2024" after the day.
func (a *analysis) dayAndMonthWord(m dateMention, i int) (dateMention, bool) {
	var rest dateMention
	var ok bool
	if h, found := a.hitAt(i, "months"); found && a.tokens[i].capital == lower {
		rest, ok = a.namedMonth(i, h)
	} else if _, found := a.hitAt(i, "month_cues"); found {
		rest, ok = a.figureMonth(i)
	}
	if !ok || !a.cued(m.from) || rest.day != 0 {
		return m, false
	}
	m.month, m.year, m.to = rest.month, rest.year, rest.to
	return m, true
}

// figureMonth reads "tháng 6", "tháng 6.2013", "tháng 6/2013", "tháng 6 năm 2013".
func (a *analysis) figureMonth(i int) (dateMention, bool) {
	m := dateMention{from: i, to: i + 2, weekday: -1}
	month, ok := a.figure(i+1, 12)
	if !ok {
		return m, false
	}
	m.month = month
	if sep, j := a.dateSign(i + 2); sep != 0 {
		if y, ok := a.year(j); ok {
			m.year, m.to = y, j+1
			return m, true
		}
		return m, false
	}
	a.yearWord(&m)
	return m, true
}

// namedMonth reads "January 17", "June 3-5, 2024", "May 2024", "in October",
// "tháng Giêng năm 2024".
func (a *analysis) namedMonth(i int, h hit) (dateMention, bool) {
	m := dateMention{from: i, to: h.to, weekday: -1}
	m.month, _ = strconv.Atoi(h.value)
	if h.to-h.from > 1 {
		a.yearWord(&m)
		return m, true
	}
	if a.tokens[i].capital == lower {
		return m, false
	}
	if m.to < len(a.tokens) && a.tokens[m.to].r == '.' && a.tokens[m.to].glued {
		m.to++
	}
	if day, ok := a.figure(m.to, 31); ok {
		m.day = day
		m.to++
		if sep, j := a.dateSign(m.to); isDash(sep) {
			if last, ok := a.figure(j, 31); ok {
				m.endDay, m.endMonth, m.to = last, m.month, j+1
			} else if next, found := a.hitAt(j, "months"); found {
				if last, ok := a.figure(next.to, 31); ok {
					m.endMonth, _ = strconv.Atoi(next.value)
					m.endDay, m.to = last, next.to+1
				}
			}
		}
		if m.to < len(a.tokens) && a.tokens[m.to].kind == word && a.tokens[m.to].glued && a.tokens[m.to].end-a.tokens[m.to].start == 2 {
			m.to++ // 1st, 22nd
		}
		a.trailingYear(&m)
		if m.endDay > 0 {
			m.endYear = m.year
		}
		return m, true
	}
	a.trailingYear(&m)
	if m.year > 0 {
		return m, true
	}
	if i > 0 {
		_, prep := a.hitAt(i-1, "month_preps")
		return m, prep
	}
	return m, false
}

// trailingYear takes ", 2024" or " 2024" behind a month or day.
func (a *analysis) trailingYear(m *dateMention) {
	j := m.to
	if j < len(a.tokens) && a.tokens[j].r == ',' {
		j++
	}
	if y, ok := a.year(j); ok && a.sameSentence(m.from, j) {
		m.year, m.to = y, j+1
	}
}

// gluedYear takes "/2024" behind a day and month written with the same sign.
func (a *analysis) gluedYear(m *dateMention, sep rune) {
	next, j := a.dateSign(m.to)
	if next == 0 || !a.tokens[j-1].glued || next != sep && !(isDash(sep) && isDash(next)) && next != '/' {
		return
	}
	if y, ok := a.year(j); ok && a.tokens[j].glued {
		m.year, m.to = y, j+1
	}
}

// yearWord takes "năm 2024" behind a month.
func (a *analysis) yearWord(m *dateMention) {
	if _, ok := a.hitAt(m.to, "year_cues"); ok {
		if y, ok := a.year(m.to + 1); ok {
			m.year, m.to = y, m.to+2
		}
	}
}

// figure is the number at token i if it is between 1 and max.
func (a *analysis) figure(i, max int) (int, bool) {
	if i < 0 || i >= len(a.tokens) || a.tokens[i].kind != number || a.tokens[i].end-a.tokens[i].start > 2 {
		return 0, false
	}
	n, err := strconv.Atoi(a.str(i, i+1))
	return n, err == nil && n >= 1 && n <= max
}

func (a *analysis) year(i int) (int, bool) {
	if i < 0 || i >= len(a.tokens) || a.tokens[i].kind != number || a.tokens[i].end-a.tokens[i].start != 4 {
		return 0, false
	}
	n, err := strconv.Atoi(a.str(i, i+1))
	return n, err == nil && n >= 1900 && n < 2100
}

// dateSign is the sign / - – . at token i and the token after it.
func (a *analysis) dateSign(i int) (rune, int) {
	if i >= len(a.tokens) || a.tokens[i].kind != sign {
		return 0, 0
	}
	switch r := a.tokens[i].r; {
	case r == '/' || r == '.':
		if a.tokens[i].glued {
			return r, i + 1
		}
	case isDash(r):
		return r, i + 1
	}
	return 0, 0
}

func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' }

// cued tells whether a word that makes a figure a day stands before token i.
func (a *analysis) cued(i int) bool {
	if i > 0 && (a.tokens[i-1].r == ',' || a.tokens[i-1].r == '(') {
		i-- // "Sáng mai, 14.8", "Hôm qua (11-12)"
	}
	for k := max(0, i-3); k < i; k++ {
		if h, ok := a.hitAt(k, "day_cues"); ok && h.to == i {
			return true
		}
		if h, ok := a.hitAt(k, "range_words"); ok && h.to == i && len(a.dates) > 0 && a.dates[len(a.dates)-1].to == k {
			return true
		}
		if h, ok := a.hitAt(k, "range_words"); ok && h.to == i && k > 0 && a.tokens[k-1].kind == number && (a.inParens(k-1) || a.cued(k-1)) {
			return true
		}
	}
	return false
}

// inParens tells whether token i opens a parenthesis: "Sau hai ngày làm việc (27 và 28/3)".
func (a *analysis) inParens(i int) bool { return i > 0 && a.tokens[i-1].r == '(' }

func (a *analysis) sameSentence(i, j int) bool {
	return i < len(a.tokens) && j < len(a.tokens) && a.tokens[i].sentence == a.tokens[j].sentence
}
