package extract

import "strings"

// maxName bounds a name, in tokens.
const maxName = 6

// nameAt reads a name that begins with a surname at token i, and returns where
// it ends. A place, a body or a name that the genre only invokes is none.
func (a *analysis) nameAt(i int) (int, bool) {
	t := a.tokens[i]
	if t.kind != word || t.capital == lower || t.skip {
		return i, false
	}
	if !a.some(i, bit("surnames")) && !tribal(a.raw[t.start:t.end]) || i > 0 && a.midRun(i) {
		return i, false
	}
	return a.nameInRun(i)
}

// nameInRun reads a name at token i even if a capitalised word stands before
// it, as one does where a body's name ends.
func (a *analysis) nameInRun(i int) (int, bool) {
	if i >= len(a.tokens) {
		return i, false
	}
	t := a.tokens[i]
	if t.kind != word || t.capital == lower || t.skip {
		return i, false
	}
	if _, place := a.namedPlace(i); place {
		return i, false
	}
	h, ok := a.hitAt(i, "surnames")
	if !ok {
		if !tribal(a.raw[t.start:t.end]) {
			return i, false
		}
		h.to = i + 1
	}
	to := a.nameRun(i, h.to)
	if a.pack.Code == "en" && to-i == 2 {
		if _, ok := a.hitAt(to, "placeword"); ok && (a.names == nil || a.tokens[to].capital == lower && a.sameSentence(i, to)) {
			return i, false // "Kim Hoa district"
		}
		if a.names != nil {
			// only where offices are read
		} else if _, ok := a.hitAt(to, "bodyend"); ok && a.tokens[to].capital != lower {
			return i, false // "Bach Mai Hospital"
		}
	}
	if to-i < 2 && !tribal(a.raw[t.start:t.end]) || a.namesOther(i, to) || to-i == 2 && a.placedName(i) == to {
		return i, false
	}
	return to, true
}

// midRun tells whether token i stands inside a run of capitalised words that
// began before it, and that is no office, place or body ending here.
func (a *analysis) midRun(i int) bool {
	p := a.tokens[i-1]
	if p.kind != word || p.capital == lower || a.tokens[i].capital == all && p.capital == all || a.crosses(i-1, i+1) {
		return false
	}
	if i-1 == 0 || a.sentences[p.sentence].from == i-1 {
		return false
	}
	for back := 1; back <= 6 && back <= i; back++ {
		for _, h := range a.hitsAt(i - back) {
			if h.to != i {
				continue
			}
			switch h.list {
			case "province", "country", "district", "commune", "body", "localbody", "title", "honorific", "rank", "sector", "head", "level", "central", "introducers", "core", "bodyword", "bodyend":
				return false
			}
		}
	}
	return len(a.endOf) == 0 || a.endOf[i] == 0
}

// tribal tells whether a word begins as names of the Central Highlands do:
// K'Nhiễu, H'Yim.
func tribal(w []byte) bool {
	return len(w) > 3 && (w[0] == 'K' || w[0] == 'H' || w[0] == 'Y') && (w[1] == '\'' || w[1] == 0xe2 && w[2] == 0x80)
}

// nameRun is the end of the capitalised run from token i that may be a name;
// its first tokens up to least are part of it.
func (a *analysis) nameRun(i, least int) int {
	caps := a.tokens[i].capital == all && a.tokens[i].end-a.tokens[i].start > 1
	j, last := i, i+maxName
	for j < len(a.tokens) && j < last && !a.crosses(i, j+1) {
		t := a.tokens[j]
		if t.kind == sign && t.r == '-' && t.glued && j > i && j+1 < len(a.tokens) && a.tokens[j+1].glued && a.tokens[j+1].kind == word {
			j += 2 // Vi-lay-vông
			last += 2
			continue
		}
		if t.kind == sign && t.r == '.' && t.glued && j > i && a.tokens[j-1].end-a.tokens[j-1].start == 1 && j+1 < len(a.tokens) && a.tokens[j+1].capital == initial {
			j++ // Donald J. Trump
			last++
			continue
		}
		if t.kind != word || t.capital == lower || t.skip {
			break
		}
		if !caps && t.capital == all && t.end-t.start > 2 {
			break
		}
		if caps && t.capital != all {
			if j != i+1 || !a.capitalSurname(i) {
				break
			}
			caps = false
		}
		if _, stop := a.hitAt(j, "caps_stops"); stop && caps && j >= i+2 {
			break
		}
		if j >= least && a.nameStops(j) && !a.homograph(i, j) {
			break
		}
		j++
	}
	if to := a.passJunior(i, j); to > j {
		return to
	}
	return a.onceNamed(i, j)
}

// onceNamed is the end of the first of two equal names between tokens i and j:
// a caption that runs into its sentence names somebody twice.
func (a *analysis) onceNamed(i, j int) int {
	half := (j - i) / 2
	if half < 2 || (j-i)%2 > 0 {
		return j
	}
	for k := i; k < i+half; k++ {
		if !strings.EqualFold(a.str(k, k+1), a.str(k+half, k+half+1)) {
			return j
		}
	}
	return i + half
}

// homograph tells whether the word at token j is a syllable of the Vietnamese
// name that begins at token i though it is an English word: "Le Xuan The Vinh".
func (a *analysis) homograph(i, j int) bool {
	if a.pack.Code != "en" || j+1 >= len(a.tokens) || !a.capitalAt(j+1) || !a.sameSentence(i, j+1) || a.nameStops(j+1) {
		return false
	}
	_, surname := a.hitAt(i, "surnames")
	_, ok := a.hitAt(j, "name_homographs")
	return ok && surname
}

// nameStops tells whether the word at token j begins something else than the
// next syllable of a name.
func (a *analysis) nameStops(j int) bool {
	for _, h := range a.hitsAt(j) {
		switch h.list {
		case "title", "former", "acting":
			if h.to-h.from > 1 || h.value == "Thủ tướng" {
				return true
			}
			if h.list == "title" && h.to < len(a.tokens) {
				if _, ok := a.hitAt(h.to, "head"); ok {
					return true
				}
			}
		case "head":
			if h.to-h.from > 1 {
				return true
			}
		case "rank":
			// "Đỗ Tiến Sỹ" is a name: a rank has a name after it
			if h.to-h.from > 1 && h.to < len(a.tokens) && a.tokens[h.to].kind == word && a.tokens[h.to].capital != lower {
				return true
			}
		case "body", "honorific":
			if h.to-h.from > 1 {
				return true
			}
		case "notname", "bodyword", "core", "bodyend":
			return true
		}
	}
	return false
}

// namesOther tells whether the run is a place, a body or an invoked name.
func (a *analysis) namesOther(i, to int) bool {
	for _, h := range a.hitsAt(i) {
		switch h.list {
		case "province", "country", "body", "notperson":
			if h.to >= to || h.list == "notperson" {
				return true
			}
			// "Hà Nội Nguyễn …" is a place before a name
			if _, ok := a.hitAt(h.to, "surnames"); ok && to-h.to >= 2 {
				return true
			}
			if h.list == "body" && h.to-i > 1 {
				return true
			}
		case "surnames":
			// "Từ Thái Nguyên": a word before a place
			if g, ok := a.hitAt(i+1, "province"); ok && g.to == to && h.to == i+1 {
				if _, head := a.hitAt(i, "head"); head || a.sentences[a.tokens[i].sentence].from == i {
					return true
				}
			}
		case "district":
			if _, ok := a.hitAt(h.to, "placeword"); ok && a.pack.Code == "en" {
				return true
			}
			if h.to == to && to-i > 1 && i > 0 {
				if _, ok := a.hitAt(i-1, "level"); ok {
					return true
				}
			}
		}
	}
	return false
}

// foreignName reads the one word by which a foreign office-holder is named.
func (a *analysis) foreignName(i int) (int, bool) {
	if to, ok := a.freeName(i); ok || i >= len(a.tokens) {
		return to, ok
	}
	t := a.tokens[i]
	if t.kind != word || t.capital != initial || t.end-t.start < 4 || len(a.hitsAt(i)) > 0 {
		return i, false
	}
	for _, c := range a.raw[t.start:t.end] {
		if c >= 0x80 {
			return i, false
		}
	}
	return i + 1, true
}

// freeName reads a name without a known surname, where the context says that
// one must stand: after an honorific, a rank or an office.
func (a *analysis) freeName(i int) (int, bool) {
	if i >= len(a.tokens) {
		return i, false
	}
	if to, ok := a.nameAt(i); ok {
		return to, true
	}
	t := a.tokens[i]
	if t.kind != word || t.capital == lower || t.skip || a.nameStops(i) {
		return i, false
	}
	for _, h := range a.hitsAt(i) {
		switch h.list {
		case "province", "country", "body", "head", "title", "sector", "level", "notperson", "central":
			return i, false
		}
	}
	to := a.nameRun(i, i+1)
	if to-i == 2 && a.placedName(i) == to || a.pack.Code != "en" && a.has(i, to, "brand_words") {
		return i, false
	}
	if h, ok := a.hitAt(max(to-2, i), "province"); ok && h.to == to && to-i > 2 {
		return i, false // a firm: "Quốc Cường Gia Lai"
	}
	if t.capital == all && t.end-t.start > 3 && to-i < 2 {
		return i, false
	}
	return to, to-i >= 2
}
