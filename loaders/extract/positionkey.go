package extract

import "strings"

// fillOffice fills in the office of a reading: its labels in the language of the
// article and in canonical Vietnamese, its title, body and place. party is the
// party body of an office beside it that an elliptic title takes over.
func (a *analysis) fillOffice(o *office, party, beside []part) {
	r := &o.read
	parts := r.parts
	title := r.title
	switch r.base.takes {
	case "tinh", "thanh", "huyen":
		o.office = a.committeeMember(o, parts, beside)
		return
	case "dbqh":
		o.office = Office{Name: upperFirst(r.written), NameVI: r.base.name, Title: r.base.name, Body: "Quốc hội"}
		if fold(r.written) == "dai bieu" {
			o.office.Name = r.base.name
		}
		return
	case "hdnd":
		p := part{kind: headPart, head: a.pack.heads["Hội đồng nhân dân"], words: "Hội đồng nhân dân"}
		parts = append([]part{p}, parts...)
		if len(parts) == 1 && a.home.strong {
			parts = append(parts, a.localPart(a.home))
		}
		title, r.written = "Đại biểu", "Đại biểu"
	}
	if len(parts) == 0 && len(party) > 0 && r.base.takes != "self" && r.base.takes != "foreign" {
		parts = a.ofParty(title, party)
	}
	if len(parts) == 1 && parts[0].kind == levelPart && a.governorTitle(title) {
		l, _ := a.nearest(o.from, "foreign") // a governor's province is none of the country's
		parts = []part{{kind: placePart, words: strings.TrimSpace(parts[0].words + " " + l.name), place: l.name, level: "foreign"}}
	}
	parts = a.fillPlaces(o.from, parts, beside)
	if len(parts) == 0 {
		for _, b := range beside {
			if b.kind == countryPart {
				parts = []part{b} // "Tổng Bí thư, Chủ tịch Trung Quốc …"
			}
		}
	}
	body := words(parts)
	o.office = Office{Title: title, Body: body, Place: place(parts)}
	if r.base.takes == "join" && len(parts) > 0 && parts[0].head != nil && title == r.base.name {
		o.office.Title = title + " " + a.pack.firstHead(parts[0].head.name)
	} else if r.base.takes == "join" && len(parts) > 0 && parts[0].kind == bodyPart && title == r.base.name {
		o.office.Title = title + " " + a.pack.firstHead(parts[0].words)
	}
	o.office.NameVI = a.canonical(title, body, parts)
	o.office.Name = upperFirst(strings.TrimSpace(r.written + " " + joinParts(parts, true)))
	if len(parts) > 0 && parts[0].kind == placePart && parts[0].words != parts[0].place && strings.Contains(o.office.NameVI, "ủy ") && strings.Contains(title, "Bí thư") {
		o.office.Name = upperFirst(r.written + strings.TrimPrefix(o.office.NameVI, title)) // "Bí thư Hà Nội"
	}
	if r.base.takes == "self" {
		o.office.Name = o.office.NameVI
		if len(parts) == 0 || o.office.Place == "" {
			o.office.Name, o.office.Title = upperFirst(r.written), r.base.name
		}
		if len(parts) == 1 && parts[0].kind == countryPart && parts[0].place != "Việt Nam" {
			o.office.Name = upperFirst(r.written + " " + joinParts(parts, true))
		}
	}
	if s := a.pack.usual(o.office.NameVI); s != o.office.NameVI {
		o.office.NameVI = s
	}
	if o.acting {
		if h, ok := a.hitAt(o.from, "acting"); ok && h.value != "" {
			o.office.Name = h.value + " " + o.office.Name // "Quyền Chủ tịch"
			o.office.Acting = h.value
		}
	}
}

// governorTitle tells whether a title is one that heads of provinces and cities have
// abroad only.
func (a *analysis) governorTitle(title string) bool {
	return a.pack.listed("governor_titles", title)
}

// ofParty is the body of an elliptic title that a party committee beside it
// tells: a chairman is one of the people's committee of the same place.
func (a *analysis) ofParty(title string, party []part) []part {
	for _, e := range a.pack.Lists["manager_titles"] {
		if strings.HasSuffix(strings.ToLower(title), e.Surface) {
			return nil // of no committee
		}
	}
	if family(title) != "Chủ tịch" {
		return party
	}
	for i, p := range party {
		if p.kind == placePart {
			if row := a.pack.places[p.place]; row != nil {
				p = a.placePart(p.place, "")
			}
			return append([]part{{kind: headPart, head: a.pack.heads["Ủy ban nhân dân"], words: "Ủy ban nhân dân"}, p}, party[i+1:]...)
		}
	}
	return nil
}

// canonical is the label of an office in Vietnamese, one for all wordings.
func (a *analysis) canonical(title, body string, parts []part) string {
	if c := place(parts); c != "" && len(parts) == 1 && parts[0].kind == placePart && (title == "Chủ tịch" || title == "Phó Chủ tịch") {
		body = "Ủy ban nhân dân " + body
	}
	if len(parts) > 0 && parts[0].kind == placePart && (strings.HasPrefix(title, "Bí thư") || strings.HasPrefix(title, "Phó Bí thư")) {
		if party := a.pack.partyName(parts[0]); party != "" {
			p := part{kind: headPart, head: a.pack.heads[party], words: party}
			body = words(append([]part{p}, parts...)) // "Bí thư Hà Nội"
		}
	}
	if len(parts) == 1 && parts[0].kind == countryPart && title == "Chủ tịch" {
		title = "Chủ tịch nước"
	}
	return strings.TrimSpace(title + " " + body)
}

// partyName is the party committee of a place.
func (p *pack) partyName(of part) string {
	if of.level == "huyen" {
		for _, e := range p.Lists["party_committees"] {
			if strings.HasPrefix(of.words, e.Surface+" ") {
				return e.Value
			}
		}
	}
	return p.value("party_committees", of.level)
}

// usual replaces a canonical label by the one that the tables prefer.
func (p *pack) usual(label string) string {
	if v, ok := p.same[strings.ToLower(label)]; ok {
		return v
	}
	return label
}

// committeeMember is Tỉnh ủy viên and its like, of the province that the
// context gives.
func (a *analysis) committeeMember(o *office, parts, beside []part) Office {
	r := &o.read
	out := Office{Name: r.base.name, NameVI: r.base.name, Title: r.base.name}
	name, level := place(parts), r.base.takes
	if b, ok := withLevel(beside, level); ok && name == "" {
		name = b.place
	}
	if name == "" {
		if l, ok := a.nearest(o.from, level); ok {
			name = l.name
		}
	}
	if name != "" {
		out.NameVI += " " + name
		out.Name = out.NameVI
		out.Place = name
		out.Body = a.pack.value("party_committees", level) + " " + name
	}
	return out
}

// fillPlaces gives the bodies of a chain the places that the context knows.
func (a *analysis) fillPlaces(at int, parts, beside []part) []part {
	if len(parts) == 0 {
		return parts
	}
	parts = append([]part(nil), parts...)
	has := false
	for i := range parts {
		p := &parts[i]
		if p.kind == levelPart {
			if b, ok := withLevel(beside, p.level); ok {
				*p = b
			} else if l, ok := a.nearest(at, p.level); ok {
				filled := part{kind: placePart, words: p.words + " " + l.name, place: l.name, level: l.level}
				if row := a.pack.places[l.name]; row != nil {
					filled = a.placePart(l.name, "")
				}
				*p = filled
			} else if i > 0 && parts[i-1].head != nil && (parts[i-1].head.kind == "tinhuy" || parts[i-1].head.kind == "thanhuy") {
				return append(parts[:i:i], parts[i+1:]...)
			}
		}
		if p.kind != headPart {
			has = true
		}
	}
	last := &parts[len(parts)-1]
	if last.kind != headPart || last.head == nil || has && last.head.kind != "tinhuy" && last.head.kind != "thanhuy" {
		return parts
	}
	var levels []string
	switch last.head.kind {
	case "tinhuy":
		levels = []string{"tinh"}
	case "thanhuy":
		levels = []string{"thanh"}
		if p := a.samePlace(at, last.head); p != nil && p[0].level == "thanh" {
			if b, ok := withLevel(beside, "tinh"); ok && b.place != "" || a.home.level != "thanh" {
				return append(parts, p...) // "kỷ luật Ban Thường vụ Thành ủy X và ông A, Bí thư Thành ủy"
			}
		}
	case "people":
		levels = []string{"tinh", "thanh", "huyen", "xa"}
		if !a.everywhere(last.head) {
			levels = levels[:2]
		}
		if b, ok := withLevel(beside, levels...); ok {
			return append(parts, b) // "Bí thư Tỉnh ủy X, Chủ tịch HĐND"
		}
		return append(parts, a.samePlace(at, last.head)...)
	case "huyenuy":
		levels = []string{"huyen"}
	case "so":
		levels = []string{"tinh", "thanh"}
	case "doan":
		levels = []string{"tinh"}
		if strings.HasPrefix(last.words, "Thành") {
			levels = []string{"thanh"}
		}
	case "danguy", "closed":
		if b, ok := withLevel(beside, "xa", "body"); ok {
			return append(parts, b)
		}
		return parts
	case "btv", "bch":
		return a.fillCommittee(at, parts)
	case "partyboard":
		return a.fillCommittee(at, parts)
	default:
		return parts
	}
	if b, ok := withLevel(beside, levels...); ok {
		return append(parts, b)
	}
	if l, ok := a.nearest(at, levels...); ok {
		parts = append(parts, a.localPart(l))
	}
	return parts
}

// everywhere tells whether every level has a body of the head, the communes too.
func (a *analysis) everywhere(h *headRow) bool {
	return h == a.pack.heads["Ủy ban nhân dân"] || h == a.pack.heads["Hội đồng nhân dân"]
}

// samePlace is the place of the body with a head that the text named last, and
// not long, before token at: "HĐND TP Huế họp … ông A, Chủ tịch HĐND".
func (a *analysis) samePlace(at int, head *headRow) []part {
	var out []part
	last := -1
	look := func(from int, parts []part) {
		for i, p := range parts {
			if p.head == head && i+1 < len(parts) && parts[i+1].kind == placePart && from > last {
				out, last = parts[i+1:i+2], from
			}
		}
	}
	k := search(a.seenLocal, at, (*seenBody).begins)
	for k--; k >= 0 && at-a.seenLocal[k].from < maxBack && last < 0; k-- {
		look(a.seenLocal[k].from, a.seenLocal[k].parts)
	}
	o := search(a.offices, at, (*office).begins)
	for o--; o >= 0 && at-a.offices[o].from < maxBack && a.offices[o].from > last; o-- {
		look(a.offices[o].from, a.offices[o].read.parts)
	}
	return out
}

// withLevel is the first place of one of the levels.
func withLevel(places []part, levels ...string) (part, bool) {
	for _, p := range places {
		for _, l := range levels {
			if p.level == l && p.kind == placePart || l == "body" && (p.kind == headPart || p.kind == bodyPart) {
				return p, true
			}
		}
	}
	return part{}, false
}

// fillCommittee adds the Tỉnh ủy to a Ban Thường vụ or a Ban Tổ chức that
// stands alone in an article about a province.
func (a *analysis) fillCommittee(at int, parts []part) []part {
	l, ok := a.nearest(at, "tinh", "thanh")
	if !ok || l != a.home {
		return parts
	}
	name := a.pack.value("party_committees", l.level)
	return append(parts, part{kind: headPart, head: a.pack.heads[name], words: name}, a.localPart(l))
}

func (a *analysis) localPart(l local) part {
	if a.pack.places[l.name] != nil && (l.level == "tinh" || l.level == "thanh") {
		return a.placePart(l.name, "")
	}
	return part{kind: placePart, words: l.name, place: l.name, level: l.level}
}

// words joins the parts; after a party committee the level word of its place
// falls away (Tỉnh ủy Ninh Bình).
func words(parts []part) string { return joinParts(parts, false) }

// joinParts joins the parts in canonical words, or as they are written.
func joinParts(parts []part, written bool) string {
	var b strings.Builder
	for i, p := range parts {
		w := p.words
		if written && p.written != "" {
			w = p.written
		}
		if p.kind == placePart && p.place != "" && i > 0 && parts[i-1].head != nil {
			switch parts[i-1].head.kind {
			case "tinhuy", "thanhuy", "huyenuy", "doan":
				w = p.place
				if p.place == "Hồ Chí Minh" {
					w = "Thành phố Hồ Chí Minh"
				}
			}
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

// place is the last place or country of a chain.
func place(parts []part) string {
	for i := len(parts) - 1; i >= 0; i-- {
		if parts[i].place != "" {
			return parts[i].place
		}
	}
	return ""
}

func upperFirst(s string) string {
	for i, r := range s {
		if i == 0 {
			return strings.ToUpper(string(r)) + s[len(string(r)):]
		}
	}
	return s
}
