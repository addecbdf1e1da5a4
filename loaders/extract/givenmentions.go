package extract

import "slices"

// givenMentions finds people spoken of by one word of their name where no title
// stands before it, as English does ("Thuat inspected", "Raimundo agreed"), and
// Vietnamese given names that only their tone marks tell apart ("ông Thành"
// beside "Thanh"). The last one named counts where two share the word.
func (a *analysis) givenMentions() {
	byWord := map[string][]int{}
	for p, x := range a.people {
		for _, w := range nameEnds(x.Name) {
			byWord[w] = append(byWord[w], p)
		}
	}
	a.marks = zeroed(a.marks, len(a.tokens))
	taken := a.marks
	for _, m := range a.mentions {
		for k := m.outFrom; k < m.outTo && k < len(taken); k++ {
			taken[k] = true
		}
	}
	for _, o := range a.offices {
		for k := o.from; k < o.to && k < len(taken); k++ {
			taken[k] = true
		}
	}
	var found []mention
	for i, t := range a.tokens {
		if t.kind != word || t.capital != initial || t.skip || taken[i] {
			continue
		}
		who := byWord[a.str(i, i+1)]
		if len(who) == 0 || a.partOfName(i) {
			continue
		}
		from := i
		if h, ok := a.honorificBefore(i); ok {
			from = h
		} else if o, ok := a.titleBefore(i); ok && a.pack.Code == "en" {
			from = o.from
			if held := a.withTitle(who, o.office.Title); len(held) > 0 {
				who = held
			}
		} else if _, verb := a.hitAt(i+1, "acts"); verb && a.pack.Code == "en" && a.tokens[i+1].capital == lower {
			// "In his closing remarks Ngoc said"
		} else if a.pack.Code != "en" {
			continue
		} else if place, ok := a.subjectPlace(i); !ok || place != i {
			continue
		}
		p := who[0]
		if len(who) > 1 {
			if p = a.lastNamed(who, i); p < 0 {
				continue
			}
		}
		found = append(found, mention{from: i, to: i + 1, outFrom: from, outTo: i + 1, person: p, by: byGivenName})
	}
	if len(found) > 0 {
		a.mentions = append(a.mentions, found...)
		slices.SortStableFunc(a.mentions, func(x, y mention) int { return x.from - y.from })
	}
}

// nameEnds are the words of a name that may stand for it: the last, and a first
// one with an apostrophe (H'Nhiên).
func nameEnds(name string) []string {
	first, last := name, name
	for i := 0; i < len(name); i++ {
		if name[i] == ' ' {
			first = name[:i]
			break
		}
	}
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == ' ' {
			last = name[i+1:]
			break
		}
	}
	out := []string{last}
	for i := 0; i < len(first); i++ {
		if first[i] == '\'' && first != last {
			out = append(out, first)
		}
	}
	return out
}

// partOfName tells whether the word at token i stands beside another
// capitalised word, or owns something.
func (a *analysis) partOfName(i int) bool {
	if i+1 < len(a.tokens) && a.sameSentence(i, i+1) {
		next := a.tokens[i+1]
		if next.kind == word && next.capital != lower || next.glued && (next.r == '\'' || next.r == '’' || next.r == '-') {
			return true
		}
	}
	if i > 0 && a.sameSentence(i-1, i) {
		before := a.tokens[i-1]
		if before.kind == word && before.capital != lower {
			_, ok := a.honorificBefore(i)
			if !ok {
				_, ok = a.titleBefore(i)
			}
			return !ok
		}
	}
	return false
}

func (a *analysis) honorificBefore(i int) (int, bool) {
	for k := max(0, i-3); k < i; k++ {
		if h, ok := a.hitAt(k, "honorific"); ok && h.to == i {
			return k, true
		}
		if i > 0 && a.tokens[i-1].r == '.' {
			if h, ok := a.hitAt(k, "honorific"); ok && h.to == i-1 {
				return k, true
			}
		}
	}
	return 0, false
}

// titleBefore is the office that ends right before token i.
func (a *analysis) titleBefore(i int) (office, bool) {
	for k := i - 1; k >= 0 && k > i-12; k-- {
		if to := a.officeEnd(k); to == i {
			o := search(a.offices, k, (*office).begins)
			return a.offices[o], true
		}
	}
	return office{}, false
}

// withTitle keeps the people who hold an office with a title.
func (a *analysis) withTitle(people []int, title string) []int {
	var out []int
	for _, p := range people {
		for _, x := range a.position {
			if x.Person == p && x.Office.Title == title {
				out = append(out, p)
				break
			}
		}
	}
	return out
}
