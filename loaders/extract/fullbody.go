package extract

import "strings"

// maxBack bounds how far back the full name of "the company" may stand, in tokens.
const maxBack = 300

// fullBody finds the full name of the body for which "the company", "the
// Council" at token k stands: the last one that ends in that word.
func (a *analysis) fullBody(k int) (hit, bool) {
	h, ok := a.hitAt(k, "generic_bodies")
	if !ok || h.to != k+1 {
		return hit{}, false
	}
	if _, ok := a.hitAt(k-1, "article"); !ok {
		return hit{}, false
	}
	name := strings.ToLower(a.str(k, k+1))
	held := hit{} // the body of somebody's office, named last
	for i := k - 1; i > 0 && i > k-maxBack; i-- {
		t := a.tokens[i]
		if t.kind != word || t.end-t.start != len(name) || strings.ToLower(a.str(i, i+1)) != name {
			continue
		}
		if t.capital == lower {
			if held.to == 0 {
				continue
			}
			if b, ok := a.fullBody(i); ok {
				return b, true // the one that the text speaks of
			}
			continue
		}
		from := a.bodyStart(i)
		if from == i {
			continue
		}
		b := hit{from: from, to: max(i+1, a.englishRun(from))}
		if !a.bodyOfTitle(from) {
			if held.to > 0 {
				break
			}
			return b, true
		}
		if held.to == 0 {
			held = b
		}
	}
	return held, held.to > 0
}

// bodyOfTitle tells whether the body at token i stands behind a title, "Head of
// the …": it is told of the holder, the text need not go on about it.
func (a *analysis) bodyOfTitle(i int) bool {
	of := i - 1
	if _, ok := a.hitAt(of, "article"); ok {
		of--
	}
	if _, ok := a.hitAt(of, "of_body"); !ok {
		return false
	}
	return a.endsBefore(of, 4, "title")
}

// bodyStart is where the capitalised words that end at token i begin.
func (a *analysis) bodyStart(i int) int {
	from := i
	for from > 0 && from > i-12 && !a.crosses(from-1, i+1) {
		t := a.tokens[from-1]
		if t.kind == word && t.capital != lower {
			if _, ok := a.hitAt(from-1, "article"); ok {
				break
			}
			from--
			continue
		}
		if from > 1 && a.capitalAt(from-2) {
			if _, ok := a.hitAt(from-1, "bodyjoin"); ok && a.str(from-1, from) != "of" {
				from -= 2
				continue
			}
		}
		if t.kind == word && t.glued && from > 2 && a.tokens[from-2].kind == sign && a.capitalAt(from-3) {
			from -= 3 // People's
			continue
		}
		break
	}
	return from
}
