package extract

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
	return a.has(max(a.sentences[a.tokens[i].sentence].from, i-3), i, "birth_words")
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

// lasts tells whether the words before a date say that something runs until it.
func (a *analysis) lasts(i int) bool {
	return a.has(max(a.sentences[a.tokens[i].sentence].from, i-6), i, "lasting_words")
}

// deadline tells whether a day at token i is one by which something is to be
// done, or up to which something is counted: "hoàn thành trước 30/6".
func (a *analysis) deadline(i int) bool {
	return a.endsBefore(i, 5, "deadline_words")
}
