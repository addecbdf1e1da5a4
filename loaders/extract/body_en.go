package extract

func (a *analysis) bodyAfter(j int, r *reading) int {
	h, ok := a.hitAt(j, "of_body")
	if !ok && r.base.takes == "ambassador" {
		h, ok = a.hitAt(j, "venue_words") // "Consul General in Hue"
	}
	switch {
	case r.phrase():
		h.to = j // "comrades in the …", "elected to the …"
	case !ok || a.crosses(j-1, h.to) || a.tokens[j].capital != lower:
		return j
	}
	k := h.to
	if g, ok := a.hitAt(k, "article"); ok {
		k = g.to
	}
	if _, name := a.nameInRun(k); name {
		return j // "under the chair of Tran Cam Tu"
	}
	if a.termAfter(j, j) > j {
		return j // "Chairman for the 2021-2026 tenure"
	}
	if w, ok := a.hitAt(j, "venue_words"); ok && w.to <= h.to && r.ofState() {
		return j // "sworn in as President at the National Assembly"
	}
	to := a.englishRun(k)
	if to <= k+1 {
		r.body.meant, ok = a.fullBody(k)
		if ok {
			to = k + 1
		}
	}
	if to == k {
		return j
	}
	r.body.after, r.body.afterTo = h.to, to
	return to
}

// ofState tells whether a title is that of a head of state, of government or of
// the Party, which is held at no place.
func (r *reading) ofState() bool {
	switch r.base.takes {
	case "president", "statepres", "vicepresident", "self", "gensec", "minister", "foreign":
		return true
	}
	return false
}

func (a *analysis) englishRun(j int) int {
	start := j
	for j < len(a.tokens) && j < start+maxRun && (j == start || !a.crosses(start, j+1)) {
		t := a.tokens[j]
		if t.skip {
			break
		}
		if g := a.longestBody(j); g.to > j && (t.capital != lower || g.list != "body") {
			j = g.to
			continue
		}
		if t.kind == word && (t.capital != lower || a.bodyWordAt(j)) {
			if j > start && (a.englishStops(j) || a.afterBodyEnd(j)) {
				break
			}
			j++
			continue
		}
		if t.kind == number && j > start {
			j++
			continue
		}
		if t := a.tokens[j]; j > start && isDash(t.r) && t.glued && j+1 < len(a.tokens) && a.tokens[j+1].glued && a.tokens[j+1].kind == number {
			j += 2 // AIPA-46
			continue
		}
		if j == start && a.genericHeadOf(j) {
			j++ // "the department of Economy and Budget"
			continue
		}
		if j > start && a.englishJoins(j) {
			j++
			continue
		}
		if ordinal := t.kind == number && j == start && j+2 < len(a.tokens); ordinal && a.tokens[j+1].glued {
			j += 2 // the 13th Party Central Committee
			if w, ok := a.hitAt(j+1, "term_words"); ok && isDash(a.tokens[j].r) && a.tokens[j].glued {
				j = w.to // the 10th-tenure People's Council
			}
			continue
		}
		break
	}
	// a name must not end in a joining word
	for j > start {
		if _, ok := a.hitAt(j-1, "bodyjoin"); ok || a.tokens[j-1].kind == sign {
			j--
			continue
		}
		break
	}
	return j
}

func (a *analysis) afterBodyEnd(j int) bool {
	if a.tokens[j].capital == lower {
		return false
	}
	if _, ok := a.hitAt(j-1, "bodyend"); !ok && (!a.placeEndsAt(j) && !a.initialsEndAt(j) || a.bodyEndSoon(j)) {
		return false
	}
	if _, ok := a.hitAt(j, "bodyend"); ok {
		return false
	}
	return !a.bodyWordAt(j)
}

func (a *analysis) bodyEndSoon(j int) bool {
	for k := j; k < j+6 && k < len(a.tokens) && (a.capitalAt(k) || isDash(a.tokens[k].r) && a.tokens[k].glued && k > j) && !a.crosses(j, k+1); k++ {
		if _, ok := a.hitAt(k, "bodyend"); ok {
			return true
		}
	}
	return false
}

func (a *analysis) placeEndsAt(j int) bool {
	return a.endsBefore(j, 3, "country")
}

func (a *analysis) longestBody(j int) hit {
	var best hit
	for _, h := range a.hitsAt(j) {
		switch h.list {
		case "body", "core", "province", "country", "placeword":
			if h.to > best.to {
				best = h
			}
		}
	}
	return best
}

func (a *analysis) englishStops(j int) bool {
	for _, h := range a.hitsAt(j) {
		switch h.list {
		case "title", "honorific", "rank", "former":
			return true
		}
	}
	_, name := a.nameInRun(j)
	return name
}

func (a *analysis) englishJoins(j int) bool {
	if j+1 >= len(a.tokens) || a.crosses(j, j+2) {
		return false
	}
	k := j + 1
	t := a.tokens[j]
	if t.kind == sign && t.r == ',' {
		return a.commaInside(k, 0)
	}
	if t.kind == sign && (t.r == '\'' || t.r == '’') {
		return true
	}
	h, ok := a.hitAt(j, "bodyjoin")
	if !ok && !(t.kind == word && string(a.raw[t.start:t.end]) == "s" && t.glued) {
		return false
	}
	if !ok {
		return true
	}
	if h.to > k {
		k = h.to
	}
	if g, ok := a.hitAt(k, "article"); ok {
		k = g.to
	}
	if k >= len(a.tokens) || a.crosses(j, k+1) || a.tokens[k].kind != word && a.tokens[k].kind != number {
		return false
	}
	if a.englishStops(k) {
		return false
	}
	if _, ok := a.hitAt(k, "months"); ok {
		return false // "Head of the Commission in August"
	}
	if _, ok := a.hitAt(j, "and"); ok && a.officeStarts(k) {
		return false
	}
	if w := a.str(j, j+1); (w == "in" || w == "at" || w == "to" || w == "on" || w == "against") && a.longestBody(k).to == 0 && a.tokens[k].capital == lower {
		return false
	}
	return a.tokens[k].capital != lower || a.bodyWordAt(k) || a.longestBody(k).to > k
}

func (a *analysis) officeStarts(k int) bool {
	if _, ok := a.hitAt(k, "title"); ok {
		return true
	}
	_, ok := a.titleAfterBody(k)
	return ok
}

func (a *analysis) commaInside(k, depth int) bool {
	if depth > 6 {
		return false
	}
	for n := 0; n < 4 && k < len(a.tokens); n++ {
		t := a.tokens[k]
		if t.kind == sign && t.r == ',' {
			return n > 0 && a.commaInside(k+1, depth+1)
		}
		if t.kind != word {
			return false
		}
		if _, ok := a.hitAt(k, "and"); ok {
			return n > 0 && k+1 < len(a.tokens) && a.tokens[k+1].capital != lower && !a.englishStops(k+1) && !a.officeStarts(k+1)
		}
		if t.capital == lower || a.englishStops(k) {
			return false
		}
		for _, h := range a.hitsAt(k) {
			if h.list == "core" || h.list == "body" || h.list == "province" {
				return false
			}
		}
		k++
	}
	return false
}

// initialsEndAt tells whether a body named by its initials ends before token j:
// "Vice President of the Lao NA Sommad Vongsa".
func (a *analysis) initialsEndAt(j int) bool {
	t := a.tokens[j-1]
	if t.capital != all || t.end-t.start < 2 || a.tokens[j].capital != initial {
		return false
	}
	h, ok := a.hitAt(j-1, "body")
	return ok && h.to == j
}

// genericHeadOf tells whether the small word at token j is one for a body, with
// its field behind "of" or "for".
func (a *analysis) genericHeadOf(j int) bool {
	h, ok := a.hitAt(j, "generic_bodies")
	if !ok || a.tokens[j].capital != lower || h.to+1 >= len(a.tokens) || a.crosses(j, h.to+2) {
		return false
	}
	_, ok = a.hitAt(h.to, "field_preps")
	return ok && a.capitalAt(h.to+1)
}
