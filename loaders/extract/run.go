package extract

import "strings"

const maxRun = 40

func (a *analysis) run(from, j int, names bool) int {
	start := j
	for j < len(a.tokens) && j < from+maxRun && !a.crosses(from, j+1) {
		t := a.tokens[j]
		if t.skip {
			break
		}
		if h, ok := a.hitAt(j, "sector"); ok && (t.capital != lower || h.to-j > 1 || j > start) && !a.actOfHolder(j, start) {
			if said, ok := a.hitAt(j, "acts"); ok && said.to > h.to && t.capital == lower && a.sectorEnds(from, j) {
				break // "Bộ trưởng Tài nguyên và Môi trường thông tin thêm"
			}
			j = h.to
			continue
		}
		if t.kind == number {
			if j == start || a.tokens[j-1].kind == word {
				j++
				continue
			}
			break
		}
		if t.kind == word && t.capital != lower {
			if to, ok := a.nameAt(j); ok && !names && (j == start || a.formBefore(j)) {
				j = a.namesake(j, to) // a school bears a person's name
				continue
			}
			if to := a.placedName(j); to > j {
				j = to // "Khu kinh tế Dung Quất"
				continue
			}
			if a.endsRun(j, start, names) {
				break
			}
			j++
			continue
		}
		if j > from+1 && a.joinsRun(j, names) {
			j++
			continue
		}
		if to := a.passInitials(j); j > start && to > j && (names && a.capitalAt(to) || a.has(to, to+1, "nation_words")) && !a.crosses(from, to+1) && !a.endsRun(to, start, names) {
			j = to
			continue
		}
		break
	}
	return j
}

// sectorEnds tells whether a field ends right before token j.
func (a *analysis) sectorEnds(from, j int) bool {
	for k := from; k < j; k++ {
		if h, ok := a.hitAt(k, "sector"); ok && h.to == j {
			return true
		}
	}
	return false
}

// actOfHolder tells whether words that may be part of a body's name are what its
// head does: "Bộ trưởng Tài nguyên và Môi trường thông tin thêm".
func (a *analysis) actOfHolder(j, start int) bool {
	if a.pack.Code == "en" || j == start || a.tokens[j].capital != lower || a.tokens[j-1].capital == lower || a.tokens[j-1].kind != word {
		return false
	}
	h, ok := a.hitAt(j, "acts")
	return ok && h.value != "-"
}

func (a *analysis) namesake(j, to int) int {
	for k := j + 2; k+1 < to; k++ {
		if _, ok := a.hitAt(k, "common-names"); ok && to-j > 4 {
			return k
		}
	}
	return to
}

// placedName is the end of the place at token j after which a zone, a park or
// a gate is named, of one or two words; a person's name is longer.
func (a *analysis) placedName(j int) int {
	for back := 2; back <= 5 && back <= j; back++ {
		h, ok := a.hitAt(j-back, "placed_words")
		if !ok || h.to != j {
			continue
		}
		to := j + 1
		for _, g := range a.hitsAt(j) {
			if (g.list == "province" || g.list == "district") && g.to > to {
				return g.to
			}
		}
		for to < len(a.tokens) && to <= j+2 && a.capitalAt(to) && !a.crosses(j, to+1) {
			if a.startOfTitle(to) {
				break
			}
			to++
		}
		if to > j+2 {
			return j
		}
		return to
	}
	return j
}

// longerBody is where the name of a local body ends that goes on after the words
// of the tables: "Ban Quản lý Khu kinh tế mở Chu Lai".
func (a *analysis) longerBody(h hit) int {
	to := h.to
	for k := h.from + 1; k < h.to; k++ {
		for _, g := range a.hitsAt(k) {
			if (g.list == "sector" || g.list == "placed_words") && g.to > to && !a.crosses(k, g.to) {
				to = g.to
			}
		}
	}
	if to < len(a.tokens) && a.capitalAt(to) && !a.crosses(h.from, to+1) {
		to = a.placedName(to)
	}
	if g, ok := a.hitAt(to, "and"); ok {
		for _, k := range []int{g.to, g.to + 1} {
			if p, ok := a.hitAt(k, "placed_words"); ok && !a.crosses(h.from, p.to) {
				return p.to // "… và các khu công nghiệp"
			}
		}
	}
	return to
}

// parentBody is the body behind a comma to which a division, a faculty or a team
// that was just read belongs, "Trưởng khoa Nhi, Bệnh viện Bạch Mai,": its own
// name says too little. What follows must end the apposition, or be what its
// holder says.
func (a *analysis) parentBody(j int, r *reading) (part, int, bool) {
	last := r.parts[len(r.parts)-1]
	if last.head == nil || last.bare || !a.divides(last) || j+1 >= len(a.tokens) || a.tokens[j].r != ',' || a.crosses(j-1, j+2) {
		return part{}, j, false
	}
	if a.tokens[j+1].capital == lower {
		h, ok := a.hitAt(j+1, "head")
		if !ok || h.to >= len(a.tokens) || !a.capitalAt(h.to) {
			return part{}, j, false // but "sở Công Thương tỉnh …"
		}
	}
	if _, title := a.hitAt(j+1, "title"); title {
		return part{}, j, false
	}
	p, to, ok := a.readPart(j+1, &reading{base: r.base, title: r.title, parts: r.parts})
	if !ok || p.bare || p.kind != headPart && p.kind != bodyPart || a.divides(p) || a.crosses(j, to) {
		return part{}, j, false
	}
	if to < len(a.tokens) && !a.crosses(j, to+1) && a.tokens[to].kind != sign {
		if _, of := a.hitAt(to, "acts"); !of {
			if _, _, place := a.readPart(to, &reading{base: r.base, parts: []part{p}}); !place {
				return part{}, j, false
			}
		}
	}
	return p, to, true
}

// divides tells whether a part is a division of a larger body.
func (a *analysis) divides(p part) bool {
	for _, e := range a.pack.Lists["divisions"] {
		if p.words == e.Surface || strings.HasPrefix(p.words, e.Surface+" ") {
			return true
		}
	}
	return false
}

// startOfTitle tells whether a title, a head or a word before a name begins at
// token k.
func (a *analysis) startOfTitle(k int) bool {
	for _, h := range a.hitsAt(k) {
		switch h.list {
		case "title", "head", "honorific", "rank":
			return true
		}
	}
	return false
}

func (a *analysis) longRun(from, j int) int {
	_, about := a.hitAt(j, "about_words")
	stopped := false
	k := j
	for ; k < len(a.tokens) && k < j+24 && !a.crosses(from, k+1); k++ {
		t := a.tokens[k]
		if t.kind == sign && t.r != '-' && t.r != ',' {
			return k
		}
		if t.kind == sign && t.r == ',' && !a.joinsRun(k, true) && !a.enumerates(k+1) {
			return k
		}
		if k > j && a.startOfOther(k) {
			return k
		}
		for _, h := range a.hitsAt(k) {
			switch h.list {
			case "bodystops":
				stopped = stopped || k > j || !about
			case "level", "province":
				if stopped || k == j || a.tokens[k-1].capital != lower {
					return j
				}
				return k
			case "acts", "title", "honorific", "isoffice", "of":
				if about && h.list == "acts" {
					if k > j+2 {
						return k // "Ban Chỉ đạo Trung ương về phòng, chống thiên tai cho biết"
					}
					continue // "về thông tin đối ngoại"
				}
				return j
			}
		}
	}
	if k < j+24 && !stopped {
		return k // the sentence ends
	}
	return j
}

func (a *analysis) startOfOther(k int) bool {
	_, ok := a.nameAt(k)
	return ok
}

func (a *analysis) endsRun(j, start int, names bool) bool {
	for _, h := range a.hitsAt(j) {
		switch h.list {
		case "country", "province":
			if names {
				return true
			}
		case "title", "central", "level", "honorific", "rank", "body", "localbody":
			return true
		case "head":
			return h.to-h.from > 1 || j > start && !a.formBefore(j)
		}
	}
	if names || j > start {
		if _, ok := a.nameInRun(j); ok {
			return true
		}
	}
	return false
}

func (a *analysis) joinsRun(j int, names bool) bool {
	if _, ok := a.hitAt(j, "connector"); !ok || j+1 >= len(a.tokens) || a.crosses(j, j+2) {
		return false
	}
	if _, ok := a.hitAt(j+1, "nooffice"); ok {
		return false
	}
	if h, ok := a.hitAt(j+1, "sector"); ok {
		for _, g := range a.hitsAt(j + 1) {
			if (g.list == "title" || g.list == "head" || g.list == "body") && g.to >= h.to {
				return false
			}
		}
		return a.tokens[j+1].capital != lower || a.tokens[j].r != '-'
	}
	if !a.capitalAt(j+1) || a.tokens[j].r == ',' || a.tokens[j].r == '-' || a.tokens[j].r == '–' {
		return false
	}
	for _, g := range a.hitsAt(j + 1) {
		switch g.list {
		case "title", "head", "body", "localbody", "honorific", "rank", "province", "country", "level", "central", "former":
			return false
		}
	}
	_, name := a.nameInRun(j + 1)
	return !name && a.tokens[j+1].capital == initial
}

// passInitials passes the initials that a body's name has in brackets in its
// middle: "Ủy ban An toàn giao thông (ATGT) Quốc gia".
func (a *analysis) passInitials(j int) int {
	if j+3 >= len(a.tokens) || a.tokens[j].r != '(' || a.tokens[j+2].r != ')' {
		return j
	}
	if t := a.tokens[j+1]; t.kind != word || t.capital != all || t.end-t.start < 3 {
		return j
	}
	return j + 3
}

// unbracketed are the words between two tokens without initials in brackets.
func (a *analysis) unbracketed(from, to int) string {
	for k := from + 1; k < to; k++ {
		if end := a.passInitials(k); end > k && end < to {
			return clean(a.str(from, k)) + " " + a.unbracketed(end, to)
		}
	}
	return clean(a.str(from, to))
}

// pairOf is the end of the two countries that a friendship group joins: "Việt
// Nam - Hy Lạp", "Việt Nam - Nghị viện châu Âu".
func (a *analysis) pairOf(j int) int {
	h, ok := a.hitAt(j, "country")
	if !ok || h.to+1 >= len(a.tokens) || !isDash(a.tokens[h.to].r) || a.crosses(j, h.to+2) {
		return j
	}
	k := h.to + 1
	if g, ok := a.hitAt(k, "country"); ok {
		return g.to
	}
	if g, ok := a.hitAt(k, "home_words"); ok {
		return g.to // "Nhật - Việt"
	}
	if p, to, ok := a.readPart(k, &reading{}); ok && p.kind != countryPart {
		k = to
	}
	for k < len(a.tokens) && !a.crosses(j, k+1) && a.capitalAt(k) {
		k++
	}
	return k
}
