package extract

// cluster is one event with all its mentions, before it is printed.
type cluster struct {
	Event
	mentions []int // numbers in eventAt
	ordinal  int
	term     int
	quarter  int
	words    map[string]bool
	lead     int  // token of the first mention
	own      bool // its date is its own, not the article's
	verb     bool // only verbs tell of it
	told     bool // its name is what a verb tells
	heads    map[string]bool
	passing  bool // every mention is in passing
	title    bool // only the headline names it
	press    bool // held to tell the press
	plain    bool // words that are no name of its own tell it from others
	country  string
	guest    int
}

// findEvents joins the event mentions of the text to events, finds the one the
// article is about and gives each its date, places and organisers.
func (a *analysis) findEvents() {
	a.officeMentions()
	a.givenMentions()
	a.findLeader()
	a.findQuotes()
	a.findActs()
	a.eventAt = a.scanEvents()
	a.dateMentions()
	a.main = -1
	// names before words that refer back to them; the body before the headline,
	// which shortens and capitalises
	for n, pass := range []struct{ bare, title bool }{{false, false}, {false, true}, {true, false}, {true, true}} {
		if n == 1 || n == 2 {
			a.chooseMain()
		}
		for i := range a.eventAt {
			if m := a.eventAt[i]; m.title == pass.title && a.bare(m) == pass.bare {
				a.place(i)
			}
		}
	}
	a.chooseMain()
	a.dateEvents()
	a.dressEvents()
	for i := range a.clusters {
		a.events = append(a.events, a.clusters[i].Event)
	}
}

// bare tells whether a mention only refers back: it has no name, and is no verb
// that opens the story with a day of its own.
func (a *analysis) bare(m eventMention) bool {
	if m.part {
		return true
	}
	return m.name == "" && (!m.verb || m.title || m.date < 0 || a.lead(m.from) == 0)
}

// place puts a mention into the cluster it belongs to, or a new one.
func (a *analysis) place(i int) {
	m := &a.eventAt[i]
	best := -1
	if m.name == "" || m.part {
		best = a.antecedent(*m)
	} else {
		best = a.sameEvent(*m)
		if best < 0 && m.title && !m.passing && a.main >= 0 && akin(a.clusters[a.main].Kind, m.kind) && !a.conflict(&a.clusters[a.main], *m) {
			best = a.main // the headline words it its own way
		}
	}
	if best < 0 {
		if m.name == "" && m.date >= 0 && a.isSequel(*m, a.dates[m.date]) {
			m.name = a.str(m.from, m.to) // "kế tiếp cuộc giao ban ngày …"
		} else if m.name == "" && (m.passing || len(a.clusters) > 0 && m.date < 0 && !m.verb && a.lead(m.from) == 0) {
			m.event = -1
			return
		}
		best = len(a.clusters)
		a.clusters = append(a.clusters, cluster{
			Event: Event{Kind: m.kind, Status: "held", Rule: "event." + ruleOf(*m)},
			words: map[string]bool{}, heads: map[string]bool{}, lead: m.from, passing: true, verb: true, title: true, guest: -1,
		})
	}
	m.event = best
	c := &a.clusters[best]
	c.mentions = append(c.mentions, i)
	c.heads[a.headWord(*m)] = true
	for _, w := range m.words {
		c.words[w] = true
	}
	if c.ordinal == 0 {
		c.ordinal = m.ordinal
	}
	if c.term == 0 {
		c.term = m.term
	}
	if c.quarter == 0 {
		c.quarter = m.quarter
	}
	if c.country == "" && m.country != "" {
		c.country = m.country
		c.Places = addName(c.Places, m.goes)
	}
	if c.guest < 0 {
		c.guest = m.guest
	}
	c.passing = c.passing && m.passing
	c.verb = c.verb && m.verb
	c.plain = c.plain || m.plain
	c.title = c.title && m.title
	if english := a.pack.Code == "en"; (c.Name == "" || c.told && !m.verb && m.name != "") && !m.plain && !(english && m.verb) && !shouted(m.name) {
		c.Name, c.told = m.name, m.verb
	}
}

func ruleOf(m eventMention) string {
	switch {
	case m.verb:
		return "verb"
	case m.name == "":
		return "bare"
	}
	return "named"
}

// shouted tells whether a name is written in capitals only.
func shouted(s string) bool {
	for _, r := range s {
		if 'a' <= r && r <= 'z' {
			return false
		}
	}
	return true
}

// headWord is the last word of the head, lower case: "nghị" of "hội nghị".
func (a *analysis) headWord(m eventMention) string {
	var n normalizer
	t := a.tokens[m.head-1]
	return string(n.word(a.raw[t.start:t.end]))
}

// antecedent is the event that "hội nghị" or "the session" refers back to: one
// named just before by the same word, else the one the article is about, else
// the last of its family; never one that is only named in passing when there
// is another.
func (a *analysis) antecedent(m eventMention) int {
	head := a.headWord(m)
	best, rank := -1, 0
	for i := range a.clusters {
		c := &a.clusters[i]
		r := 0
		switch {
		case m.part && i == a.main && c.Kind != "visit" && c.Kind != "ceremony":
			r = 9
		case c.heads[head]:
			r = 3
		case akin(c.Kind, m.kind):
			r = 2
		case m.title && i == a.main:
			r = 1
		}
		if m.verb && !m.sitting && !m.title && c.lead > m.from || m.verb && m.kind == "ceremony" && !c.heads[head] {
			continue // named only later, or a rite of its own
		}
		if a.pack.Code != "en" && c.lead > m.from && c.passing && !m.title && !c.title && !c.heads[head] && (!m.part || m.date >= 0 && (c.Kind == "conference" || c.Kind == "meeting")) {
			continue // "tại buổi tiếp xúc sau kỳ họp thứ 5": named later, by another word
		}
		if _, new := a.hitAt(m.from-1, "indefinite"); c.passing && a.pack.Code == "en" && new && m.from > 0 {
			continue // "a meeting" is another than the one named in passing
		}
		if a.otherVisit(c, m) {
			continue
		}
		if r == 0 || m.date >= 0 && !m.part && a.apart(c, m) || m.sitting && c.Kind != m.kind && c.Kind != "conference" {
			continue
		}
		if !c.passing {
			r += 3
		}
		if i == a.main {
			r += 2
		}
		if a.justBefore(c, m) {
			r += 3
		}
		if r >= rank {
			best, rank = i, r
		}
	}
	return best
}

// apart tells whether a mention has a day of its own that is not the cluster's.
func (a *analysis) apart(c *cluster, m eventMention) bool {
	dated := false
	for _, k := range c.mentions {
		if d := a.eventAt[k].date; d >= 0 {
			dated = true
			if sameDays(a.dates[d], a.dates[m.date]) {
				return false
			}
		}
	}
	return dated && (a.dates[m.date].from >= m.from || m.sitting)
}

// justBefore tells whether a cluster was named in the sentence of a mention,
// before it, or in the sentence before that, and not in passing.
func (a *analysis) justBefore(c *cluster, m eventMention) bool {
	for i := len(c.mentions) - 1; i >= 0; i-- {
		o := a.eventAt[c.mentions[i]]
		if o.from >= m.from || o.passing || o.title {
			continue
		}
		n := a.tokens[m.from].sentence - a.tokens[o.from].sentence
		return n <= 1 && a.sentences[a.tokens[m.from].sentence].paragraph == a.sentences[a.tokens[o.from].sentence].paragraph
	}
	return false
}

// akin tells whether one kind of event may be called by the other's words.
func akin(x, y string) bool {
	if x == y {
		return true
	}
	loose := func(k string) bool { return k == "conference" || k == "meeting" || k == "session" || k == "plenum" }
	return loose(x) && loose(y) || x == "meeting" && y == "visit" || x == "visit" && y == "meeting" || x == "ceremony" && y == "conference"
}

// sameEvent is the event that a mention with a name of its own belongs to.
func (a *analysis) sameEvent(m eventMention) int {
	best, most := -1, 0.0
	for i := range a.clusters {
		c := &a.clusters[i]
		if a.conflict(c, m) {
			continue
		}
		s, n := 0.0, 0
		if len(c.words) > 0 && len(m.words) > 0 {
			seen := map[string]bool{}
			for _, w := range m.words {
				if c.words[w] && !seen[w] {
					n++
				}
				seen[w] = true
			}
			s = float64(n) / float64(min(len(c.words), len(seen)))
		}
		if m.verb && c.verb && !c.sameVisit(m) && !c.heads[a.headWord(m)] && (s < 0.9 || n < 3) {
			continue
		}
		if c.sameVisit(m) {
			s = 1
		}
		if c.ordinal > 0 && c.ordinal == m.ordinal && akin(c.Kind, m.kind) {
			s += 0.6
		}
		if len(c.words) == 0 && c.heads[a.headWord(m)] && len(a.clusters) == 1 {
			s = 0.6 // "Hội nghị" first, its name later
		}
		if s >= 0.6 && s > most || s >= 0.5 && s > most && c.heads[a.headWord(m)] && !m.passing && (s > 0.5 || !m.verb) && m.ordinal == 0 {
			best, most = i, s
		}
	}
	return best
}

// conflict tells whether a mention cannot be of a cluster.
func (a *analysis) conflict(c *cluster, m eventMention) bool {
	if c.ordinal > 0 && m.ordinal > 0 && c.ordinal != m.ordinal || c.term > 0 && m.term > 0 && c.term != m.term || c.quarter > 0 && m.quarter > 0 && c.quarter != m.quarter {
		return true
	}
	if !akin(c.Kind, m.kind) && !(c.Kind == "plenum" || m.kind == "plenum") {
		return true
	}
	if a.apartVisit(c, m) || a.otherVisit(c, m) || a.otherParty(c, m) {
		return true
	}
	if m.date >= 0 {
		for _, k := range c.mentions {
			if d := a.eventAt[k].date; d >= 0 && !sameDays(a.dates[d], a.dates[m.date]) {
				return true
			}
		}
	}
	return false
}

// sameDays tells whether two dates may be of one event.
func sameDays(x, y dateMention) bool {
	if x.date == "" && x.isRelative || y.date == "" && y.isRelative {
		return true // "chiều nay", of an article without a date
	}
	if x.date == "" || y.date == "" {
		return x.month == y.month && x.day == y.day
	}
	xe, ye := x.end, y.end
	if xe == "" {
		xe = x.date
	}
	if ye == "" {
		ye = y.date
	}
	return x.date.First() <= ye.Last() && y.date.First() <= xe.Last()
}

// chooseMain finds the event the article is about: dated and told of early, by
// its own name, and not only in passing.
func (a *analysis) chooseMain() {
	most := 0
	for i := range a.clusters {
		c := &a.clusters[i]
		score := len(c.mentions)
		if !c.passing {
			score += 6
		}
		if c.Name != "" || c.plain {
			score += 3
		}
		if c.title {
			score -= 4
		}
		for _, k := range c.mentions {
			m := a.eventAt[k]
			if m.passing {
				continue
			}
			if m.title {
				score += 3
				continue
			}
			if n := a.lead(m.from); n > 0 {
				score += 10 - 2*n
			}
			s := a.sentences[a.tokens[m.from].sentence]
			if a.has(s.from, m.from, "postponed") {
				score -= 7
			}
			if _, earlier := a.hitAt(s.from, "aside_words"); earlier || a.lead(m.from) == 0 && a.afterOther(s, m, i) {
				score -= 5
			}
			if m.date >= 0 && !m.passing {
				if a.dates[m.date].future {
					score -= 3
				} else {
					score += 3
				}
			}
			if !m.passing && a.actedIn(m) {
				score += 3
			}
		}
		if score > most {
			a.main, most = i, score
		}
	}
}

// actedIn tells whether a person does something in the sentence of a mention.
func (a *analysis) actedIn(m eventMention) bool {
	s := a.sentences[a.tokens[m.from].sentence]
	lo, hi := a.mentionsIn(s)
	if lo == hi {
		return false
	}
	for _, x := range a.actsIn(s) {
		if !x.weak && x.roles != "" {
			return true
		}
	}
	return false
}

// lead is the number of the sentence of the body that a token stands in, if it
// is one of the first three; 0 otherwise.
func (a *analysis) lead(i int) int {
	n := 0
	for _, s := range a.sentences {
		if a.inTitle(s.from) || a.tokens[s.from].skip && a.tokens[s.to-1].skip {
			continue
		}
		n++
		if n > 3 {
			return 0
		}
		if i < s.to {
			return n
		}
	}
	return 0
}
