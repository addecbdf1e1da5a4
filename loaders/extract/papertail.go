package extract

import "cadre/graph"

// complete reads what stands behind the number of a document: its date of
// issue, its issuer, what it is about.
func (a *analysis) complete(c *citation) {
	a.issueDate(c)
	if of, ok := a.hitAt(c.to, "of_words"); ok && a.sameSentence(c.from, of.to) {
		if to := a.bodyName(of.to); to > 0 {
			c.issuer = a.str(of.to, to)
			c.to = to
			a.issueDate(c)
		}
	}
	if h, ok := a.hitAt(c.to, "about_words"); ok && c.kindFrom >= 0 && a.sameSentence(c.from, h.to) {
		if to := a.titleEnd(h.to); to > h.to {
			c.title = a.str(c.to, to)
		}
	}
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
	lo, hi := 0, len(a.dates)
	for lo < hi {
		mid := (lo + hi) / 2
		if a.dates[mid].from < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(a.dates) && a.dates[lo].from == i {
		return a.dates[lo], true
	}
	return dateMention{}, false
}

// bodyName is the end of the name of a body that starts at token i: a run of
// capitalised words and the small words inside such names. 0 when none starts there.
func (a *analysis) bodyName(i int) int {
	if i < len(a.tokens) {
		if _, ok := a.hitAt(i, "articles"); ok {
			i++
		}
	}
	if i >= len(a.tokens) || a.tokens[i].kind != word || a.tokens[i].capital == lower {
		return 0
	}
	to := i + 1
	for k := i + 1; k < len(a.tokens) && a.sameSentence(i, k) && k < i+24; k++ {
		t := a.tokens[k]
		if t.kind == word && t.capital != lower {
			to = k + 1
			continue
		}
		if _, ok := a.hitAt(k, "name_joints"); ok {
			continue // only kept when a capital follows
		}
		if t.kind == sign && (t.r == ',' || isDash(t.r)) && k+1 < len(a.tokens) && a.tokens[k+1].capital == initial && a.tokens[k+1].kind == word && t.r != ',' {
			continue
		}
		if t.kind == sign && (t.r == '\'' || t.r == '’') && k+1 < len(a.tokens) && a.tokens[k+1].glued {
			to = k + 2
			k++
			continue
		}
		if t.kind == number && k+1 < len(a.tokens) && a.tokens[k-1].capital != lower {
			continue
		}
		break
	}
	return to
}

// titleEnd is where the subject of a document ends: at the first sign that is
// no comma inside an enumeration, or before a verb or a date.
func (a *analysis) titleEnd(i int) int {
	for k := i; k < len(a.tokens) && k < i+40; k++ {
		if !a.sameSentence(i, k) {
			return k
		}
		t := a.tokens[k]
		if t.kind == sign && t.r != '-' && t.r != '"' && t.r != '“' && t.r != '”' && t.r != '(' && t.r != ')' {
			if t.r == ',' && k+1 < len(a.tokens) && a.tokens[k+1].capital == lower && a.tokens[k+1].kind == word && k < i+24 {
				if _, verb := a.hitAt(k+1, "acts"); !verb {
					continue
				}
			}
			return k
		}
	}
	return i
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
