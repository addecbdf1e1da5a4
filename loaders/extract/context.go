package extract

// local is a place that the text names, as context for offices that leave
// their place out.
type local struct {
	token  int
	to     int
	name   string
	level  string // tinh, thanh, huyen, xa
	strong bool   // with its level or as part of a body: "tỉnh X", "Tỉnh ủy X"
}

// findLocals lists the places of the text, and the one it is most about.
func (a *analysis) findLocals() {
	counts := map[string]int{}
	best, town := "", ""
	places := bit("province") | bit("level")
	if a.pack.Code != "en" {
		places |= bit("head") | bit("district")
	}
	for i := range a.tokens {
		if a.tokens[i].kind != word || !a.some(i, places) {
			continue
		}
		l, ok := a.localAt(i)
		if !ok {
			continue
		}
		a.locals = append(a.locals, l)
		if l.level != "tinh" && l.level != "thanh" {
			continue
		}
		if !l.strong && i > 1 && isDash(a.tokens[i-1].r) && a.capitalAt(i-2) && !a.crosses(i-2, i+1) {
			continue // the end of a road: "cao tốc Vân Đồn - Hải Phòng"
		}
		weight := 1
		if l.strong {
			weight = 4
		}
		if a.tokens[i].end <= a.article.TitleSpan.End {
			weight += 4
		}
		counts[l.name] += weight
		most := &best
		if row := a.pack.places[l.name]; l.level == "thanh" && (row == nil || !row.central()) {
			most = &town // the seat of a province, "TP Vinh"
		}
		if *most == "" || counts[l.name] > counts[*most] {
			*most = l.name
		}
	}
	if best == "" {
		best = town
	}
	total := 0
	for _, n := range counts {
		total += n
	}
	a.scattered = len(counts) > 3 && counts[best]*3 < total
	for _, l := range a.locals {
		if l.name == best && (l.level == "tinh" || l.level == "thanh") && (a.home.name == "" || l.strong) {
			a.home = l
			if l.strong {
				break
			}
		}
	}
	for _, l := range a.locals {
		if l.name == town && l.level == "thanh" && a.town.name == "" {
			a.town = l
		}
	}
}

// thisBody completes an office whose body is left to one named before: "Bí thư
// Ban cán sự đảng Bộ này".
func (a *analysis) thisBody(o int) {
	off := &a.offices[o]
	n := len(off.read.parts)
	if n == 0 || !off.read.parts[n-1].bare || off.read.parts[n-1].head == nil {
		return
	}
	if _, ok := a.hitAt(off.to, "this_words"); !ok {
		return
	}
	last := &off.read.parts[n-1]
	for k := o - 1; k >= 0 && off.from-a.offices[k].to < 200; k-- {
		for i, p := range a.offices[k].read.parts {
			if p.head != nil && p.head.name == last.head.name && !p.bare {
				off.read.parts = append(off.read.parts[:n-1:n-1], a.offices[k].read.parts[i:]...)
				return
			}
		}
	}
}

// localAt is the place named at token i.
func (a *analysis) localAt(i int) (local, bool) {
	for _, h := range a.hitsAt(i) {
		switch h.list {
		case "province":
			if a.tokens[i].capital == lower {
				continue
			}
			p := a.placePart(h.value, "")
			strong := i > 0 && a.localWord(i-1)
			if _, ok := a.hitAt(h.to, "placeword"); ok {
				strong = true
			}
			if i > 1 && a.pack.Code == "en" {
				if g, ok := a.hitAt(i-2, "placeword"); ok && g.to == i-1 {
					strong = true // "the province of Quang Binh"
				}
			}
			return local{i, h.to, h.value, p.level, strong}, true
		case "head":
			if a.pack.Code == "en" || a.pack.heads[h.value].kind != "huyenuy" {
				continue
			}
			if a.hasNamedPlace(h.to) {
				return local{h.to, h.to + 2, a.str(h.to, h.to+2), "huyen", true}, true
			}
			if g, ok := a.hitAt(h.to, "district"); ok && a.capitalAt(h.to) && g.to-h.to > 1 && a.placeEnds(g.to) {
				return local{h.to, g.to, g.value, "huyen", true}, true // "Huyện ủy Mai Sơn"
			}
		case "district":
			if g, ok := a.hitAt(i, "province"); ok && g.to > h.to {
				continue // "Bà Rịa - Vũng Tàu"
			}
			if a.pack.Code == "en" || h.to-i < 2 || !a.capitalAt(i) || !a.placeEnds(h.to) || i > 0 && a.midRun(i) {
				continue
			}
			return local{i, h.to, h.value, "huyen", false}, true
		case "level":
			if h.value == "foreign" || h.value == "thon" {
				continue
			}
			p, to, ok := a.readLevel(h, nil)
			if ok && p.kind == placePart && (p.level != "tinh" || a.hasNamedPlace(h.to) || a.foreignWord(h.to)) {
				if a.foreignWord(h.to) {
					return local{h.to, to, p.place, "foreign", true}, true
				}
				return local{h.to, to, p.place, p.level, true}, true
			}
		}
	}
	return local{}, false
}

// bridgeBefore tells whether the words before token i make the place there a
// bridge point.
func (a *analysis) bridgeBefore(i int) bool {
	for back := 2; back <= 4 && back <= i; back++ {
		if h, ok := a.hitAt(i-back, "bridges"); ok && h.to == i && h.value != "before" && h.value != "province" {
			return true
		}
	}
	return false
}

// localWord tells whether the word at token i makes the place after it the
// seat of something: tỉnh, Tỉnh ủy, UBND.
func (a *analysis) localWord(i int) bool {
	if h, ok := a.hitAt(i, "level"); ok && h.to == i+1 {
		return true
	}
	for back := 0; back < 2 && i-back >= 0; back++ {
		if h, ok := a.hitAt(i-back, "head"); ok && h.to == i+1 {
			return true
		}
	}
	return false
}

// nearest is the place of one of the levels that the context of token i gives:
// of its own sentence before it, else of its paragraph, else the article's.
func (a *analysis) nearest(i int, levels ...string) (local, bool) {
	is := func(l local) bool {
		for _, v := range levels {
			if l.level == v {
				return true
			}
		}
		return false
	}
	sentence := a.tokens[i].sentence
	paragraph := a.sentences[sentence].paragraph
	from := search(a.locals, i, (*local).begins)
	var near *local
	for k := from - 1; k >= 0 && k > from-200; k-- {
		l := &a.locals[k]
		s := a.tokens[l.token].sentence
		if a.sentences[s].paragraph != paragraph {
			break
		}
		if is(*l) && ((l.strong || a.bridgeBefore(l.token)) && (near == nil || s == sentence)) {
			near = l
			if s == sentence {
				break
			}
		}
	}
	if near == nil || a.tokens[near.token].sentence != sentence {
		for k := from - 1; k >= 0 && a.tokens[a.locals[k].token].sentence == sentence; k-- {
			if l := &a.locals[k]; l.level == "huyen" && is(*l) {
				near = l // "Dù Hóc Môn …, Chủ tịch UBND huyện"
				break
			}
		}
	}
	if near != nil {
		return *near, true
	}
	for k := from - 1; a.scattered && k >= 0 && i-a.locals[k].token < 90; k-- {
		if l := a.locals[k]; is(l) && l.strong {
			return l, true // an article of many provinces: the one just spoken of
		}
	}
	if is(a.home) {
		return a.home, true
	}
	if is(a.town) {
		return a.town, true
	}
	for k := from - 1; k >= 0 && from-k < 40; k-- {
		if is(a.locals[k]) && a.locals[k].strong {
			return a.locals[k], true
		}
	}
	if a.home.name == "" {
		return local{}, false
	}
	return local{}, false
}

// foreignWord tells whether the word at token i cannot be Vietnamese: it has
// letters that the language lacks, or is longer than any syllable.
func (a *analysis) foreignWord(i int) bool {
	if i >= len(a.tokens) || a.tokens[i].kind != word || a.tokens[i].capital != initial {
		return false
	}
	w := a.raw[a.tokens[i].start:a.tokens[i].end]
	for _, c := range w {
		if c >= 0x80 {
			return false
		}
		switch c {
		case 'f', 'j', 'w', 'z', 'F', 'J', 'W', 'Z':
			return true
		}
	}
	return len(w) > 7
}
