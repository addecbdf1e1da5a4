package extract

const maxRun = 40

func (a *analysis) run(from, j int, names bool) int {
	start := j
	for j < len(a.tokens) && j < from+maxRun && !a.crosses(from, j+1) {
		t := a.tokens[j]
		if t.skip {
			break
		}
		if h, ok := a.hitAt(j, "sector"); ok && (t.capital != lower || h.to-j > 1 || j > start) {
			j = h.to
			continue
		}
		if t.kind == number {
			if j == start || a.tokens[j-1].kind == word {
				j++
				continue
			}
			break
		}
		if t.kind == word && t.capital != lower {
			if to, ok := a.nameAt(j); ok && !names && j == start {
				j = a.namesake(j, to) // a school bears a person's name
				continue
			}
			if a.endsRun(j, start, names) {
				break
			}
			j++
			continue
		}
		if j > from+1 && a.joinsRun(j, names) {
			j++
			continue
		}
		break
	}
	return j
}

func (a *analysis) namesake(j, to int) int {
	for k := j + 2; k+1 < to; k++ {
		if _, ok := a.hitAt(k, "common-names"); ok && to-j > 4 {
			return k
		}
	}
	return to
}

func (a *analysis) longRun(from, j int) int {
	for k := j; k < len(a.tokens) && k < j+14 && !a.crosses(from, k+1); k++ {
		t := a.tokens[k]
		if t.kind == sign && t.r != '-' && t.r != ',' {
			return k
		}
		if t.kind == sign && t.r == ',' && !a.joinsRun(k, true) {
			return k
		}
		if k > j && a.startOfOther(k) {
			return k
		}
		for _, h := range a.hitsAt(k) {
			switch h.list {
			case "acts", "title", "honorific", "isoffice", "of", "level", "province":
				return j
			}
		}
	}
	return j
}

func (a *analysis) startOfOther(k int) bool {
	_, ok := a.nameAt(k)
	return ok
}

func (a *analysis) endsRun(j, start int, names bool) bool {
	for _, h := range a.hitsAt(j) {
		switch h.list {
		case "country", "province":
			if names {
				return true
			}
		case "title", "central", "level", "honorific", "rank", "body", "localbody":
			return true
		case "head":
			return h.to-h.from > 1 || j > start && !a.formBefore(j)
		}
	}
	if names || j > start {
		if _, ok := a.nameInRun(j); ok {
			return true
		}
	}
	return false
}

func (a *analysis) joinsRun(j int, names bool) bool {
	if _, ok := a.hitAt(j, "connector"); !ok || j+1 >= len(a.tokens) || a.crosses(j, j+2) {
		return false
	}
	if h, ok := a.hitAt(j+1, "sector"); ok {
		for _, g := range a.hitsAt(j + 1) {
			if (g.list == "title" || g.list == "head" || g.list == "body") && g.to >= h.to {
				return false
			}
		}
		return a.tokens[j+1].capital != lower || a.tokens[j].r != '-'
	}
	if !a.capitalAt(j+1) || a.tokens[j].r == ',' || a.tokens[j].r == '-' || a.tokens[j].r == '–' {
		return false
	}
	for _, g := range a.hitsAt(j + 1) {
		switch g.list {
		case "title", "head", "body", "localbody", "honorific", "rank", "province", "country", "level", "central", "former":
			return false
		}
	}
	_, name := a.nameInRun(j + 1)
	return !name && a.tokens[j+1].capital == initial
}
