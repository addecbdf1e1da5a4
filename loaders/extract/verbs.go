package extract

// cue is what a word before an office says of it.
type cue uint8

const (
	noCue cue = iota
	gains
	loses
	held  // for a time that may be over
	after // of the person named after it only
)

// attachVerbs ties offices to names through what is given or taken: "bầu ông A
// giữ chức …", "miễn nhiệm chức vụ … đối với ông B".
func (a *analysis) attachVerbs() {
	a.keys = a.nameKeys()
	a.holding = make(map[string]bool, len(a.claims))
	for _, c := range a.claims {
		a.holding[a.keys[c.name]] = true
	}
	defer a.attachReplaced()
	for o := range a.offices {
		off := &a.offices[o]
		if n := a.owner[o]; n >= 0 {
			if a.pack.Code == "en" && a.names[n].to <= off.from {
				a.giveChosen(o, n)
			}
			continue
		}
		c, at := a.cueBefore(off.from)
		if c == noCue {
			if off.list {
				a.giveOnceHeld(o)
			} else if off.former && off.from > 0 && a.tokens[off.from-1].kind == sign {
				if n := a.nameBackwards(off.from); n >= 0 {
					a.give(o, n, "office-after-name") // "ông A, sinh năm 1947; nguyên …"
				}
			}
			continue
		}
		n, behind := a.nameAfterOffice(off.to), true
		if n < 0 && c == after {
			continue
		}
		if n < 0 {
			n, behind = a.nameBackwards(off.from), false
		}
		if n >= 0 && !behind && (c == loses && a.farFrom(n, at) || c == gains && a.tellsOf(n, off.from)) {
			continue
		}
		if n < 0 && c == held {
			n = a.subjectAfter(off.to)
		}
		if n < 0 && !behind {
			n = a.pronounBefore(off.from)
		}
		if n < 0 {
			continue
		}
		if c == gains && a.pack.Code != "en" && a.proposed(n, o) {
			continue
		}
		a.giveBy(c, o, n)
		last := a.attachNext(o, n, c)
		for k := n; !behind && c == gains && k > 0 && a.listed(k-1, k, false) && !a.names[k-1].pre; k-- {
			a.giveBy(c, o, k-1) // "ông A và ông B được bầu giữ chức …"
		}
		if !behind && c == gains && a.pack.Code == "en" {
			a.giveChosen(o, n)
		}
		for behind && n+1 < len(a.names) && !a.names[n+1].pre && a.listed(n, n+1, true) {
			n++
			for k := o; k <= last; k++ {
				a.giveBy(c, k, n)
			}
		}
	}
}

// giveOnceHeld ties the offices that "từng giữ các chức vụ" opens to the person
// whom the sentence speaks of.
func (a *analysis) giveOnceHeld(o int) {
	from := a.offices[o].from
	n := a.nameBackwards(from)
	if n < 0 {
		n = a.pronounBefore(a.offices[o].read.at)
	}
	if n < 0 {
		return
	}
	a.giveBy(loses, o, n)
	a.attachNext(o, n, loses)
}

// tellsOf tells whether the name before token i is that of who tells of others:
// "Ông A cho biết hai trường hợp được điều động làm Phó Giám đốc".
func (a *analysis) tellsOf(n, i int) bool {
	for k := a.names[n].outTo; k < i && a.pack.Code != "en"; k++ {
		if _, ok := a.hitAt(k, "telling_words"); ok {
			return true
		}
	}
	return false
}

// farFrom tells whether the word at token at, which takes an office from
// somebody, is no verb of the name before it.
func (a *analysis) farFrom(n, at int) bool {
	from := a.names[n].outTo
	for k := at - 1; k > from && k > at-12; k-- {
		if a.tokens[k].kind == sign && a.tokens[k].r == ',' {
			if a.opens(a.names[n].outFrom) && a.has(k+1, k+3, "passive_words") {
				return false // "Ông A, sinh năm 1957, đã được Quốc hội cho thôi …"
			}
			break
		}
	}
	if from < at && a.tokens[from].kind == sign && a.tokens[from].r == ',' {
		from++
	}
	for i := from; i < at; i++ {
		if a.tokens[i].kind == sign {
			return true
		}
		if _, ok := a.hitAt(i, "about_words"); ok {
			return true
		}
	}
	return at-from > 8
}

// giveBy ties an office to a name by a verb.
func (a *analysis) giveBy(c cue, o, n int) {
	a.give(o, n, "office-by-verb")
	a.holding[a.keys[n]] = true
	k := &a.claims[len(a.claims)-1]
	switch c {
	case loses:
		k.former = true
	case held:
		k.former, k.weak = true, true
	case gains, after:
		if a.pastBefore(a.offices[o].from) && !a.justGiven(a.offices[o].from) || a.closedPeriod(a.offices[o].from, a.offices[o].to) {
			k.former, k.weak = true, true
		}
		a.overtake(o, n)
		a.succeed(o, n)
	}
}

// pastBefore tells whether the sentence puts what it says before token i into
// the past.
func (a *analysis) pastBefore(i int) bool {
	for k := a.clauseStart(i); k < i; k++ {
		if h, ok := a.hitAt(k, "past"); ok && h.value != "-" {
			return true
		} else if ok {
			k = h.to - 1 // "Trước đó, sáng cùng ngày" tells news
		}
	}
	return false
}

// attachNext carries a verb on to the offices joined to the one it names, and
// returns the last of them.
func (a *analysis) attachNext(o, n int, c cue) int {
	for o+1 < len(a.offices) {
		to := a.nextOfList(o, a.passParens(a.passCharge(a.offices[o].to)), c)
		k, ok := a.afterSign(to)
		if to+1 < len(a.tokens) && a.tokens[to].r == ',' && int(a.startOf[to+1])-1 == o+1 && !a.crosses(to-1, to+2) {
			k, ok = to+1, true // "used to be Chairman, then Secretary"
		}
		if !ok && to < len(a.tokens) {
			if h, and := a.hitAt(to, "and"); and {
				k, ok = h.to, true
			}
		}
		if !ok && to+1 < len(a.tokens) && a.tokens[to].r == ';' && (c == gains || a.pack.Code != "en" && c != after) {
			k, ok = to+1, true
		}
		if !ok || int(a.startOf[k])-1 != o+1 || a.owner[o+1] >= 0 {
			return o
		}
		if c == loses && a.offices[o+1].read.base.takes == "btv" && a.tokens[k].capital == lower {
			return o // "thôi giữ chức …, chỉ định tham gia Ban Thường vụ …"
		}
		o++
		a.giveBy(c, o, n)
	}
	return o
}

// cueBefore looks for a word that gives or takes an office within a few tokens
// before it in the sentence, and where it stands.
func (a *analysis) cueBefore(from int) (cue, int) {
	found, whole := noCue, from
	if a.startOf[from] > 0 && (a.offices[a.startOf[from]-1].read.joins() || a.offices[a.startOf[from]-1].read.base.takes == "btv" && a.tokens[from].capital == lower && !a.pluralAt(from)) {
		found = gains // "elected to the Politburo"
	}
	for back := 1; back <= 2 && back <= from; back++ {
		if h, ok := a.hitAt(from-back, "article"); ok && h.to == from {
			from = h.from // "elected a Deputy Secretary"
			break
		}
	}
	for i := from - 1; i >= 0 && i >= from-8 && !a.crosses(i, from+1); i-- {
		for _, h := range a.hitsAt(i) {
			switch {
			case h.list == "loses" && h.to <= from && h.to >= from-2:
				if h.value == "relieved" && !a.saidBefore("relieve", i) {
					continue
				}
				if h.value == "held" {
					return held, i
				}
				if a.asksToLeave(h) {
					return noCue, from
				}
				return loses, i
			case h.list == "gains" && (a.pack.Code == "en" && a.planned(i) || a.pack.Code != "en" && i > 0 && a.has(i-1, i, "denials")):
				continue // "will become Chairman", "không trúng cử Chủ tịch"
			case h.list == "gains" && h.value == "after" && h.to == from && found == noCue:
				found = after
			case h.list == "gains" && h.value == "past" && (h.to == from || h.to == whole) && found == noCue:
				found = held
			case h.list == "gains" && h.value != "after" && h.value != "past" && (h.to == from || h.to == whole) && (h.value != "dated" || a.dated(i) || a.pronounAt(i-1)):
				found = gains
			}
		}
	}
	return found, from
}

// clauseStart is where the sentence of token i begins, or a point not far
// before it in a sentence without end.
func (a *analysis) clauseStart(i int) int {
	if from := a.sentences[a.tokens[i].sentence].from; from > i-80 {
		return from
	}
	return i - 80
}

// saidBefore tells whether a word of a list stands before token i in its sentence.
func (a *analysis) saidBefore(list string, i int) bool {
	for k := a.clauseStart(i); k < i; k++ {
		if _, ok := a.hitAt(k, list); ok {
			return true
		}
	}
	return false
}

// dated tells whether a date stands before token i in its clause.
func (a *analysis) dated(i int) bool {
	for k := i - 1; k >= 0 && k > i-8 && !a.crosses(k, i+1); k-- {
		if a.tokens[k].kind == number {
			return true
		}
		if a.tokens[k].kind == sign && (a.tokens[k].r == ',' || a.tokens[k].r == ';') {
			return false
		}
	}
	return false
}

// pronounAt tells whether the word at token i stands for a person and begins
// its sentence, or what follows a clause on the time before: "Ông là …",
// "Trước khi giữ cương vị này, ông là …".
func (a *analysis) pronounAt(i int) bool {
	if h, ok := a.hitAt(i, "and"); ok && h.to == i+1 && a.pack.Code != "en" {
		// "Ông là tiến sĩ và là Ủy viên …"
		from := a.sentences[a.tokens[i].sentence].from
		p, ok := a.hitAt(from, "pronounsubject")
		_, is := a.hitAt(p.to, "link")
		return ok && is && i-from < 8
	}
	if i < 0 || a.sentences[a.tokens[i].sentence].from != i && !(i > 0 && a.tokens[i-1].r == ',' && a.pastBefore(i)) {
		return false
	}
	h, ok := a.hitAt(i, "pronounsubject")
	return ok && h.to == i+1
}

// subjectAfter is the name that a sign parts from an office before it, as the
// subject of the sentence: "Trong thời gian làm …, ông A đã".
func (a *analysis) subjectAfter(to int) int {
	n := a.nameFrom(to)
	if n < 0 || !a.names[n].honoured || a.tokens[a.names[n].outFrom-1].kind != sign {
		return -1
	}
	return n
}

// nameAfterOffice is the name to which "đối với", "của" leads from an office's end.
func (a *analysis) nameAfterOffice(to int) int {
	h, ok := a.hitAt(to, "against")
	if !ok {
		return -1
	}
	n := a.nameFrom(h.to)
	if n >= 0 && a.names[n].outFrom <= h.to {
		return n
	}
	return -1
}

// nameBackwards is the nearest name before token from in its sentence.
func (a *analysis) nameBackwards(from int) int {
	n := a.firstName(from) - 1
	if n < 0 || a.tokens[a.names[n].from].sentence != a.tokens[from].sentence {
		return -1
	}
	for a.pack.Code != "en" && a.relative(n) && !a.inBracket(n, from) {
		n-- // whom the sentence is about
	}
	if n >= 0 && a.pack.Code != "en" && a.kinOf(n) {
		return -1 // "Phu nhân Phó Thủ tướng A làm …"
	}
	return n
}

// kinOf tells whether a sentence begins with a relative of the person named.
func (a *analysis) kinOf(n int) bool {
	from := a.sentences[a.tokens[a.names[n].from].sentence].from
	h, ok := a.hitAt(from, "kin_words")
	return ok && h.to == a.names[n].outFrom
}

// giveChosen ties an office to the others of an English list of people, with
// offices of their own, that a verb of choosing opens and "as" closes before it.
func (a *analysis) giveChosen(o, last int) {
	from := a.offices[o].from
	start := a.sentences[a.tokens[from].sentence].from
	as := from
	for back := 1; back <= 4 && from-back > start; back++ {
		if h, ok := a.hitAt(from-back, "as_words"); ok && h.to == from {
			as = h.from
		}
	}
	if as == from {
		return
	}
	lists := bit("change_verbs") | bit("as_words")
	for k := as - 1; k >= start; k-- {
		if !a.some(k, lists) {
			continue
		}
		if h, ok := a.hitOf(k, "as_words"); ok && a.startOf[h.to] > 0 {
			return
		}
		h, ok := a.hitOf(k, "change_verbs")
		if !ok || h.value == "-" || a.names[last].from < h.to {
			continue
		}
		for n := a.firstName(h.to); n < last; n++ {
			if !a.has(max(h.to, a.names[n].outFrom-3), a.names[n].outFrom, "replacing_words") {
				a.giveBy(gains, o, n)
			}
		}
		return
	}
}
