package extract

import "cadre/graph"

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
		if f.inPaper(x.from) {
			n += 3
		}
		if n < dist {
			best, dist = x.date, n
		}
	}
	if best != "" {
		return best, true
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
