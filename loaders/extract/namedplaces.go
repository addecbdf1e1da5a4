package extract

// findPlaces notes the places of two words that no table has and that the
// article names with their level: "huyện Đồng Lạng". They are no people, and
// bodies may be theirs.
func (a *analysis) findPlaces() {
	if a.pack.Code == "en" {
		return
	}
	for _, h := range a.hits {
		if h.list == "head" && a.pack.heads[h.value].kind == "huyenuy" && !a.titled(h.from) {
			h.list, h.value = "level", "huyen" // "Ban Thường vụ Huyện ủy Đồng Lạng"
		}
		if h.list != "level" || h.value == "foreign" || h.value == "thon" || a.tokens[h.from].skip || a.pluralBefore(h.from) {
			continue
		}
		j := h.to
		if !a.twoCapitals(j) || a.crosses(h.from, j+2) || a.tokens[j].capital == all || a.known(j) {
			continue
		}
		if _, common := a.hitAt(j, "common-names"); common || !a.placeEnds(j+2) {
			continue
		}
		if a.capitalAfter(j + 2) {
			continue // a name of three or more words
		}
		if a.namedPlaces == nil {
			a.namedPlaces = map[string]hit{}
		}
		a.namedPlaces[a.str(j, j+2)] = h
	}
}

// twoCapitals tells whether two words in capitals stand at token j.
func (a *analysis) twoCapitals(j int) bool {
	return j+2 <= len(a.tokens) && a.capitalAt(j) && a.capitalAt(j+1) && !a.crosses(j, j+2)
}

// capitalAfter tells whether a capitalised word goes on a run at token j, and
// begins nothing of its own.
func (a *analysis) capitalAfter(j int) bool {
	if j >= len(a.tokens) || !a.capitalAt(j) || a.crosses(j-1, j+1) {
		return false
	}
	_, name := a.nameInRun(j)
	return !name
}

// known tells whether a place of the tables, or what is no place, begins at
// token j.
func (a *analysis) known(j int) bool {
	for _, h := range a.hitsAt(j) {
		switch h.list {
		case "province", "country", "title", "head", "honorific", "rank", "level", "body", "localbody", "central", "sector":
			return true
		case "district", "commune":
			if h.to > j+1 {
				return true
			}
		}
	}
	return false
}

// namedPlace is the level word of the place that the article names in full
// elsewhere and that stands at token j.
func (a *analysis) namedPlace(j int) (hit, bool) {
	if len(a.namedPlaces) == 0 || !a.twoCapitals(j) {
		return hit{}, false
	}
	h, ok := a.namedPlaces[a.str(j, j+2)]
	return h, ok
}

func (a *analysis) hasNamedPlace(j int) bool {
	_, ok := a.namedPlace(j)
	return ok
}

// titled tells whether a title stands among the words before token i, so that
// a name may follow the body there.
func (a *analysis) titled(i int) bool {
	for k := i - 1; k >= 0 && k > i-8 && !a.crosses(k, i+1); k-- {
		if _, ok := a.hitAt(k, "title"); ok {
			return true
		}
	}
	return false
}

// numberedCommune is the end of a commune's name whose last word, before token to, a
// number tells from others of that name: "xã Gia Lâm 2".
func (a *analysis) numberedCommune(h hit, to int) int {
	if h.value != "xa" || to <= h.to || to+1 >= len(a.tokens) || a.tokens[to].kind != number || a.tokens[to].end-a.tokens[to].start > 1 || a.crosses(h.from, to+2) {
		return to
	}
	if t := a.tokens[to+1]; t.kind == sign && !t.glued || t.kind == sign && (t.r == ',' || t.r == ')') {
		return to + 1
	}
	return to
}

// surnamed tells whether a head of a level and a small word is none: what looks
// like its last word begins a name, as in "các Phó Chủ tịch HĐND tỉnh Đoàn Văn A".
func (a *analysis) surnamed(h hit) bool {
	if h.to-h.from != 2 || a.tokens[h.from].capital != lower || a.tokens[h.from+1].capital != initial {
		return false
	}
	if _, level := a.hitAt(h.from, "level"); !level {
		return false
	}
	to, ok := a.nameInRun(h.from + 1)
	return ok && to-h.from > 3
}

// placeRun takes the capitalised words after a level word, up to where a
// person's name can begin.
func (a *analysis) placeRun(j int) int {
	k := j
	for k < len(a.tokens) && k-j < 4 && a.tokens[k].kind == word && a.tokens[k].capital == initial && !a.crosses(j, k+1) {
		if k > j {
			if _, ok := a.nameInRun(k); ok && k-j >= 2 {
				break
			}
			if _, ok := a.hitAt(k, "title"); ok {
				break
			}
		}
		k++
	}
	// glued hyphens: Chăm-pa-sắc
	for k > j && k+1 < len(a.tokens) && a.tokens[k].glued && a.tokens[k].r == '-' && a.tokens[k+1].glued && a.tokens[k+1].kind == word {
		k += 2
	}
	return k
}

// wardLetter tells whether the letter at token i tells a ward from its sisters.
func (a *analysis) wardLetter(i int) bool {
	if i >= len(a.tokens) || a.crosses(i-1, i+1) || a.tokens[i].end-a.tokens[i].start != 1 {
		return false
	}
	c := a.raw[a.tokens[i].start]
	return c >= 'A' && c <= 'D' && (i+1 == len(a.tokens) || !a.capitalAt(i+1) || a.crosses(i, i+2))
}
