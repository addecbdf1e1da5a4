package extract

import "strings"

// shareBodies gives the offices of a chain that leave out their body that of
// the office after them: "Phó Chủ tịch, Tổng Thư ký Hội Luật gia Việt Nam",
// "Bí thư Đảng ủy, Giám đốc Công an tỉnh".
func (a *analysis) shareBodies() {
	for o := len(a.offices) - 2; o >= 0; o-- {
		off, next := &a.offices[o], &a.offices[o+1]
		if a.owner[o] < 0 || a.owner[o] != a.owner[o+1] || next.from-off.to > 3 || next.read.base.takes == "bo" && !a.ministryBoard(off.read.parts) || a.crosses(off.from, next.to) {
			continue
		}
		body := a.sharedBody(next.read.parts)
		if body == nil {
			continue
		}
		r := &off.read
		switch {
		case len(r.parts) == 0:
			if r.base.takes == "body" && !boards(body[0]) {
				r.parts = body
			}
		case a.leansOn(r.parts[len(r.parts)-1], body[0]):
			r.parts = append(r.parts[:len(r.parts):len(r.parts)], body...)
			r.parts[len(r.parts)-len(body)-1].bare = false
		}
	}
}

// ministryBoard tells whether a chain is only a party board inside a ministry
// that the next office names: "Ủy viên Ban Cán sự đảng, Thứ trưởng Bộ Y tế".
func (a *analysis) ministryBoard(parts []part) bool {
	return len(parts) == 1 && a.inner(parts[0])
}

// sharedBody is the body of a chain that the offices before it share: without
// the party committee or the board inside that body.
func (a *analysis) sharedBody(parts []part) []part {
	for len(parts) > 1 && a.inner(parts[0]) {
		parts = parts[1:]
	}
	if len(parts) == 0 || parts[0].bare || parts[0].kind != headPart && parts[0].kind != bodyPart {
		return nil
	}
	if a.inner(parts[0]) {
		return nil
	}
	return parts
}

// inner tells whether a part is a committee, a board or an office without the
// body that it is in.
func (a *analysis) inner(p part) bool {
	for _, e := range a.pack.Lists["inner_bodies"] {
		if strings.EqualFold(e.Surface, p.words) {
			return true
		}
	}
	return false
}

// boards tells whether a part is a party committee, whose offices have titles
// of their own.
func boards(p part) bool {
	if p.head == nil {
		return false
	}
	switch p.head.kind {
	case "tinhuy", "thanhuy", "huyenuy", "danguy", "btv", "bch", "partyboard", "dangbo":
		return true
	}
	return false
}

// leansOn tells whether a part that ends a chain is one of the body after it:
// the party committee of a police force, the office of a people's committee.
func (a *analysis) leansOn(p, body part) bool {
	if !a.inner(p) || boards(body) {
		return false
	}
	if p.head != nil && p.head.kind == "danguy" && body.head != nil && (body.head.kind == "people" || body.head.kind == "front") {
		return false // of the commune itself
	}
	for _, e := range a.pack.Lists["party_boards"] {
		if strings.EqualFold(e.Surface, body.words) {
			return false
		}
	}
	return true
}

// bodyAfterJoin is the body of the next office of the same holder, or of the
// one that "và" joins: "Phó Chủ tịch, Tổng Thư ký Ủy ban …", "Chủ tịch và Phó
// Chủ tịch UBND huyện".
func (a *analysis) bodyAfterJoin(o int) []part {
	if o+1 >= len(a.offices) || a.crosses(a.offices[o].from, a.offices[o+1].to) {
		return nil
	}
	to, next := a.offices[o].to, &a.offices[o+1]
	if next.read.elliptic() || next.from-to > 2 || next.read.base.takes == "bo" || next.read.base.takes == "btv" {
		return nil
	}
	h, and := a.hitAt(to, "and")
	if and && h.to == next.from || a.owner[o] >= 0 && a.owner[o] == a.owner[o+1] {
		return next.read.parts
	}
	return nil
}
