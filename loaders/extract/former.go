package extract

// spreadFormer lets "nguyên" before the first of the offices after a name cover
// the others, "nguyên Phó Chủ tịch, Giám đốc Sở …", unless a word for the past
// stands before another of them too, or one for the present. The claims of the
// chain begin at first.
func (a *analysis) spreadFormer(first int) {
	chain := a.claims[first:]
	if a.pack.Code == "en" || len(chain) < 2 || !chain[0].former || chain[0].weak || a.offices[chain[0].office].list {
		return
	}
	for i := 1; i < len(chain); i++ {
		o := &a.offices[chain[i].office]
		if _, and := a.hitAt(o.from-1, "and"); chain[i].former || a.tokens[o.from-1].kind == word && !and {
			return
		}
	}
	for i := 1; i < len(chain); i++ {
		if a.forRetired(&a.offices[chain[i].office]) {
			return
		}
		chain[i].former = true
	}
}

// forRetired tells whether an office is one that people take up when they have
// left theirs: of an association, a fund, an honorary one.
func (a *analysis) forRetired(o *office) bool {
	for i := o.from; i < o.to; i++ {
		if _, ok := a.hitAt(i, "retired_posts"); ok {
			return true
		}
	}
	return false
}

// outlive makes the posts of a career posts of the past: those which a verb with
// its year gave somebody, where a later one gave them another post of which
// nobody has two.
func (a *analysis) outlive() {
	if a.pack.Code == "en" {
		return
	}
	type last struct{ claim, year int }
	posts := map[string]last{}
	for i := range a.claims {
		c := &a.claims[i]
		o := &a.offices[c.office]
		if c.rule != "office-by-verb" || c.former || !a.single(o.read.base.name) {
			continue
		}
		y := a.yearOpening(o.from)
		if y == 0 {
			continue
		}
		if p, ok := posts[a.keys[c.name]]; ok && p.year <= y && a.claims[p.claim].office != c.office {
			a.claims[p.claim].former, a.claims[p.claim].weak = true, true
		}
		posts[a.keys[c.name]] = last{i, y}
	}
}

// single tells whether a title is of a post that takes all one's time.
func (a *analysis) single(title string) bool {
	return a.pack.listed("single_posts", title)
}

// yearOpening is the year with which the sentence of token i opens; 0 for none.
func (a *analysis) yearOpening(i int) int {
	from := a.sentences[a.tokens[i].sentence].from
	for k := from; k < i && k < from+10; k++ {
		if _, term := a.hitAt(k, "term"); term {
			return 0
		}
		if y, ok := a.year(k); ok {
			return y
		}
	}
	return 0
}
