package extract

// presenting is one place where somebody presents something: the words behind
// the verb, up to where another clause begins.
type presenting struct {
	person, event int
	act           act
	to            int
	span          Span
}

// findPresented ties documents to those who present them: the citations that
// are the object of the verb, or that its object follows ("chuyên đề … theo
// Nghị quyết số 43-NQ/TW").
func (a *analysis) findPresented(roles []Role) []Presentation {
	var out []Presentation
	seen := map[[3]int]bool{}
	for _, p := range a.presentings {
		for _, paper := range a.presentedPapers(p) {
			k := [3]int{p.person, paper, p.event}
			if seen[k] {
				continue
			}
			seen[k] = true
			out = append(out, Presentation{Person: p.person, Paper: paper, Event: p.event, Evidence: []Span{p.span}, Rule: "presented"})
		}
	}
	return out
}

// presentedPapers are the papers that one act of presenting is about.
func (a *analysis) presentedPapers(p presenting) []int {
	var out []int
	_, conveys := a.hitAt(p.act.from, "conveying")
	last := -1
	for i := a.firstPaper(p.act.from); i < len(a.paperAt) && a.paperAt[i].from < p.to; i++ {
		c := a.paperAt[i]
		if len(out) == 0 {
			gap := c.from - p.act.to
			theme := conveys && a.has(p.act.to, c.from, "theme_words")
			if gap > 9 && !theme || a.has(p.act.to, c.from, "draft_words") || !theme && a.has(p.act.to, c.from, "basis_words") {
				return nil
			}
		} else if !a.joinedPapers(last, c.from) {
			break
		}
		out = append(out, c.paper)
		last = c.to
	}
	if len(out) == 0 && conveys && a.has(p.act.from, min(p.to, p.act.to+3), "decision_words") {
		out = a.papersBelow(p.to)
	}
	if len(out) == 0 && conveys && len(a.papers) > 0 {
		if n := a.papersBefore(p.act.to); n >= 0 && a.has(p.act.to, min(p.to, p.act.to+9), "paper_again") {
			out = append(out, n)
		}
	}
	return out
}

// papersBefore is the paper cited last before token i, if only one was cited
// before it; -1 otherwise.
func (a *analysis) papersBefore(i int) int {
	n := -1
	for _, c := range a.paperAt {
		if c.from >= i {
			break
		}
		if n >= 0 && n != c.paper {
			return -1
		}
		n = c.paper
	}
	return n
}

func (a *analysis) firstPaper(i int) int {
	return search(a.paperAt, i, (*paperMention).begins)
}

// joinedPapers tells whether a citation goes on the list of the one before it:
// only "and" or a comma stands between, or "at the same time".
func (a *analysis) joinedPapers(from, to int) bool {
	if a.has(from, to, "meanwhile_words") && !a.has(from, to, "basis_words") {
		return true
	}
	for k := from; k < to; k++ {
		if h, ok := a.hitAt(k, "and"); ok {
			if h.to == to {
				return true
			}
			k = h.to - 1
			continue
		}
		if r := a.tokens[k].r; r == ',' || r == ';' {
			if k+1 == to {
				return true
			}
			continue
		}
		// the subject of the first citation may stand between: "… về A và Nghị quyết …"
		if to-k > 24 {
			return false
		}
		if h, ok := a.hitAt(to-1, "and"); ok && h.to == to && !a.has(from, to, "basis_words") {
			return true
		}
		return false
	}
	return true
}

// papersBelow are the decisions that the sentences after token i each open with,
// as an article tells what was made known: "… công bố hai quyết định. Theo Quyết
// định số …".
func (a *analysis) papersBelow(i int) []int {
	var out []int
	for n := int(a.tokens[i-1].sentence) + 1; n < len(a.sentences); n++ {
		s := a.sentences[n]
		k := a.firstPaper(s.from)
		if k == len(a.paperAt) || a.paperAt[k].from > s.from+2 || a.papers[a.paperAt[k].paper].Kind != "decision" {
			break
		}
		out = append(out, a.paperAt[k].paper)
	}
	return out
}
