package extract

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
	lo, hi := 0, len(a.offices)
	for lo < hi {
		mid := (lo + hi) / 2
		if a.offices[mid].from < s.from {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	end := lo
	for end < len(a.offices) && a.offices[end].from < s.to {
		end++
	}
	return lo, end
}

// unnamedActs puts down the office-holders who act without being named: "Các
// đồng chí Bí thư Tỉnh ủy Lai Châu, Phú Yên phát biểu". Only offices with a
// place or a body of their own, right before the act, are told apart enough.
func (f *roleFinder) unnamedActs(c *clause, x act) {
	if x.by || x.list || x.verb {
		return
	}
	lo, hi := f.officesIn(c.sentence)
	event := -1
	for i := hi - 1; i >= lo; i-- {
		o := f.offices[i]
		if o.to > x.from {
			continue
		}
		if o.person >= 0 || o.office.Body == "" || o.former || f.isObject(o.from, c.from) {
			return
		}
		gap := x.from - o.to
		if gap > 6 {
			return
		}
		if event < 0 {
			if event = f.eventOf(c, x, nil); event < 0 {
				return
			}
		}
		f.unnamed = append(f.unnamed, Unnamed{Office: o.office, Role: x.roles, Event: event, Evidence: []Span{f.span(o.from, x.to)}, Rule: "unnamed"})
		x.from = o.from
		if i > lo && f.offices[i-1].to+3 < o.from {
			return
		}
	}
}
