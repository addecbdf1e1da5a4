package extract

// sittings finds the sessions that the text tells of without a word for them:
// "Sáng 20/9, Ủy ban Thường vụ Quốc hội cho ý kiến về …".
func (a *analysis) sittings(named []eventMention) []eventMention {
	var out []eventMention
	for _, s := range a.sentences {
		d := a.firstDate(s.from)
		if d >= len(a.dates) || a.dates[d].from > s.from+6 || a.dates[d].to >= s.to || a.dates[d].future || a.tokens[s.to-1].skip {
			continue
		}
		for k := a.dates[d].to; k < s.to && k < a.dates[d].to+16 && !a.startsPerson(k); k++ {
			body, ok := a.hitAt(k, "sitting_bodies")
			if !ok {
				continue
			}
			verb, ok := a.verbAfter(body.to)
			if ok && !a.eventNear(named, s.from, min(s.to, verb.to+14)) {
				out = append(out, eventMention{from: k, to: verb.to, head: verb.to, kind: body.value, date: d, verb: true})
			}
			break
		}
	}
	return out
}

// verbAfter is a verb of sitting right behind a body, but for adverbs and the
// rest of the body's name.
func (a *analysis) verbAfter(i int) (hit, bool) {
	for k := i; k < len(a.tokens) && k < i+6 && a.sameSentence(i, k); k++ {
		if h, ok := a.hitAt(k, "sitting_verbs"); ok {
			return h, true
		}
		if a.tokens[k].kind == sign && a.tokens[k].r != '(' && a.tokens[k].r != ')' {
			break
		}
	}
	return hit{}, false
}

func (a *analysis) eventNear(ms []eventMention, from, to int) bool {
	for _, m := range ms {
		if m.from >= from && m.from < to {
			return true
		}
	}
	return false
}
