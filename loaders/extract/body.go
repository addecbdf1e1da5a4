package extract

import "strings"

// maxParts bounds the chain after a title; real ones have up to five links.
const maxParts = 8

// maxRun bounds the words of one body's name.
// readParts reads the chain of bodies and places from token j into r and
// returns where it ends.
func (a *analysis) readParts(j int, r *reading) int {
	for n := 0; n < maxParts; n++ {
		k := j
		if h, ok := a.hitAt(k, "of"); ok && j > 0 {
			k = h.to
		}
		if to := a.readTerm(k); to > k {
			j = to
			continue
		}
		if h, ok := a.hitAt(k, "seat"); ok && (r.base.abroad || a.mission(r)) {
			if p, to, ok := a.readSeat(h.to); ok {
				p.words = clean(a.str(h.from, h.to)) + " " + p.words
				p.written = p.words
				r.parts = append(r.parts, p)
				j = to
				continue
			}
		}
		p, to, ok := a.readPart(k, r)
		before := j - 1
		if n == 0 && r.base == &a.untitled {
			before = j // no title stands before the body
		}
		if !ok || a.crosses(before, to) {
			break
		}
		to = a.region(&p, k, to)
		r.parts = append(r.parts, p)
		j = to
		j = a.passShort(j, r)
		if p, to, ok := a.parentBody(j, r); ok {
			r.parts = append(r.parts, p)
			j = to
		}
	}
	return j
}

// passShort passes the initials in brackets behind a body where its place goes
// on the chain: "Hội đồng nhân dân (HĐND) TP Đà Nẵng".
func (a *analysis) passShort(j int, r *reading) int {
	if j+3 >= len(a.tokens) || a.tokens[j].r != '(' || a.tokens[j+1].capital != all || a.tokens[j+2].r != ')' || a.crosses(j-1, j+4) {
		return j
	}
	if p, _, ok := a.readPart(j+3, r); ok && (p.kind == placePart || p.kind == levelPart) {
		return j + 3
	}
	return j
}

// mission tells whether a chain begins with a body that is sent abroad.
func (a *analysis) mission(r *reading) bool {
	return len(r.parts) > 0 && a.pack.begins("missions", r.parts[0].words)
}

// readSeat reads the country or city to which an ambassador or consul is sent.
func (a *analysis) readSeat(k int) (part, int, bool) {
	if p, to, ok := a.readPart(k, &reading{}); ok && (p.kind == countryPart || p.kind == placePart || p.kind == bodyPart) {
		return p, to, true
	}
	if k < len(a.tokens) && a.tokens[k].kind == word && a.tokens[k].capital != lower {
		to := a.placeRun(k)
		name := clean(a.str(k, to))
		return part{kind: placePart, words: name, place: name}, to, to > k
	}
	return part{}, k, false
}

// readTerm passes over "khóa XV", "nhiệm kỳ 2021 - 2026".
func (a *analysis) readTerm(j int) int {
	h, ok := a.hitAt(j, "term")
	if !ok {
		return j
	}
	k := h.to
	for k < len(a.tokens) && !a.crosses(j, k+1) {
		t := a.tokens[k]
		if t.kind == number || t.kind == word && t.capital == all && roman(a.str(k, k+1)) ||
			t.kind == sign && (t.r == '-' || t.r == '–' || t.r == ',') && k+1 < len(a.tokens) && (a.tokens[k+1].kind == number || roman(a.str(k+1, k+2))) {
			k++
			continue
		}
		break
	}
	if k == h.to {
		return j
	}
	return k
}

func roman(s string) bool { return s != "" && strings.Trim(s, "IVXL") == "" }

// readPart reads one link of the chain at token k.
func (a *analysis) readPart(k int, r *reading) (part, int, bool) {
	if k >= len(a.tokens) {
		return part{}, k, false
	}
	var body, local, head, level, central, country, republic, province, district hit
	for _, h := range a.hitsAt(k) {
		switch h.list {
		case "body":
			body = h
		case "localbody":
			local = h
		case "head":
			if !a.surnamed(h) {
				head = h
			}
		case "level":
			level = h
		case "central":
			central = h
		case "country":
			country = h
		case "republic":
			republic = h
		case "province":
			province = h
		case "district":
			district = h
		}
	}
	up := a.tokens[k].capital != lower
	if p, to, ok := a.brandOf(head); ok && body.to <= head.to {
		return p, to, true
	}
	switch {
	case body.to > 0 && body.to >= head.to && (up || body.to-k > 1) && !(head.to == body.to && a.namesCompany(head)):
		body.to = a.withoutLevel(body)
		return part{kind: bodyPart, words: body.value, written: a.writtenBody(body)}, body.to, true
	case level.to > 0 && level.to >= head.to:
		return a.readLevel(level, r)
	case local.to > head.to && !(head.to > 0 && a.levelSpans(head.to, local.to)):
		p := part{kind: headPart, head: a.pack.heads[a.pack.firstHead(local.value)], words: local.value}
		if to := a.longerBody(local); to > local.to {
			p.words += " " + clean(a.str(local.to, to))
			return p, to, true
		}
		return p, a.withoutLevel(local), true
	case head.to > 0 && (!up || head.to >= province.to && head.to >= district.to && head.to >= country.to):
		p, to := a.readHead(head)
		if r != nil && r.base != nil && r.base.name != "" && r.base.takes != "self" && (up || len(r.parts) == 0) {
			p, to = a.tailed(p, head, to)
		}
		if p.bare && len(r.parts) > 0 && (p.words != "Cơ quan" || !boards(r.parts[len(r.parts)-1])) {
			return part{}, k, false
		}
		if end, ok := a.nameAt(k); ok && p.bare && end-k > 2 {
			return part{}, k, false // a surname that is also a head: Đoàn
		}
		if end, ok := a.nameInRun(k); ok && up && end-k > 2 && end-k < 5 && !a.has(k+1, k+2, "province") && r != nil && len(r.parts) > 0 && head.to == k+1 {
			return part{}, k, false // "Giám đốc Sở Y tế Đoàn Văn A": a body is named before it
		}
		return p, to, true
	case central.to > 0 && (central.to-k > 1 || a.tokens[k].capital == all):
		return part{kind: centralPart, words: central.value}, central.to, true
	case republic.to > 0 && up:
		if h, ok := a.hitAt(republic.to, "country"); ok && a.tokens[republic.to].capital != lower {
			return part{kind: countryPart, words: h.value, written: clean(a.str(k, h.to)), place: h.value}, h.to, true
		}
	case country.to > 0 && up && country.to >= province.to && country.to >= district.to:
		return part{kind: countryPart, words: country.value, written: a.writtenBody(country), place: country.value}, country.to, true
	case province.to > 0 && up && a.placeEnds(province.to):
		return a.placePart(province.value, ""), province.to, true
	case district.to > 0 && up && district.to-k > 1 && a.placeEnds(district.to):
		return part{kind: placePart, words: district.value, place: district.value, level: "huyen"}, district.to, true
	case up && len(r.parts) > 0 && a.hasNamedPlace(k):
		l, _ := a.namedPlace(k)
		name := clean(a.str(k, k+2))
		return part{kind: placePart, words: a.levelWord(l) + " " + name, place: name, level: l.value}, k + 2, true
	case up && a.wantsProvince(r) && a.unlisted(k):
		name := clean(a.str(k, k+2))
		return part{kind: placePart, words: name, place: name, level: "tinh"}, k + 2, true
	}
	return part{}, k, false
}

// writtenBody is a body as written, or its canonical name where the text has
// an abbreviation.
func (a *analysis) writtenBody(h hit) string {
	for i := h.from; i < h.to; i++ {
		t := a.tokens[i]
		if t.kind == word && t.capital == all && t.end-t.start > 1 && !roman(a.str(i, i+1)) || t.kind == sign && (t.r == '.' || t.r == '&') {
			return h.value
		}
	}
	return clean(a.str(h.from, h.to))
}

// placeEnds tells whether a place can end before token j: no further capital
// follows, or a name, title or body starts there.
func (a *analysis) placeEnds(j int) bool {
	if j >= len(a.tokens) || a.tokens[j].kind != word || a.tokens[j].capital == lower || a.crosses(j-1, j+1) {
		return true
	}
	for _, h := range a.hitsAt(j) {
		switch h.list {
		case "title", "head", "surnames", "honorific", "rank":
			return true
		}
	}
	// a foreign or minority name of two words or more
	return j+1 < len(a.tokens) && a.tokens[j+1].kind == word && a.tokens[j+1].capital != lower
}

// placePart is a province or centrally run city as a part.
func (a *analysis) placePart(name, level string) part {
	p := part{kind: placePart, words: name, place: name, level: level}
	if row := a.pack.places[name]; row != nil && row.central() {
		p.level = "tinh"
		if row.kind == "thành phố" {
			p.level = "thanh"
		}
		p.words = row.kind + " " + name
		if name == "Hồ Chí Minh" {
			p.words = "Thành phố Hồ Chí Minh"
		}
	}
	return p
}

// readLevel reads "tỉnh Ninh Bình", "quận 1", "xã An Biên" or a bare "tỉnh".
func (a *analysis) readLevel(h hit, r *reading) (part, int, bool) {
	j := h.to
	if j < len(a.tokens) && a.tokens[j].kind == sign && a.tokens[j].r == '.' && a.tokens[j].glued && a.tokens[j-1].end-a.tokens[j-1].start < 3 {
		j++
	}
	if j < len(a.tokens) && !a.crosses(h.from, j+1) {
		var best hit
		for _, g := range a.hitsAt(j) {
			switch g.list {
			case "province", "district", "commune":
				fits := g.list == "commune" && h.value == "xa" || g.list == "district" && h.value != "xa" && h.value != "tinh" || g.list == "province" && h.value != "xa"
				if fits && g.to > best.to {
					best = g
				}
			}
		}
		if best.to > 0 && best.list == "commune" && a.commonName(j, best.to) {
			return part{kind: levelPart, words: a.levelWord(h), level: h.value}, h.to, true
		}
		if best.to > 0 && a.tokens[j].capital != lower {
			if to := a.longerPlace(best); to > best.to {
				name := clean(a.str(j, to))
				return part{kind: placePart, words: a.levelWord(h) + " " + name, place: name, level: h.value}, to, true
			}
			if row := a.pack.places[best.value]; best.list == "province" && row != nil && (h.value == "tinh" || h.value == "thanh" && row.kind == "thành phố") {
				return a.placePart(best.value, h.value), best.to, true
			}
			if to := a.numberedCommune(h, best.to); to > best.to {
				name := clean(a.str(j, to))
				return part{kind: placePart, words: a.levelWord(h) + " " + name, place: name, level: h.value}, to, true
			}
			if to := best.to; a.wardLetter(to) {
				name := best.value + " " + a.str(to, to+1) // "phường Bình Hưng Hòa B"
				return part{kind: placePart, words: a.levelWord(h) + " " + name, place: name, level: h.value}, to + 1, true
			}
			return part{kind: placePart, words: a.levelWord(h) + " " + best.value, place: best.value, level: h.value}, best.to, true
		}
		if t := a.tokens[j]; t.kind == number && h.value != "tinh" {
			n := a.str(j, j+1)
			return part{kind: placePart, words: a.levelWord(h) + " " + n, place: n, level: h.value}, j + 1, true
		}
		if to, name := a.nameAt(j); name && (to-j >= 3 || h.value == "tinh" && !a.unlisted(j)) {
			return part{kind: levelPart, words: a.levelWord(h), level: h.value}, h.to, h.value != "foreign" && h.value != "thon"
		}
		if to := a.numberedCommune(h, a.placeRun(j)); to > j {
			name := clean(a.str(j, to))
			return part{kind: placePart, words: a.levelWord(h) + " " + name, place: name, level: h.value}, to, true
		}
	}
	if h.value == "foreign" || h.value == "thon" {
		return part{}, h.from, false
	}
	return part{kind: levelPart, words: a.levelWord(h), level: h.value}, h.to, true
}

// longerPlace tells where a place ends that goes on after one of the tables:
// "xã Bình Hòa Phước".
func (a *analysis) longerPlace(h hit) int {
	if h.list == "province" || h.to >= len(a.tokens) || !a.capitalAt(h.to) || a.tokens[h.to].capital == all || a.crosses(h.from, h.to+1) {
		return h.to
	}
	if _, ok := a.nameInRun(h.to); ok {
		return h.to
	}
	for _, g := range a.hitsAt(h.to) {
		switch g.list {
		case "title", "head", "honorific", "rank", "province", "surnames":
			return h.to
		}
	}
	if h.to+1 < len(a.tokens) && a.capitalAt(h.to+1) {
		return h.to
	}
	return h.to + 1
}

// levelWord is the level written out.
func (a *analysis) levelWord(h hit) string {
	w := clean(strings.ToLower(a.str(h.from, h.to)))
	if full := a.pack.value("level_words", strings.Trim(w, ".")); full != "" {
		return full
	}
	return w
}

// readHead reads a head word and what it governs.
func (a *analysis) readHead(h hit) (part, int) {
	row := a.pack.heads[h.value]
	p := part{kind: headPart, head: row, words: row.name}
	to := h.to
	switch row.kind {
	case "closed":
		if end, ok := a.companyName(h.to); ok && strings.HasPrefix(row.name, "Hội đồng") && !a.crosses(h.from, end) {
			to = end
			p.words = row.name + " " + clean(a.str(h.to, end))
		}
	case "pair":
		to = a.pairOf(h.to)
		p.words = clean(a.str(h.from, to))
	case "open", "so", "school", "company":
		to = a.run(h.from, h.to, row.kind == "open" || row.kind == "so")
		if a.pack.listed("task_bodies", row.name) {
			to = a.longRun(h.from, to)
		}
		if to > h.to {
			p.words = row.name + " " + a.unbracketed(h.to, to)
		} else {
			p.bare = true
		}
	}
	return p, to
}

// run takes the words of a body's name after its head, from token j on. With
// names set it ends where a person's name can begin; a school, a company and a
// newspaper may bear a person's name.
// namesake is the end of the name that a school bears, where a person's name
// may follow it: "Trường Nguyễn Hiền Trần Thị Kim Cúc".
// longRun takes the small words of a steering committee's task as well, if the
// clause ends after them: "Ban Chỉ đạo xây dựng 5 huyện thành quận".
// startOfOther tells whether a person's name or rank begins at token k.
// endsRun tells whether the capitalised word at token j belongs to something
// else than the body whose run it would continue.
// joinsRun tells whether the connector at token j stands between two words of
// one body's name: "Khoa học, Công nghệ và Môi trường".
