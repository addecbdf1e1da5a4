package extract

// seat is whose delegates an article calls just "đại biểu".
type seat uint8

const (
	noSeat seat = iota
	assemblySeat
	councilSeat
)

// delegates tells whose delegates the article means: those of the people's
// council whose sitting it tells of, or those of the National Assembly if it
// names that.
func (a *analysis) delegates() seat {
	assembly, council, sitting := 0, 0, false
	provinces := map[string]bool{} // of the delegates named with theirs: "đại biểu A (Cà Mau)"
	ministers, congress := false, false
	lists := bit("title") | bit("body") | bit("head") | bit("congress_words")
	for i := range a.tokens {
		if !a.some(i, lists) {
			continue
		}
		for _, h := range a.hitsAt(i) {
			switch {
			case h.list == "congress_words":
				congress = true
			case h.list == "title" && a.pack.titles[h.value].takes == "bo":
				ministers = true
			case h.list == "title" && a.pack.titles[h.value].takes == "dbqh" && h.to-h.from == 2:
				if p := a.ofProvince(h.to); p != "" {
					provinces[p] = true
				}
			case h.list == "title" && a.pack.titles[h.value].takes == "dbqh", h.list == "body" && h.value == "Quốc hội":
				assembly++
			case h.list == "title" && a.pack.titles[h.value].takes == "hdnd":
				council += 2
			case h.list == "head" && h.value == "Hội đồng nhân dân":
				council++
				sitting = sitting || a.sittingBefore(h.from)
			}
		}
	}
	switch {
	case sitting && council > assembly:
		return councilSeat
	case assembly > 0, len(provinces) > 1 && ministers && !congress:
		return assemblySeat
	}
	return noSeat
}

// ofProvince is the province in the parenthesis behind the name at token i.
func (a *analysis) ofProvince(i int) string {
	if i >= len(a.tokens) {
		return ""
	}
	to, ok := a.nameAt(i)
	if !ok || to+1 >= len(a.tokens) || a.tokens[to].r != '(' || a.crosses(i, to+2) {
		return ""
	}
	h, _ := a.hitAt(to+1, "province")
	return h.value
}

// sittingBefore tells whether a word for a session stands a few tokens before
// the body at token i.
func (a *analysis) sittingBefore(i int) bool {
	for k := i - 1; k >= 0 && k > i-8 && !a.crosses(k, i+1); k-- {
		if _, ok := a.hitAt(k, "council_sittings"); ok {
			return true
		}
	}
	return false
}

// delegate reads the bare "đại biểu" as the office of whom the article means.
func (a *analysis) delegate(r *reading) bool {
	for i := r.at; i >= 0 && i > r.at-3; i-- {
		if h, ok := a.hitAt(i, "congress_words"); ok && h.to >= r.at {
			return false // "Đại hội đại biểu"
		}
	}
	switch a.seat {
	case councilSeat:
		name := ""
		for _, t := range a.pack.titles { // the first by name: a user's pack may add another
			if t.takes == "hdnd" && (name == "" || t.name < name) {
				name = t.name
				r.base, r.title, r.written, r.parts = t, t.name, t.name, nil
			}
		}
		return true
	case assemblySeat:
		if len(r.parts) == 1 && r.parts[0].kind == placePart {
			r.parts = nil // "đại biểu TP.HCM"
		}
		return len(r.parts) == 0
	}
	return false
}
