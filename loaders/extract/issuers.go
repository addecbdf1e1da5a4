package extract

// shareIssuers gives the documents cited without an issuer the one that their
// sentence tells, "Bộ Chính trị ban hành Kết luận số …", and those of a list the
// one of the sentence before that says such documents were issued: "Thay mặt Ban
// Chấp hành Trung ương, Tổng Bí thư đã ký ban hành các nghị quyết … Gồm: …".
func (a *analysis) shareIssuers(found []citation) {
	const back = 2 // sentences
	for n := range found {
		c := &found[n]
		if c.issuer != "" || c.number == "" || c.kindFrom < 0 {
			continue
		}
		at := a.tokens[c.from].sentence
		if c.issuer = a.issuedBy(a.sentences[at], c.kindFrom); c.issuer != "" || !a.listedAfterColon(c) {
			continue
		}
		for k := at - 1; k >= max(0, at-back) && c.issuer == ""; k-- {
			if a.sentences[at].paragraph-a.sentences[k].paragraph <= 1 {
				c.issuer = a.issuedKind(a.sentences[k], c.kind)
			}
		}
	}
}

// listedAfterColon tells whether a document stands in its sentence behind a colon
// and words for documents: "Bốn văn bản …, gồm: …".
func (a *analysis) listedAfterColon(c *citation) bool {
	s := a.sentences[a.tokens[c.from].sentence]
	for k := c.from - 1; k > s.from; k-- {
		if a.tokens[k].r == ':' {
			return a.has(s.from, k, "paper_kinds")
		}
	}
	return false
}

// issuedKind is the body that a sentence says issued documents of a kind,
// without their numbers.
func (a *analysis) issuedKind(s sentence, kind string) string {
	for k := s.from; k < s.to; k++ {
		h, ok := a.hitAt(k, "paper_kinds")
		if !ok || firstWord(h.value) != kind || a.isFigure(h.to) {
			continue
		}
		if _, numbered := a.numberWord(h.to); numbered {
			continue
		}
		if b := a.issuedBy(s, k); b != "" {
			return b
		}
	}
	return ""
}

// issuedBy is the body that issued the document named at token kind: it stands
// before the verb, or opens the sentence as the one on whose behalf it was signed.
func (a *analysis) issuedBy(s sentence, kind int) string {
	const between, small, longest = 2, 2, 14
	verb := -1
	for k := max(s.from, kind-6); k < kind && verb < 0; k++ {
		if h, ok := a.hitAt(k, "issuing_verbs"); ok && h.to <= kind && kind-h.to <= between {
			verb = k
		}
	}
	if verb < 0 {
		return ""
	}
	for k := s.from; k < min(verb, s.from+6); k++ {
		if h, ok := a.hitAt(k, "stand_words"); ok {
			if to := a.bodyName(h.to); to > 0 && to < verb {
				return a.str(h.to, to)
			}
		}
	}
	for end := verb; end > s.from && verb-end <= small; end-- {
		if n := a.endOf[end]; n > 0 { // an official signs for the office alone
			if o := &a.offices[n-1]; o.read.base != nil && o.read.base.takes == "self" {
				return a.officeIssues(o)
			}
			return ""
		}
		for k := max(s.from, end-longest); k < end; k++ {
			if from := a.bodyFrom(k, end); from >= 0 && end-from > 1 && !a.namedIn(from, end) && !a.nameWithin(from, end) {
				return a.str(from, end)
			}
		}
		if t := a.tokens[end-1]; t.kind != word || t.capital != lower {
			break
		}
	}
	return ""
}

// officeIssues is an office as the issuer of documents: "của Thủ tướng Chính
// phủ"; "" where it is only that of the person who signed one.
func (a *analysis) officeIssues(o *office) string {
	switch {
	case o.former:
		return ""
	case o.read.base != nil && o.read.base.takes == "self" && a.pack.Code != "en":
		return o.office.NameVI // "Thủ tướng" for short
	case o.person >= 0 || o.office.Body == "":
		return ""
	}
	return a.str(o.from, o.to)
}

// bodyFrom is where the name of a body that the tables know begins, at token k
// or behind the article there, if it ends at end; -1 otherwise.
func (a *analysis) bodyFrom(k, end int) int {
	if h, ok := a.determiner(k); ok {
		k = h.to
	}
	for _, h := range a.hitsAt(k) {
		if a.tokens[k].capital != lower && (h.list == "body" && h.to == end || (h.list == "body" || h.list == "head" || h.list == "core") && a.bodyName(k) == end) {
			return k
		}
	}
	return -1
}

// nameWithin tells whether the name of a person stands inside some words.
func (a *analysis) nameWithin(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if end, ok := a.nameAt(k); ok && end == to {
			return true
		}
	}
	return false
}
