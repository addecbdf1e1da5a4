package extract

import (
	"cadre/graph"
)

// targets reads several people whom one verb concerns, each with an office of
// their own: "miễn nhiệm chức vụ A đối với ông X và chức vụ B đối với ông Y".
func (f *changeFinder) targets(s sentence, v changeVerb, end int, groups []group) bool {
	type pair struct {
		g group
		o office
	}
	var found []pair
	from := v.to
	lo, hi := f.officesIn(s)
	for _, g := range groups {
		if g.from < v.to || g.from >= end || !f.targeted(g.from, from) {
			continue
		}
		for i := hi - 1; i >= lo; i-- {
			if o := f.offices[i]; o.from >= from && o.to <= g.from && o.person < 0 && g.from-o.to <= 8 || o.from >= from && o.to <= g.from && g.from-o.to <= 4 {
				found = append(found, pair{g, o})
				break
			}
		}
		from = g.to
	}
	if len(found) < 2 {
		return false
	}
	date, own := f.changeDate(s, v, end)
	f.own = own
	for _, p := range found {
		office := p.o.office
		for _, m := range p.g.members {
			f.add(v, m, &office, date)
		}
	}
	return true
}

// roll reads a list of people behind a verb that takes an office from each,
// parted by semicolons with what is told of each between: "miễn nhiệm chức danh
// … đối với các ông: A – …, đã chuyển công tác; B – …".
func (f *changeFinder) roll(s sentence, v changeVerb) bool {
	who, at := f.rollBehind(s, v)
	if !v.loss || len(who) < 2 {
		return false
	}
	date, own := f.changeDate(s, v, at)
	f.own, f.who = own, who
	for _, o := range f.officesOf(s, v, at, v.to) {
		office := o.office
		for _, m := range who {
			f.add(v, m, &office, date)
		}
	}
	return true
}

// rollBehind are the people of such a list, and where it begins.
func (f *changeFinder) rollBehind(s sentence, v changeVerb) (who []int, at int) {
	for k := v.to; k < s.to && k < v.to+30; k++ {
		h, ok := f.hitAt(k, "against")
		if !ok || h.to >= s.to {
			continue
		}
		colon := h.to
		for colon < s.to && colon < h.to+4 && f.tokens[colon].r != ':' {
			colon++
		}
		if colon >= s.to || f.tokens[colon].r != ':' {
			continue
		}
		lo, hi := f.mentionsIn(s)
		for i := colon; i < s.to; i++ {
			if i > colon && f.tokens[i].r != ';' {
				continue
			}
			for ; lo < hi && f.mentions[lo].from <= i; lo++ {
			}
			if lo < hi && f.mentions[lo].outFrom <= i+3 && f.mentions[lo].by == byName {
				who = append(who, lo)
			} else {
				break
			}
		}
		return who, colon
	}
	return nil, 0
}

// eachOwn gives the people of a list, one a line, the office that their line
// says each takes: "- Đồng chí A, …: giữ chức …".
func (f *changeFinder) eachOwn(v changeVerb, who []int, date graph.Date) {
	for _, m := range who {
		at := f.mentions[m].to
		lo, hi := f.officesIn(f.sentences[f.tokens[at-1].sentence])
		for ; lo < hi; lo++ {
			o := f.offices[lo]
			if o.from < at || !f.taken(changeVerb{from: at, to: at, change: v.change}, o) || o.from == at {
				continue
			}
			if o.from-at > 2 || f.tokens[at].kind == word { // no apposition
				office := o.office
				f.add(v, m, &office, date)
				break
			}
		}
	}
}

// goesOn reads a sentence without a verb of change that carries on the decisions
// of the one before: "Đồng chí A, Bí thư Tỉnh ủy …, giữ chức …".
func (f *changeFinder) goesOn(s sentence) {
	groups := f.groupsIn(s)
	if len(f.changes) == 0 || len(groups) == 0 || len(groups[0].members) != 1 {
		return
	}
	last := f.changes[len(f.changes)-1]
	before := f.sentences[f.number-1]
	if last.Change != "appointed" || last.Date == "" || before.paragraph != s.paragraph || last.Evidence[0].Start < f.tokens[before.from].start {
		return
	}
	m := groups[0].members[0]
	if f.mentions[m].outFrom != s.from || f.mentions[m].by == byOffice {
		return
	}
	for k := f.mentions[m].to; k < s.to; k++ {
		h, ok := f.hitAt(k, "takes_office")
		if !ok || f.tokens[k-1].r != ',' || f.startOf[h.to] == 0 {
			continue
		}
		v := changeVerb{from: k, to: h.to, change: last.Change}
		for _, o := range f.officesOf(s, v, s.to, h.to) {
			office := o.office
			f.add(v, m, &office, last.Date)
		}
		return
	}
}

// decided reads a line of a list that makes decisions on people known, "- Đồng
// chí A, …: giữ chức …;": the list stands under a sentence that ends in a colon
// and, with the one before it, speaks of decisions.
func (f *changeFinder) decided(n int) {
	s := f.sentences[n]
	groups := f.groupsIn(s)
	if len(groups) == 0 || len(groups[0].members) != 1 || !f.bulleted(s) || !f.underDecisions(n) {
		return
	}
	m := groups[0].members[0]
	if f.mentions[m].outFrom > s.from+2 || f.mentions[m].by == byOffice {
		return
	}
	for k := f.mentions[m].to; k < s.to; k++ {
		h, ok := f.hitAt(k, "takes_office")
		if r := f.tokens[k-1].r; !ok || r != ',' && r != ':' || f.startOf[h.to] == 0 {
			continue
		}
		v := changeVerb{from: k, to: h.to, change: "appointed"}
		date, own := f.changeDate(s, v, s.to)
		f.own, f.who = own, []int{m}
		for _, o := range f.officesOf(s, v, s.to, h.to) {
			office := o.office
			f.add(v, m, &office, date)
		}
		return
	}
}

// bulleted tells whether a sentence is a line of a list.
func (f *changeFinder) bulleted(s sentence) bool {
	first := f.tokens[s.from]
	return first.kind == number || isDash(first.r) || first.r == '•' || first.r == '+' || first.r == '*'
}

// underDecisions tells whether the list of a line is one of decisions.
func (f *changeFinder) underDecisions(n int) bool {
	k := n - 1
	for k >= 0 && k > n-40 && f.bulleted(f.sentences[k]) {
		k--
	}
	if k < 0 || f.tokens[f.sentences[k].to-1].r != ':' {
		return false
	}
	from := f.sentences[k].from
	if k > 0 && f.sentences[k-1].paragraph == f.sentences[k].paragraph {
		from = f.sentences[k-1].from
	}
	return f.has(from, f.sentences[k].to, "decision_words")
}

// above are the people of a list that stands before a sentence which speaks of
// them together: "khai trừ ra khỏi Đảng đối với bảy trường hợp nêu trên".
func (f *changeFinder) above(n int, v changeVerb, end int) []int {
	if !f.has(v.to, end, "above_words") {
		return nil
	}
	var out []int
	for k := n - 1; k >= 0 && k > n-60; k-- {
		s := f.sentences[k]
		first := f.tokens[s.from]
		listed := isDash(first.r) || first.r == '•' || first.r == '+' || first.r == '*' || first.kind == number
		groups := f.groupsIn(s)
		if !listed || len(groups) == 0 {
			if len(out) > 0 {
				break
			}
			continue
		}
		out = append(out, groups[0].members[0])
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// eachTheirs tells whether as many people as offices stand with a verb, each
// office one that a single person holds: "ông A và ông B được bầu giữ chức Chủ
// tịch HĐND và Chủ tịch UBND".
func (f *changeFinder) eachTheirs(who []int, offices []office) bool {
	if len(who) < 2 || len(who) != len(offices) {
		return false
	}
	for i, o := range offices {
		if several(o.office.Title) {
			return false
		}
		if i+1 == len(offices) {
			_, and := f.hitAt(offices[i-1].to, "and")
			return and
		}
	}
	return false
}

// recalled tells whether a sentence goes on with somebody's career: it opens
// with "Sau đó", "Trước đó" and names no day.
func (f *changeFinder) recalled(s sentence) bool {
	if d := f.firstDate(s.from); d < len(f.dates) && f.dates[d].from < s.to {
		return false
	}
	return f.has(s.from, min(s.to, s.from+2), "career_words")
}

// others tells whether a verb of dying is told of people who are not named:
// "cho các mẹ đã qua đời".
func (f *changeFinder) others(s sentence, v changeVerb) bool {
	for k := v.from - 1; k >= s.from && k >= v.from-4; k-- {
		if f.inMention(k) {
			return false
		}
		for _, list := range []string{"plural_words", "unnamed_holders"} {
			if _, ok := f.hitAt(k, list); ok {
				return true
			}
		}
	}
	return false
}

// nominated tells whether a verb of choosing says what somebody is put forward
// for: "giới thiệu để Quốc hội bầu ông A", with no comma between.
func (f *changeFinder) nominated(s sentence, v changeVerb) bool {
	if v.loss || v.state {
		return false
	}
	for k := v.from - 1; k >= max(s.from, v.from-10); k-- {
		if f.tokens[k].r == ',' || f.tokens[k].r == ';' || f.inMention(k) {
			return false
		}
		if _, ok := f.hitAt(k, "nominating_words"); ok {
			return true
		}
	}
	return false
}

// postBefore is the office that the sentences before name without a holder,
// which "the post" goes back to.
func (f *changeFinder) postBefore(s sentence) *Office {
	lo, _ := f.officesIn(s)
	for i := lo - 1; i >= 0; i-- {
		o := f.offices[i]
		if f.tokens[s.from].sentence-f.tokens[o.from].sentence > 2 {
			return nil
		}
		if o.person < 0 && o.office.Body != "" && f.has(max(0, o.from-3), o.from, "post_words") {
			office := o.office
			return &office
		}
	}
	return nil
}

// newsOnly leaves out the career that an article on somebody's death recalls.
func (f *changeFinder) newsOnly() []Change {
	dead, named := map[int]bool{}, map[int]bool{}
	for _, c := range f.changes {
		if c.Change == "died" {
			dead[c.Person] = true
		}
		if c.Change == "dismissed" && c.Office != nil {
			named[c.Person] = true
		}
	}
	out := f.changes[:0]
	for _, c := range f.changes {
		if dead[c.Person] && c.Change != "died" || c.Change == "dismissed" && c.Office == nil && named[c.Person] {
			continue // "all posts" adds nothing where they are named
		}
		out = append(out, c)
	}
	return out
}

// whenClause tells whether the subject that ends before token i opens a clause
// of time or condition: "khi ông A thôi làm Bí thư thì …".
func (f *changeFinder) whenClause(i int) bool {
	after := search(f.mentions, i+1, (*mention).begins)
	for m := after - 1; m >= 0 && m > after-4; m-- {
		x := &f.mentions[m]
		if x.to != i && x.outTo != i {
			continue
		}
		for back := min(3, x.outFrom); back > 0; back-- {
			if h, ok := f.hitAt(x.outFrom-back, "when_words"); ok && h.to == x.outFrom {
				return h.value != "-"
			}
		}
	}
	return false
}

// lastNamed is the mention last before token i.
func (f *changeFinder) lastNamed(i int) []int {
	for m := len(f.mentions) - 1; m >= 0; m-- {
		if f.mentions[m].to <= i {
			return []int{m}
		}
	}
	return nil
}

// asked tells whether a verb is what somebody asks for, "đề nghị Văn phòng cách
// chức ông A", or has the power to do.
func (f *changeFinder) asked(s sentence, v changeVerb) bool {
	for k := v.from - 1; k >= s.from && k >= v.from-12; k-- {
		if r := f.tokens[k].r; r == ';' || r == ':' {
			return false
		}
		if h, ok := f.hitAt(k, "asking_words"); ok && h.to <= v.from && (h.value == "power" || k >= v.from-9) {
			return !f.has(s.from, k, "approving_words")
		}
	}
	return false
}

// background tells whether a clause of time begins right before a person: "sau
// khi ông A được bổ nhiệm …" recalls what has been news before.
func (f *changeFinder) background(s sentence, g group) bool {
	from := f.mentions[g.members[0]].outFrom
	for k := max(s.from, from-4); k < from; k++ {
		if h, ok := f.hitAt(k, "time_clauses"); ok && h.to == from {
			return true
		}
	}
	return false
}
