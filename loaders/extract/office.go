package extract

// partKind says what a part of an office's body is.
type partKind uint8

const (
	headPart    partKind = iota // a head word with what it governs: Sở Nội vụ
	bodyPart                    // a body of bodies.tsv
	levelPart                   // tỉnh, thành phố … with no name
	placePart                   // tỉnh Ninh Bình, Ninh Bình
	countryPart                 // Lào
	centralPart                 // Trung ương
)

// part is one link of the chain of bodies and places after a title.
type part struct {
	kind    partKind
	words   string // canonical, level word included
	written string // as written, where that differs
	head    *headRow
	level   string // tinh, thanh, huyen, xa, foreign
	place   string // canonical name of a place or country
	bare    bool   // an open head with nothing after it
}

// reading is an office as its words give it, before the context completes it.
type reading struct {
	title   string // canonical, with modifiers, without the head that a joined title takes
	written string // the title as written, abbreviations written out
	base    *titleRow
	at      int // token of the title
	parts   []part
	plural  bool     // a title for several: "các Phó Chủ tịch"
	body    bodyText // of an English office
	lead    string   // "Deputy" before the field of a minister
}

// readOffice reads the office that starts at token i.
func (a *analysis) readOffice(i int) (office, bool) {
	if a.pack.Code == "en" {
		return a.readEnglishOffice(i)
	}
	o := office{from: i, person: -1}
	for n := 0; n < 2; n++ {
		if h, ok := a.hitAt(i, "former"); ok {
			o.former = true
			o.list = h.value == "list"
			i = h.to
		} else if h, ok := a.hitAt(i, "acting"); ok {
			o.acting = true
			i = h.to
		}
	}
	h, ok := a.hitAt(i, "title")
	if !ok || a.tokens[i].skip {
		return o, false
	}
	if a.titleOverlaps(h) || a.inPost(h) {
		return o, false
	}
	if g, ok := a.hitAt(i, "nooffice"); ok && g.to > h.to {
		return o, false // "tư lệnh ngành"
	}
	if i > 0 {
		if g, ok := a.hitAt(i-1, "notperson"); ok && g.to >= h.to {
			return o, false // "Hồ Chủ tịch"
		}
	}
	t := a.pack.titles[h.value]
	if g, ok := a.hitAt(i, "head"); ok && t.abroad && g.to > h.to {
		return o, false // "Đại sứ Quán Trung Quốc"
	}
	r := reading{at: i, base: t, title: t.name, written: a.written(h)}
	j := h.to
	if t.takes == "join" {
		if _, ok := a.hitAt(j, "head"); !ok {
			return o, false
		}
	} else {
		j = a.readModifiers(j, &r)
	}
	switch t.takes {
	case "btv", "uvtw":
		r.title, r.written = "Ủy viên", "Ủy viên"
		if t.takes == "btv" {
			r.parts = append(r.parts, part{kind: headPart, head: a.pack.heads["Ban Thường vụ"], words: "Ban Thường vụ"})
		} else {
			r.parts = append(r.parts, part{kind: centralPart, words: "Trung ương Đảng"})
		}
		j = a.readParts(j, &r)
	case "join":
		j = a.readJoined(j, &r)
	case "bo", "cuc", "vu", "tongcuc", "chicuc":
		j = a.readSector(j, &r)
	default:
		j = a.readParts(j, &r)
		if len(r.parts) == 0 && (t.takes == "body" || t.takes == "must") {
			j = a.readLoose(j, &r)
		}
	}
	if _, ok := a.hitAt(h.to, "notperson"); ok && len(r.parts) == 1 && r.parts[0].kind == placePart {
		return o, false // "Chủ tịch Hồ Chí Minh"
	}
	if len(r.parts) == 0 && t.takes != "self" && a.tokens[i].capital == lower && h.to-h.from < 2 {
		return o, false
	}
	if r.base.name == "Trưởng" && len(r.parts) == 1 && r.parts[0].bare && r.parts[0].words == "Đoàn" {
		return o, false // who leads one delegation holds no office
	}
	if m, ok := a.hitAt(j, "modifier"); ok && len(r.parts) > 0 && !a.crosses(i, m.to) && a.tokens[j].capital == lower {
		j = m.to // "các Phó ban Kinh tế Trung ương chuyên trách"
	}
	if t.takes == "dbqh" {
		j = a.readDeputation(j, &r)
	}
	if t.takes == "dbqh" && fold(a.str(h.from, h.to)) == "dai bieu" && !a.delegate(&r) {
		return o, false // of a congress, not of the Assembly
	}
	o.to, o.read = j, r
	return o, true
}

// readLoose reads a body without a head word after a title: a field (Tư lệnh
// Hải quân), one behind a comma (Vụ trưởng, Ban Tổ chức Trung ương), initials.
func (a *analysis) readLoose(j int, r *reading) int {
	if s, ok := a.hitAt(j, "sector"); ok && !a.crosses(j-1, s.to) && (a.tokens[j].capital != lower || s.to-j > 1) {
		if _, name := a.nameAt(j); !name {
			to := a.run(j, s.to, true)
			r.parts = append(r.parts, part{kind: headPart, words: clean(a.str(j, to))})
			return a.readParts(to, r)
		}
	}
	return a.readInitials(j, r)
}

// readInitials takes a body that is named by its initials (Chủ tịch PVN), or
// words that stand before a head (Giám đốc Marketing Tập đoàn …).
func (a *analysis) readInitials(j int, r *reading) int {
	if j >= len(a.tokens) || a.crosses(j-1, j+1) || a.tokens[j].kind != word || a.tokens[j].capital == lower {
		return j
	}
	for _, h := range a.hitsAt(j) {
		if h.list == "title" || h.list == "honorific" || h.list == "rank" || h.list == "former" {
			return j
		}
	}
	t := a.tokens[j]
	caps := t.capital == all && t.end-t.start > 2 && a.tokens[r.at].capital != all
	k := j + 1
	for caps && k < len(a.tokens) && a.tokens[k].kind == word && a.tokens[k].capital == all && !a.crosses(j, k+1) && !a.startOfOther(k) && !a.startOfTitle(k) && !a.startsPart(k) {
		k++ // "BAC A BANK", "SOM ASEAN"
	}
	if to := a.brandRun(j); !caps && to > j {
		r.parts = append(r.parts, part{kind: headPart, words: clean(a.str(j, to))})
		return a.readParts(to, r)
	}
	if !caps && a.apposed(r.at) {
		if to, ok := a.companyName(j); ok {
			r.parts = append(r.parts, part{kind: headPart, words: clean(a.str(j, to))})
			return a.readParts(to, r)
		}
	}
	if !caps {
		if _, ok := a.nameAt(j); ok {
			return j
		}
		for k < j+3 && k < len(a.tokens) && a.tokens[k].kind == word && !a.headAt(k) {
			k++
		}
		if k >= len(a.tokens) || !a.headAt(k) || a.crosses(j, k+1) {
			return j
		}
	}
	r.parts = append(r.parts, part{kind: headPart, words: clean(a.str(j, k))})
	return a.readParts(k, r)
}

// readDeputation passes over the delegation of a deputy, "đại biểu Đoàn Sơn La".
func (a *analysis) readDeputation(j int, r *reading) int {
	h, ok := a.hitAt(j, "head")
	if !ok || a.pack.firstHead(h.value) != "Đoàn" || a.crosses(j-1, h.to) {
		return j
	}
	p, to, ok := a.readPart(h.to, r)
	if ok && (p.kind == placePart || p.kind == levelPart) {
		return to
	}
	return j
}

// titleOverlaps tells whether a longer title begins inside the one found:
// "chức vụ Phó Chủ tịch" holds no "Vụ phó".
func (a *analysis) titleOverlaps(h hit) bool {
	for i := h.from + 1; i < h.to; i++ {
		if g, ok := a.hitAt(i, "title"); ok && g.to > h.to {
			return true
		}
	}
	return false
}

// inPost tells whether a title only seems to begin in a word for a post: "giữ
// chức vụ trưởng phòng".
func (a *analysis) inPost(h hit) bool {
	if h.from == 0 || h.to-h.from < 2 || a.tokens[h.from].capital != lower {
		return false
	}
	p, ok := a.hitAt(h.from-1, "post_words")
	if !ok || p.to != h.from+1 {
		return false
	}
	_, joins := a.hitAt(h.from+1, "title")
	g, head := a.hitAt(h.to, "head")
	return joins && head && a.pack.firstHead(g.value) != "Vụ"
}

// written is a title as the text has it, abbreviations written out.
func (a *analysis) written(h hit) string {
	for i := h.from; i < h.to; i++ {
		if t := a.tokens[i]; t.kind == word && t.capital == all && t.end-t.start > 1 && a.tokens[h.from].capital == all && h.to-h.from <= 2 {
			return h.value
		}
	}
	if a.tokens[h.to-1].capital == all {
		return h.value // TỔNG BÍ THƯ, Phó TGĐ
	}
	return clean(a.str(h.from, h.to))
}

// readModifiers takes what narrows a title: Thường trực, chuyên trách.
func (a *analysis) readModifiers(j int, r *reading) int {
	if j+2 < len(a.tokens) && a.tokens[j].r == '(' && a.tokens[j+1].capital == all && a.tokens[j+2].r == ')' && a.hasTitle(j+1) {
		j += 3 // "Tổng Giám đốc (TGĐ) Đài …"
	}
	for {
		h, ok := a.hitAt(j, "modifier")
		if !ok || a.crosses(h.from-1, h.to) {
			return j
		}
		word := clean(a.str(h.from, h.to))
		if h.value == "-" {
			j = h.to // says how, not what: "kiêm nhiệm"
			continue
		}
		if h.value != "" {
			word = h.value
		}
		if _, field := a.hitAt(h.from, "charge_words"); field && h.to < len(a.tokens) && a.lowerWord(h.to) && !a.startsPart(h.to) {
			for k := h.to; k < h.to+5 && k < len(a.tokens) && !a.crosses(j, k+1); k++ {
				if _, ok := a.nameAt(k); ok {
					return k // "Phó Chủ tịch phụ trách đô thị Trần Văn A"
				}
				if !a.lowerWord(k) {
					break
				}
			}
			return j // "Phó Chủ tịch phụ trách mảng đô thị": a Phó Chủ tịch
		}
		r.title += " " + word
		r.written += " " + word
		j = h.to
	}
}

// lowerWord tells whether a small word stands at token i.
func (a *analysis) lowerWord(i int) bool {
	return a.tokens[i].kind == word && a.tokens[i].capital == lower
}

// startsPart tells whether a body or a place can begin at token i.
func (a *analysis) startsPart(i int) bool {
	for _, h := range a.hitsAt(i) {
		switch h.list {
		case "head", "body", "localbody", "level":
			return true
		}
	}
	return false
}

func (a *analysis) hasTitle(i int) bool {
	_, ok := a.hitAt(i, "title")
	return ok
}

// readJoined reads a title that needs the head of its body: Trưởng + Ban ….
func (a *analysis) readJoined(j int, r *reading) int {
	h, _ := a.hitAt(j, "head")
	first := a.pack.firstHead(h.value)
	head := a.pack.heads[h.value]
	// "Phó Trưởng ban Thường trực Ban Chỉ đạo": the modifier parts head and body
	if first == h.value {
		if m, ok := a.hitAt(h.to, "modifier"); ok && m.value == "-" {
			if to := a.readParts(m.to, r); len(r.parts) > 0 {
				return to
			}
			a.readParts(j, r)
			return m.to // "ba Phó ban kiêm nhiệm gồm …"
		} else if ok {
			r.title += " " + head.name + " " + clean(a.str(m.from, m.to))
			r.written = r.title
			if s, ok := a.hitAt(m.to, "sector"); ok && a.tokens[m.to].capital != lower {
				to := a.run(m.to, s.to, true)
				r.parts = append(r.parts, part{kind: headPart, head: head, words: clean(a.str(m.to, to))})
				return a.readParts(to, r)
			}
			return a.readParts(m.to, r)
		}
		if g, ok := a.hitAt(h.to, "head"); ok && a.pack.firstHead(g.value) == h.value {
			// "Trưởng ban Ban Tuyên giáo"
			j = h.to
		}
	}
	return a.readParts(j, r)
}

// readSector reads what follows Bộ trưởng, Cục trưởng: the body's head may be
// left out ("Bộ trưởng Tài chính").
func (a *analysis) readSector(j int, r *reading) int {
	if s, ok := a.hitAt(j, "sector"); ok && (a.tokens[j].capital != lower || s.to-j > 1 && (r.base.takes != "bo" || a.ministrys(s))) {
		name := a.pack.value("field_heads", r.base.takes)
		to := a.run(j, s.to, true)
		p := part{kind: headPart, head: a.pack.heads[name], words: name + " " + upperFirst(clean(a.str(j, to)))}
		if b, ok := a.pack.bodies[p.words]; ok {
			p.words = b.name
		}
		r.parts = append(r.parts, p)
		j = to
	}
	return a.readParts(j, r)
}

// ministrys tells whether a field in small letters is that of a ministry, named
// before a country or the minister: "thứ trưởng ngoại giao Lào".
func (a *analysis) ministrys(s hit) bool {
	if _, ok := a.pack.bodies["Bộ "+upperFirst(clean(a.str(s.from, s.to)))]; !ok || s.to >= len(a.tokens) || a.crosses(s.from, s.to+1) {
		return false
	}
	return a.capitalAt(s.to)
}

// crosses tells whether a sentence ends between tokens i and j.
func (a *analysis) crosses(i, j int) bool {
	return i < 0 || j > len(a.tokens) || a.tokens[i].sentence != a.tokens[j-1].sentence
}

// firstHead is the head word that a longer head begins with: Ban of "Ban Tổ chức".
func (p *pack) firstHead(head string) string {
	best := head
	for i, r := range head {
		if r == ' ' {
			if _, ok := p.heads[head[:i]]; ok {
				return head[:i]
			}
		}
	}
	return best
}
