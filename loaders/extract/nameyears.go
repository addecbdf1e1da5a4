package extract

// yearsOfNames gives days without a year, where nothing else in the article
// tells it, the year that the name of their own event does: "Ngày 5/9 … lễ khai
// giảng năm học 2031 - 2032", "(12/1) … hội nghị tổng kết năm 2030, nhiệm vụ
// năm 2031".
func (a *analysis) yearsOfNames() {
	if a.published() != "" {
		return
	}
	for _, m := range a.eventAt {
		if m.date < 0 {
			continue
		}
		d := &a.dates[m.date]
		if d.date != "" || d.day == 0 || d.month == 0 || d.year != 0 || d.future || d.sequels || a.tokens[d.from].sentence != a.tokens[m.from].sentence {
			continue
		}
		if y := a.yearInName(m, d.month); y > 0 {
			d.date, d.inferred = day(y, d.month, d.day), true
			if d.endDay > 0 && d.endMonth >= d.month {
				d.end = day(y, d.endMonth, d.endDay)
			}
		}
	}
}

// yearInName is the year of a month by the years in an event's name; 0 where
// the name has none, several, or those of a term.
func (a *analysis) yearInName(m eventMention, month int) int {
	first, last, joined := 0, 0, false
	words := map[string]bool{}
	for i := m.head; i < m.to; i++ {
		y, ok := a.year(i)
		if !ok {
			if h, ok := a.hitAt(i, "name_years"); ok && h.to <= m.to {
				words[h.value] = true
			}
			continue
		}
		switch {
		case y < firstYear || first > 0 && y != last && y != first+1:
			return 0
		case first == 0:
			first, last = y, y
		default:
			last, joined = y, isDash(a.tokens[i-1].r)
		}
	}
	switch {
	case first == 0 || words["term"]:
		return 0
	case last > first && (month <= 7 || joined && words["review"]):
		return last // "năm học 2031 - 2032" in May, and its review in August
	case last > first:
		return first
	case words["feast"]:
		return first
	case words["award"] && month <= 3:
		return 0
	case words["review"] && month <= 3 || a.monthInName(m) > month+6:
		return first + 1
	case words["plan"] && !words["review"] && month >= 11:
		return first - 1
	}
	return first
}

// monthInName is the month that an event's name gives with its year: 12 in
// "họp báo tháng 12/2030".
func (a *analysis) monthInName(m eventMention) int {
	for _, x := range a.dates {
		if m.head <= x.from && x.to <= m.to && x.day == 0 && x.year > 0 {
			return x.month
		}
	}
	return 0
}
