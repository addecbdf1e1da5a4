package extract

// timeFinder reads when people held their offices, as the text says beside the
// changes that it reports as news.
type timeFinder struct {
	*analysis
	changes []Change
	rangeAt int     // where the date read last ends
	rangeOf *office // the office that it is of
}

// findTimes gives the positions their time: "giữ chức vụ này từ tháng 3/2023",
// "từ ngày 1/7/2025 là …", "until then Director of …", "the outgoing chairman".
func (a *analysis) findTimes(changes []Change) {
	f := &timeFinder{analysis: a, changes: changes, rangeAt: -1}
	words := bit("time_words")
	for i := range a.tokens {
		if a.tokens[i].skip || !a.some(i, words) {
			continue
		}
		h, ok := a.hitOf(i, "time_words")
		if !ok {
			continue
		}
		switch h.value {
		case "since", "until":
			f.dated(h)
		case "then", "now":
			f.told(h)
		case "held":
			f.heldUntil(h)
		case "handover", "replacing":
			f.replaced(h)
		case "ended":
			f.ended(h)
		}
	}
}

// dated reads a word before a date: of the office behind the date, of "this
// post" before the word, or of the office that the word follows; a second date
// is of the office of the first: "… từ tháng 10/2015 đến tháng 4/2021".
func (f *timeFinder) dated(h hit) {
	x, ok := f.dateBehind(h)
	if !ok || x.end != "" || x.future || x.inferred && len(x.date) < 10 {
		return
	}
	o := f.equated(h, x)
	if o == nil {
		o = f.thisPost(h.from)
	}
	if o == nil {
		o = f.officeEnding(h.from, x)
	}
	if o == nil && h.value == "until" && h.from == f.rangeAt {
		o = f.rangeOf
	}
	if o == nil {
		return
	}
	f.rangeAt, f.rangeOf = x.to, o
	p := f.positionOf(o)
	if p == nil || f.changed(p, h.value == "since") {
		return
	}
	if q := f.published(); h.value == "since" && (q == "" || x.date <= q) {
		p.Since = x.date
	} else if h.value == "until" && p.Former {
		p.Until = x.date
	}
}

// dateBehind is the date that a word leads to, with one more word or sign
// between them, or the word for month in both.
func (f *timeFinder) dateBehind(h hit) (dateMention, bool) {
	d := f.firstDate(h.from + 1)
	if d == len(f.dates) || f.dates[d].from > h.to+1 || f.dates[d].date == "" || !f.sameSentence(h.from, f.dates[d].from) {
		return dateMention{}, false
	}
	return f.dates[d], true
}

// equated is the office that a clause gives behind a date: "từ ngày … là …",
// "từ tháng … đến tháng …, ông A giữ chức …".
func (f *timeFinder) equated(h hit, x dateMention) *office {
	const far, opening, span = 12, 40, 5
	reach := far
	if s := f.sentences[f.tokens[h.from].sentence]; h.value == "until" {
		switch {
		case s.from == h.from:
			reach = opening // "Trước ngày 1/7/2025, lúc …, ông A là …"
		case !f.has(max(s.from, h.from-span), h.from, "time_words"):
			return nil // "… đến tháng 10/2003, sau đó là …"
		}
	}
	if _, ok := f.hitAt(x.to, "and"); ok {
		return nil // "… từ tháng 3/2014 và giữ chức …"
	}
	for k := x.to; k < x.to+reach && k < len(f.tokens) && f.sameSentence(x.from, k) && f.tokens[k].r != ';'; k++ {
		if f.startOf[k] == 0 {
			continue
		}
		o := &f.offices[f.startOf[k]-1]
		if o.person < 0 || !f.joined(x.to, o.from) || f.has(x.to, o.from, "while_words") {
			return nil
		}
		return o
	}
	return nil
}

// joined tells whether a word that leads to an office that is held stands
// between two tokens, right before the second.
func (f *timeFinder) joined(from, to int) bool {
	list := "change_joints"
	if f.pack.Code == "en" {
		list = "isoffice"
	}
	for k := from; k < to; k++ {
		if g, ok := f.hitAt(k, list); ok && g.to == to {
			return true
		}
	}
	return false
}

// thisPost is the office that "this post" right before token i goes back to.
func (f *timeFinder) thisPost(i int) *office {
	for k := max(0, i-4); k < i; k++ {
		g, ok := f.hitAt(k, "same_office")
		if !ok || g.to > i || i-g.to > 1 {
			continue
		}
		for n := len(f.offices) - 1; n >= 0; n-- {
			if o := &f.offices[n]; o.to <= k && o.person >= 0 {
				if k-o.to > 12 || f.sentences[f.tokens[o.from].sentence].paragraph != f.sentences[f.tokens[k].sentence].paragraph {
					return nil
				}
				return o
			}
		}
	}
	return nil
}

// officeEnding is the office that ends right before token i, or
// before the parenthesis there; within days of the news it may be a visit.
func (f *timeFinder) officeEnding(i int, x dateMention) *office {
	if i > 0 && f.tokens[i-1].r == '(' {
		i--
	}
	if i == 0 || f.endOf[i] == 0 {
		return nil
	}
	o := &f.offices[f.endOf[i]-1]
	if p := f.published(); o.person < 0 || len(p) != 10 || x.date.Last() > p.AddDays(-fresh) {
		return nil
	}
	return o
}

// fresh is how many days before its publication an article reports news.
const fresh = 14

// told marks the office at a word such as "khi đó" as one held on the day that
// the sentence tells of, and that at "now" as one held on the article's day.
func (f *timeFinder) told(h hit) {
	o := -1
	switch {
	case h.to < len(f.tokens) && f.startOf[h.to] > 0:
		o = int(f.startOf[h.to]) - 1
	case f.endOf[h.from] > 0 && h.value == "then":
		o = int(f.endOf[h.from]) - 1
	default:
		return
	}
	if p := f.positionOf(&f.offices[o]); p != nil && (h.value == "now" || p.Former) {
		p.Told = h.value
	}
}

// heldUntil ends an office that somebody had up to the change which the article
// reports: "General A, until then Director of …, was assigned …".
func (f *timeFinder) heldUntil(h hit) {
	for k := h.from; k <= h.to && k < len(f.tokens); k++ {
		if f.startOf[k] == 0 {
			continue
		}
		o := &f.offices[f.startOf[k]-1]
		p := f.positionOf(o)
		if p == nil {
			return
		}
		for _, c := range f.changes {
			if c.Person == p.Person && c.Office != nil && c.Office.NameVI != p.Office.NameVI && gainsOffice(c.Change) {
				p.Former, p.Until = true, c.Date
			}
		}
		return
	}
}

// gainsOffice tells whether a change gives an office.
func gainsOffice(change string) bool {
	return change == "appointed" || change == "elected" || change == "approved"
}

// replaced gives the office that somebody gains to the one whom the text
// names as leaving it that day: "thay đồng chí A", "the outgoing chairman, A".
func (f *timeFinder) replaced(h hit) {
	const far = 6
	for _, m := range f.mentions {
		if m.from < h.to || m.by == byOffice {
			continue
		}
		if !f.sameSentence(h.from, m.from) || m.from-h.to > far || h.value == "replacing" && m.outFrom > h.to || !f.wordless(h.to, m.outFrom) {
			return
		}
		c := f.gainFor(m, h)
		if c == nil {
			return
		}
		for _, i := range f.held[m.person] {
			if p := &f.position[i]; p.Office.NameVI == c.Office.NameVI {
				p.Until = c.Date
				return
			}
		}
		if f.hasOther(m.person, c) {
			f.addPosition(Position{Person: m.person, Office: *c.Office, Former: true, Until: c.Date, Evidence: []Span{f.span(h.from, m.to)}, Rule: "office-of-predecessor"}, false)
		}
		return
	}
}

// wordless tells whether nothing but small words, titles and signs stands
// between two tokens: no verb of another clause.
func (f *timeFinder) wordless(from, to int) bool {
	for k := from; k < to; k++ {
		if f.tokens[k].r == '.' || f.tokens[k].r == ';' || f.tokens[k].r == ':' {
			return false
		}
	}
	return true
}

// gainFor is the gain of one seat by somebody else that a word of succession
// is about: the one of its sentence, or the only one of the article.
func (f *timeFinder) gainFor(m mention, h hit) *Change {
	var found *Change
	label := ""
	if h.value == "replacing" {
		label = f.seatBy(m, h)
	}
	for i := range f.changes {
		c := &f.changes[i]
		if c.Person == m.person || c.Office == nil || c.Office.Body == "" || len(c.Date) != 10 || several(c.Office.Title) || !gainsOffice(c.Change) {
			continue
		}
		if h.value == "replacing" && c.Office.NameVI != label {
			continue
		}
		if found != nil && found.Office.NameVI != c.Office.NameVI {
			return nil
		}
		if found == nil || c.Date < found.Date {
			found = c
		}
	}
	return found
}

// seatBy is the office for which somebody replaces another: the one right
// before the word, "… giữ chức Bí thư Tỉnh ủy thay ông A", or behind the name,
// "thay ông A làm Bí thư Tỉnh ủy".
func (f *timeFinder) seatBy(m mention, h hit) string {
	const near = 4
	s := f.sentences[f.tokens[h.from].sentence]
	for k := h.from; k > max(s.from, h.from-near); k-- {
		if f.endOf[k] > 0 {
			return f.offices[f.endOf[k]-1].office.NameVI
		}
	}
	for k := m.to; k < min(s.to, m.to+near); k++ {
		if f.startOf[k] > 0 && f.joined(m.to, k) {
			return f.offices[f.startOf[k]-1].office.NameVI
		}
	}
	return ""
}

// hasOther tells whether the article gives a person no loss of the office that
// another gains: only then a word of succession says more.
func (f *timeFinder) hasOther(person int, gain *Change) bool {
	for _, c := range f.changes {
		if c.Person == person && c.Office != nil && c.Office.NameVI == gain.Office.NameVI {
			return false
		}
	}
	return true
}

// ended dates the end of a former office by that of its place or body: "từng
// là Bí thư Tỉnh ủy A trước khi hai tỉnh sáp nhập ngày …".
func (f *timeFinder) ended(h hit) {
	x, ok := f.dateBehind(h)
	if !ok {
		return
	}
	s := f.sentences[f.tokens[h.from].sentence]
	for n := len(f.offices) - 1; n >= 0; n-- {
		o := &f.offices[n]
		if o.to > h.from {
			continue
		}
		if o.from < s.from || h.from-o.to > 10 || !f.has(o.to, h.from, "past") {
			return
		}
		if p := f.positionOf(o); p != nil && p.Former && !f.changed(p, false) {
			p.Until = x.date
		}
		return
	}
}

// positionOf is the position that an office in the text stands for; nil when
// it is nobody's.
func (f *timeFinder) positionOf(o *office) *Position {
	if o.person < 0 || o.person >= len(f.held) {
		return nil
	}
	for _, i := range f.held[o.person] {
		if p := &f.position[i]; p.Office.NameVI == o.office.NameVI {
			return p
		}
	}
	return nil
}

// changed tells whether the article reports as news that the position was
// gained, or left, which then says when it was.
func (f *timeFinder) changed(p *Position, gained bool) bool {
	for _, c := range f.changes {
		if c.Person == p.Person && c.Office != nil && c.Office.NameVI == p.Office.NameVI && gainsOffice(c.Change) == gained {
			return true
		}
	}
	return false
}
