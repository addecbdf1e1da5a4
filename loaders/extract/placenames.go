package extract

// placeName is the end of the name of a place that starts at token i; 0 for none.
func (a *analysis) placeName(i int) int {
	if i >= len(a.tokens) {
		return 0
	}
	if a.pack.Code == "en" {
		return a.englishPlace(i)
	}
	to := a.vietnamesePlace(i)
	if to == 0 {
		return 0
	}
	for k := i + 1; k < to; k++ {
		if _, first := a.provinceBefore(i, k); first && a.isAnd(k) && a.provinceAfter(k+1) {
			return k // "Thành phố Hồ Chí Minh và Đà Nẵng"
		}
	}
	return a.placeTail(i, to)
}

// provinceBefore is the province whose name ends before token k, behind token i.
func (a *analysis) provinceBefore(i, k int) (hit, bool) {
	for j := i; j < k; j++ {
		if h, ok := a.hitAt(j, "province"); ok && h.to == k {
			return h, true
		}
	}
	return hit{}, false
}

// provinceAfter tells whether a province begins at token k, if behind its level.
func (a *analysis) provinceAfter(k int) bool {
	if h, ok := a.hitAt(k, "level"); ok {
		k = h.to
	}
	_, ok := a.hitAt(k, "province")
	return ok
}

// placeTail is the end of a place's name with what its capitals leave out: the
// rest of a compound ("Quảng trường Chiến | thắng") and whom it is named after
// ("Nhà lưu niệm | Tổng Bí thư A").
func (a *analysis) placeTail(i, to int) int {
	for k := max(i, to-4); k < to; k++ {
		if h, ok := a.hitAt(k, "place_tails"); ok && h.to > to && !a.crosses(i, h.to) {
			to = h.to
			for to < len(a.tokens) && a.capitalAt(to) && !a.crosses(i, to+1) && !a.startsPerson(to) && !a.officeAt(to) {
				to++
			}
			return to
		}
	}
	if to < len(a.tokens) && !a.crosses(i, to+1) && (a.startsPerson(to) || a.officeAt(to)) {
		for k := i; k < to; k++ {
			if h, ok := a.hitAt(k, "memorials"); ok && h.to == to {
				return max(to, a.personEnd(to))
			}
		}
	}
	return to
}

// vietnamesePlace is the end of the capitalised words of a place's name.
func (a *analysis) vietnamesePlace(i int) int {
	if _, ok := a.determiner(i); ok {
		i++
	}
	if i >= len(a.tokens) || a.tokens[i].kind != word {
		return 0
	}
	if h, ok := a.hitAt(i, "vague_places"); ok {
		if h.to >= len(a.tokens) || a.tokens[h.to].kind != word || a.tokens[h.to].capital == lower {
			return 0
		}
	}
	if a.tokens[i].capital == lower {
		h, ok := a.hitAt(i, "venue_heads")
		if !ok {
			return 0
		}
		j := a.placeProper(h.to)
		if j+2 < len(a.tokens) && a.tokens[j].kind == number && a.tokens[j+1].kind == word && a.tokens[j+1].glued && a.capitalAt(j+2) {
			j += 2 // "sân 4A Nhà văn hóa Thanh niên"
		}
		if j >= len(a.tokens) || !a.sameSentence(i, j) || a.tokens[j].capital == lower && a.tokens[j].r != '.' {
			return 0
		}
		if a.tokens[j].r == '.' {
			j++
		}
		return a.bodyName(j)
	}
	if a.tokens[i].r == 'T' && i+1 < len(a.tokens) && a.tokens[i+1].r == '.' && a.tokens[i+1].glued && i+2 < len(a.tokens) && a.tokens[i+2].glued {
		return a.bodyName(i + 2) // TP.Bến Cát
	}
	return a.bodyName(i)
}

// placeProper passes the common words between the head of a place and its own
// name: "nhà văn hóa cộng đồng buôn Wiao".
func (a *analysis) placeProper(j int) int {
	for k := j; k < len(a.tokens) && k < j+5 && a.tokens[k].kind == word; k++ {
		if a.tokens[k].capital != lower {
			if a.startsPerson(k) || a.officeAt(k) {
				return j
			}
			return k
		}
		for _, list := range []string{"name_stops", "acts", "honorific", "and", "venue_words"} {
			if _, ok := a.hitAt(k, list); ok {
				return j
			}
		}
	}
	return j
}

// addPlaces adds a place and, in parentheses or after a comma, the place it is in.
func (a *analysis) addPlaces(c *cluster, from, to int) {
	if a.pack.Code == "en" {
		from = a.placeStart(from)
	} else if _, ok := a.determiner(from); ok {
		from++
	}
	if h, ok := a.hitAt(from, "capital_words"); ok && h.to < to {
		from = h.to // "Thủ đô Hà Nội" is Hà Nội
	}
	if h, ok := a.hitAt(from, "venue_heads"); from >= to || ok && h.to >= to && to-from == 1 {
		return // "cung", "nhà" alone
	}
	for k := from + 1; k+1 < to; k++ {
		if _, head := a.hitAt(k+1, "venue_heads"); head && a.isAnd(k) {
			c.Places = addName(c.Places, a.str(from, k)) // "bến cảng A và cầu B"
			from = k + 1
		}
	}
	if to+1 < len(a.tokens) && a.tokens[to].r == ',' {
		// "Phòng họp Diên Hồng, Nhà Quốc hội": a room and its building
		_, room := a.hitAt(from, "rooms")
		if next := a.placeName(to + 1); room && next > 0 && a.sameSentence(from, next-1) {
			if _, building := a.hitAt(to+1, "meeting_places"); building {
				to = next
			}
		}
	}
	for a.smallPlace(from) && to+1 < len(a.tokens) && a.tokens[to].r == ',' && a.sameSentence(from, to+1) {
		next := a.placeName(to + 1)
		if next == 0 || !a.smallPlace(to+1) && !a.districtLevel(to+1) {
			break
		}
		to = next // "xã A, huyện B"
	}
	c.Places = addName(c.Places, a.str(from, to))
	for to+1 < len(a.tokens) && a.sameSentence(from, to+1) {
		_, and := a.hitAt(to, "and")
		province := a.provinceAfter(to+1) && a.pack.Code != "en"
		if a.pack.Code == "en" {
			_, province = a.hitAt(to+1, "province")
		}
		if a.tokens[to].r != ',' && !and || !province || a.startsPerson(to+1) || a.officeAt(to+1) {
			break
		}
		next := a.placeName(to + 1)
		if next == 0 || a.tokens[to].r == ',' && next < len(a.tokens) && a.tokens[next].kind == word && !a.isAnd(next) {
			break
		}
		c.Places = addName(c.Places, a.str(to+1, next))
		to = next
	}
	if to+1 < len(a.tokens) && (a.tokens[to].r == '(' || a.tokens[to].r == ',') && a.sameSentence(from, to+1) {
		if next := a.placeName(to + 1); next > 0 && !a.startsPerson(to+1) && !a.dateStartsAt(to+1) && !a.bodyBehind(to) && !a.councilAt(to+1) && (a.tokens[to].r == '(' || a.placeFollows(to+1, next)) {
			c.Places = addName(c.Places, a.str(to+1, next))
			if next+1 < len(a.tokens) && a.tokens[next].r == ',' && a.sameSentence(to, next+1) {
				last := a.placeName(next + 1)
				closed := last > 0 && last < len(a.tokens) && a.tokens[last].r == ')'
				if last > 0 && (a.tokens[to].r == '(' && closed || a.tokens[to].r == ',' && a.provinceEnds(next+1, last) && a.placeFollows(next+1, last)) {
					c.Places = addName(c.Places, a.str(next+1, last))
				}
			}
		}
	}
}

// smallPlace tells whether a commune, a ward or a smaller place begins at token i.
func (a *analysis) smallPlace(i int) bool {
	h, ok := a.hitAt(i, "level")
	return ok && (h.value == "xa" || h.value == "thon")
}

// districtLevel tells whether the word for a district begins at token i.
func (a *analysis) districtLevel(i int) bool {
	h, ok := a.hitAt(i, "level")
	return ok && h.value == "huyen"
}

// councilAt tells whether a body that is no place to meet in begins at token i:
// "tại Trung tâm Hội nghị tỉnh, HĐND tỉnh …".
func (a *analysis) councilAt(i int) bool {
	if a.pack.Code == "en" {
		return false
	}
	if _, venue := a.hitAt(i, "venue_heads"); venue {
		return false
	}
	for _, h := range a.hitsAt(i) {
		switch h.list {
		case "body", "localbody", "head":
			return true
		}
	}
	return false
}

// provinceEnds tells whether the name of a province ends what stands between
// two tokens: "TP Hà Nội".
func (a *analysis) provinceEnds(from, to int) bool {
	for k := from; k < to && k < from+3; k++ {
		if h, ok := a.hitAt(k, "province"); ok && h.to == to {
			return true
		}
	}
	return false
}

func (a *analysis) isAnd(i int) bool {
	_, ok := a.hitAt(i, "and")
	return ok
}

// placeFollows tells whether what stands after a comma is a place and not the subject.
func (a *analysis) placeFollows(from, to int) bool {
	if to >= len(a.tokens) || !a.sameSentence(from, to) || a.tokens[to].r == ',' || a.tokens[to].r == '.' || a.tokens[to].r == ';' {
		_, body := a.hitAt(from, "organized")
		return !body && to-from <= 4 && !a.officeAt(from)
	}
	return false
}

func (a *analysis) dateStartsAt(i int) bool {
	_, ok := a.dateStarting(i)
	return ok
}

func (a *analysis) officeAt(i int) bool { return a.officeEnd(i) > i }
