package extract

import (
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
	a.laterMentions()
	sort.SliceStable(a.mentions, func(i, j int) bool { return a.mentions[i].from < a.mentions[j].from })
}

// settlePeople makes one person of the names that are spelt alike and keeps
// those who hold an office.
func (a *analysis) settlePeople() {
	holds := make(map[string]bool, len(a.claims))
	keys := make([]string, len(a.names))
	for n := range a.names {
		keys[n] = a.nameKey(n)
	}
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
		p, ok := index[keys[n]]
		if !ok {
			p = len(a.people)
			index[keys[n]] = p
			a.people = append(a.people, Person{Name: name, Rule: "name-with-office"})
		}
		m.person = p
		person := &a.people[p]
		person.Name = fuller(person.Name, name)
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

// nameKey is what the spellings of one name share.
func (a *analysis) nameKey(n int) string { return fold(a.str(a.names[n].from, a.names[n].to)) }

// spelt is a name as the document gives it.
func (a *analysis) spelt(m *nameMention) string {
	s := strings.Join(strings.Fields(strings.ReplaceAll(a.str(m.from, m.to), "\u00ad", "")), " ")
	if a.tokens[m.from].capital == all && a.tokens[m.to-1].capital == all && m.to-m.from > 1 && a.tokens[m.to-1].end-a.tokens[m.to-1].start > 1 {
		return titleCase(s)
	}
	return s
}

// fuller chooses the spelling with diacritics.
func fuller(a, b string) string {
	if len(b) > len(a) && bareLetters(a) == a {
		return b
	}
	return a
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
	for o := range a.offices {
		off := &a.offices[o]
		var party []part
		if t := off.read.base.takes; len(off.read.parts) == 0 && (t == "party" || t == "body") || a.wantsParty(off) {
			party = a.partyBeside(o)
		}
		if a.wantsParty(off) && len(party) > 0 {
			off.read.parts = append(append([]part(nil), off.read.parts...), party...)
			party = nil
		}
		a.fillOffice(off, party)
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

// partyBeside is the party body of the next office of the same holder, else of
// the one before: "Phó Bí thư, Chủ tịch UBND tỉnh" is of the Tỉnh ủy.
func (a *analysis) partyBeside(o int) []part {
	for k := o + 1; k < len(a.offices) && k < o+4; k++ {
		if a.owner[k] != a.owner[o] || a.tokens[a.offices[k].from].sentence != a.tokens[a.offices[o].from].sentence {
			break
		}
		if p := a.partyOf(a.offices[k].read.parts); p != nil {
			return p
		}
	}
	for k := o - 1; k >= 0 && k > o-4; k-- {
		if a.owner[k] != a.owner[o] || a.tokens[a.offices[k].from].sentence != a.tokens[a.offices[o].from].sentence {
			break
		}
		if p := a.partyOf(a.offices[k].read.parts); p != nil {
			return p
		}
	}
	return nil
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
			name := map[string]string{"tinh": "Tỉnh ủy", "thanh": "Thành ủy", "huyen": "Huyện ủy", "xa": "Đảng ủy"}[rest[0].level]
			if rest[0].level == "huyen" {
				switch {
				case strings.HasPrefix(rest[0].words, "quận"):
					name = "Quận ủy"
				case strings.HasPrefix(rest[0].words, "thị"):
					name = "Thị ủy"
				}
			}
			if name == "" {
				return nil
			}
			return append([]part{{kind: headPart, head: a.pack.heads[name], words: name}}, rest...)
		}
	}
	return nil
}

// settlePositions makes the positions of the people from the claims.
func (a *analysis) settlePositions() {
	sort.SliceStable(a.claims, func(i, j int) bool { return a.offices[a.claims[i].office].from < a.offices[a.claims[j].office].from })
	for _, c := range a.claims {
		off := &a.offices[c.office]
		person := a.names[c.name].person
		if person < 0 {
			continue
		}
		off.person = person
		m := a.names[c.name]
		ev := []Span{a.span(off.from, off.to), a.span(m.from, m.to)}
		a.addPosition(Position{Person: person, Office: off.office, Former: c.former, Acting: c.acting, Evidence: ev, Rule: c.rule})
	}
}

// addPosition adds a position, or joins it with one that the person has.
func (a *analysis) addPosition(p Position) {
	for i := range a.position {
		q := &a.position[i]
		if q.Person != p.Person {
			continue
		}
		switch {
		case q.Office.NameVI == p.Office.NameVI || shorter(p.Office, q.Office):
			q.Former = q.Former || p.Former
			q.Acting = q.Acting || p.Acting
			return
		case shorter(q.Office, p.Office):
			p.Former = p.Former || q.Former
			p.Acting = p.Acting || q.Acting
			*q = p
			return
		}
	}
	a.position = append(a.position, p)
}

// shorter tells whether label s says less of the same office than l.
func shorter(s, l Office) bool {
	return len(s.NameVI) < len(l.NameVI) && s.Title == l.Title && (s.Body == "" || strings.HasPrefix(l.Body, s.Body+" "))
}
