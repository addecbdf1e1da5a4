package extract

// talksAtHome tells whether who holds talks is the host: one of Vietnam's where
// the talks are in a house of its leaders or the text tells of a visit to
// Vietnam, one of another country where it tells of a visit abroad.
func (f *roleFinder) talksAtHome(c *clause, x act, who []int) bool {
	if !x.talks || len(who) == 0 {
		return false
	}
	abroad := f.fromAbroad(f.mentions[who[0]].person)
	if f.has(c.from, min(c.to, x.to+24), "home_places") {
		return !abroad
	}
	country := f.countryVisited(c.from, c.to)
	if country == "" {
		country = f.countryVisited(0, len(f.tokens))
	}
	return country != "" && abroad == (country != "Việt Nam")
}

// fromAbroad tells whether a person holds an office of another country.
func (f *roleFinder) fromAbroad(person int) bool {
	for i := range f.offices {
		if o := &f.offices[i]; o.person == person && o.foreign() {
			return true
		}
	}
	return false
}

// countryVisited is the country that the first visit told of between two tokens
// is to.
func (f *roleFinder) countryVisited(from, to int) string {
	lists := bit("visit_words")
	for i := from; i < to; i++ {
		if !f.some(i, lists) {
			continue
		}
		h, ok := f.hitOf(i, "visit_words")
		if !ok {
			continue
		}
		for k := h.to; k < min(to, h.to+4) && f.sameSentence(i, k); k++ {
			if g, ok := f.hitAt(k, "country"); ok {
				return g.value
			}
		}
	}
	return ""
}

// caused tells whether what people do next is what somebody asks of them or
// quotes from them: "mời Tổng thống A thăm", "báo dẫn lời ông A nói".
func (f *roleFinder) caused(from, start int) bool {
	for k := max(start, from-2); k < from && f.pack.Code != "en"; k++ {
		if h, ok := f.hitAt(k, "causing_words"); ok && h.to == from {
			return true
		}
	}
	return false
}

// calledOn tells whether words for a call stand right before people: "đến chào
// Tổng Bí thư A; …; tiếp …".
func (f *roleFinder) calledOn(c *clause, from int) bool {
	for _, y := range f.actsIn(c.sentence) {
		if y.to == from && y.kind == "meeting" && y.from > c.from && f.pack.Code != "en" {
			return true
		}
	}
	return false
}
