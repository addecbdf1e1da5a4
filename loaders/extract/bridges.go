package extract

// bridge is one place where the text names a point that is linked to an event.
type bridge struct {
	from, to int // the whole phrase
	place    string
	local    bool // "điểm cầu tỉnh": the one named before
}

// bridges finds the bridge points of the article; they are places of the main
// event, which is then held over a link.
func (a *analysis) bridges() {
	last := ""
	lists := bit("bridges")
	for i := 0; i < len(a.tokens); i++ {
		if a.tokens[i].skip || !a.some(i, lists) {
			continue
		}
		h, ok := a.hitAt(i, "bridges")
		if !ok {
			continue
		}
		if h.value == "linked" && !a.has(0, len(a.tokens), "online_words") {
			continue // the end of a bridge of stone
		}
		b := bridge{from: i, to: h.to}
		if h.value == "before" || h.value == "province" {
			if from, to := a.placeBefore(i); from < to && (h.value == "before" || a.isProvince(from, to)) {
				b.from, b.place = from, a.str(from, to)
			}
		} else if to := a.placeName(h.to); to > 0 && a.sameSentence(i, h.to) && !a.startsPerson(h.to) {
			b.to, b.place = to, a.str(h.to, to)
			a.moreBridges(to)
		} else if _, local := a.hitAt(h.to, "local_words"); local {
			b.local, b.place = true, last
			if b.place == "" {
				b.place = a.homePlace()
			}
		}
		if b.place == "" && (h.value == "before" || h.value == "province") && a.pack.Code == "en" {
			continue // "at the end of February"
		}
		if b.place != "" {
			last = b.place
		}
		a.bridgeAt = append(a.bridgeAt, b)
		if a.main >= 0 {
			c := &a.clusters[a.main]
			c.online()
			c.Places = addName(c.Places, b.place)
		}
		i = b.to - 1
	}
	if a.main >= 0 && a.clusters[a.main].Online == nil {
		for _, k := range a.clusters[a.main].mentions {
			s := a.sentences[a.tokens[a.eventAt[k].from].sentence]
			if a.has(s.from, s.to, "online_words") && !a.eventAt[k].passing {
				a.clusters[a.main].online()
				return
			}
		}
	}
}

// placeBefore is the name that ends before token i: "the Nghe An bridge point".
func (a *analysis) placeBefore(i int) (from, to int) {
	from, to = i, i
	for j := i - 1; j >= 0 && j > i-6 && a.sameSentence(i, j); j-- {
		if _, ok := a.hitAt(j, "local_words"); ok && from == to {
			to, from = j, j
			continue
		}
		if a.tokens[j].kind != word || a.tokens[j].capital == lower {
			break
		}
		if _, ok := a.determiner(j); ok {
			break
		}
		from = j
	}
	return from, to
}

// isProvince tells whether the words between two tokens are the name of a province.
func (a *analysis) isProvince(from, to int) bool {
	h, ok := a.hitAt(from, "province")
	return ok && h.to == to
}

// homePlace is the place of the article's local offices: most often named.
func (a *analysis) homePlace() string {
	count := map[string]int{}
	best := ""
	for _, o := range a.offices {
		if p := o.office.Place; p != "" {
			count[p]++
			if count[p] > count[best] {
				best = p
			}
		}
	}
	return best
}

// bridgeIn is the last bridge point named between two tokens.
func (a *analysis) bridgeIn(from, to int) (bridge, bool) {
	for i := len(a.bridgeAt) - 1; i >= 0; i-- {
		if b := a.bridgeAt[i]; b.from >= from && b.from < to {
			return b, true
		}
	}
	return bridge{}, false
}

// placeOf is the bridge point at which an act is done, "" for the whole event.
func (f *roleFinder) placeOf(c *clause, x act, event int) string {
	if event != f.main {
		return ""
	}
	if b, ok := f.bridgeIn(c.from, c.to); ok {
		if b.place != "" && (b.from < x.to+16) {
			return b.place
		}
	}
	if place := f.spokenFrom(c, x, event); place != "" {
		return place
	}
	// "Cùng dự có …" goes on with the point that the sentence before is about
	if x.list || f.hasWord(x, "same_place") || f.has(x.to, min(c.to, x.to+4), "same_place") {
		if n := c.number - 1; n >= 0 && f.sentences[n].paragraph == c.paragraph {
			if b, ok := f.bridgeIn(f.sentences[n].from, f.sentences[n].to); ok {
				return b.place
			}
		}
	}
	return ""
}

func (f *roleFinder) hasWord(x act, list string) bool {
	_, ok := f.hitAt(x.from, list)
	return ok
}
