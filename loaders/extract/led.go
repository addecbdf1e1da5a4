package extract

import "strings"

// ledBody is the body just set up or elected of which the sentence says who
// leads it: "thành lập Hội đồng …, do ông A làm Chủ tịch", "bầu Ủy ban Kiểm tra
// gồm 11 người; ông A làm Chủ nhiệm". The list "led_bodies" tells what bodies
// the holders of a title lead.
func (a *analysis) ledBody(o int) []part {
	off := &a.offices[o]
	r := &off.read
	var heads string
	for _, e := range a.pack.Lists["led_bodies"] {
		if e.Surface == family(r.title) {
			heads = e.Value
		}
	}
	if heads == "" || off.from == 0 || off.from > len(a.tokens) {
		return nil
	}
	h, ok := a.hitAt(off.from-1, "leading_verbs")
	if !ok || h.to != off.from {
		return nil
	}
	sentence := a.tokens[off.from].sentence
	for k := a.seenBefore(off.from) - 1; k >= 0; k-- {
		s := a.seen[k]
		if sentence-a.tokens[s.from].sentence > 1 {
			return nil
		}
		for _, head := range strings.Split(heads, ";") {
			if a.pack.headedBy(s.parts[0].words, head) && !strings.HasPrefix(s.parts[0].words, "Ủy ban nhân dân") {
				return s.parts
			}
		}
	}
	return nil
}

// countedBody is the body that has several of an office, where the office
// leaves it out: "UBND tỉnh hiện có 5 phó chủ tịch", "UBND tỉnh có Chủ tịch A và
// các Phó Chủ tịch B, C".
func (a *analysis) countedBody(o int) []part {
	off := &a.offices[o]
	for k := off.from - 1; k > 0 && k > off.from-maxCounted && !a.crosses(k, off.from+1); k-- {
		h, ok := a.hitAt(k, "having_words")
		if !ok || h.to > off.from || a.startOf[h.to] == 0 && a.tokens[h.to].kind != number {
			continue
		}
		if parts := a.bodyEndingAt(k); parts != nil {
			return off.read.suited(parts)
		}
	}
	return nil
}

// maxCounted bounds the tokens between "có" and the last office that a body is said
// to have.
const maxCounted = 60

// sentTo is the body to which somebody is sent to hold an office there: "điều
// động về Sở Nội vụ làm Phó Giám đốc".
func (a *analysis) sentTo(o int) []part {
	off := &a.offices[o]
	for back := 1; back <= 2 && back < off.from; back++ {
		h, ok := a.hitAt(off.from-back, "leading_verbs")
		if !ok || h.to != off.from {
			continue
		}
		for k := h.from - 1; k > 0 && k > h.from-10; k-- {
			if g, ok := a.hitAt(k, "posting_words"); ok && a.endsBody(g.to, h.from) {
				return off.read.suited(a.bodyEndingAt(h.from))
			}
		}
	}
	return nil
}

// endsBody tells whether a body takes up the tokens between two.
func (a *analysis) endsBody(from, to int) bool {
	r := &reading{base: &a.untitled}
	return from < to && !a.crosses(from, to) && a.readParts(from, r) == to && len(r.parts) > 0 && !r.parts[0].bare
}

// bodyEndingAt is the body whose name ends before token end, or nil.
func (a *analysis) bodyEndingAt(end int) []part {
	for k := max(1, end-12) - 1; k < end; k++ {
		_, head := a.hitAt(k, "head")
		_, body := a.hitAt(k, "body")
		_, local := a.hitAt(k, "localbody")
		if !head && !body && !local || a.tokens[k].capital == lower || a.crosses(k, end+1) {
			continue
		}
		r := &reading{base: &a.untitled}
		if a.readParts(k, r) == end && len(r.parts) > 0 && !r.parts[0].bare {
			return r.parts
		}
	}
	return nil
}

// suited is a body if it is one that has such an office: a secretary is one of
// a party committee, a chairman of anything else.
func (r *reading) suited(parts []part) []part {
	if len(parts) == 0 || parts[0].kind != headPart && parts[0].kind != bodyPart {
		return nil
	}
	if r.base.takes == "party" {
		for i, p := range parts {
			if p.head != nil && boards(p) && p.head.kind != "btv" && p.head.kind != "bch" {
				return parts[i:] // "Thường trực Thành ủy có Bí thư A và 4 Phó Bí thư"
			}
		}
		return nil
	}
	if boards(parts[0]) {
		return nil
	}
	return parts
}

// siblingBody is the body of an office of the same family that the sentence names,
// or the one before it where the office is one of several: "Chủ tịch Hội Luật gia
// tỉnh là ông A. Các Phó Chủ tịch gồm ông B và ông C".
func (a *analysis) siblingBody(o int) []part {
	off := &a.offices[o]
	f := family(off.read.title)
	near := func(k int) []part {
		r := &a.offices[k].read
		if r.elliptic() || family(r.title) != f || r.title == off.read.title || r.base.takes != off.read.base.takes {
			return nil
		}
		return r.parts
	}
	s := a.tokens[off.from].sentence
	for k := o - 1; k >= 0; k-- {
		t := a.tokens[a.offices[k].from].sentence
		deputy := several(off.read.title) && !several(a.offices[k].read.title)
		if t != s && !(deputy && t == s-1 && (off.read.plural || a.sentences[t].paragraph == a.sentences[s].paragraph)) {
			break
		}
		if p := near(k); p != nil {
			return p
		}
	}
	for k := o + 1; !off.read.plural && k < len(a.offices) && a.tokens[a.offices[k].from].sentence == s; k++ {
		if p := near(k); p != nil {
			return p
		}
	}
	return nil
}

// councilBefore is the people's committee or council that the sentence names before
// a chairman right before his name: "Văn phòng UBND tỉnh cho biết, Chủ tịch A đã ký".
func (a *analysis) councilBefore(o int) []part {
	off := &a.offices[o]
	if n := a.names[a.owner[o]]; n.outFrom > off.from || n.from < off.to {
		return nil
	}
	k := search(a.seenLocal, off.from, (*seenBody).begins) - 1
	if k < 0 || a.crosses(a.seenLocal[k].from, off.from+1) {
		return nil
	}
	if k > 0 && !a.crosses(a.seenLocal[k-1].from, off.from+1) && a.seenLocal[k-1].parts[0].words != a.seenLocal[k].parts[0].words {
		return nil // "Thay mặt UBND tỉnh báo cáo HĐND tỉnh, Phó Chủ tịch A …"
	}
	if p := a.seenLocal[k].parts; a.everywhere(p[0].head) {
		return p
	}
	return nil
}

// leadsUnknown tells whether somebody is said to lead what stands before "do", and
// the tables know no body there: "Doanh nghiệp … do ông A làm Giám đốc".
func (a *analysis) leadsUnknown(o int) bool {
	n, off := a.names[a.owner[o]], &a.offices[o]
	if n.to > off.from || n.outFrom == 0 || len(off.read.parts) > 0 || off.read.base.takes != "body" {
		return false
	}
	if v, ok := a.hitAt(off.from-1, "leading_verbs"); !ok || v.to != off.from {
		return false
	}
	h, ok := a.hitAt(n.outFrom-1, "by_words")
	return ok && h.to == n.outFrom && !a.crosses(h.from, off.to)
}

// ministryOfField is the ministry of the field that the sentence names before a
// minister: "Tại hội nghị của ngành y tế, Bộ trưởng A nói".
func (a *analysis) ministryOfField(o int) []part {
	off := &a.offices[o]
	for k := off.from - 1; k > 0 && k > off.from-40 && !a.crosses(k, off.from+1); k-- {
		h, ok := a.hitAt(k, "field_words")
		if !ok {
			continue
		}
		s, ok := a.hitAt(h.to, "sector")
		if !ok {
			return nil
		}
		b := a.pack.bodies["Bộ "+upperFirst(clean(a.str(s.from, s.to)))]
		if b == nil {
			return nil
		}
		return []part{{kind: bodyPart, words: b.name}}
	}
	return nil
}
