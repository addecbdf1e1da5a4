package extract

import "strings"

// sceneBefore is the event, with a day of its own, that the last sentence to
// name any opens with, in a text without paragraphs: "Tại kỳ họp thứ 14 hôm
// 9/7, …"; -1 for none.
func (f *roleFinder) sceneBefore(c *clause) int {
	for n := c.number - 1; f.flat && n >= 0 && n > c.number-9; n-- {
		s := f.sentences[n]
		ms := f.eventsIn(s)
		if len(ms) == 0 {
			continue
		}
		m := ms[0]
		if m.event >= 0 && m.event != f.main && !m.verb && !m.title && m.date >= 0 && f.clusters[m.event].own && m.from <= s.from+2 && f.venue(m.from) && !f.dayBefore(f.dates[m.date]) {
			return m.event
		}
		return -1
	}
	return -1
}

// dayBefore tells whether a date is of a day before the one told of: "cuộc họp
// hôm qua, 24/7".
func (f *roleFinder) dayBefore(d dateMention) bool {
	if d.isRelative {
		return d.relative < 0
	}
	for k := max(0, d.from-3); k < d.to; k++ {
		if h, ok := f.hitAt(k, "relative_days"); ok && strings.HasPrefix(h.value, "-") && len(h.value) > 1 {
			return true
		}
	}
	return false
}
