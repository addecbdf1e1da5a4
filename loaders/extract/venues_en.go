package extract

// englishPlace is the end of the name of a place that an English text gives at
// token i, "the central province of Quang Binh", "the Party Central Committee's
// headquarters"; 0 for none.
func (a *analysis) englishPlace(i int) int {
	j := a.placeStart(i)
	if j >= len(a.tokens) || !a.capitalAt(j) {
		return 0
	}
	if h, ok := a.hitAt(j, "vague_places"); ok && (h.to >= len(a.tokens) || !a.capitalAt(h.to) || a.crosses(j, h.to+1)) {
		return 0
	}
	to := j
	for k := j; k < len(a.tokens) && k < j+20 && a.sameSentence(j, k); {
		t := a.tokens[k]
		if k > j && (a.startsPerson(k) || a.officeAt(k) || a.dateStartsAt(k)) {
			break
		}
		switch h, joint := a.hitAt(k, "of_body"); {
		case t.kind == word && t.capital != lower:
			k++
			to = k
		case t.kind == number && to == k && k > j && !t.glued && a.tokens[k-1].capital != lower && a.numbered(k-1):
			k++
			to = k
		case a.possessive(k):
			k++
			to = k
		case (t.r == '\'' || t.r == '’') && a.possessive(k+1):
			k++
		case t.r == '.' && t.glued && to == k && a.tokens[k-1].end-a.tokens[k-1].start == 1:
			k++ // Washington D.C.
			to = k
		case isDash(t.r) && t.glued && k+1 < len(a.tokens) && a.tokens[k+1].glued:
			k++
		case t.kind == word && a.siteWord(k) > k:
			return a.siteWord(k)
		case joint && k > j && h.to < len(a.tokens) && a.capitalAt(h.to) && a.str(k, k+1) == "of":
			k = h.to
		default:
			return a.placeEnd(j, to)
		}
	}
	return a.placeEnd(j, to)
}

// placeEnd is to without the possessive that nothing followed: "Hanoi's".
func (a *analysis) placeEnd(j, to int) int {
	if to-2 > j && a.possessive(to-1) {
		return to - 2
	}
	return to
}

// siteWord is the end of the small word at token k that ends a place's name, or k.
func (a *analysis) siteWord(k int) int {
	if h, ok := a.hitAt(k, "site_words"); ok && a.tokens[k].capital == lower {
		return h.to
	}
	return k
}

// numbered tells whether places of a kind are numbered: District 1.
func (a *analysis) numbered(k int) bool {
	h, ok := a.hitAt(k, "placeword")
	return ok && h.to == k+1
}

// placeStart is where the name itself begins that stands at token i: behind the
// article, and behind what the place is, "the mountainous province of".
func (a *analysis) placeStart(i int) int {
	if i >= len(a.tokens) {
		return i
	}
	j := i
	if h, ok := a.determiner(j); ok {
		j = h.to
	}
	for k := j; k < j+6 && k+2 < len(a.tokens) && a.sameSentence(i, k+2) && a.tokens[k].kind == word; k++ {
		_, kind := a.hitAt(k, "placeword")
		if h, capital := a.hitAt(k, "capital_words"); capital && h.to < len(a.tokens) && a.capitalAt(h.to) {
			return h.to
		}
		if h, of := a.hitAt(k+1, "of_words"); kind && of && h.to == k+2 && a.tokens[k].capital == lower && a.capitalAt(k+2) {
			return k + 2
		}
	}
	return j
}

// metThere tells whether the place named from token at to token to is where
// the people of the sentence met: it stands right behind the person received,
// or right before the day.
func (a *analysis) metThere(k, to int, s sentence, m eventMention) bool {
	if a.pack.Code != "en" || k < m.to && !m.verb {
		return false
	}
	for _, x := range a.actsIn(s) {
		if x.weak && x.from < k && x.from > m.to {
			return false
		}
	}
	for n := 0; n < 2 && to+2 < s.to && a.tokens[to].r == ','; n++ {
		if next := a.placeName(to + 1); next > to+1 && next < s.to {
			to = next // "in Kuala Lumpur, Malaysia, on September 18"
			continue
		}
		to++
	}
	if to+1 < s.to && (a.dateStartsAt(to) || a.dateStartsAt(to+1) || a.tokens[to].kind == sign && a.tokens[to].r == '.') {
		lo, hi := a.mentionsIn(s)
		for i := lo; i < hi; i++ {
			if end := a.mentions[i].outTo; end == k || end == k-1 && a.tokens[end].r == ',' {
				return true
			}
		}
		return a.dateStartsAt(to) || a.dateStartsAt(to+1)
	}
	return false
}

// moreBridges puts down the bridge points that a list names behind the one that
// ends at token to: "bridge points in Lao Cai, Dong Thap and Hue".
func (a *analysis) moreBridges(to int) {
	for to+1 < len(a.tokens) && a.sameSentence(to-1, to+1) {
		k := to
		if a.tokens[k].r == ',' {
			k++
		}
		if h, ok := a.hitAt(k, "and"); ok {
			k = h.to
		}
		province := a.provinceAfter(k)
		next := a.placeName(k)
		if k == to || a.pack.Code == "vi" && !a.listsOn(to, next) || !province || next == 0 || a.startsPerson(k) || a.officeAt(k) {
			break
		}
		a.bridgeAt = append(a.bridgeAt, bridge{from: k, to: next, place: a.str(k, next)})
		if a.main >= 0 {
			a.clusters[a.main].Places = addName(a.clusters[a.main].Places, a.str(k, next))
		}
		to = next
	}
}

// listsOn tells whether the place that ends at token next stands in a list of
// bridge points with the one before token to, and opens nothing of its own.
func (a *analysis) listsOn(to, next int) bool {
	if a.isAnd(to) {
		return true
	}
	return next < len(a.tokens) && (a.isAnd(next) || a.tokens[next].kind == sign)
}

// nextBody is where the body begins that a comma at token i leads to in an
// English list; 0 where it leads to something else.
func (a *analysis) nextBody(i int) int {
	i++
	if h, ok := a.determiner(i); ok {
		i = h.to
	}
	if h, ok := a.hitAt(i, "body"); ok && h.to > i {
		return i
	}
	return 0
}

// spokenFrom is the place from which a sentence says that what it tells was
// done, where the event was held in several: "Speaking from Hue, A said". Who
// chairs or moderates does so for all of it.
func (f *roleFinder) spokenFrom(c *clause, x act, event int) string {
	e := &f.clusters[event]
	online := e.Online != nil && *e.Online
	if f.pack.Code != "en" || x.roles != "spoke" && x.roles != "attended" || !online && len(e.Places) < 3 {
		return ""
	}
	for k := c.from; k < c.to && k < c.from+3; k++ {
		h, ok := f.hitAt(k, "venue_words")
		if !ok || h.to-h.from > 1 {
			continue
		}
		to := f.placeName(h.to)
		if to == 0 || to >= c.to || f.capitalOf(k) == "" && !online {
			return ""
		}
		from := f.placeStart(h.to)
		if _, province := f.hitAt(from, "province"); !province && !namesPlace(e.Places, f.str(from, to)) {
			return ""
		}
		for end := to; end < c.to && end < to+4; end++ {
			if f.tokens[end].r == ',' {
				e.Places = addName(e.Places, f.str(from, to))
				return f.str(from, to)
			}
		}
		return ""
	}
	return ""
}

// capitalOf is the word at token k if it opens its sentence.
func (a *analysis) capitalOf(k int) string {
	if a.tokens[k].capital == lower {
		return ""
	}
	return a.str(k, k+1)
}

func namesPlace(places []string, name string) bool {
	for _, p := range places {
		if p == name {
			return true
		}
	}
	return false
}

// bodyAt tells whether the name of a known body, with its article, begins at token i.
func (a *analysis) bodyAt(i int) bool {
	if h, ok := a.determiner(i); ok {
		i = h.to
	}
	_, ok := a.hitAt(i, "body")
	return ok
}

// visitAt tells whether a visit is named at token i, behind an article and what
// tells its length: "a three-day state visit".
func (f *roleFinder) visitAt(i int) bool {
	for _, m := range f.eventAt {
		if m.head > i && m.from <= i+6 && m.kind == "visit" && !m.verb {
			for k := i; k < m.head; k++ {
				if t := f.tokens[k]; t.kind == sign && !isDash(t.r) {
					return false
				}
			}
			return f.sameSentence(i-1, m.head-1)
		}
	}
	return false
}

// colonList tells whether a list of people whom a colon opens stands behind the
// object of an English act of attending: "attended the ceremony with: A, B".
func (f *roleFinder) colonList(c *clause, x act) bool {
	if f.pack.Code != "en" || x.roles != "attended" || len(c.groups) == 0 || c.groups[0].from < x.to {
		return false
	}
	from := c.groups[0].from
	for k := from; k >= x.to && k > from-4; k-- {
		if f.tokens[k].r == ':' {
			return from-x.to <= 14
		}
	}
	return false
}

// eventBehind is the event that an English act names right behind itself, with
// the preposition as a part of it: "made the request at a meeting"; -1 for none.
func (f *roleFinder) eventBehind(x act) int {
	if f.pack.Code != "en" || x.to-x.from < 4 {
		return -1
	}
	for _, m := range f.eventAt {
		if m.from >= x.to && m.from <= x.to+2 && f.sameSentence(x.from, m.from) {
			return m.event
		}
	}
	return -1
}

// visited adds the province or city that an English sentence names as the one
// visited: "paid a visit to the people of the northern province of Son La".
func (a *analysis) visited(c *cluster, m eventMention, s sentence) {
	if a.pack.Code != "en" || c.Kind != "visit" || m.passing || len(c.Places) > 0 || m.title {
		return
	}
	for k := m.to; k+3 < s.to && k < m.to+22; k++ {
		if _, ok := a.hitAt(k, "articles"); !ok || a.inOffice(k) {
			continue
		}
		if from := a.placeStart(k); from > k+2 {
			if to := a.placeName(from); to > from {
				a.addPlaces(c, from, to)
				return
			}
		}
	}
}

// bodyBehind tells whether a comma at token i leads to no place in an English
// text: "in Hue City, the Government held a ceremony".
func (a *analysis) bodyBehind(i int) bool {
	if a.pack.Code != "en" || a.tokens[i].r != ',' {
		return false
	}
	k := a.placeStart(i + 1)
	for _, list := range []string{"province", "country", "district", "commune"} {
		if _, ok := a.hitAt(k, list); ok {
			return false
		}
	}
	return true
}
