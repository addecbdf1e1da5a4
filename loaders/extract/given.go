package extract

import "strings"

// addGiven adds the places where a person named in full before or after is
// named by one word: "ông Phóng", "Bộ trưởng Tuấn", in English also "Phieu".
// A word that two names of the article end in names neither.
func (a *analysis) addGiven() {
	last := make(map[string]int, len(a.names)) // name + 1 by its last word; -1: several
	for n := range a.names {
		m := &a.names[n]
		if a.citizen(m.outFrom) {
			continue
		}
		t := a.tokens[a.lastWord(m)]
		k := string(a.raw[t.start:t.end])
		if t.capital == all && t.end-t.start > 1 {
			k = titleCase(k)
		}
		if p, ok := last[k]; !ok || p > 0 && a.names[p-1].to-a.names[p-1].from == 1 {
			last[k] = n + 1 // "Thủ tướng Philippe" is whoever is named in full
		} else if m.to-m.from == 1 {
			continue
		} else if p > 0 && a.nameKey(p-1) != a.nameKey(n) && fold(a.nameKey(p-1)) != fold(a.nameKey(n)) {
			last[k] = -1
		}
	}
	if a.pack.Code == "en" {
		a.addSurnames(last)
	}
	out := make([]nameMention, 0, len(a.names)+len(a.givens))
	n := 0
	add := func(g nameMention) {
		t := a.tokens[g.from]
		full := last[string(a.raw[t.start:t.end])]
		if full < 0 && a.pack.Code == "en" {
			full = a.namesakeBefore(g.from)
		}
		if full <= 0 {
			return
		}
		for n < len(a.names) && a.names[n].from < g.from {
			out = append(out, a.names[n])
			n++
		}
		if n > 0 && a.names[n-1].to > g.from || n < len(a.names) && a.names[n].outFrom < g.to {
			return
		}
		g.alias = full
		out = append(out, g)
	}
	if a.pack.Code == "en" {
		a.loneWords(last, add)
	} else {
		for _, g := range a.givens {
			add(g)
		}
	}
	a.fullNames = a.names
	a.names = append(out, a.names[n:]...)
}

// loneWords calls fn with the capitalised words of an English text that stand
// alone and end a name, with the honorific before them.
func (a *analysis) loneWords(last map[string]int, fn func(nameMention)) {
	for i, t := range a.tokens {
		if t.kind != word || t.capital != initial || t.skip {
			continue
		}
		if last[string(a.raw[t.start:t.end])] == 0 || i+1 < len(a.tokens) && a.capitalAt(i+1) && !a.crosses(i, i+2) {
			continue
		}
		g := nameMention{from: i, to: i + 1, outFrom: i, outTo: i + 1, person: -1}
		for back := 3; back > 0; back-- {
			if back > i {
				continue
			}
			for _, h := range a.hitsAt(i - back) {
				dot := h.to == i-1 && a.tokens[h.to].r == '.'
				if (h.list == "honorific" || h.list == "rank") && (h.to == i || dot) && g.outFrom == i {
					g.outFrom = i - back
					g.honoured = true
				}
			}
		}
		if g.outFrom == i && i > 0 && a.capitalAt(i-1) && !a.crosses(i-1, i+1) && a.endOf[i] == 0 && a.sentences[a.tokens[i-1].sentence].from != i-1 {
			continue
		}
		if a.inOffice(i) {
			continue
		}
		fn(g)
	}
}

func (a *analysis) capitalAt(i int) bool {
	return a.tokens[i].kind == word && a.tokens[i].capital != lower
}

// namesakeBefore is 1 + the only one of those who share a given name whom the
// paragraph names in full before token i; 0 if there is none, or more.
func (a *analysis) namesakeBefore(i int) int {
	paragraph := a.sentences[a.tokens[i].sentence].paragraph
	found := 0
	for n := range a.names {
		m := &a.names[n]
		if m.from >= i {
			break
		}
		if m.alias > 0 || a.sentences[a.tokens[m.from].sentence].paragraph != paragraph || !strings.EqualFold(a.str(m.to-1, m.to), a.str(i, i+1)) {
			continue
		}
		if found > 0 && a.nameKey(found-1) != a.nameKey(n) {
			return 0
		}
		found = n + 1
	}
	return found
}

// joinShort gives a name of two words or, as foreigners are named, of one, with
// an honorific or an office before it, the key of the one longer name of the
// article that ends in them: "bà Quỳnh Anh" is Trần Vũ Quỳnh Anh.
func (a *analysis) joinShort(keys []string) {
	if a.pack.Code == "en" {
		return
	}
	longer := map[string]string{} // by the last word or two words; "" for several
	put := func(short, k string) {
		if first, ok := longer[short]; ok && first != k {
			longer[short] = ""
		} else if !ok {
			longer[short] = k
		}
	}
	for n, k := range keys {
		m := &a.names[n]
		if m.to-m.from < 2 || m.to-m.from > maxName {
			continue
		}
		put(k[strings.LastIndexByte(k, ' ')+1:], k)
		if m.to-m.from > 2 {
			put(lastTwo(k), k)
		}
	}
	for n := range keys {
		if m := &a.names[n]; m.to-m.from <= 2 {
			if k := longer[keys[n]]; k != "" {
				keys[n] = k
			}
		}
	}
}

// lastTwo are the last two words of a name.
func lastTwo(name string) string {
	i := strings.LastIndexByte(name, ' ')
	if i < 0 {
		return name
	}
	return name[strings.LastIndexByte(name[:i], ' ')+1:]
}

// addSurnames adds the first words of foreign names, by which some are named
// again: "Shin Dong-bin … Shin thanked".
func (a *analysis) addSurnames(last map[string]int) {
	for n := range a.names {
		m := &a.names[n]
		t := a.tokens[m.from]
		if m.to-m.from < 2 || t.capital == lower || t.end-t.start < 2 || len(a.hitsAt(m.from)) > 0 {
			continue
		}
		k := string(a.raw[t.start:t.end])
		if t.capital == all {
			k = titleCase(k)
		}
		if p, ok := last[k]; !ok {
			last[k] = n + 1
		} else if p > 0 && a.nameKey(p-1) != a.nameKey(n) && fold(a.nameKey(p-1)) != fold(a.nameKey(n)) {
			last[k] = -1
		}
	}
}

// citizen tells whether the name that begins at token i is of somebody who
// speaks as a citizen, "cử tri Nguyễn Văn A", and holds no office.
func (a *analysis) citizen(i int) bool {
	return a.endsBefore(i, 2, "citizens")
}
