package extract

import "cadre/graph"

// complete reads what stands behind the number of a document: its date of
// issue, its issuer, what it is about.
func (a *analysis) complete(c *citation) {
	a.issueDate(c)
	if of, ok := a.hitAt(c.to, "of_words"); ok && a.sameSentence(c.from, of.to) {
		to := a.bodyName(of.to)
		issuer := ""
		if n := a.startOf[of.to]; n > 0 {
			to, issuer = a.offices[n-1].to, a.officeIssues(&a.offices[n-1])
		} else if to > 0 {
			issuer = a.str(of.to, to)
		}
		if issuer != "" && (of.value != "agent" || a.issues(to)) {
			c.issuer = issuer
			c.to = to
			a.issueDate(c)
		}
	}
	if c.issued == "" && c.kindFrom >= 0 {
		c.issued = a.issuedToday(c.kindFrom)
	}
	if h, ok := a.hitAt(c.to, "about_words"); ok && c.kindFrom >= 0 && a.sameSentence(c.from, h.to) {
		if to := a.titleEnd(h.to); to > h.to {
			c.title = a.str(c.to, to)
		}
	}
}

// shareDates gives the documents of a list the day that the words before its
// colon give for all: "Bốn văn bản cùng đề ngày 24/11/2023, gồm: Nghị quyết …".
func (a *analysis) shareDates(found []citation) {
	for n := range found {
		c := &found[n]
		s := a.sentences[a.tokens[c.from].sentence]
		if c.issued != "" || c.number == "" {
			continue
		}
		if d, ok := a.dateStarting(c.to); ok && d.same && n > 0 {
			c.issued = found[n-1].issued // "Quyết định số 392/QĐ-BXD cùng ngày"
			continue
		}
		colon := c.from - 1
		for colon > s.from && a.tokens[colon].r != ':' {
			colon--
		}
		if colon <= s.from {
			continue
		}
		for d := a.firstDate(s.from); d < len(a.dates) && a.dates[d].to <= colon; d++ {
			x := a.dates[d]
			for k := max(s.from, x.from-3); k < x.from; k++ {
				if h, ok := a.hitAt(k, "issue_words"); ok && (h.to == x.from || h.to == x.from+1) && x.day > 0 && colon-x.to <= 4 {
					c.issued = x.date
				}
			}
		}
	}
}

// issuedToday is the day that a sentence opens with when it tells that a
// document was issued: "Trưa nay (30/4), UBND tỉnh đã ban hành Công điện số 10".
func (a *analysis) issuedToday(kind int) graph.Date {
	s := a.sentences[a.tokens[kind].sentence]
	issuing := false
	for k := max(s.from, kind-3); k < kind; k++ {
		if h, ok := a.hitAt(k, "issuing_verbs"); ok && h.to <= kind {
			issuing = true
		}
	}
	d := a.firstDate(s.from)
	if !issuing || d >= len(a.dates) || a.dates[d].from > s.from+6 || a.dates[d].to > kind || a.dates[d].future || len(a.dates[d].date) != 10 {
		return ""
	}
	return a.dates[d].date
}

// issueDate takes a date that stands at once behind the number or the issuer,
// with or without a comma, a parenthesis or a word that says "issued on".
func (a *analysis) issueDate(c *citation) {
	if c.issued != "" {
		return
	}
	j := c.to
	for j < len(a.tokens) && (a.tokens[j].r == ',' || a.tokens[j].r == '(') {
		j++
	}
	if h, ok := a.hitAt(j, "issue_words"); ok {
		j = h.to
	} else if a.pack.Code != "en" || j == c.to {
		return
	}
	if d, ok := a.dateStarting(j); ok && d.day > 0 && a.sameSentence(c.from, j) {
		if d.endDay == 0 {
			c.issued, c.to = d.date, d.to
		}
	}
}

// dateStarting is the date mention that starts at token i.
func (a *analysis) dateStarting(i int) (dateMention, bool) {
	lo := search(a.dates, i, (*dateMention).begins)
	if lo < len(a.dates) && a.dates[lo].from == i {
		return a.dates[lo], true
	}
	return dateMention{}, false
}

// bodyName is the end of the name of a body or a place that starts at token i:
// capitalised words, the words that bodies are named with, and the small words
// between them. 0 when none starts there.
func (a *analysis) bodyName(i int) int {
	if i < len(a.tokens) {
		if h, ok := a.determiner(i); ok {
			i = h.to
		}
	}
	if i >= len(a.tokens) || a.tokens[i].kind != word || a.tokens[i].capital == lower {
		return 0
	}
	to := i
	for k := i; k < len(a.tokens) && a.sameSentence(i, k) && k < i+30; {
		t := a.tokens[k]
		if k > i && (a.startsPerson(k) || a.officeAt(k) || a.dateStartsAt(k) || a.isPartner(k)) {
			break
		}
		if next := a.nameWord(k); next > k && (t.capital != lower || k == to && k > i) {
			to, k = next, next
			continue
		}
		if t.kind == word && t.capital != lower {
			k++
			to = k
			continue
		}
		if k > to+2 {
			break
		}
		if h, ok := a.hitAt(k, "bodyword"); ok && k > i && h.to < len(a.tokens) && a.capitalAt(h.to) {
			k = h.to // "the Ca Mau provincial Party Committee"
			continue
		}
		if h, ok := a.hitAt(k, "name_joints"); ok {
			if a.dateStartsAt(h.to) || a.citesNext(k) {
				break // "của Quốc hội và Nghị quyết số …"
			}
			k = h.to // kept when a capital follows
			continue
		}
		if t.kind == sign && k+1 < len(a.tokens) && a.tokens[k+1].kind == word {
			if isDash(t.r) && a.tokens[k+1].capital != lower && (a.pack.Code != "en" || t.glued) || t.r == '&' {
				k++
				continue
			}
			if (t.r == '\'' || t.r == '’') && a.tokens[k+1].glued {
				to = k + 2
				k = to
				continue
			}
			if _, sector := a.hitAt(k+1, "sector"); t.r == ',' && sector && a.tokens[k+1].capital != lower && a.sectorJoins(k+1) {
				k++
				continue
			}
		}
		if t.kind == number && t.end-t.start < 4 && k == to && a.tokens[k-1].capital != lower {
			k++
			to = k
			continue
		}
		break
	}
	return to
}

// nameWord is the end of a word of several syllables that bodies are named with.
func (a *analysis) nameWord(k int) int {
	to := k
	for _, h := range a.hitsAt(k) {
		switch h.list {
		case "body", "central", "level", "sector", "province", "district", "country", "head", "venue_heads", "name_compounds":
			to = max(to, h.to)
		}
	}
	return to
}

// sectorJoins tells whether a field of work behind a comma is one more of a
// body's name: "Sở Lao động, Thương binh và Xã hội".
func (a *analysis) sectorJoins(k int) bool {
	h, _ := a.hitAt(k, "sector")
	if h.to >= len(a.tokens) {
		return false
	}
	_, and := a.hitAt(h.to, "connector")
	return and && a.tokens[h.to].kind == word
}

// titleEnd is where the subject of a document ends: at the first sign that is
// no comma inside an enumeration, or before a verb or a date.
func (a *analysis) titleEnd(i int) int {
	for k := i; k < len(a.tokens) && k < i+40; k++ {
		if !a.sameSentence(i, k) {
			return k
		}
		t := a.tokens[k]
		if k > i+1 && a.citesNext(k) {
			return k
		}
		if t.kind == sign && t.r != '-' && t.r != '"' && t.r != '“' && t.r != '”' && t.r != '(' && t.r != ')' {
			if t.r == ',' && k+1 < len(a.tokens) && a.tokens[k+1].capital == lower && a.tokens[k+1].kind == word && k < i+24 {
				if _, verb := a.hitAt(k+1, "acts"); !verb {
					if _, while := a.hitAt(k+1, "while_words"); !while {
						continue
					}
				}
			}
			return k
		}
	}
	return i
}

// citesNext tells whether "and" with the next document stands at token k.
func (a *analysis) citesNext(k int) bool {
	h, ok := a.hitAt(k, "and")
	if !ok {
		return false
	}
	p, ok := a.hitAt(h.to, "paper_kinds")
	if !ok || !a.startsKind(p) {
		return false
	}
	_, numbered := a.numberWord(p.to)
	return numbered || a.isFigure(p.to)
}

// unnumbered reads a document that its issuer and its day identify: "Theo một
// quyết định khác của Bộ Chính trị, ký ngày 7/4/2015".
func (a *analysis) unnumbered(h hit) (citation, bool) {
	if _, ok := a.hitAt(h.to, "other_words"); ok {
		h.to++
	}
	of, ok := a.hitAt(h.to, "of_words")
	if !ok {
		return citation{}, false
	}
	to := a.bodyName(of.to)
	if to == 0 {
		return citation{}, false
	}
	c := citation{from: h.from, to: to, kind: firstWord(h.value), kindFrom: h.from, issuer: a.str(of.to, to)}
	a.issueDate(&c)
	return c, len(c.issued) == len(graph.Date("2024-01-17"))
}

func firstWord(s string) string {
	for i := range s {
		if s[i] == ' ' {
			return s[:i]
		}
	}
	return s
}

// determiner is the article at token i. "An" with a capital begins a place: An Giang.
func (a *analysis) determiner(i int) (hit, bool) {
	h, ok := a.hitAt(i, "articles")
	return h, ok && (a.tokens[i].capital == lower || a.tokens[i].end-a.tokens[i].start != 2)
}

// issues tells whether a verb of issuing begins at token i: "do Bộ Y tế ban hành".
func (a *analysis) issues(i int) bool {
	_, ok := a.hitAt(i, "issuing_verbs")
	return ok
}
