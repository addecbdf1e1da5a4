package extract

// toldTo tells whether an English office with its article, parted by a comma from
// the one that begins at token from, is somebody else's: "Reporting to the
// Deputy PM, Chairman of the Committee A said".
func (a *analysis) toldTo(p, from int) bool {
	o := a.offices[p]
	if o.from < 1 || o.to >= from || a.tokens[o.to].r != ',' {
		return false
	}
	h, ok := a.hitAt(o.from-1, "articles")
	return ok && h.to == o.from
}

// ofMany tells whether an English office behind a name is in the plural and no
// list of names stands before it: "A, Secretary of X; former Politburo members".
func (a *analysis) ofMany(o, n int) bool {
	off := &a.offices[o]
	return off.read.plural && !off.read.phrase() && (n == 0 || !a.listed(n-1, n, false) && !a.listedApart(n))
}

// listedApart tells whether a name before n, whose offices stand between, is
// joined to it by "and".
func (a *analysis) listedApart(n int) bool {
	from := a.names[n].outFrom
	return from > 0 && a.isAnd(from-1) && a.names[n-1].outTo <= from-1 && from-a.names[n-1].outTo <= 2
}

// firmBefore is where the name of a firm that stands before a bodiless English
// title begins, "Lotte Chairman Shin Dong-bin": capitalised words that no list
// knows. It is from where there is none.
func (a *analysis) firmBefore(from int) int {
	k := from
	for k > 0 && k > from-3 && !a.crosses(k-1, from+1) && a.capitalAt(k-1) {
		known := false
		for _, h := range a.hitsAt(k - 1) {
			known = known || h.list != "bodyend" && h.list != "surnames" && h.list != "notname"
		}
		if known {
			return from
		}
		k--
	}
	if k < from && a.sentences[a.tokens[k].sentence].from == k && from-k == 1 {
		return from
	}
	return k
}

// leads tells whether a person heads the delegation that does an act: "a
// delegation led by A paid a visit".
func (f *roleFinder) leads(from int, x act) bool {
	if x.roles != "visited" && x.roles != "attended" {
		return false
	}
	return f.endsBefore(from, 3, "led_by_words")
}

// pronounRight tells whether token i is a word that stands for a person.
func (a *analysis) pronounRight(i int) bool {
	if i < 0 {
		return false
	}
	h, ok := a.hitAt(i, "pronouns")
	return ok && h.to == i+1
}
