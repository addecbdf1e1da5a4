package extract

// recounted tells whether an act is told of as something that was done apart
// from the event at hand: in a clause of time, as what somebody is asked about,
// on paper, or at another time.
func (f *roleFinder) recounted(c *clause, x act, who []int) bool {
	if f.pack.Code == "en" || len(who) == 0 {
		return false
	}
	from, to := f.mentions[who[0]].outFrom, f.mentions[who[len(who)-1]].outTo
	if to > x.from {
		return false // who does it stands behind the words
	}
	if f.askedAbout(c, from) {
		return true
	}
	if !x.weak {
		return false
	}
	return f.inTimeClause(c, from, x.from) || f.has(to, x.from, "writing_words") || f.onPaper(c, from) || f.earlierTime(c, from)
}

// askedAbout tells whether a noun for what is asked or told of stands before a
// person: "câu hỏi về việc ông A thừa nhận".
func (f *roleFinder) askedAbout(c *clause, from int) bool {
	for k := max(c.from, from-2); k < from; k++ {
		if h, ok := f.hitAt(k, "matter_words"); ok && h.to == from && k > c.from {
			return true
		}
	}
	return false
}

// inTimeClause tells whether a person is the subject of a clause of time which a
// comma ends: "Sau khi ông A yêu cầu, tỉnh đã dừng dự án".
func (f *roleFinder) inTimeClause(c *clause, from, act int) bool {
	for k := max(c.from, from-3); k < from; k++ {
		h, ok := f.hitAt(k, "time_clauses")
		if !ok || h.to != from || k > c.from && f.tokens[k-1].r != ',' {
			continue
		}
		for n := from; n < act; n++ {
			if f.tokens[n].r == ',' {
				return false
			}
		}
		return true
	}
	return false
}

// onPaper tells whether a sentence goes on with what the one before says was
// written: "Văn phòng Chính phủ vừa có văn bản gửi các bộ. Theo đó, …".
func (f *roleFinder) onPaper(c *clause, from int) bool {
	h, ok := f.hitAt(c.from, "thereby_words")
	if !ok || h.to > from || from-h.to > 2 || c.number == 0 {
		return false
	}
	s := f.sentences[c.number-1]
	if !f.has(s.from, s.to, "writing_words") {
		return false
	}
	for _, m := range f.eventsIn(s) {
		if m.event >= 0 && !m.passing && f.venue(m.from) {
			return false
		}
	}
	return true
}

// earlierTime tells whether a sentence opens with words for another time:
// "Hai tuần sau, ông A cho biết", "Hồi tháng 3, ông A đề nghị".
func (f *roleFinder) earlierTime(c *clause, from int) bool {
	if h, ok := f.hitAt(c.from, "apart_words"); ok {
		for k := h.to; k < min(from, h.to+2); k++ {
			if g, ok := f.hitAt(k, "event_heads"); ok && g.value != "-" {
				return true // "Trước chuyến thăm, ông A cho biết"
			}
		}
	}
	for k := c.from; k < min(from, c.from+4); k++ {
		if _, ok := f.hitAt(k, "other_times"); ok && !f.quoted[k] {
			return !f.atEvent(c.sentence, act{from: from})
		}
	}
	return false
}

// afterQuote tells whether an act only closes somebody's words: "…”, ông A kết
// luận." says no more than that he said so.
func (f *roleFinder) afterQuote(c *clause, x act, m int) bool {
	from := f.mentions[m].outFrom
	if f.pack.Code == "en" || x.to < c.to && f.tokens[x.to].kind != sign || f.mentions[m].outTo > x.from {
		return false
	}
	for k := max(c.from, from-3); k < from; k++ {
		if r := f.tokens[k].r; r == '”' || r == '"' {
			return true
		}
	}
	return false
}

// chairs tells whether a person is known to chair an event.
func (f *roleFinder) chairs(p, event int) bool {
	for _, role := range []string{"chaired", "co_chaired"} {
		if _, ok := f.seen[roleKey{p, event, role}]; ok {
			return true
		}
	}
	return false
}

// otherObject tells whether an act is done at an event that is none of those
// found: "dự lễ phát động" in a story on a session.
func (f *roleFinder) otherObject(c *clause, x act, event int) bool {
	if f.pack.Code == "en" || x.kind != "" {
		return false
	}
	k := x.to
	for _, list := range []string{"venue_words", "linking_words"} {
		if h, ok := f.hitAt(k, list); ok && k == x.to {
			k = h.to
		}
	}
	if k >= c.to {
		return false
	}
	h, ok := f.hitAt(k, "event_heads")
	if !ok || h.value == "-" {
		return false
	}
	for _, m := range f.eventsIn(c.sentence) {
		if m.from <= k && k < m.to {
			return m.event < 0 && (m.name != "" || !akin(h.value, f.clusters[event].Kind) && (h.value == "ceremony" || f.clusters[event].Kind == "visit"))
		}
	}
	return true
}

// elsewhere tells whether what is said tells of another event, with its day:
// "Đồng chí nhắc lại, tại hội nghị toàn quốc ngày 04/12/2023, A đã truyền đạt".
func (f *roleFinder) elsewhere(c *clause, x act) bool {
	if x.weak {
		return f.toldOfOther(c, x)
	}
	for _, g := range c.groups {
		// "hội nghị … do đồng chí A chủ trì"
		if g.from > c.reports && g.to <= x.from && x.from-g.to <= 2 && f.byWord(g.from) {
			return true
		}
	}
	for _, m := range f.eventsIn(c.sentence) {
		if m.from > c.reports && m.from < x.from && m.event >= 0 && m.event != f.main && m.date >= 0 {
			return true
		}
	}
	return false
}

// toldOfOther tells whether what is said opens with a meeting and its day at
// which somebody else speaks: "Theo ông A, trong chuyến kiểm tra sáng 5/11, ông
// B lưu ý".
func (f *roleFinder) toldOfOther(c *clause, x act) bool {
	for _, m := range f.eventsIn(c.sentence) {
		if m.from <= c.reports || m.from > c.reports+12 || m.to > x.from || m.event < 0 || m.verb || m.passing || m.date < 0 {
			continue
		}
		for _, g := range c.groups {
			if g.from >= m.to && g.from-m.to <= 4 && g.to <= x.from && x.from-g.to <= 2 {
				return true
			}
		}
	}
	return false
}

// bodyActs tells whether it is a body that does what the opening of a sentence
// tells, and people are only named in what it found: "Kết luận kỳ họp, Ủy ban
// Kiểm tra nhận thấy vi phạm của tỉnh, ông A …".
func (f *roleFinder) bodyActs(from, to int) bool {
	for k := from; k < to-14; k++ {
		if f.tokens[k].r != ',' {
			continue
		}
		if h, ok := f.hitAt(k+1, "other_subjects"); ok && h.to < to {
			return true
		}
		return false
	}
	return false
}
