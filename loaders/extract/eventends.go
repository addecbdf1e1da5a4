package extract

// coupled is where the object of an act begins that "và" couples with another:
// "gặp gỡ và chúc mừng các em", else the end of its words.
func (a *analysis) coupled(x act) int {
	h, ok := a.hitAt(x.to, "and")
	if !ok {
		return x.to
	}
	y, ok := a.hitAt(h.to, "acts")
	if !ok || !a.sameSentence(x.from, h.to) {
		return x.to
	}
	return y.to
}

// metAt is the end of the person at token i whom a meeting is with, where the
// head of its name stands right before them: "cuộc gặp Thứ trưởng A chiều
// 18/1", or i. Where a verb follows, the person is the one who speaks there.
func (a *analysis) metAt(head, i int) int {
	h, ok := a.hitAt(head, "event_heads")
	if !ok || h.value != "meeting" || h.to != i {
		return i
	}
	to := a.personEnd(i)
	if to <= i || to >= len(a.tokens) || !a.sameSentence(i, to) {
		return i
	}
	if a.tokens[to].kind == sign {
		return to
	}
	for d := a.firstDate(to); d < len(a.dates) && a.dates[d].from <= to+1; d++ {
		return to
	}
	return i
}

// apartVisit tells whether one of two is a visit to a country and the other a
// meeting during it: "trong chuyến thăm chính thức Lào, … hội kiến …".
func (a *analysis) apartVisit(c *cluster, m eventMention) bool {
	if c.Kind == m.kind || c.Kind != "visit" && m.kind != "visit" {
		return false
	}
	if m.kind == "visit" {
		return c.Kind == "meeting" && a.toCountry(m)
	}
	for _, k := range c.mentions {
		if m.kind == "meeting" && a.toCountry(a.eventAt[k]) {
			return true
		}
	}
	return false
}

// toCountry tells whether the name of a visit is of a country.
func (a *analysis) toCountry(m eventMention) bool {
	for k := m.head; k < m.to; k++ {
		if _, ok := a.hitAt(k, "country"); ok && a.tokens[k].capital != lower {
			return true
		}
	}
	return false
}

// afterOther tells whether the sentence of a mention opens with another event,
// which came before: "Sau buổi lễ, Bộ A tổ chức hội nghị".
func (a *analysis) afterOther(s sentence, m eventMention, cluster int) bool {
	for _, o := range a.eventsIn(s) {
		if o.from >= m.from || o.from > s.from+2 {
			return false
		}
		if o.passing && o.event >= 0 && o.event != cluster {
			return true
		}
	}
	return false
}
