package extract

// monthBefore is the year of a day that stands in one sentence with the month
// whose work a meeting deals with: "họp báo thường kỳ tháng 9/2019 chiều 2/10".
func (a *analysis) monthBefore(m dateMention) int {
	for _, x := range a.dates {
		if x.from >= m.from {
			break
		}
		if x.day > 0 || x.year == 0 || x.month == 0 || x.inferred || a.tokens[x.from].sentence != a.tokens[m.from].sentence || m.from-x.to > 12 {
			continue
		}
		switch n := m.month - x.month; {
		case n == 0 || n == 1:
			return x.year
		case n == -11:
			return x.year + 1
		}
	}
	return 0
}

// monthReached is the year of a month up to which the article writes a span
// with its years, the last that it writes: "từ tháng 2/2016 đến tháng 5/2017" for
// "ngày 11/5".
func (a *analysis) monthReached(month int) int {
	latest := 0
	for _, x := range a.dates {
		latest = max(latest, x.year)
	}
	for i, x := range a.dates {
		if i == 0 || x.year < latest || x.day > 0 || x.month != month || x.year < firstYear || x.inferred {
			continue
		}
		if p := a.dates[i-1]; p.year > 0 && p.year <= x.year && x.from-p.to <= 2 && a.has(p.to, x.from, "range_words") {
			return x.year
		}
	}
	return 0
}

// yearBeside is the year of a day that comes within a month after one which the
// article writes with its year, the last year it names; or in a month of which
// it writes so beside the month before: "kết quả tháng 4/2019, nhiệm vụ tháng
// 5/2019".
func (a *analysis) yearBeside(m dateMention) int {
	year, near := 0, false
	var months [13]bool // of the last year, written with it
	newest := func(y int) bool {
		if y > year {
			year, near, months = y, false, [13]bool{}
		}
		return y == year
	}
	beside := func(y, mon, dom int) {
		d, e := day(y, mon, dom), day(y, m.month, max(m.day, 1))
		near = near || len(d) == 10 && len(e) == 10 && e <= d.AddDays(31) && d <= e.AddDays(15)
	}
	for _, x := range a.dates {
		if x.year < firstYear || x.month == 0 || x.inferred {
			continue
		}
		winter := x.endYear == x.year+1 && x.endMonth < x.month // over New Year, as its first day
		if x.day > 0 && x.endDay > 0 && !winter && newest(x.endYear) {
			beside(x.endYear, x.endMonth, x.endDay)
		}
		switch {
		case !newest(x.year):
		case x.day > 0:
			beside(x.year, x.month, x.day)
		default:
			months[x.month] = true
			near = near || x.month == m.month && a.has(max(0, x.from-4), x.from, "same_time_words")
		}
	}
	near = near || m.month > 1 && months[m.month-1] && months[m.month]
	if !near || !(anchor{years: a.years}).lives(year) {
		return 0
	}
	return year
}
