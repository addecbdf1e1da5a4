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
			if headed(s.parts[0].words, head) && !strings.HasPrefix(s.parts[0].words, "Ủy ban nhân dân") {
				return s.parts
			}
		}
	}
	return nil
}

// countedBody is the body that has several of an office, where the office
// leaves it out: "UBND tỉnh hiện có 5 phó chủ tịch".
func (a *analysis) countedBody(o int) []part {
	off := &a.offices[o]
	if !off.read.plural || off.read.base.takes != "body" || off.from < 3 || a.tokens[off.from-1].kind != number {
		return nil
	}
	end := -1
	for back := 2; back <= 4 && back <= off.from; back++ {
		if h, ok := a.hitAt(off.from-back, "having_words"); ok && h.to == off.from-1 {
			end = h.from
		}
	}
	for k := max(1, end-9); k < end; k++ {
		if _, ok := a.hitAt(k, "head"); !ok || a.tokens[k].capital == lower || a.crosses(k, off.from) {
			continue
		}
		r := &reading{base: &a.untitled}
		if a.readParts(k, r) == end && len(r.parts) > 0 {
			return r.parts
		}
	}
	return nil
}
