package extract

import "strings"

// organizers reads "X tổ chức hội nghị", "hội nghị do X tổ chức", and the body
// whose own act the meeting or the rite is: "X họp báo", "X trao giải".
func (a *analysis) organizers(c *cluster, m eventMention, s sentence) {
	if len(c.Organizers) == 0 && m.kind != "session" {
		c.Organizers = a.ownEvent(m, s)
	}
	for k := s.from; k < s.to; k++ {
		h, ok := a.hitAt(k, "organized")
		if !ok || a.tokens[k].capital != lower && k > s.from {
			continue // "Tổ chức Y tế Thế giới"
		}
		if h.to > m.from && k < m.to || h.to <= m.from && m.from-h.to > 3 || k >= m.to && k-m.to > 40 {
			continue
		}
		from, to := a.organizerBefore(k, s.from)
		if h.value == "after" {
			if from = h.to; !a.isSign(from) {
				if _, article := a.determiner(from); article {
					from++
				}
				to = a.bodyName(from)
			}
			from = min(from, to)
		}
		if from >= to || a.startsPerson(from) {
			continue
		}
		if k >= m.to {
			if from-m.to > 10 {
				continue
			}
			if !a.doer(from-1) && h.value != "after" {
				continue
			}
		}
		if cut := a.termIn(from, to); cut > from {
			to = cut
		}
		for _, name := range a.splitBodies(from, to) {
			c.Organizers = addName(c.Organizers, name)
		}
		return
	}
}

// ownEvent are the bodies that do what an event is, at the head of a clause.
func (a *analysis) ownEvent(m eventMention, s sentence) []string {
	if _, own := a.hitAt(m.from, "own_events"); !own || a.pack.Code != "vi" || a.tokens[m.from].capital != lower {
		return nil
	}
	for k := max(s.from, m.from-3); k < m.from; k++ {
		if h, ok := a.hitAt(k, "organized"); ok && h.to == m.from {
			return nil
		}
	}
	from, to := a.organizerBefore(m.from, s.from)
	if from >= to || a.startsPerson(from) || from > s.from && a.tokens[from-1].kind != sign && !a.dateEndsAt(from) {
		return nil
	}
	return a.splitBodies(from, to)
}

// doer tells whether the word at token i leads to those who do what the verb
// behind them says: "do X tổ chức", "được X tổ chức".
func (a *analysis) doer(i int) bool {
	_, of := a.hitAt(i, "of_words")
	_, passive := a.hitAt(i, "passive_words")
	return of || passive
}

// termIn is where "khóa XVIII, nhiệm kỳ 2021 - 2026" begins behind a body; 0 for nowhere.
func (a *analysis) termIn(from, to int) int {
	for k := from + 1; k < to; k++ {
		if _, term := a.hitAt(k, "term"); term || a.readTerm(k) > k || a.tokens[k].r == '(' {
			if a.tokens[k-1].r == ',' {
				k--
			}
			return k
		}
	}
	return 0
}

func (a *analysis) isSign(i int) bool { return i >= len(a.tokens) || a.tokens[i].kind == sign }

// organizerBefore is the name of the body, or of several, that ends right before
// token k, but for adverbs: "Bộ Chính trị, Ban Bí thư tổ chức".
func (a *analysis) organizerBefore(k, start int) (from, to int) {
	to = k
	if to > start && a.tokens[to-1].r == ',' {
		to-- // "Công an huyện A, Hà Nội, đã tổ chức"
	}
	for to > start && (a.adverbBefore(to) || a.dayEnds(to) < to) {
		if d := a.dayEnds(to); d < to {
			to = d
			continue
		}
		to--
	}
	for j := max(start, to-40); j < to; j++ {
		t := a.tokens[j]
		if t.skip || t.kind != word || j > start && a.tokens[j-1].kind == word && a.tokens[j-1].capital != lower || a.namedIn(j, to) {
			continue
		}
		if _, venue := a.hitAt(j-1, "venue_words"); venue && j > start {
			end := a.placeName(j)
			if end > j && a.isAnd(end) && a.provinceAfter(end+1) {
				end = a.placeName(end + 1)
			}
			if end > j && end < to && a.tokens[end].r == ',' {
				for next := a.placeAfter(end); next > 0; next = a.placeAfter(end) {
					end = next
				}
				j = end // "tại Hà Nội, Trung ương Đoàn tổ chức"
				continue
			}
		}
		if _, opens := a.hitAt(j, "sentence_starts"); opens && t.capital == initial {
			continue
		}
		if _, source := a.hitAt(j-1, "basis_words"); source && a.pack.Code == "vi" && j > start {
			if end := a.bodyName(j); end > j && end < to && a.tokens[end].r == ',' {
				j = end // "theo Cổng thông tin điện tử Bộ A, Quân ủy … đã tổ chức"
				continue
			}
		}
		i := j
		if h, ok := a.hitAt(j, "organizer_heads"); ok && t.capital == lower {
			i = h.to
		}
		for i < to {
			if i = a.bodyName(i); i == 0 {
				break
			}
			if i >= to {
				return j, to
			}
			if a.tokens[i].r == ',' && a.readTerm(i+1) > i+1 {
				i = a.readTerm(i + 1)
				if i >= to {
					return j, to
				}
			} else if a.tokens[i].r == ',' {
				if a.pack.Code == "en" {
					if i = a.nextBody(i); i == 0 || !a.bodyAt(j) {
						break
					}
					continue
				}
				i++
				if h, ok := a.hitAt(i, "organizer_heads"); ok && a.tokens[i].capital == lower {
					i = h.to
				}
			} else if _, ok := a.hitAt(i, "term"); ok {
				return j, to // "Chính phủ nhiệm kỳ Quốc hội khóa XV"
			} else if h, ok := a.hitAt(i, "of_body"); ok && a.pack.Code == "en" {
				i = h.to // "the Secretariat of the Party Central Committee"
				if d, ok := a.determiner(i); ok {
					i = d.to
				}
			} else if h, ok := a.hitAt(i, "partners"); ok {
				i = h.to
			} else if h, ok := a.hitAt(i, "and"); ok {
				i = h.to
			} else if a.tokens[i].r == '(' {
				for i < to && a.tokens[i].r != ')' {
					i++
				}
				i++
				if i == to {
					return j, to
				}
			} else if n := a.readTerm(i); n > i {
				i = n
				if i < to && a.tokens[i].r == ',' {
					i++
				}
				if n = a.readTerm(i); n > i {
					i = n
				}
				if i >= to {
					return j, to
				}
			} else {
				break
			}
		}
	}
	return to, to
}

// dayEnds is where a day that ends at token k begins, with its preposition:
// "The Secretariat on December 4 held"; k for none.
func (a *analysis) dayEnds(k int) int {
	for d := a.firstDate(k - 6); d >= 0 && d < len(a.dates) && a.dates[d].from < k; d++ {
		if a.dates[d].to != k {
			continue
		}
		from := a.dates[d].from
		for j := max(0, from-2); j < from; j++ {
			for _, list := range []string{"day_cues", "month_preps"} {
				if h, ok := a.hitAt(j, list); ok && h.to == from {
					return j
				}
			}
		}
		return from
	}
	return k
}

// namedIn tells whether a person is named between two tokens.
func (a *analysis) namedIn(from, to int) bool {
	lo := search(a.mentions, from+1, (*mention).ends)
	return lo < len(a.mentions) && a.mentions[lo].from < to
}

// adverbBefore tells whether an adverb ends right before token k.
func (a *analysis) adverbBefore(k int) bool {
	for j := max(0, k-2); j < k; j++ {
		for _, list := range []string{"adverbs", "and_then", "future_words"} {
			if h, ok := a.hitAt(j, list); ok && h.to == k {
				return true
			}
		}
	}
	return false
}

func (a *analysis) dateEndsAt(i int) bool {
	d := a.firstDate(i)
	return d > 0 && a.dates[d-1].to == i
}

// splitBodies cuts "Bộ Chính trị, Ban Bí thư" into its bodies.
func (a *analysis) splitBodies(from, to int) []string {
	var out []string
	start := from
	for k := from; k <= to; k++ {
		if k == to || a.tokens[k].r == ',' && (a.pack.Code != "en" || a.nextBody(k) > 0) && !a.fieldOnly(k+1) || a.isPartner(k) || a.andBody(k) {
			if h, ok := a.determiner(start); ok {
				start = h.to
			}
			if k > start && !(len(out) > 0 && a.onlyProvince(start, k)) && !a.onlyFigure(start, k) {
				out = append(out, a.str(start, k))
			}
			start = k + 1
			if k < to && a.isPartner(k) {
				h, _ := a.hitAt(k, "partners")
				start, k = h.to, h.to-1
			}
		}
	}
	return out
}

// andBody tells whether "and" at token k stands between two bodies.
func (a *analysis) andBody(k int) bool {
	h, ok := a.hitAt(k, "and")
	if !ok || a.pack.Code == "en" || h.to >= len(a.tokens) || a.tokens[h.to].capital == lower {
		return false
	}
	for _, g := range a.hitsAt(h.to) {
		switch g.list {
		case "head", "body", "localbody", "central":
			return true
		}
	}
	return false
}

// placeAfter is the end of one more place behind a comma at token i, with a comma
// behind it, "tại TP Nha Trang, tỉnh Khánh Hòa, …"; 0 where a body stands there.
func (a *analysis) placeAfter(i int) int {
	if i+1 >= len(a.tokens) || a.tokens[i].r != ',' || !a.provinceAfter(i+1) && !a.districtLevel(i+1) && !a.smallPlace(i+1) {
		return 0
	}
	to := a.placeName(i + 1)
	if to == 0 || to >= len(a.tokens) || a.tokens[to].r != ',' {
		return 0
	}
	return to
}

// onlyFigure tells whether nothing but the number of a congress stands between
// two tokens.
func (a *analysis) onlyFigure(from, to int) bool {
	return to == from+1 && a.tokens[from].capital == all && a.numeral(from) > 0
}

// onlyProvince tells whether a province stands between two tokens, as the
// place of the body named before it.
func (a *analysis) onlyProvince(from, to int) bool {
	h, ok := a.hitAt(from, "province")
	return ok && h.to == to
}

// fieldOnly tells whether a comma inside the name of a ministry stands before
// token i: "Bộ Văn hóa, Thể thao và Du lịch".
func (a *analysis) fieldOnly(i int) bool {
	if _, ok := a.hitAt(i, "sector"); !ok {
		return false
	}
	for _, list := range []string{"head", "body", "central", "localbody"} {
		if _, ok := a.hitAt(i, list); ok {
			return false
		}
	}
	return true
}

func (a *analysis) isPartner(k int) bool {
	_, ok := a.hitAt(k, "partners")
	return ok
}

// addName adds a name to a list that has it in no other spelling, and neither
// as the beginning of a fuller one: "Phòng họp Diên Hồng, Nhà Quốc hội".
func addName(list []string, s string) []string {
	s = singleSpaced(s)
	s = strings.Trim(s, " ,.-–:;")
	if s == "" {
		return list
	}
	mine := Spelling(s)
	for i, x := range list {
		switch have := Spelling(x); {
		case have == mine, strings.HasPrefix(have, mine+","):
			return list
		case strings.HasPrefix(mine, have+","):
			list[i] = s
			return list
		}
	}
	return append(list, s)
}
