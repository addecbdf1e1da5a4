package extract

import "strings"

// mayBeUnnamed tells whether a sentence names an office whose holder it does not name.
func (f *roleFinder) mayBeUnnamed(s sentence) bool {
	lo, hi := f.officesIn(s)
	for i := lo; i < hi; i++ {
		if f.offices[i].person < 0 {
			return true
		}
	}
	return false
}

func (a *analysis) officesIn(s sentence) (from, to int) {
	return between(a.offices, s.from, s.to, (*office).begins)
}

// unnamedActs puts down the office-holders who act without being named: "Các
// đồng chí Bí thư Tỉnh ủy Lai Châu, Phú Yên phát biểu". Only offices that one
// person holds at a time are told apart enough; planned acts count only where
// the event is announced too.
func (f *roleFinder) unnamedActs(c *clause, x act, planned bool) {
	if x.by || x.list {
		return
	}
	lo, hi := f.officesIn(c.sentence)
	event, next := -1, x.from
	for i := hi - 1; i >= lo; i-- {
		o := f.offices[i]
		if o.to > x.from {
			continue
		}
		if o.person >= 0 || o.former || f.isObject(o.from, c.from) {
			return
		}
		places, to := f.morePlaces(o)
		if !f.closeTo(to, next) || x.verb && next == x.from && next-to > 2 {
			return
		}
		if event < 0 {
			if event = f.eventOf(c, x, nil); event < 0 || planned != f.toCome(event) {
				return
			}
		}
		if f.onePerson(o, len(places)) {
			span := f.span(o.from, x.to)
			for n := len(places) - 1; n >= 0; n-- {
				f.unnamed = append(f.unnamed, Unnamed{Office: moved(o.office, places[n]), Role: x.roles, Event: event, Evidence: []Span{span}, Rule: "unnamed.list"})
			}
			f.unnamed = append(f.unnamed, Unnamed{Office: o.office, Role: x.roles, Event: event, Evidence: []Span{span}, Rule: "unnamed"})
		}
		next = o.from
		if i > lo && f.offices[i-1].to+3 < o.from {
			return
		}
	}
}

// holderSays tells whether what is said at token x is said by an office-holder
// without a name who speaks at an event that is told of: the office stands right
// before the verb, and neither the press nor another time or place with it.
func (f *roleFinder) holderSays(c *clause, x act) bool {
	event := f.eventOf(c, x, nil)
	if x.by || x.list || event < 0 || f.toCome(event) || f.aside(c, event) || f.interview(c, x) || f.onScene(c) || f.otherDay(c, x, event) || f.unheard(c, x, event) || f.early(c, event) {
		return false
	}
	lo, hi := f.officesIn(c.sentence)
	for i := hi - 1; i >= lo; i-- {
		if o := f.offices[i]; o.to <= x.from {
			return o.person < 0 && x.from-o.to <= 1 && (o.from <= c.from+1 || f.tokens[o.from-1].r == ',') && f.onePerson(o, 0) &&
				!f.onPaper(c, o.from) && !f.earlierTime(c, o.from)
		}
	}
	return false
}

// onePerson tells whether an office tells its holder: it has a body and, where
// that is one of many, its place; or its title says all.
func (f *roleFinder) onePerson(o office, more int) bool {
	if o.read.plural && more == 0 && o.office.Place == "" {
		return false // "các đồng chí Bí thư Tỉnh ủy"
	}
	if o.office.Body == "" {
		return o.read.base != nil && o.read.base.takes == "self" && !o.read.plural && !several(o.office.Title)
	}
	return !several(o.office.Title) && !strings.HasPrefix(o.office.Title, "Thành viên")
}

// morePlaces are the places that share the office before them: "Bí thư Tỉnh ủy
// Lai Châu, Phú Yên và Hà Tĩnh"; to is where their list ends.
func (f *roleFinder) morePlaces(o office) (places []string, to int) {
	to = o.to
	if o.office.Place == "" {
		return nil, to
	}
	for to < len(f.tokens) && f.sameSentence(o.from, to) {
		k := to
		if f.tokens[k].r == ',' {
			k++
		}
		if h, ok := f.hitAt(k, "and"); ok {
			k = h.to
		}
		h, ok := f.hitAt(k, "province")
		if !ok || k == to || f.tokens[k].capital == lower {
			break
		}
		places = append(places, h.value)
		to = h.to
	}
	return places, to
}

// moved is an office with another place.
func moved(o Office, place string) Office {
	for _, s := range []*string{&o.Name, &o.NameVI, &o.Body} {
		if i := strings.LastIndex(*s, o.Place); i >= 0 {
			*s = (*s)[:i] + place + (*s)[i+len(o.Place):]
		}
	}
	o.NameEN = ""
	o.Place = place
	return o
}

// closeTo tells whether an act at token x may be that of the office which ends
// at token i: few words stand between, but for a clause between commas that
// tells who the holder is.
func (f *roleFinder) closeTo(i, x int) bool {
	if i+1 < x && f.tokens[i].r == ',' {
		if _, ok := f.hitAt(i+1, "relative_words"); ok {
			for k := i + 2; k < x; k++ {
				if f.tokens[k].r == ',' {
					i = k
					break
				}
			}
		}
	}
	return x-i <= 6
}
