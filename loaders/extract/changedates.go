package extract

import (
	"cadre/graph"
)

// changeDate is the day of a change: the one its clause gives, else that of the
// decision cited, else that of the meeting that took it. own tells whether the
// sentence itself gives it.
func (f *changeFinder) changeDate(s sentence, v changeVerb, end int) (d graph.Date, own bool) {
	best, dist := graph.Date(""), 1<<30
	for d := f.firstDate(s.from); d < len(f.dates) && f.dates[d].from < s.to; d++ {
		x := f.dates[d]
		if x.date == "" || x.future || x.from >= v.to && (x.from >= end || f.clauseEnds(v.to, x.from)) {
			continue
		}
		n := x.from - v.to
		if n < 0 {
			n = v.from - x.to
		}
		if p, ok := f.paperOver(x.from); ok {
			if p.Kind != "decision" && p.Kind != "resolution" {
				continue // a rule that the decision is grounded in
			}
			n += 3
		}
		if n < dist {
			best, dist = x.date, n
		}
	}
	if best != "" {
		return best, true
	}
	if y := f.yearIn(s, v.from); y != "" && f.pack.Code != "en" {
		return y, true
	}
	if d := f.openingDate(s); d != "" {
		return d, false
	}
	if f.main < 0 && f.pack.Code == "en" && len(f.changes) > 0 && f.number-f.changed <= 3 {
		return f.changes[len(f.changes)-1].Date, false // "It also ratified …"
	}
	if f.main < 0 || f.clusters[f.main].Status == "announced" {
		return "", false
	}
	switch m := f.clusters[f.main]; {
	case m.End == "" || f.published() != "" && m.End > f.published():
		return m.Date, false // one day, or days that are not over
	case f.pack.Code == "en" && len(m.Date) == 10 && m.Date[:7] == m.End[:7]:
		return m.Date[:7], false // one of the days, the text does not say which
	default:
		return m.End, false
	}
}

// clauseEnds tells whether a semicolon stands between two tokens.
func (f *changeFinder) clauseEnds(from, to int) bool {
	for k := from; k < to; k++ {
		if f.tokens[k].r == ';' {
			return true
		}
	}
	return false
}

// openingDate is the day with which one of the few sentences before opens, of
// the same paragraph or the one before: "Ngày 7/4, Hội đồng họp phiên thứ nhất.
// Ông A được bầu làm Chủ tịch".
func (f *changeFinder) openingDate(s sentence) graph.Date {
	for n := f.number - 1; n >= 0 && n >= f.number-3; n-- {
		p := f.sentences[n]
		if s.paragraph-p.paragraph > 2 {
			return ""
		}
		d := f.firstDate(p.from)
		if d == len(f.dates) || f.dates[d].from >= p.to {
			continue
		}
		if x := f.dates[d]; x.date != "" && len(x.date) == 10 && !x.future && x.from <= p.from+3 && x.end == "" {
			return x.date
		}
		return ""
	}
	return ""
}

// paperOver is the document in whose words token i stands.
func (f *changeFinder) paperOver(i int) (Paper, bool) {
	if !f.inPaper(i) {
		return Paper{}, false
	}
	n := search(f.paperAt, i+1, (*paperMention).ends)
	return f.papers[f.paperAt[n].paper], true
}

// longAgo tells whether a change is history and no news: years before the
// article's own day.
func (f *changeFinder) longAgo(d graph.Date) bool {
	if d == "" {
		return false
	}
	if f.own && len(d) == 4 && f.pack.Code != "en" {
		return true // news has its day
	}
	if p := f.published(); len(p) == 10 && f.own && len(d) == 10 {
		return d < p.AddDays(-1000) // told with its very day
	} else if len(p) == 10 {
		return d.Last() < p.AddDays(-700)
	}
	return d.Last() < graph.Date("2005")
}

// yearIn is the year that a sentence opens with and nothing more, "Năm 2008, bà
// được bầu", if it is none of a term.
func (f *changeFinder) yearIn(s sentence, to int) graph.Date {
	for k := s.from; k < to && k < s.from+4; k++ {
		if h, ok := f.hitAt(k, "in_year"); ok && f.isYear(h.to) && h.to < to && !f.has(max(s.from, k-3), k, "term") {
			return graph.Date(f.str(h.to, h.to+1))
		}
	}
	return ""
}

// career tells whether an office was given in a month or a year that its
// sentence names: news tells the day, or leaves it to the article's own.
func (f *changeFinder) career(s sentence, v changeVerb, d graph.Date) bool {
	if v.loss || v.state || f.pack.Code == "en" {
		return false
	}
	if f.own {
		return len(d) > 0 && len(d) < 10
	}
	for _, y := range f.years {
		if y.at >= s.from && y.at < v.from && y.at <= s.from+3 && !y.work {
			return true // "Đến năm 2009, bà A được bổ nhiệm …"
		}
	}
	return false
}
