package extract

// nearby is how many sentences after an event was named what somebody says is
// still of it, whoever speaks.
const nearby = 3

// distant is how many sentences after a conference was told of nothing more is
// said there by those whom the text has not named before.
const distant = 12

// opening is how many sentences, the headline's among them, open a story on a
// sitting, which often begins with what the sitting was about.
const opening = 6

// untied tells whether nothing ties what somebody says to an event that the
// sentence does not name: the event stands only in the middle of a story on
// something else, or the speaker is new to the story and introduced as those
// are whom a reporter asked, "ông A, giám đốc Sở B".
func (f *roleFinder) untied(c *clause, x act, who []int, event int) bool {
	m := f.mentions[who[0]]
	if f.pack.Code == "en" || f.present(m.person, event) {
		return false
	}
	since := f.sinceNamed(c, x, event)
	if since == 0 || since <= 2*nearby && f.toldWith(m.person, event) {
		return false
	}
	l := f.link(event)
	if f.yetToCome(event) {
		return true
	}
	if x.by && l.first >= x.to && !l.titled {
		return true // only named in his words
	}
	kind := f.clusters[event].Kind
	if !l.titled && (l.first < 0 || f.lead(l.first) == 0 && (kind != "session" || f.tokens[l.first].sentence > opening)) {
		return since > 1
	}
	if _, goes := f.hitAt(c.from, "joining_words"); goes && f.last >= 0 && f.present(f.last, event) || f.clusters[event].press {
		return false // "Đồng tình với ý kiến trên, ông A, giám đốc Sở B"
	}
	if l.first >= c.to {
		return false // the opening sums up what is said at the event it then names
	}
	far := nearby
	if kind == "conference" {
		far = distant // there, many speak whom the text has not named before
	} else if kind != "meeting" && kind != "ceremony" {
		return false
	}
	if since > far && f.firstNamed(who[0]) && f.introduced(m) {
		f.pressed[m.person] = true
	}
	return f.pressed[m.person]
}

// toldWith tells whether an event that a verb tells of is one of a person: its
// sentence names them before the verb.
func (f *roleFinder) toldWith(person, event int) bool {
	for _, k := range f.clusters[event].mentions {
		e := f.eventAt[k]
		lo, hi := f.mentionsIn(f.sentences[f.tokens[e.from].sentence])
		for ; lo < hi && e.verb; lo++ {
			if m := f.mentions[lo]; m.person == person && m.to <= e.from {
				return true
			}
		}
	}
	return false
}

// sinceNamed counts the sentences since an event was last named or somebody did
// something there; 0 for the one at hand, many where it was not named yet. What
// "theo ông A" opens is in his words.
func (f *roleFinder) sinceNamed(c *clause, x act, event int) int {
	for n := c.number; n >= 0; n-- {
		for _, m := range f.eventsIn(f.sentences[n]) {
			if m.event == event && !(x.by && n == c.number && m.from >= x.to) {
				return c.number - n
			}
		}
		if n < c.number && f.deeds[[2]int{event, n}] {
			return c.number - n
		}
	}
	return len(f.sentences)
}

// firstNamed tells whether the text names the person of a mention for the first
// time.
func (f *roleFinder) firstNamed(m int) bool {
	for k := 0; k < m; k++ {
		if f.mentions[k].person == f.mentions[m].person {
			return false
		}
	}
	return true
}

// introduced tells whether a person stands by full name with an honorific
// before it and an office after it.
func (f *roleFinder) introduced(m mention) bool {
	if m.by != byName || m.outTo == m.to || m.outFrom == m.from {
		return false
	}
	_, ok := f.hitAt(m.outFrom, "honorific")
	return ok
}

// justAside is the event that the sentence before opens with as another than
// the story's: "Trước đó, tại buổi giao ban của thành phố, …"; or -1.
func (f *roleFinder) justAside(c *clause) int {
	n := c.number - 1
	if n < 0 || f.pack.Code == "en" || !f.passage(n, c.number) {
		return -1
	}
	s := f.sentences[n]
	h, ok := f.hitAt(s.from, "aside_words")
	if !ok {
		return -1
	}
	for _, m := range f.eventsIn(s) {
		if m.event >= 0 && !m.passing && !m.verb && m.from <= h.to+3 && f.venue(m.from) {
			return m.event
		}
	}
	return -1
}

// yetToCome tells whether every day that the text gives an event lies ahead:
// "Phiên họp sẽ diễn ra từ ngày 12/3".
func (f *roleFinder) yetToCome(event int) bool {
	dated := false
	for _, k := range f.clusters[event].mentions {
		d := f.eventAt[k].date
		if d >= 0 && !f.dates[d].future {
			return false
		}
		dated = dated || d >= 0
	}
	return dated
}
