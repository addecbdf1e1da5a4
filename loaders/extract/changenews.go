package extract

// headline reads what a headline says without a verb of change, "Ông A làm Bí
// thư Tỉnh ủy", unless the text tells how the office was given.
func (f *changeFinder) headline() {
	title := f.article.TitleSpan
	if f.pack.Code == "en" || title.End <= title.Start {
		return
	}
	for m := range f.mentions {
		x := &f.mentions[m]
		if x.by != byName || f.tokens[x.from].start < title.Start || f.tokens[x.to-1].end > title.End {
			continue
		}
		h, ok := f.hitAt(x.to, "headline_verbs")
		if !ok || int(f.startOf[h.to]) == 0 || f.has(max(0, x.outFrom-2), x.from, "kin_words") {
			continue
		}
		o := f.offices[f.startOf[h.to]-1]
		if o.former || f.gained(x.person, o.office.Title) {
			continue
		}
		s := f.sentences[f.tokens[x.from].sentence]
		f.number = int(f.tokens[x.from].sentence)
		v := changeVerb{from: h.from, to: h.to, change: "appointed"}
		if f.deniedChange(s, v) {
			continue
		}
		date, own := f.changeDate(s, v, s.to)
		f.own = own
		office := o.office
		f.add(v, m, &office, date)
	}
}

// letting tells whether somebody is only to be let go, which the words before
// the person say: "tờ trình về việc cho ông A thôi giữ chức …".
func (f *changeFinder) letting(s sentence, v changeVerb) bool {
	if !v.loss || f.pack.Code == "en" {
		return false
	}
	lo, hi := f.mentionsIn(s)
	for ; lo < hi; lo++ {
		x := f.mentions[lo]
		if x.to > v.from || v.from-x.outTo > 1 {
			continue
		}
		if _, ok := f.hitAt(x.outFrom-1, "change_targets"); !ok || x.outFrom == s.from {
			return false
		}
		from := max(s.from, x.outFrom-14)
		return f.has(from, x.outFrom, "proposing_words") && !f.has(from, x.outFrom, "approving_words")
	}
	return false
}

// curriculum tells whether a sentence that gives somebody's birth goes on with
// what happened to them since: "Ông A sinh năm 1957, đã được … cho thôi …".
func (f *changeFinder) curriculum(s sentence, v changeVerb) bool {
	if f.pack.Code == "en" || v.change == "died" {
		return false
	}
	for k := s.from; k < v.from; k++ {
		if f.tokens[k].r == ';' {
			return false
		}
		if f.tokens[k].r == ':' && k-s.from <= 14 && f.tokens[k-1].kind == number && f.has(s.from, k, "until") {
			return true // "Tháng 5/2007 đến 5/2011: Ông A được bổ nhiệm …"
		}
		if _, ok := f.hitAt(k, "birth_words"); ok && !f.inMention(k) {
			return !f.has(s.from, k, "change_verbs") && !f.inBrackets(s, k)
		}
	}
	return false
}

// gained tells whether a person is known to have been given an office of a title.
func (f *changeFinder) gained(person int, title string) bool {
	for _, c := range f.changes {
		if c.Person == person && c.Office != nil && c.Office.Title == title {
			return true
		}
	}
	return false
}

// gainedHere tells whether the people of a verb without an office were given
// one before in the sentence: "được chuẩn y giữ chức …, sau khi được … bầu".
func (f *changeFinder) gainedHere(s sentence, who []int) bool {
	c := f.changes[len(f.changes)-1]
	if c.Change == "dismissed" || c.Change == "resigned" {
		return false
	}
	return len(c.Evidence) > 0 && c.Evidence[0].Start >= f.tokens[s.from].start && c.Person == f.mentions[who[0]].person
}

// aftermath reads what a dismissal leads to: "thôi giữ chức … để làm …".
func (f *changeFinder) aftermath(s sentence, v changeVerb, end int, who []int, last int) {
	if !v.loss {
		return
	}
	for k := last; k < end; k++ {
		if h, ok := f.hitAt(k, "to_become"); ok {
			lo, hi := f.officesIn(s)
			for ; lo < hi; lo++ {
				if o := f.offices[lo]; o.from >= h.to && o.from-h.to <= 2 {
					office := o.office
					for _, m := range who {
						f.add(changeVerb{from: k, to: o.to, change: "appointed"}, m, &office, "")
					}
					f.last = &office
					return
				}
			}
		}
	}
}
