package extract

// yearMention is a year that stands alone: neither in a date nor in a term.
type yearMention struct {
	at, year int
	work     bool     // the article reviews or plans that year's work
	says     yearSays // what of the article's own time
	n        int      // months or quarters of the year, for spentMonths, leftMonths and quarter
}

// yearSays is what a year tells of the time an article was written in.
type yearSays uint8

const (
	nothing     yearSays = iota
	ofMeeting            // a meeting, or a day with a name, bears it
	reviewed             // a meeting's name says that it looks back on it
	honoured             // a meeting's name says that it honours its best
	planned              // its tasks lie ahead
	spentMonths          // "6 tháng đầu năm 2031" have gone by
	leftMonths           // "6 tháng cuối năm 2031" lie ahead
	quarter              // "quý II/2031" has just gone by
)

// yearAt notes a year that stands after a word which makes it one of this
// article's years: not the goal of a plan and not part of a term.
func (a *analysis) yearAt(i int) {
	y, ok := a.year(i)
	if !ok || a.tokens[i].glued && i > 0 && a.tokens[i-1].kind == sign && a.tokens[i-1].r != '(' && a.tokens[i-1].r != '/' {
		return
	}
	from := 0
	if s := a.tokens[i].sentence; s >= 0 {
		from = a.sentences[s].from
	}
	if sep, j := a.dateSign(i + 1); sep != 0 {
		if _, ok := a.year(j); ok {
			if a.termYear == 0 && a.has(max(from, i-2), i, "term") && a.congressBefore(from, i) {
				a.termYear = y
			}
			return // 2021-2026
		}
	}
	m := yearMention{at: i, year: y}
	cue, cueFrom := "", i
	for k := max(0, i-4); k < i && cue == ""; k++ {
		if h, ok := a.hitAt(k, "year_cues"); ok && h.to == i {
			cue, cueFrom = h.value, k
		}
	}
	if cue == "" && i > 2 && a.tokens[i-1].r == '/' && a.tokens[i].glued {
		if h, ok := a.hitAt(i-3, "counters"); ok && h.value == "quarter" {
			cue, cueFrom = "quarter", i-1 // "quý I/2019"
		}
	}
	if cue == "" && a.pack.Code == "en" && i == from {
		cue = "work" // "2024 is a year of special importance"
	}
	if cue == "-" {
		return
	}
	if a.ofOccasion(from, i) {
		m.work, m.says = true, ofMeeting
		if a.namedFor(from, i, "award") {
			m.says = honoured
		}
		a.years = append(a.years, m)
		return
	}
	if cue == "" {
		return
	}
	m.work = cue != "year" && !a.has(max(from, i-16), i, "plan_words") // "hướng tới kỷ niệm … trong năm 2018"
	m.work = m.work || a.has(max(from, i-6), i, "work_words")
	if day := a.inDayName(i); day || a.inEventName(i) || a.carriedOut(from, i) {
		m.work = true
		if day || a.lead(i) > 0 || a.inTitle(i) {
			m.says = ofMeeting // another meeting's may be an earlier one
		}
		if m.says == ofMeeting && a.namedFor(from, i, "review") && !a.namedFor(from, i, "feast") {
			m.says = reviewed
		}
		if m.says == ofMeeting && a.namedFor(from, i, "award") {
			m.says = honoured
		}
	} else {
		m.says, m.n = a.yearSays(cue, from, cueFrom, i)
	}
	a.years = append(a.years, m)
}

// yearSays is what the words around the year at token i, whose cue starts at
// token cueFrom, tell of the article's time.
func (a *analysis) yearSays(cue string, from, cueFrom, i int) (yearSays, int) {
	if a.has(max(from, cueFrom-6), cueFrom, "comparing_words") {
		return nothing, 0
	}
	n := 0
	if cueFrom > from {
		n = a.numeral(cueFrom - 1)
	}
	switch cue {
	case "spent":
		return spentMonths, n
	case "left":
		return leftMonths, n
	case "quarter":
		return quarter, n
	}
	if cue == "plan" || a.pack.Code == "vi" && (a.taskBefore(from, i) || cue != "part" && a.has(i+1, min(i+4, len(a.tokens)), "future_words") && a.sameSentence(i, i+1)) {
		return planned, 0
	}
	return nothing, 0
}

// taskBefore tells whether the year at token i is that of a task, a plan or a
// goal: "kế hoạch phát triển kinh tế, xã hội năm 2031".
func (a *analysis) taskBefore(from, i int) bool {
	for k := i - 1; k >= from && k > i-14; k-- {
		if _, ok := a.hitAt(k, "task_words"); ok {
			return !a.has(max(from, k-4), k+1, "comparing_words") // "so với kế hoạch năm 2031"
		}
		if t := a.tokens[k]; t.kind == number || t.kind == sign && t.r != ',' && !isDash(t.r) {
			return false
		}
	}
	return false
}

// namedFor tells whether a name that the year at token i closes has words of a
// sense that bears on the year.
func (a *analysis) namedFor(from, i int, sense string) bool {
	for k := max(from, i-20); k < i; k++ {
		if h, ok := a.hitAt(k, "name_years"); ok && h.value == sense {
			return true
		}
	}
	return false
}

// ofOccasion tells whether the year at token i closes the name of what the head
// of the article tells of: "Tuần lễ Du lịch xanh năm 2031", "cuộc thi “Sông quê”
// lần thứ hai năm 2031".
func (a *analysis) ofOccasion(from, i int) bool {
	if a.pack.Code == "en" || !a.inTitle(i) && a.lead(i) == 0 {
		return false
	}
	if _, and := a.hitAt(i+1, "and"); and {
		return false
	}
	for k := i - 1; k >= from && k > i-16; k-- {
		t := a.tokens[k]
		if t.kind == number && a.counted(k, i) != "ordinal" || t.r == ';' || t.r == ':' || t.r == '(' {
			return false
		}
		if h, ok := a.hitAt(k, "occasion_words"); ok && h.to < i {
			next := a.tokens[h.to]
			return !a.pluralHead(k) && (next.capital == initial || next.kind == sign && next.r != ',' || h.value == "named")
		}
	}
	return false
}

// carriedOut tells whether the year at token i is that of the plan which its
// sentence opens with, before the day: "Thực hiện kế hoạch năm 2031, ngày 2/6".
func (a *analysis) carriedOut(from, i int) bool {
	h, ok := a.hitAt(from, "carrying_words")
	if !ok || h.to > i || i-h.to > 16 || i+1 >= len(a.tokens) || a.tokens[i+1].r != ',' {
		return false
	}
	for k := i + 2; k < len(a.tokens) && k < i+5 && a.sameSentence(i, k); k++ {
		if _, ok := a.dateAt(k); ok {
			return true
		}
	}
	return false
}

// congressBefore tells whether the term whose years stand at token i is that of
// a congress which the head of the article names, with no verb between.
func (a *analysis) congressBefore(from, i int) bool {
	if a.lead(i) == 0 && !a.inTitle(i) {
		return false
	}
	for k := i - 1; k >= from; k-- {
		if _, ok := a.hitAt(k, "congress_words"); ok {
			return true
		}
		if _, ok := a.hitAt(k, "change_verbs"); ok {
			return false // "được đại hội bầu giữ chức bí thư nhiệm kỳ 2030-2035"
		}
	}
	return false
}

// inEventName tells whether a year closes the name of a meeting: "lễ trao giải
// doanh nhân trẻ năm 2017".
func (a *analysis) inEventName(i int) bool {
	if _, and := a.hitAt(i+1, "and"); and {
		return false // "tổng kết năm 2018 và nhiệm vụ 2019"
	}
	from := a.sentences[a.tokens[i].sentence].from
	for k := i - 1; k >= from && k > i-30; k-- {
		if a.tokens[k].r == ',' && a.nameGoesOn(k+1) {
			continue
		}
		if a.tokens[k].kind == number && a.counted(k, i) == "ordinal" {
			continue // "lễ hội lần thứ 6 và liên hoan năm 2017"
		}
		if a.tokens[k].kind == sign && !isDash(a.tokens[k].r) || a.tokens[k].kind == number {
			return false
		}
		if h, ok := a.hitAt(k, "event_heads"); ok && h.value != "-" && h.value != "part" {
			_, plural := a.hitAt(k-1, "plural_words")
			return !plural
		}
	}
	return false
}

// inDayName tells whether a year closes the name of a day that the article
// tells of: "Ngày Thế giới không thuốc lá năm 2017".
func (a *analysis) inDayName(i int) bool {
	for k := i - 1; k > i-14 && k >= a.sentences[a.tokens[i].sentence].from; k-- {
		if a.tokens[k].kind == number {
			return false
		}
		if a.namedDay(k) {
			return true
		}
	}
	return false
}
