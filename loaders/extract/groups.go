package extract

import "strconv"

// attachGroups gives an office to several people whom the text has just named
// and now counts: "All four are Secretaries of …", "Cả ba đều là Ủy viên …".
func (a *analysis) attachGroups() {
	for o := range a.offices {
		off := &a.offices[o]
		if a.owner[o] >= 0 {
			continue
		}
		count := 0
		for back := 1; back <= 8 && back <= off.from; back++ {
			if h, ok := a.hitAt(off.from-back, "group_subjects"); ok && h.to == off.from {
				count, _ = strconv.Atoi(h.value)
			}
		}
		if count == 0 {
			continue
		}
		for _, n := range a.lastPeople(off.from, count) {
			a.give(o, n, "office-of-list")
		}
	}
}

// lastPeople are the last names before token i of so many different people, in
// its paragraph; nil if there are fewer.
func (a *analysis) lastPeople(i, count int) []int {
	paragraph := a.sentences[a.tokens[i].sentence].paragraph
	seen := map[string]bool{}
	var out []int
	for n := a.firstName(i) - 1; n >= 0 && len(out) < count; n-- {
		if a.sentences[a.tokens[a.names[n].from].sentence].paragraph != paragraph {
			break
		}
		k := a.nameKey(n)
		if f := a.names[n].alias; f > 0 {
			k = Spelling(unglued(a.str(a.fullNames[f-1].from, a.fullNames[f-1].to)))
		}
		if !seen[k] {
			seen[k] = true
			out = append(out, n)
		}
	}
	if len(out) < count {
		return nil
	}
	return out
}
