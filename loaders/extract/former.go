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
