package extract

import "strings"

// ofCountry reads the country behind the name of a foreign head: "King A of Norway".
func (a *analysis) ofCountry(n int) {
	o, b := &a.offices[n], &a.offices[n].read.body
	if a.owner[n] < 0 || b.after > 0 || b.before < b.beforeTo || o.to > a.names[a.owner[n]].from {
		return
	}
	switch o.read.base.takes {
	case "foreign", "president", "self", "foreignminister":
	default:
		return
	}
	to := a.names[a.owner[n]].to
	h, ok := a.hitAt(to, "of_words")
	if !ok || h.to >= len(a.tokens) || a.crosses(o.from, h.to+1) {
		return
	}
	if c, ok := a.hitAt(h.to, "country"); ok && a.tokens[h.to].capital != lower {
		b.after, b.afterTo, b.place = c.from, c.to, c
	}
}

// cityText is the name of a city in full where the text has its initials, "HCMC".
func (a *analysis) cityText(text, name string) string {
	if strings.ContainsAny(fold(text), "aeiouy") || text == "" || a.placePart(name, "").level != "thanh" {
		return text
	}
	return bareLetters(name) + " City"
}

// placeText is a place as the article writes it.
func (a *analysis) placeText(name string) string {
	for _, l := range a.locals {
		if l.name == name {
			return a.cityText(smallLetters(a.str(l.token, l.to)), name)
		}
	}
	return name
}

// ambassador is the label of who is sent by one country to another.
func (a *analysis) ambassador(row *titleRow, b *bodyText) string {
	country := func(from, to int) string {
		for i := from; i < to; i++ {
			for _, h := range a.hitsAt(i) {
				if (h.list == "country" || h.list == "adjective") && a.tokens[i].capital != lower {
					return h.value
				}
			}
		}
		return ""
	}
	label := row.en
	if c := country(b.before, b.beforeTo); c != "" {
		label += " " + c
	} else if b.beforeTo > b.before {
		label += " " + clean(a.str(b.before, b.beforeTo))
	}
	if b.after > 0 {
		c := country(b.after, b.afterTo)
		if c == "" {
			c = clean(a.str(b.after, b.afterTo))
		}
		if strings.EqualFold(a.str(b.after-1, b.after), "of") {
			return label + " " + c
		}
		label += " tại " + c
	}
	return label
}

// partyBody is the Party committee of a province or city, in Vietnamese.
func (a *analysis) partyBody(place string) string {
	name := place
	if place == "Hồ Chí Minh" {
		name = "Thành phố " + place
	}
	if a.placePart(place, "").level == "thanh" {
		return "Thành ủy " + name
	}
	return "Tỉnh ủy " + name
}
