package extract

import "strings"

// nicknames are the bodies that the text names in full with a short name in
// brackets behind, by that name: "Tập đoàn Hóa chất Hừng Đông (Hungchem)".
func (a *analysis) nicknames() map[string]part {
	var out map[string]part
	for i := 2; i+2 < len(a.tokens); i++ {
		if a.tokens[i].r != '(' || a.tokens[i+2].r != ')' || a.tokens[i+1].kind != word || a.tokens[i+1].capital == lower || a.tokens[i+1].end-a.tokens[i+1].start < 3 || a.crosses(i-1, i+3) {
			continue
		}
		if p, ok := a.companyBefore(i); ok {
			if out == nil {
				out = map[string]part{}
			}
			out[a.str(i+1, i+2)] = p
		}
	}
	return out
}

// companyBefore is the company or the like whose name of three words or more ends
// before token i.
func (a *analysis) companyBefore(i int) (part, bool) {
	for back := 16; back >= 3; back-- {
		k := i - back
		if k < 0 || a.tokens[k].capital == lower || a.crosses(k, i) {
			continue
		}
		h, ok := a.hitAt(k, "head")
		if !ok || a.pack.heads[h.value].kind != "company" {
			continue
		}
		if p, to, ok := a.readPart(k, &reading{}); ok && to == i && !p.bare {
			return p, true
		}
	}
	return part{}, false
}

// unfold writes the full name of a body for the short one that an office has:
// "Chủ tịch Hungchem", "Chủ tịch Tập đoàn Hungchem".
func (a *analysis) unfold(o *office, names map[string]part) {
	if len(o.read.parts) == 0 {
		return
	}
	p := &o.read.parts[len(o.read.parts)-1]
	short := p.words
	switch {
	case p.kind == bodyPart && p.written != "" && len(o.read.parts) == 1:
		short = p.written[strings.LastIndexByte(p.written, ' ')+1:]
	case p.kind != headPart:
		return
	}
	if p.head != nil && p.head.kind == "company" && len(short) > len(p.head.name) {
		short = short[len(p.head.name)+1:]
	}
	full, ok := names[short]
	if !ok {
		return
	}
	written := p.words
	if p.written != "" {
		written = p.written
	}
	parts := append([]part(nil), o.read.parts...)
	parts[len(parts)-1] = part{kind: full.kind, head: full.head, words: full.words, written: written}
	o.read.parts = parts
}
