package extract

import "strings"

// owns tells whether an event's name is only the owner of something: "the
// eighth plenum's resolutions".
func (a *analysis) owns(i int) bool {
	return i > 1 && a.possessive(i-1) || i+1 < len(a.tokens) && (a.tokens[i].r == '\'' || a.tokens[i].r == '’') && a.tokens[i].glued && a.possessive(i+1)
}

// nameSpan is the extent of an event's name around its head word.
func (a *analysis) nameSpan(h hit) (from, to int) {
	from = h.from
	if a.pack.Code == "en" {
		from = a.nameStart(h.from)
	}
	return from, a.nameEnd(h.from, h.to)
}

// nameEnd goes right from the head word until the name ends.
func (a *analysis) nameEnd(head, i int) int {
	if i < len(a.tokens) {
		if _, ok := a.hitAt(i, "plural_words"); ok && head < i && i-head <= 2 {
			return i // "hội nghị các đại biểu được nghe"
		}
		if _, ok := a.hitAt(i, "and"); ok || a.inPaper(i) {
			return i // "chủ trì hội nghị và giới thiệu"
		}
	}
	open, quoted := 0, false
	for first := i; i < len(a.tokens) && i < head+60; i++ {
		if !a.sameSentence(head, i) || a.quoted[head] && !a.quoted[i] {
			return i
		}
		t := a.tokens[i]
		if t.kind == sign {
			switch {
			case t.r == '(':
				if !a.nameParens(i) {
					return i
				}
				open++
				continue
			case t.r == ')' && open > 0:
				open--
				continue
			case t.r == ',':
				if open > 0 || i > first && a.nameGoesOn(i+1) {
					continue
				}
				return i
			case (t.r == '\'' || t.r == '’') && i+1 < len(a.tokens) && a.possessive(i+1):
				return i
			case isDash(t.r) || t.r == '/' || t.r == '&' || t.r == '\'' || t.r == '’':
				if _, opens := a.hitAt(i+1, "sentence_starts"); opens && !t.glued && i+1 < len(a.tokens) && a.tokens[i+1].capital == initial {
					return i // "buổi làm việc - Ảnh: …"
				}
				if (t.glued || i+1 < len(a.tokens) && a.tokens[i+1].kind == number) || a.tokens[i+1].capital != lower && !a.startsPerson(i+1) || a.fieldJoins(i) {
					continue
				}
				return i
			case t.r == '“' || t.r == '"' || t.r == '”':
				quoted = t.r == '“' || t.r == '"' && !quoted
				continue
			case quoted && t.r != '.' && t.r != ';':
				continue
			default:
				return i
			}
		}
		if open > 0 || quoted {
			continue
		}
		if a.pack.Code == "en" && a.termAfter(head, i) > i {
			return i // "23rd session for the 2021-2026 term"
		}
		if h, ok := a.hitAt(i, "event_heads"); ok && h.value != "-" && h.to-i > 1 && i > head+1 {
			i = h.to - 1
			continue
		}
		if _, ok := a.hitAt(i, "sentence_starts"); ok && t.capital == initial && i > head+1 && a.tokens[i-1].kind == word && !a.notAct(i) {
			return i // a caption or heading runs into the next sentence
		}
		if h, ok := a.hitAt(i, "name_stops"); ok && h.value == "-" {
			i = h.to - 1 // a longer phrase that only contains such a word
			continue
		} else if ok && h.to <= len(a.tokens) && !a.makesKnown(head, i) && !a.namedDay(i) {
			if a.tokens[i].capital != initial {
				return i // "Lễ khai mạc Ngày hội" goes on
			}
		}
		if a.startsPerson(i) {
			if to := a.party(head, i); to > i {
				i = to - 1 // "cuộc gặp giữa Thủ tướng A và Tổng thống B"
				continue
			}
			if to := a.metAt(head, i); to > i {
				return to
			}
			return i
		}
		if h, ok := a.hitAt(i, "government_words"); ok && h.to-i > 1 && t.capital != lower && !a.officeAt(i) {
			i = h.to - 1 // "Ban chỉ đạo" directs nobody
			continue
		}
		if x, ok := a.hitAt(i, "acts"); ok && t.capital == lower && a.stopAct(x) {
			return i
		}
		if a.attendsToo(i) {
			return i // "chuyến thăm Pháp và dự Hội nghị …"
		}
	}
	return i
}

// notAct tells whether the words at token i are known to be no act: "dự án".
func (a *analysis) notAct(i int) bool {
	h, ok := a.hitAt(i, "acts")
	return ok && h.to-i > 1 && h.value == "-"
}

// attendsToo tells whether "and attends" begins at token i.
func (a *analysis) attendsToo(i int) bool {
	h, ok := a.hitAt(i, "and")
	if !ok {
		return false
	}
	x, ok := a.hitAt(h.to, "acts")
	return ok && strings.HasPrefix(x.value, "attended")
}

// party is the end of the person at token i who is one of the two sides that
// the words after a head name: "cuộc làm việc của Thủ tướng A với", or i.
func (a *analysis) party(head, i int) int {
	x, ok := a.hitAt(head, "event_heads")
	if !ok || x.value != "meeting" && x.value != "visit" {
		return i
	}
	if _, ok := a.hitAt(x.to, "party_words"); !ok {
		return i
	}
	for k := max(head, i-2); k < i; k++ {
		h, ok := a.hitAt(k, "party_words")
		if !ok {
			h, ok = a.hitAt(k, "and")
		}
		if ok && h.to == i {
			return max(i, a.personEnd(i))
		}
	}
	return i
}

// namedDay tells whether a day with a name begins at token i: "ngày Thế giới
// không thuốc lá", and no date.
func (a *analysis) namedDay(i int) bool {
	h, ok := a.hitAt(i, "day_words")
	if !ok || h.to >= len(a.tokens) || !a.sameSentence(i, h.to) || a.tokens[h.to].kind != word || a.tokens[h.to].skip {
		return false
	}
	return a.tokens[h.to].capital == initial || a.tokens[i].capital == initial && i > a.sentences[a.tokens[i].sentence].from
}

// fieldJoins tells whether a dash at token i joins two fields: "kinh tế - xã hội".
func (a *analysis) fieldJoins(i int) bool {
	if !isDash(a.tokens[i].r) || i == 0 || a.tokens[i-1].capital != lower || i+1 >= len(a.tokens) || a.tokens[i+1].capital != lower {
		return false
	}
	_, sector := a.hitAt(i+1, "sector")
	return sector
}

// makesKnown tells whether the words right before token i say that a meeting
// is held to make something known: "hội nghị công bố quyết định".
func (a *analysis) makesKnown(head, i int) bool {
	for k := max(head, i-3); k < i; k++ {
		if h, ok := a.hitAt(k, "decision_names"); ok && h.to == i {
			_, paper := a.hitAt(i, "paper_kinds")
			return paper
		}
	}
	return false
}

// stopAct tells whether the words are an act that ends a name, and not a verb
// that names what the meeting does ("Hội nghị nghiên cứu, quán triệt").
func (a *analysis) stopAct(h hit) bool {
	x := parseAct(h)
	if x.roles == "" {
		return false
	}
	_, verb := a.hitAt(h.from, "name_verbs")
	return !x.verb && !x.guest && !verb
}

// nameParens keeps "(mở rộng)" and "(kỳ họp bất thường)" in a name, and the short
// form of the body before it: "(BCH)".
func (a *analysis) nameParens(i int) bool {
	if i+2 < len(a.tokens) && a.tokens[i+1].capital == all && a.tokens[i+2].r == ')' {
		return true
	}
	return i+1 < len(a.tokens) && a.tokens[i+1].kind == word && a.tokens[i+1].capital == lower
}

// nameGoesOn tells whether an enumeration inside the name goes on after a comma.
func (a *analysis) nameGoesOn(i int) bool {
	_, ok := a.hitAt(i, "name_verbs")
	return ok
}
