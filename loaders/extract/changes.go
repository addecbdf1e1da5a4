package extract

import (
	"strings"

	"cadre/graph"
)

// changeVerb is one place where the text gives or takes an office.
type changeVerb struct {
	from, to int
	change   string
	loss     bool // the office named is the one left
	state    bool // it needs no office
	object   bool // the person stands right behind it
	before   bool // the office stands before the verb: "The post of … went to A"
}

// changeFinder gathers the changes of one article.
type changeFinder struct {
	*analysis
	changes []Change
	seen    map[string]int
	last    *Office // the office gained last: "giữ chức vụ này"
	next    []sentence
	number  int          // of the sentence at hand
	changed int          // the sentence that told of the change before
	who     []int        // those whom the verb before in the sentence is about
	own     bool         // the date of the verb at hand stands in its sentence
	dated   map[int]bool // changes whose date does
}

// findChanges reads appointments, elections, dismissals, deaths and the like
// that the article reports as news.
func (a *analysis) findChanges() []Change {
	f := &changeFinder{analysis: a, seen: map[string]int{}, dated: map[int]bool{}}
	for n, s := range a.sentences {
		f.next = a.sentences[n+1:]
		if a.tokens[s.from].skip && a.tokens[s.to-1].skip {
			continue
		}
		verbs := f.verbs(s)
		f.number, f.who = n, nil
		if len(verbs) == 0 && n > 0 {
			f.goesOn(s)
		}
		f.decided(n)
		for i, v := range verbs {
			end := s.to
			if i+1 < len(verbs) {
				end = verbs[i+1].from
			}
			f.verb(s, v, end)
		}
	}
	f.headline()
	return f.newsOnly()
}

// verbs are the verbs of change in a sentence, outside quotations, offices and names.
func (f *changeFinder) verbs(s sentence) []changeVerb {
	var out []changeVerb
	quoted, lists := false, bit("change_verbs")
	for k := s.from; k < s.to; k++ {
		switch f.tokens[k].r {
		case '“':
			quoted = true
		case '”':
			quoted = false
		case '"':
			quoted = !quoted
		}
		if !f.some(k, lists) {
			continue
		}
		h, ok := f.hitOf(k, "change_verbs")
		if !ok || quoted || f.inMention(k) {
			continue
		}
		k = h.to - 1
		if h.value == "-" {
			continue
		}
		v := changeVerb{from: h.from, to: h.to}
		if h.to-h.from > 1 && f.startOf[k] > 0 && f.offices[f.startOf[k]-1].acting {
			v.to-- // "giao quyền Bộ trưởng …"
		}
		var marks string
		v.change, marks, _ = strings.Cut(h.value, " ")
		v.loss, v.state, v.before = marks == "loss", marks == "state" || marks == "object", marks == "before"
		v.object = marks == "object"
		if n := len(out); n > 0 && out[n-1].change == "approved" && !v.loss && !v.state && v.from-out[n-1].to <= 14 && !f.namedIn(out[n-1].to, v.from) {
			out[n-1].to = v.to // "phê chuẩn đề nghị của … về việc bổ nhiệm ông A"
			continue
		}
		if f.deniedChange(s, v) {
			continue
		}
		if n := len(out); n > 0 && !v.loss && !v.state && !out[n-1].loss && !out[n-1].state && f.oneStep(out[n-1].to, v.from) {
			out[n-1].to, out[n-1].change = v.to, v.change // "điều động, phân công"
			continue
		}
		out = append(out, v)
	}
	return out
}

// oneStep tells whether two verbs are one act: only a comma or "and" stands between.
func (f *changeFinder) oneStep(from, to int) bool {
	for k := from; k < to; k++ {
		if f.tokens[k].r == ',' {
			continue
		}
		if h, ok := f.hitAt(k, "and"); !ok || h.to > to {
			return false
		}
	}
	return to-from <= 2
}

// inMention tells whether token i is part of a person's name or of an office.
func (f *changeFinder) inMention(i int) bool {
	lo := search(f.mentions, i+1, (*mention).ends)
	return lo < len(f.mentions) && f.mentions[lo].from <= i
}

// deniedChange tells whether a verb is planned, denied or of somebody's past life.
func (f *changeFinder) deniedChange(s sentence, v changeVerb) bool {
	for k := max(s.from, v.from-4); k < v.from; k++ {
		for _, h := range f.hitsAt(k) {
			if h.list != "change_unreal" || h.to > v.to {
				continue
			}
			if h.value == "relative" && f.done(v) {
				continue
			}
			if h.value == "decided" && f.has(max(s.from, k-12), k, "decision_words") && !f.has(max(s.from, k-12), k, "proposing_words") {
				k = h.to - 1 // "quyết định của Ban Bí thư về việc chỉ định ông A"
				break
			}
			if h.value != "-" || k == s.from {
				return true
			}
			k = h.to - 1 // "sau khi được bầu" behind its subject is news
			break
		}
	}
	if f.whenClause(v.from) || f.letting(s, v) || f.curriculum(s, v) {
		return true
	}
	if f.recalled(s) && (f.passive(s, v) || f.some(v.from, bit("own_changes"))) {
		return true
	}
	if f.pack.Code != "en" && (f.asked(s, v) || f.nominated(s, v)) {
		return true
	}
	if v.change == "disciplined" && f.has(max(s.from, v.from-9), v.from, "proposing_words") {
		return true
	}
	return v.change != "died" && f.has(max(s.from, v.from-8), v.from, "past_life")
}

// verb works out whom one verb is about, which offices and when.
func (f *changeFinder) verb(s sentence, v changeVerb, end int) {
	groups := f.groupsIn(s)
	if v.loss && f.has(v.to, end, "discipline_words") {
		v.change, v.loss, v.state = "disciplined", false, true
	}
	if who := f.below(s, v, end); len(who) > 0 {
		date, own := f.changeDate(s, v, end)
		f.own = own
		offices := f.officesOf(s, v, end, v.to)
		for _, o := range offices {
			office := o.office
			for _, m := range who {
				f.add(v, m, &office, date)
			}
		}
		if len(offices) == 0 && !v.loss && !v.state {
			f.eachOwn(v, who, date)
		}
		return
	}
	if f.roll(s, v) || f.pairs(s, v, end, groups) || f.targets(s, v, end, groups) {
		return
	}
	who, at := f.whom(s, v, end, groups)
	if at < 0 || v.change == "died" && f.others(s, v) {
		return
	}
	if len(who) == 0 && v.change == "died" {
		who, at = f.lastBefore(s, v), v.to
	}
	if len(who) == 0 && (v.loss || v.change == "appointed") && !v.state {
		who, at = f.who, v.to // "điều động ông A …, chỉ định tham gia …", "kỷ luật ông A bằng hình thức cách chức …"
	}
	if len(who) == 0 && !v.state && !v.loss {
		who, at = f.namedNext(v, end), v.to
	}
	if len(who) == 0 && (v.state || v.change == "disciplined") {
		who, at = f.above(f.number, v, end), v.to
		v.state = v.state || len(who) > 0
	}
	if len(who) == 0 && (v.change == "disciplined" || v.loss) && f.has(v.to, end, "pronoun_targets") {
		who = f.lastNamed(v.from)
	}
	if len(who) == 0 {
		return
	}
	f.who = who
	if f.has(v.to, end, "again_words") && v.change == "elected" {
		v.change = "reelected"
	}
	offices := f.officesOf(s, v, end, at)
	if v.change == "died" || v.change == "retired" {
		offices = nil // those behind are somebody else's
	}
	date, own := f.changeDate(s, v, end)
	f.own = own
	if f.longAgo(date) || f.career(s, v, date) {
		return
	}
	if len(offices) == 0 && v.loss {
		f.leaves(s, v, who, date)
		f.aftermath(s, v, end, who, v.to)
		return
	}
	if f.eachTheirs(who, offices) {
		for n, m := range who {
			office := offices[n].office
			f.add(v, m, &office, date)
		}
		return
	}
	if len(offices) == 0 && v.state {
		for _, m := range who {
			f.add(v, m, f.heldBy(s, m), date)
		}
		return
	}
	if len(offices) == 0 {
		if !v.loss && f.last == nil && f.has(v.to, end, "same_office") {
			f.last = f.postBefore(s)
		}
		if !v.loss && f.last != nil && (f.has(v.to, end, "same_office") || len(f.changes) > 0 && f.gainedHere(s, who)) {
			for _, m := range who {
				f.add(v, m, f.last, date)
			}
		}
		return
	}
	defer f.elliptic(v, offices[len(offices)-1].to, end, groups, date)
	for _, o := range offices {
		office := o.office
		for _, m := range who {
			f.add(v, m, &office, date)
		}
		if (!v.loss || f.pack.Code == "en") && !v.state {
			f.last = &office // "relieved A of the post of X and elected B to the post"
		}
	}
	f.aftermath(s, v, end, who, offices[len(offices)-1].to)
}

// below are the people of a list that a sentence ending in a colon opens: one
// a line, numbered or with a dash.
func (f *changeFinder) below(s sentence, v changeVerb, end int) []int {
	if end != s.to || f.tokens[s.to-1].r != ':' {
		return nil
	}
	var out []int
	paragraph := -1
	for _, n := range f.next {
		groups := f.groupsIn(n)
		first := f.tokens[n.from]
		if len(groups) == 0 && n.to-n.from <= 2 && first.kind == number {
			continue // "1." on its own
		}
		listed := first.kind == number || isDash(first.r) || first.r == '•' || first.r == '+' || first.r == '*'
		if !listed && len(out) > 0 && n.paragraph == paragraph {
			continue // more of the one listed last
		}
		paragraph = n.paragraph
		if len(groups) == 0 || !listed && groups[0].from > n.from || len(out) > 40 {
			break
		}
		if listed || groups[0].from == n.from && n.paragraph > s.paragraph {
			out = append(out, groups[0].members[0])
		}
		if !listed {
			continue
		}
	}
	return out
}

// pairs reads several people who each take an office of their own after one
// verb: "bầu ông A làm Chủ tịch, ông B làm Phó Chủ tịch".
func (f *changeFinder) pairs(s sentence, v changeVerb, end int, groups []group) bool {
	var members []int
	for _, g := range groups {
		if g.from >= v.to && g.from < end && (f.pack.Code == "en" || !f.has(max(v.to, g.from-3), g.from, "replacing_words")) {
			members = append(members, g.members...)
		}
	}
	if len(members) == 0 || v.loss || v.state || len(members) == 1 && (f.passive(s, v) || f.tokens[f.mentions[members[0]].outFrom-1].r != ';') {
		return false
	}
	type pair struct {
		m int
		o office
	}
	var found []pair
	lo, hi := f.officesIn(s)
	for n, m := range members {
		from, to := f.mentions[m].to, end
		if n+1 < len(members) {
			to = f.mentions[members[n+1]].from
		}
		for i := lo; i < hi; i++ {
			if o := f.offices[i]; o.from >= from && o.to <= to && f.taken(v, o) && o.from != v.to && (f.pack.Code != "en" || f.behindAs(o)) {
				found = append(found, pair{m, o})
				break
			}
		}
	}
	if len(found) != len(members) || len(found) == 1 && found[0].o.from-f.mentions[members[0]].to > 3 {
		return false // of one alone the office follows at once: "…; ông A làm Chủ nhiệm"
	}
	date, own := f.changeDate(s, v, end)
	f.own = own
	for _, p := range found {
		office := p.o.office
		f.add(v, p.m, &office, date)
		f.last = &office
	}
	return true
}

// lastBefore is the person spoken of last before a sentence that tells of a
// death with a pronoun.
func (f *changeFinder) lastBefore(s sentence, v changeVerb) []int {
	pronoun := false
	for k := max(s.from, v.from-4); k < v.from; k++ {
		if h, ok := f.hitAt(k, "pronouns"); ok && h.to <= v.from && f.tokens[h.to].capital == lower {
			pronoun = true
		}
	}
	if !pronoun {
		return nil
	}
	for i := len(f.mentions) - 1; i >= 0; i-- {
		if f.mentions[i].from < s.from {
			return []int{i}
		}
	}
	return nil
}

// add puts a change down once.
func (f *changeFinder) add(v changeVerb, m int, o *Office, date graph.Date) {
	who := f.mentions[m]
	o = f.fullest(who.person, o)
	key := v.change + "|" + f.people[who.person].Name
	if o != nil && !v.state {
		key += "|" + strings.ToLower(o.NameVI)
	}
	from, to := min(who.from, v.from), max(who.to, v.to)
	if f.tokens[from].sentence != f.tokens[to-1].sentence || to-from > 80 {
		from, to = v.from, v.to
	}
	span := f.span(from, to)
	if i, ok := f.seen[key]; ok {
		c := &f.changes[i]
		if c.Date == "" || len(date) > len(c.Date) || f.own && !f.dated[i] {
			c.Date = date
			f.dated[i] = f.own
		}
		if len(c.Evidence) < 3 {
			c.Evidence = append(c.Evidence, span)
		}
		return
	}
	f.changed = f.number
	f.seen[key] = len(f.changes)
	f.dated[len(f.changes)] = f.own
	f.changes = append(f.changes, Change{Person: who.person, Change: v.change, Office: o, Date: date, Evidence: []Span{span}, Rule: "change." + v.change})
}
