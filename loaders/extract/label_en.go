package extract

import "strings"

// fillEnglish fills in an English office: its label as written, its place
// completed, and the canonical Vietnamese label.
func (a *analysis) fillEnglish(n int) {
	o := &a.offices[n]
	r := &o.read
	b := &r.body
	a.ofCountry(n)
	if v := b.core.value; b.place.to == 0 && b.needs == 0 && !b.local && b.known.to == 0 && b.meant.to == 0 && (v == "Hội đồng nhân dân" || v == "Ủy ban nhân dân") {
		b.needs, b.needsLevel = b.core.from, "tinh"
		if a.home.level == "thanh" {
			b.needsLevel = "thanh"
		}
	}
	place := b.place.value
	placeText := ""
	if b.needs > 0 {
		a.beside(n, func(off *office) bool {
			c := off.read.body.place
			if c.list == "province" && a.placePart(c.value, "").level == b.needsLevel {
				place, placeText = c.value, a.str(c.from, c.to)
			}
			return place != ""
		})
		if place != "" {
		} else if l, ok := a.nearest(o.from, b.needsLevel); ok {
			place, placeText = l.name, a.str(l.token, l.to)
		}
	}
	if place == "" && (r.base.takes == "president" || r.base.takes == "gensec" || r.base.takes == "self") {
		a.beside(n, func(off *office) bool {
			if c := &off.read.body; c.place.list == "country" || c.place.list == "adjective" {
				b.place, place = c.place, c.place.value
			}
			return place != ""
		})
	}
	placeText = a.cityText(smallLetters(placeText), place)
	owner, ownerVI := a.bodyOwner(n)
	parts := []string{}
	if r.lead != "" {
		parts = append(parts, r.lead)
	}
	if b.beforeTo > b.before {
		parts = append(parts, a.englishWords(b.before, b.beforeTo, b.needs, placeText))
	}
	title := r.written
	if r.plural || r.base.takes == "gensec" && b.place.list != "province" && b.before == b.beforeTo || r.phrase() {
		title = r.base.name
	}
	parts = append(parts, title)
	switch {
	case owner != "":
		words := ""
		if b.after > 0 {
			words = a.englishWords(b.after, b.afterTo, 0, "")
			words = strings.TrimPrefix(strings.TrimPrefix(words, "the "), "its ")
			words = strings.TrimPrefix(words, "committee's ")
		}
		switch {
		case strings.Contains(words, "Party Committee"):
			parts = append(parts, "of the", strings.Replace(words, "Party Committee", owner, 1))
		case words != "":
			parts = append(parts, "of the", owner+"'s", words)
		default:
			parts = append(parts, "of the", owner)
		}
	case b.meant.to > 0:
		words := a.str(b.meant.from, b.meant.to)
		if field := strings.TrimPrefix(words, "Ministry of "); field != words && strings.HasSuffix(strings.ToLower(title), "minister") {
			parts = append(parts, "of", field)
			break
		}
		parts = append(parts, "of the", words)
	case b.after > 0:
		joint := a.str(b.after-1, b.after)
		for back := 2; back <= 3; back++ {
			if h, ok := a.hitAt(b.after-back, "of_body"); ok && h.to == b.after {
				joint = a.str(b.after-back, b.after-back+2) // "of the same" is of the
			}
		}
		if r.phrase() {
			joint = "of the"
		}
		parts = append(parts, joint, a.englishWords(b.after, b.afterTo, b.needs, placeText))
	}
	name := strings.TrimSpace(strings.Join(parts, " "))
	var vi, body string
	if ownerVI != "" {
		body = ownerVI
		vi = a.viTitle(r, body) + " " + body
	} else {
		vi, body = a.vietnamese(r, place)
	}
	vi = a.pack.usual(vi)
	o.office = Office{Name: upperFirst(name), NameVI: vi, NameEN: upperFirst(name), Title: a.viTitle(r, body), Body: body, Place: place}
	if h, ok := a.hitAt(o.from, "acting"); ok && o.acting {
		o.office.Acting = h.value
	}
	if strings.HasPrefix(vi, o.office.Title+" ") && o.office.Body == "" {
		o.office.Body = strings.TrimPrefix(vi, o.office.Title+" ")
	}
}

// bodyOwner is the committee to which an office without a place belongs, in
// English and with the board of it in Vietnamese: "Chief of its Office" by the
// office beside it, "Deputy Secretary" and "Head of the Commission of
// Inspection" by the province of the article.
func (a *analysis) bodyOwner(n int) (owner, vi string) {
	o := &a.offices[n]
	b := &o.read.body
	bare := b.after == 0 && b.beforeTo == b.before && o.read.base.takes == "secretary"
	its := b.after > 0 && (strings.EqualFold(a.str(b.after, b.after+1), "its") || strings.EqualFold(a.str(b.after-1, b.after), "its"))
	board := strings.HasPrefix(b.core.value, "Ban ") || b.core.value == "Ủy ban Kiểm tra"
	party := b.core.value == "ủy" && b.known.to == 0
	if b.place.to > 0 || b.needs > 0 || b.known.to > 0 && !its && (!board || b.known.from != b.core.from) || !bare && !its && !board && !party {
		return "", ""
	}
	for i := b.after; b.after > 0 && board && !its && i < b.core.from; i++ {
		if h, ok := a.hitAt(i, "body"); ok && h.to <= b.core.from {
			return "", "" // the words name whose it is: "the PCC's Organisation Commission"
		}
	}
	name, place, central := "", "", false
	a.beside(n, func(off *office) bool {
		c := &off.read.body
		switch {
		case (c.core.value == "ủy" || c.core.value == "Ủy ban nhân dân" || c.core.value == "Hội đồng nhân dân" || strings.HasPrefix(c.core.value, "Sở ")) && (c.place.list == "province" || c.needs > 0):
			place = c.place.value
			if l, ok := a.nearest(off.from, "tinh", "thanh"); ok && c.place.to == 0 {
				place = l.name
			}
		case c.known.value == "Ban Chấp hành Trung ương Đảng":
			central = true
		}
		return place != "" || central
	})
	if l, ok := a.nearest(o.from, "tinh", "thanh"); ok && place == "" && !central && !its && !party && a.tokens[l.token].sentence == a.tokens[o.from].sentence {
		place = l.name // "In the province of Ha Nam, A was elected Secretary"
	}
	if place == "" && !central && a.home.name != "" && a.home.strong && !its && !party {
		place = a.home.name
	}
	switch {
	case central && !bare:
		name, vi = "Party Central Committee", "Trung ương"
	case place != "":
		text := a.placeText(place)
		kind, committee := "Provincial", "Tỉnh ủy"
		if p := a.placePart(place, ""); p.level == "thanh" {
			kind, committee = "City", "Thành ủy"
			text = strings.TrimSuffix(text, " City")
		}
		name, vi = text+" "+kind+" Party Committee", committee+" "+place
	case board && !its:
		name, vi = "Party Central Committee", "Trung ương"
	default:
		return "", ""
	}
	switch {
	case bare, party:
	case strings.HasPrefix(b.core.value, "Ban Thường vụ"):
		vi = "Ban Thường vụ " + vi
	case b.core.value == "Văn phòng" && vi == "Trung ương":
		vi = "Văn phòng Trung ương Đảng"
	case b.core.value != "" && b.core.value != "ủy":
		vi = b.core.value + " " + vi
	default:
		vi = ""
	}
	return name, vi
}

// englishWords is text with the place that it leaves out put before or after
// the word that asks for it: "Provincial …", "… of the province".
func (a *analysis) englishWords(from, to, needs int, place string) string {
	if needs < from || needs >= to || place == "" {
		return clean(a.str(from, to))
	}
	rest := a.str(needs, to)
	if strings.HasSuffix(place, " City") {
		if h, ok := a.hitAt(needs, "placeword"); ok && h.value == "thanh" {
			rest = a.str(h.to, to) // "the city People's Council" of Ho Chi Minh City
		}
	}
	return clean(a.str(from, needs) + " " + place + " " + rest)
}

// vietnamese is the canonical Vietnamese label of an English office, and its body.
func (a *analysis) vietnamese(r *reading, place string) (label, body string) {
	b := &r.body
	row := a.pack.titles[r.title]
	foreign := (b.place.list == "country" || b.place.list == "adjective") && place != "Việt Nam"
	if row.takes == "ambassador" {
		return a.ambassador(row, b), ""
	}
	if foreign && b.known.value == "Quốc hội" {
		title := a.viTitle(r, "Quốc hội")
		return title + " Quốc hội " + place, "Quốc hội " + place
	}
	switch row.takes {
	case "self", "statepres", "gensec", "foreignminister", "president", "vicepresident", "inspector", "foreign":
		if foreign && b.known.to == 0 && b.core.to == 0 {
			return foreignTitle(row.en) + " " + place, place
		}
		switch {
		case row.takes == "president" && b.core.to == 0 && b.known.to == 0 && a.ofState(b):
			return "Chủ tịch nước", ""
		case row.takes == "vicepresident" && b.core.to == 0 && b.known.to == 0 && a.ofState(b):
			return "Phó Chủ tịch nước", ""
		case row.takes == "president" || row.takes == "vicepresident":
		case row.takes == "foreign":
		case row.takes == "gensec" && b.place.list == "province" && b.known.to == 0:
			body = a.partyBody(place)
			return "Bí thư " + body, body // "the Ha Nam Party chief"
		case row.takes == "gensec" && b.known.value == "Quốc hội":
			return "Tổng Thư ký Quốc hội", "Quốc hội"
		default:
			return row.en, ""
		}
	case "minister", "deputyminister":
		if m, ok := a.ministry(r); ok {
			if strings.HasPrefix(m, "Văn phòng") || strings.HasPrefix(m, "Ủy ban") {
				return map[string]string{"minister": "Bộ trưởng, Chủ nhiệm ", "deputyminister": "Thứ trưởng, Phó Chủ nhiệm "}[row.takes] + m, m
			}
			if foreign {
				return row.en + " " + m + " " + place, m + " " + place
			}
			return row.en + " " + m, m
		}
		if foreign {
			return row.en + " " + a.rest(b) + " " + place, place
		}
		return strings.TrimSpace(row.en + " " + a.rest(b)), ""
	}
	body = a.viBody(r, place)
	if row.takes == "secretary" && b.place.list == "province" && b.core.to == 0 && b.known.to == 0 || row.takes == "secretary" && b.needs > 0 && place != "" && body == "" {
		body = a.partyBody(place) // "Provincial Party Secretary"
	}
	title := a.viTitle(r, body)
	if body == "" {
		return strings.TrimSpace(title + " " + a.rest(b)), ""
	}
	return title + " " + body, body
}

// ofState tells whether nothing but a country stands with a title.
func (a *analysis) ofState(b *bodyText) bool {
	for i := b.after; b.after > 0 && i < b.afterTo && i < b.after+2; i++ {
		if h, ok := a.hitAt(i, "country"); ok && h.to == b.afterTo {
			return true // "President of the Socialist Republic of Vietnam"
		}
	}
	return b.after == 0 || b.afterTo-b.after <= 3 && b.known.to == 0 && b.place.to == b.afterTo || b.afterTo-b.after <= 2
}

// foreignTitle is the title that a foreign holder of a Vietnamese one has.
func foreignTitle(vi string) string {
	switch vi {
	case "Thủ tướng Chính phủ":
		return "Thủ tướng"
	case "Phó Thủ tướng Chính phủ":
		return "Phó Thủ tướng"
	case "Chủ tịch nước":
		return "Chủ tịch nước"
	case "Chủ tịch":
		return "Tổng thống"
	case "Phó Chủ tịch":
		return "Phó Tổng thống"
	}
	return vi
}

// rest is the words of a body that no table knows, as written.
func (a *analysis) rest(b *bodyText) string {
	if b.meant.to > 0 {
		return clean(a.str(b.meant.from, b.meant.to))
	}
	if b.after > 0 {
		return clean(a.str(b.after, b.afterTo))
	}
	return clean(a.str(b.before, b.beforeTo))
}

// ministry finds the ministry of "Minister of Finance", "Finance Minister".
func (a *analysis) ministry(r *reading) (string, bool) {
	b := &r.body
	name := a.rest(b)
	name = strings.TrimPrefix(strings.TrimPrefix(name, "the "), "of ")
	if strings.HasPrefix(strings.ToLower(name), "ministry") {
		return a.pack.bodyNamed(name)
	}
	if m, ok := a.pack.bodyNamed("Ministry of " + name); ok {
		return m, true
	}
	if h, ok := a.hitAt(b.before, "portfolio"); ok && h.to == b.beforeTo && h.value != "" {
		return h.value, true
	}
	return a.pack.bodyNamed(name)
}

// viBody is the Vietnamese name of an English body with its place.
func (a *analysis) viBody(r *reading, place string) string {
	b := &r.body
	foreign := (b.place.list == "country" || b.place.list == "adjective") && place != "Việt Nam" && place != ""
	if b.known.to > 0 && foreign && b.core.to == 0 && !strings.Contains(b.known.value, place) {
		return b.known.value + " " + place
	}
	if b.known.to > 0 && (b.core.to == 0 || b.known.to-b.known.from > b.core.to-b.core.from && b.place.list != "province" && b.needs == 0) {
		return b.known.value
	}
	if b.core.to == 0 {
		if t := r.base.takes; b.place.list == "province" && (t == "head" || t == "deputy" || t == "standing") && b.after > 0 && b.place.to == b.afterTo && b.place.from <= b.after+1 {
			return "Ủy ban nhân dân " + a.placePart(place, "").words // "Chairman of Hanoi"
		}
		return ""
	}
	level := b.needsLevel
	if b.place.list == "province" {
		level = a.placePart(place, "").level
	} else if b.place.list == "district" {
		level = "huyen"
	}
	party := map[string]string{"thanh": "Thành ủy", "huyen": "Huyện ủy", "xa": "Đảng ủy"}[level]
	if party == "" {
		party = "Tỉnh ủy"
	}
	partyPlace := place
	if place == "Hồ Chí Minh" {
		partyPlace = "Thành phố Hồ Chí Minh"
	}
	of := func(s, p string) string { return strings.TrimSpace(s + " " + p) }
	switch v := b.core.value; {
	case v == "ủy":
		return of(party, partyPlace)
	case strings.HasPrefix(v, "Ban Thường vụ"):
		return of("Ban Thường vụ "+party, partyPlace)
	case strings.HasPrefix(v, "Ban ") || v == "Ủy ban Kiểm tra" || v == "Văn phòng" && level != "":
		return of(v+" "+party, partyPlace)
	case place == "" && b.known.to-b.known.from >= b.core.to-b.core.from:
		return b.known.value
	case place == "":
		return v
	case level == "huyen":
		return v + " huyện " + place
	default:
		return v + " " + a.placePart(place, "").words
	}
}

// viTitle is the Vietnamese title of an English one, by the body it governs.
func (a *analysis) viTitle(r *reading, body string) string {
	row := a.pack.titles[r.title]
	if body == "" {
		return row.en
	}
	head := a.pack.holder(body)
	switch row.takes {
	case "head", "president":
		return head
	case "deputy", "vicepresident":
		return deputyOf(head)
	case "standing":
		if strings.HasPrefix(head, "Trưởng") || strings.HasPrefix(head, "Chánh") {
			return deputyOf(head)
		}
		return deputyOf(head) + " Thường trực"
	case "standingmember":
		if body == "Ban Bí thư" {
			return "Thường trực"
		}
		return "Ủy viên Thường trực"
	}
	return row.en
}

// deputyOf is the title of the deputy of a head.
func deputyOf(head string) string {
	if head == "Bộ trưởng" {
		return "Thứ trưởng"
	}
	if head == "Bộ trưởng, Chủ nhiệm" {
		return "Phó Chủ nhiệm"
	}
	return "Phó " + head
}
