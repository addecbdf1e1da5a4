package extract

import "slices"

// sittings finds the sessions that the text tells of without a word for them:
// "Sáng 20/9, Ủy ban Thường vụ Quốc hội cho ý kiến về …", "Các đại biểu sáng
// nay thảo luận tại tổ", "Chiều 4/6, trình bày dự án luật trước Quốc hội, …".
func (a *analysis) sittings(named []eventMention) []eventMention {
	var out []eventMention
	for _, s := range a.sentences {
		d := a.firstDate(s.from)
		if m, ok := a.openingDebate(s); ok && !a.tokens[s.to-1].skip && !a.eventNear(named, s.from, s.to) {
			out = append(out, m)
			continue
		}
		if d >= len(a.dates) || a.dates[d].from > s.from+14 || a.dates[d].to >= s.to || a.dates[d].future || a.tokens[s.to-1].skip {
			continue
		}
		if x := a.dates[d]; a.published() == "" && x.year > 0 && !x.inferred && a.lead(s.from) == 0 {
			continue // "ngày 29/5/2008, Quốc hội thông qua": news leaves the year out
		}
		m, ok := a.sitting(s, d)
		if ok && m.kind == "ceremony" && slices.ContainsFunc(named, func(o eventMention) bool { return !o.verb && !o.passing && (o.kind == m.kind || a.lead(o.from) > 0) }) {
			continue // the rite is one that the story has a name for, or a part of something else
		}
		if ok && !a.eventNear(named, s.from, a.subjectOf(m, min(s.to, m.to+14))) {
			out = append(out, m)
		}
	}
	return out
}

// subjectOf is where the words begin that say what a sitting is about, at most
// to: a meeting named there is not the one that sits, as in "cho ý kiến về việc
// chuẩn bị kỳ họp".
func (a *analysis) subjectOf(m eventMention, to int) int {
	for k := m.to; k < to; k++ {
		if h, ok := a.hitAt(k, "about_words"); ok && a.pack.Code == "vi" && h.to > k {
			return k
		}
	}
	return to
}

// sitting is the session that a sentence tells of, on the day of date d.
func (a *analysis) sitting(s sentence, d int) (eventMention, bool) {
	x := a.dates[d]
	people := false
	for k := s.from; k < s.to && k < x.to+30; k++ {
		if h, ok := a.hitAt(k, "sitting_words"); ok && (x.day > 0 || x.isRelative) && (h.value != "ceremony" || a.openingRite(s, h, x)) {
			return eventMention{from: k, to: h.to, head: h.to, kind: h.value, date: d, verb: true, sitting: true}, true
		}
		people = people || a.startsPerson(k)
		body, ok := a.hitAt(k, "sitting_bodies")
		if !ok || people || x.from > s.from+6 && body.to > x.from || !a.clauseOpens(s, k) {
			continue
		}
		if verb, ok := a.verbAfter(body.to, x); ok {
			return eventMention{from: k, to: verb.to, head: verb.to, kind: body.value, date: d, verb: true, sitting: true}, true
		}
	}
	return eventMention{}, false
}

// openingDebate is the sitting that a sentence tells of by what deputies do
// there: "Thảo luận ở hội trường về … sáng 11/6, đại biểu A cho biết". Without a
// day only the opening of the story does.
func (a *analysis) openingDebate(s sentence) (eventMention, bool) {
	h, ok := a.hitAt(s.from, "sitting_words")
	g, debate := a.hitAt(s.from, "debating_words")
	if debate = debate && g.to > h.to; debate {
		h, ok = g, true
	}
	if !ok || h.value != "session" || a.pack.Code == "en" {
		return eventMention{}, false
	}
	for k := h.to; k < s.to && k < h.to+40; k++ {
		if a.tokens[k].r != ',' || !a.deputyAt(k+1) {
			continue
		}
		d := a.firstDate(k) - 1
		if d < 0 || a.dates[d].from < s.from || a.dates[d].day == 0 && !a.dates[d].isRelative || a.dates[d].future {
			d = -1
		}
		if d < 0 && (debate || a.lead(s.from) == 0) {
			return eventMention{}, false
		}
		return eventMention{from: h.from, to: h.to, head: h.to, kind: h.value, date: d, verb: true, sitting: true}, true
	}
	return eventMention{}, false
}

// deputyAt tells whether a deputy of an assembly stands at token i.
func (a *analysis) deputyAt(i int) bool {
	for k := i; k < i+3; k++ {
		if _, ok := a.hitAt(k, "deputies"); ok {
			return true
		}
	}
	return false
}

// openingRite tells whether the verb of a ceremony is what a body named before
// it did on the day, in the opening of the story: "Ngày 25/1, Hội Nhà báo tỉnh
// trao giải thưởng báo chí".
func (a *analysis) openingRite(s sentence, h hit, x dateMention) bool {
	if a.lead(s.from) == 0 || h.from < x.to || a.tokens[h.from].capital != lower {
		return false
	}
	from, to := a.organizerBefore(h.from, s.from)
	return from < to && from <= x.to+12 && !a.startsPerson(from)
}

// clauseOpens tells whether a subject may stand at token k: at the head of its
// sentence, behind a sign or behind a day.
func (a *analysis) clauseOpens(s sentence, k int) bool {
	if k > s.from && a.pack.Code == "vi" {
		if _, plural := a.hitAt(k-1, "plural_words"); plural {
			k--
		}
	}
	return k <= s.from || a.pack.Code == "en" || a.tokens[k-1].kind == sign || a.dateEndsAt(k)
}

// verbAfter is a verb of sitting right behind a body, but for adverbs, the day
// and the rest of the body's name.
func (a *analysis) verbAfter(i int, x dateMention) (hit, bool) {
	to := i + 6
	if x.from >= i && x.from < to {
		to = x.to + 4
	}
	for k := i; k < len(a.tokens) && k < to && a.sameSentence(i, k); k++ {
		if h, ok := a.hitAt(k, "sitting_verbs"); ok {
			return h, true
		}
		if a.tokens[k].kind == sign && a.tokens[k].r != '(' && a.tokens[k].r != ')' && (k < x.from || k >= x.to) {
			break
		}
	}
	return hit{}, false
}

func (a *analysis) eventNear(ms []eventMention, from, to int) bool {
	for _, m := range ms {
		if m.from >= from && m.from < to {
			return true
		}
	}
	return false
}
