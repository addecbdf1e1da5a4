package extract

import "cadre/graph"

// upToAs are the people of a list whose members have offices of their own and
// which "as" ends, with the office they all take: "elected A, Director of X; the
// head of Y, B; and C, Chief of Z, as Vice Chairmen". last is where it ends.
func (f *changeFinder) upToAs(g group, groups []group, end int) (all []int, last int) {
	if f.pack.Code != "en" {
		return nil, 0
	}
	as := 0
	for k := g.to; k < end; k++ {
		if f.asOffice(k) {
			as = k
			break
		}
	}
	for _, h := range groups {
		if h.from < g.from || f.lastName(h) > as || f.has(max(g.to, h.from-3), h.from, "replacing_words") {
			continue
		}
		all = append(all, h.members...)
		last = f.lastName(h)
	}
	return all, last
}

// asOffice tells whether "as" stands at token k with an office behind it.
func (f *changeFinder) asOffice(k int) bool {
	h, ok := f.hitAt(k, "as_words")
	return ok && (f.startOf[h.to] > 0 || h.to+1 < len(f.startOf) && f.startOf[h.to+1] > 0)
}

// elliptic reads those who go on a sentence without its verb: "A was approved
// as Minister of Health; and B, head of X, as Minister of Justice".
func (f *changeFinder) elliptic(v changeVerb, from, end int, groups []group, date graph.Date) {
	if f.pack.Code != "en" || v.loss || v.state {
		return
	}
	for i, g := range groups {
		if g.from < from || g.from >= end || f.has(max(from, g.from-3), g.from, "replacing_words") {
			continue
		}
		to := end
		if i+1 < len(groups) {
			to = min(to, groups[i+1].from)
		}
		for k := f.lastName(g); k < to; k++ {
			if !f.asOffice(k) {
				continue
			}
			h, _ := f.hitAt(k, "as_words")
			n := f.startOf[h.to]
			if n == 0 {
				n = f.startOf[h.to+1]
			}
			office := f.offices[n-1].office
			for _, m := range g.members {
				f.add(v, m, &office, date)
			}
			break
		}
	}
}

// ofAnother tells whether "who" stands between a person and a verb, behind
// somebody else who is none of the article's people.
func (f *changeFinder) ofAnother(g group, v changeVerb) bool {
	for k := v.from - 1; k >= g.to && k >= v.from-4; k-- {
		if _, ok := f.hitAt(k, "relative_words"); ok {
			return k-max(f.lastName(g), g.to) > 2
		}
	}
	return false
}

// farLoss tells whether an office is not the one that a verb without a person
// behind it takes: only one right behind it, or with "as" or "from", is.
func (f *changeFinder) farLoss(v changeVerb, o office, at int) bool {
	if !v.loss || at != v.to || o.from-at <= 2 {
		return false
	}
	c, _ := f.cueBefore(o.from)
	return c != loses
}

// namedNext are the people whom the sentence after a verb names as those of
// whom it told: "elected three members to the Politburo. They are A, B and C."
func (f *changeFinder) namedNext(v changeVerb, end int) []int {
	if _, ok := f.membership(v, end); !ok || len(f.next) == 0 {
		return nil
	}
	s := f.next[0]
	for k := s.from; k < s.to && k < s.from+6; k++ {
		if _, ok := f.hitAt(k, "list_openers"); !ok {
			continue
		}
		var out []int
		for _, g := range f.groupsIn(s) {
			out = append(out, g.members...)
		}
		return out
	}
	return nil
}

// leaves puts down that people left the office with which the text names them:
// "Deputy Prime Minister A resigned", "accepted the resignation of President B".
func (f *changeFinder) leaves(s sentence, v changeVerb, who []int, date graph.Date) {
	if f.pack.Code != "en" {
		for _, m := range who {
			if f.has(v.from, v.to+1, "all_posts") {
				f.add(v, m, nil, date) // "cho thôi giữ các chức vụ trong Đảng"
			}
		}
		return
	}
	for i, m := range who {
		x := f.mentions[m]
		if i == 0 && x.to > v.from && x.outFrom-v.to > 2 || x.outTo <= v.from && !f.noSpeech(x.outTo, v.from) {
			continue
		}
		if o := f.heldBy(s, m); o != nil && !several(o.Title) || o != nil && f.namedWith(m) {
			f.add(v, m, o, date)
		}
	}
}

// namedWith tells whether an office stands with a person where they are mentioned.
func (f *changeFinder) namedWith(m int) bool {
	x := f.mentions[m]
	for _, o := range f.offices {
		if o.from >= x.outFrom && o.to <= x.outTo && o.person == x.person {
			return true
		}
	}
	return false
}

// done tells whether a verb behind "who" is news: one of leaving, or of what
// has just been done.
func (f *changeFinder) done(v changeVerb) bool {
	_, perfect := f.hitAt(v.from, "perfect_words")
	return perfect || v.loss || v.state
}

// behindAs tells whether "as" or another word that gives an office stands right
// before one.
func (f *changeFinder) behindAs(o office) bool {
	for k := max(0, o.from-4); k < o.from; k++ {
		for _, list := range []string{"as_words", "gains"} {
			if h, ok := f.hitAt(k, list); ok && h.to == o.from {
				return true
			}
		}
	}
	return false
}

// officeToCome tells whether the word that gives an office says that it is yet to be
// taken: "where he will serve as chairman".
func (f *changeFinder) officeToCome(o office) bool {
	for k := max(0, o.from-4); k < o.from; k++ {
		if f.planned(k) {
			return true
		}
	}
	return false
}

// stranger tells whether a name that is none of the article's people stands
// between a person and a verb: "while Le Viet A was removed".
func (f *changeFinder) stranger(from, to int) bool {
	for k := from; k+1 < to; k++ {
		if end, ok := f.nameAt(k); ok && end <= to && !f.startsPerson(k) && !f.inMention(k) {
			return true
		}
	}
	return false
}

// membersFrom are the people of a group and of those behind it up to token end.
func (f *changeFinder) membersFrom(g group, groups []group, end int) []int {
	var all []int
	for _, h := range groups {
		if h.from >= g.from && h.from < end {
			all = append(all, h.members...)
		}
	}
	return all
}
