package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// settlePositions makes the positions of the people from the claims.
func (a *analysis) settlePositions() {
	slices.SortStableFunc(a.claims, func(x, y claim) int { return a.offices[x.office].from - a.offices[y.office].from })
	a.outlive()
	for _, c := range a.claims {
		off := &a.offices[c.office]
		person := a.names[c.name].person
		if person < 0 {
			continue
		}
		if off.read.base.takes == "must" && (off.office.Body == "" || a.pack.Code != "en" && len(off.read.parts) == 1 && off.read.elliptic() && !strings.Contains(off.read.parts[0].words, " ")) {
			continue // "đội trưởng", "tổ trưởng tổ" of nothing is no office
		}
		if a.pack.Code == "en" && off.read.bodiless() {
			continue // "as its Chairman"
		}
		off.person = person
		m := a.names[c.name]
		of := a.officeOf(off, m.to)
		if off.acting && !c.acting && c.former {
			own := *off // who acts takes the place of a full holder
			own.acting = false
			a.fillOffice(&own, nil, a.placesBeside(c.office))
			of = own.office
		}
		ev := []Span{a.span(off.from, off.to), a.span(m.from, m.to)}
		a.addPosition(Position{Person: person, Office: of, Former: c.former, Acting: c.acting, Evidence: ev, Rule: c.rule}, c.weak)
	}
}

// officeOf is the office of a claim by the name that ends at token i: one
// shared by a list may have its ministry behind each name, "các Thứ trưởng:
// A (Bộ Tài chính); B (Bộ Y tế)".
func (a *analysis) officeOf(off *office, i int) Office {
	if off.read.base.takes != "bo" || !off.read.elliptic() || i+1 >= len(a.tokens) || a.tokens[i].r != '(' {
		return off.office
	}
	p, to, ok := a.readPart(i+1, &reading{base: off.read.base})
	if !ok || to >= len(a.tokens) || a.tokens[to].r != ')' || !strings.HasPrefix(p.words, "Bộ ") {
		return off.office
	}
	own := *off
	own.read.parts = []part{p}
	a.fillOffice(&own, nil, nil)
	return own.office
}

// addPosition adds a position, or joins it with one that the person has. A
// weak former office is one only if nothing says that it is still held.
func (a *analysis) addPosition(p Position, weak bool) {
	for len(a.held) < len(a.people) {
		a.held = append(a.held, nil)
	}
	for _, i := range a.held[p.Person] {
		q := &a.position[i]
		if q.Acting != p.Acting && (q.Rule == "office-by-verb" || p.Rule == "office-by-verb") {
			continue // the acting head who was then elected
		}
		if q.Office.NameVI != p.Office.NameVI && !strings.EqualFold(q.Office.Name, p.Office.Name) && !sameWords(q.Office.NameVI, p.Office.NameVI) && !shorter(p.Office, q.Office) && !shorter(q.Office, p.Office) {
			continue
		}
		former := q.Former || p.Former
		switch {
		case weak && !q.Former:
			former = false
		case a.weak[i] && !p.Former:
			former = false
		}
		a.weak[i] = a.weak[i] && weak
		if shorter(q.Office, p.Office) || q.Office.NameVI == p.Office.NameVI && len(q.Office.Name) < len(p.Office.Name) {
			q.Office, q.Rule, q.Evidence = p.Office, p.Rule, p.Evidence
		}
		q.Former = former
		q.Acting = q.Acting || p.Acting
		if q.Office.Acting == "" {
			q.Office.Acting = p.Office.Acting
		}
		return
	}
	a.held[p.Person] = append(a.held[p.Person], len(a.position))
	a.position = append(a.position, p)
	a.weak = append(a.weak, weak)
}

// shorter tells whether label s says less of the same office than l.
func shorter(s, l Office) bool {
	if s.Body == "" && s.NameVI == s.Title && strings.HasPrefix(l.Title, s.Title+", ") {
		return true // "Bộ trưởng" of a "Bộ trưởng, Chủ nhiệm …"
	}
	if s.Body == "" && s.Title == l.Title && l.Place != "" && l.Body == l.Place {
		return true // "Thủ tướng" of a "Thủ tướng Pháp"
	}
	if s.Body == l.Body && (s.Body != "" || s.Place == l.Place && strings.EqualFold(l.Title, s.Title+" Thường trực")) && strings.HasPrefix(l.Title, s.Title+" ") {
		return true // the standing deputy is a deputy
	}
	if s.Body == "" && strings.HasSuffix(l.NameVI, " Việt Nam") && strings.HasPrefix(l.NameVI, s.Title+" ") && len(l.NameVI) == len(s.Title)+len(" Việt Nam") {
		return true // "Thủ tướng Việt Nam"
	}
	if s.Title == l.Title && s.Place != "" && s.Place == l.Place && strings.HasSuffix(l.NameVI, " tại "+l.Place) && strings.HasSuffix(s.NameVI, " "+s.Place) && len(s.NameVI) < len(l.NameVI) {
		return true // "Đại sứ ở Nga", "Đại sứ Việt Nam tại Nga"
	}
	if s.Title == l.Title && s.Place != "" && bareHeadOf(s.Body, l.Body, s.Place) {
		return true // "Giám đốc Sở" of the province
	}
	return len(s.NameVI) < len(l.NameVI) && s.Title == l.Title && (s.Body == "" || strings.HasPrefix(l.Body, s.Body+" "))
}

// sameWords tells whether two labels differ in their signs and capitals only:
// "Ban Chỉ đạo phòng, chống thiên tai" is spelt with and without the comma.
func sameWords(s, t string) bool {
	i, j := 0, 0
	for {
		i, j = pastSigns(s, i), pastSigns(t, j)
		if i == len(s) || j == len(t) {
			return i == len(s) && j == len(t)
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		q, m := utf8.DecodeRuneInString(t[j:])
		if unicode.ToLower(r) != unicode.ToLower(q) {
			return false
		}
		i, j = i+n, j+m
	}
}

// pastSigns is the first byte of a label from i on that is no sign or space.
func pastSigns(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == ',' || s[i] == '-' || s[i] == '.') {
		i++
	}
	return i
}

// bareHeadOf tells whether a body is only the head and the place of another:
// "Sở tỉnh Hà Nam" of "Sở Y tế tỉnh Hà Nam".
func bareHeadOf(body, full, place string) bool {
	head, rest, ok := strings.Cut(body, " ")
	if !ok || !strings.HasSuffix(rest, place) || strings.Count(rest, " ") > strings.Count(place, " ")+2 {
		return false
	}
	return len(full) > len(body) && strings.HasPrefix(full, head+" ") && strings.HasSuffix(full, " "+rest)
}
