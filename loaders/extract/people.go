package extract

import (
	"slices"
	"sort"
	"strings"
)

// findPeople fills people, mentions, offices and positions.
func (a *analysis) findPeople() {
	a.scan()
	a.findLocals()
	a.attach()
	a.settlePeople()
	a.settleOffices()
	a.settlePositions()
	slices.SortStableFunc(a.mentions, func(x, y mention) int { return x.from - y.from })
}

// settlePeople makes one person of the names that are spelt alike and keeps
// those who hold an office.
func (a *analysis) settlePeople() {
	holds := make(map[string]bool, len(a.claims))
	keys := a.keys
	for _, c := range a.claims {
		holds[keys[c.name]] = true
	}
	index := map[string]int{}
	for n := range a.names {
		m := &a.names[n]
		if !holds[keys[n]] {
			continue
		}
		name := a.spelt(m)
		if m.alias > 0 {
			name = a.spelt(&a.fullNames[m.alias-1])
		}
		p, ok := index[keys[n]]
		if !ok {
			p = len(a.people)
			index[keys[n]] = p
			a.people = append(a.people, Person{Name: name, Rule: "name-with-office"})
		}
		m.person = p
		person := &a.people[p]
		if m.alias > 0 {
			a.mentions = append(a.mentions, mention{from: m.from, to: m.to, outFrom: m.outFrom, outTo: m.outTo, person: p, by: byGivenName})
			continue
		}
		if name != person.Name && a.nameKey(n) == keys[n] && fold(person.Name) != fold(keys[n]) || name != person.Name && bareLetters(person.Name) == person.Name && fold(name) == fold(person.Name) {
			person.Name = name
		}
		if len(person.Evidence) < 5 {
			person.Evidence = append(person.Evidence, a.span(m.from, m.to))
		}
		if name != person.Name {
			person.Aliases = addOnce(person.Aliases, name)
		}
		a.mentions = append(a.mentions, mention{from: m.from, to: m.to, outFrom: m.outFrom, outTo: m.outTo, person: p})
	}
	for i := range a.people {
		p := &a.people[i]
		kept := p.Aliases[:0]
		for _, s := range p.Aliases {
			if s != p.Name {
				kept = append(kept, s)
			}
		}
		p.Aliases = kept
		sort.Strings(p.Aliases)
	}
}

// nameKeys gives each name what its spellings share. Two names of the same
// syllables in another order are one, slipped: the commoner order counts.
func (a *analysis) nameKeys() []string {
	full := a.fullKeys()
	if len(full) == len(a.names) {
		return full
	}
	keys := make([]string, len(a.names))
	n := 0
	for i := range a.names {
		if a.names[i].alias > 0 {
			keys[i] = full[a.names[i].alias-1]
			continue
		}
		keys[i] = full[n]
		n++
	}
	return keys
}

// fullKeys are the keys of the full names.
func (a *analysis) fullKeys() []string {
	names := a.names
	a.names = a.fullNames
	defer func() { a.names = names }()
	keys := make([]string, len(a.names))
	folds := map[string]string{}
	folded := func(k string) string {
		f, ok := folds[k]
		if !ok {
			f = fold(k)
			folds[k] = f
		}
		return f
	}
	accented := map[string]string{} // by folded name
	for n := range a.names {
		keys[n] = a.nameKey(n)
		if f := folded(keys[n]); f != keys[n] {
			if k, ok := accented[f]; ok && k != keys[n] {
				accented[f] = "" // two people whom a bare name could mean
			} else if !ok {
				accented[f] = keys[n]
			}
		}
	}
	count := map[string]int{}
	for n := range keys {
		if k := accented[keys[n]]; k != "" {
			keys[n] = k
		}
		count[keys[n]]++
	}
	often := map[string]string{} // by folded name: a spelling met three times
	for _, k := range keys {
		if count[k] >= 3 {
			often[folded(k)] = k
		}
	}
	for n, k := range keys {
		if o := often[folded(k)]; o != "" && count[k] == 1 {
			keys[n] = o // a slip of the tone mark
		}
	}
	a.joinShort(keys)
	joinSlips(keys, count)
	if a.pack.Code != "en" {
		joinSurnames(keys, count)
	}
	sorted := map[string]string{}
	for _, key := range keys {
		if k := anyOrder(key); k != "" {
			if first, ok := sorted[k]; !ok || count[key] >= count[first] {
				sorted[k] = key
			}
		}
	}
	for n := range keys {
		if k := anyOrder(keys[n]); k != "" {
			keys[n] = sorted[k]
		}
	}
	return keys
}

// nameKey is what the spellings of one name share.
func (a *analysis) nameKey(n int) string {
	k := Spelling(unglued(a.str(a.names[n].from, a.names[n].to)))
	if strings.IndexByte(k, '-') >= 0 {
		k = strings.ReplaceAll(k, "-", " ")
	}
	return k
}

// spelt is a name as the document gives it.
func (a *analysis) spelt(m *nameMention) string {
	s := singleSpaced(strings.ReplaceAll(unglued(a.str(m.from, m.to)), "\u00ad", ""))
	if a.tokens[m.from].capital == all && a.tokens[m.to-1].capital == all && m.to-m.from > 1 && a.tokens[m.to-1].end-a.tokens[m.to-1].start > 1 {
		return titleCase(s)
	}
	if a.pack.Code == "en" && a.tokens[m.from].capital == all && a.capitalSurname(m.from) && m.to-m.from > 1 {
		return titleCase(s)
	}
	return s
}

// unglued cuts off a word that a missing space joined to a name: no syllable
// has an "đ" inside ("Nguyễn Văn Longđề nghị").
func unglued(name string) string {
	last := name[strings.LastIndexByte(name, ' ')+1:]
	if i := strings.Index(last, "đ"); i > 1 && last[i-1] != '-' {
		return name[:len(name)-len(last)+i]
	}
	return name
}

func addOnce(list []string, s string) []string {
	for _, x := range list {
		if x == s {
			return list
		}
	}
	return append(list, s)
}

// settleOffices completes the offices: an elliptic one takes the party body of
// the office beside it.
func (a *analysis) settleOffices() {
	if a.pack.Code != "en" {
		a.shareBodies()
		a.completeBare()
	} else {
		a.completeBodiless()
	}
	var short map[string]part
	if a.pack.Code != "en" {
		short = a.nicknames()
	}
	for o := range a.offices {
		off := &a.offices[o]
		if a.pack.Code == "en" {
			a.fillEnglish(o)
			continue
		}
		a.thisBody(o)
		if short != nil {
			a.unfold(off, short)
		}
		var party []part
		if t := off.read.base.takes; len(off.read.parts) == 0 && (t == "party" || t == "body" && family(off.read.title) == "Chủ tịch") || a.wantsParty(off) {
			party = a.partyBeside(o)
		}
		if a.wantsParty(off) && len(party) > 0 {
			off.read.parts = append(append([]part(nil), off.read.parts...), party...)
			party = nil
		}
		if len(party) == 0 && off.read.elliptic() && off.read.base.takes == "body" {
			if p := a.bodyAfterJoin(o); p != nil {
				off.read.parts = p
			}
		}
		a.fillOffice(off, party, a.placesBeside(o))
	}
}

// wantsParty tells whether an office ends in a Ban Thường vụ whose committee
// is left to the office beside it.
func (a *analysis) wantsParty(o *office) bool {
	if len(o.read.parts) == 0 {
		return false
	}
	last := o.read.parts[len(o.read.parts)-1]
	return last.head != nil && (last.head.kind == "btv" || last.head.kind == "partyboard")
}

// beside calls fn with the offices of the same holder in the same sentence,
// the ones after o first, until fn returns true.
func (a *analysis) beside(o int, fn func(*office) bool) {
	same := func(k int) bool {
		return a.owner[k] == a.owner[o] && a.owner[o] >= 0 && a.tokens[a.offices[k].from].sentence == a.tokens[a.offices[o].from].sentence
	}
	for k := o + 1; k < len(a.offices) && k < o+4 && same(k); k++ {
		if fn(&a.offices[k]) {
			return
		}
	}
	for k := o - 1; k >= 0 && k > o-4 && same(k); k-- {
		if fn(&a.offices[k]) {
			return
		}
	}
}

// placesBeside are the places that the offices of the same holder name.
func (a *analysis) placesBeside(o int) []part {
	if parts := a.offices[o].read.parts; len(parts) > 0 && parts[len(parts)-1].kind == placePart {
		return nil
	}
	var out []part
	a.beside(o, func(off *office) bool {
		for i, p := range off.read.parts {
			if p.kind == placePart && p.level != "" {
				if i > 0 && p.words == p.place {
					p.words = a.levelOf(off.read.parts[i-1], p)
				}
				out = append(out, p)
			}
			if p.kind == countryPart && p.place != "Việt Nam" && i == 0 && (off.read.base.takes == "body" || off.read.base.takes == "foreign" || off.read.base.takes == "self") && !off.read.base.abroad {
				out = append(out, p)
			}
			if p.kind == levelPart && p.level != "tinh" && p.level != "thanh" {
				if l, ok := a.nearest(off.from, p.level); ok {
					out = append(out, part{kind: placePart, words: p.words + " " + l.name, place: l.name, level: p.level})
				}
			}
			if p.head != nil && (p.head.kind == "company" || p.head.kind == "school") && !p.bare {
				out = append(out, off.read.parts[i])
			}
			if b := a.pack.bodies[p.words]; p.kind == bodyPart && b != nil && (b.kind == "company" || b.kind == "academy" || b.kind == "media") {
				out = append(out, off.read.parts[i])
			}
		}
		return false
	})
	return out
}

// levelOf is a place with the word for its level, which its party committee tells:
// "huyện Sơn Hòa" of "Huyện ủy Sơn Hòa".
func (a *analysis) levelOf(committee, p part) string {
	if row := a.pack.places[p.place]; committee.head == nil || row != nil && row.central() {
		return p.words
	}
	for _, e := range a.pack.Lists["party_levels"] {
		if e.Surface == committee.head.name {
			return e.Value + " " + p.words
		}
	}
	return p.words
}

// partyBeside is the party body of the next office of the same holder, else of
// the one before: "Phó Bí thư, Chủ tịch UBND tỉnh" is of the Tỉnh ủy.
func (a *analysis) partyBeside(o int) []part {
	var out []part
	a.beside(o, func(off *office) bool {
		out = a.partyOf(off.read.parts)
		return out != nil
	})
	return out
}

// partyOf is the party committee that a chain names or that governs it.
func (a *analysis) partyOf(parts []part) []part {
	for i, p := range parts {
		if p.head == nil {
			continue
		}
		switch p.head.kind {
		case "tinhuy", "thanhuy", "huyenuy", "danguy":
			return parts[i:]
		case "people", "front":
			rest := parts[i+1:]
			if len(rest) == 0 {
				return nil
			}
			name := a.pack.partyName(rest[0])
			if name == "" {
				return nil
			}
			return append([]part{{kind: headPart, head: a.pack.heads[name], words: name}}, rest...)
		}
	}
	return nil
}
