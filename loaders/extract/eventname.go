package extract

// nameStart goes left from the head word of an English event over its
// modifiers: "the ninth plenum", "Party Central Committee's sixth plenum".
func (a *analysis) nameStart(head int) int {
	from := head
	for j := head - 1; j >= 0 && j > head-10 && a.sameSentence(j, head); j-- {
		t := a.tokens[j]
		if t.kind == sign {
			if t.r == ')' && j > 1 && a.tokens[j-1].capital == all && a.tokens[j-2].r == '(' {
				j -= 2 // "the Asia-Pacific Economic Cooperation (APEC) Summit"
				continue
			}
			if (isDash(t.r) || t.r == '\'' || t.r == '’') && t.glued {
				continue
			}
			break
		}
		if _, ok := a.hitAt(j, "name_breaks"); ok {
			break
		}
		if t.kind == word && t.capital == lower {
			if _, ok := a.hitAt(j, "name_adjectives"); !ok && !(t.glued && j > 0 && a.tokens[j-1].kind == number) && !a.possessive(j) {
				if n := a.numeral(j); n == 0 {
					break
				}
			}
		}
		if a.startsPerson(j) {
			break
		}
		if a.possessive(j) {
			continue // kept when a capital stands before it
		}
		from = j
	}
	return from
}

// possessive: the s of "Committee's".
func (a *analysis) possessive(j int) bool {
	return j > 0 && a.tokens[j].glued && a.tokens[j].end-a.tokens[j].start == 1 && a.tokens[j].r == 's'
}

// plainHead tells whether nothing but words that name no event stand before its
// head word: "the hybrid event".
func (a *analysis) plainHead(from, head int) bool {
	for k := from; k < head; {
		h, ok := a.hitAt(k, "plain_adjectives")
		if !ok || h.to > head {
			return false
		}
		k = h.to
	}
	return true
}

// shortName adds the words of a short name in brackets behind an event's to its
// words: "kỳ họp Đại hội đồng Quỹ môi trường toàn cầu (GEF 6)".
func (a *analysis) shortName(m *eventMention) {
	if m.name == "" || m.to+2 >= len(a.tokens) || a.tokens[m.to].r != '(' || a.tokens[m.to+1].capital != all {
		return
	}
	for k := m.to + 1; k < m.to+5 && k < len(a.tokens) && !a.crosses(m.to, k+1); k++ {
		if a.tokens[k].r == ')' {
			in := eventMention{from: m.to, to: k, head: m.to + 1}
			a.nameWords(&in)
			m.words = append(m.words, in.words...)
			return
		}
	}
}
