package extract

// longQuote is how many tokens make a quotation somebody's words and not the
// name of something, mostQuoted how many a paragraph may open with before the
// mark that closes what an earlier one opened, mostParagraphs how many
// paragraphs a quotation may span.
const longQuote, mostQuoted, mostParagraphs = 12, 100, 8

// findQuotes marks the tokens that stand between quotation marks or, as links
// to other stories do, in square brackets, and those of quotations long
// enough to be somebody's words.
func (a *analysis) findQuotes() {
	a.quoted = zeroed(a.quoted, len(a.tokens))
	a.uttered = zeroed(a.uttered, len(a.tokens))
	left, since := -1, 0 // where a quotation began that is not closed yet
	for from := 0; from < len(a.tokens); {
		p := a.paragraphOf(from)
		to := from
		for to < len(a.tokens) && a.paragraphOf(to) == p {
			to++
		}
		k := a.firstQuote(from, to)
		closed := k > from && k < from+mostQuoted && a.closesQuote(k, to)
		if closed && left >= 0 {
			a.markQuote(left, k, true)
		}
		if since++; k >= 0 || since > mostParagraphs {
			left = -1
		}
		if open := a.quotesIn(from, to, closed); open == from {
			left, since = open, 0
		}
		from = to
	}
}

func (a *analysis) markQuote(from, to int, words bool) {
	for k := from; k < to; k++ {
		a.quoted[k], a.uttered[k] = true, words
	}
}

func (a *analysis) paragraphOf(i int) int { return a.sentences[a.tokens[i].sentence].paragraph }

// quotesIn marks the quotations of one paragraph and returns where one begins
// that it does not close, or -1. A mark that a comma or a dash follows closes
// one that an earlier paragraph opened.
func (a *analysis) quotesIn(from, to int, closed bool) int {
	open := -1
	if closed {
		open = from
	}
	for i := from; i < to; i++ {
		r := a.tokens[i].r
		switch {
		case open >= 0 && (r == '”' || r == ']' || r == '"'):
			a.markQuote(open, i, i-open > longQuote)
			open = -1
		case r == '“' || r == '"' || r == '[':
			open = i
		}
	}
	if open >= 0 {
		a.markQuote(open, to, false)
	}
	return open
}

func (a *analysis) firstQuote(from, to int) int {
	for i := from; i < to; i++ {
		if r := a.tokens[i].r; r == '"' || r == '“' || r == '”' {
			return i
		}
	}
	return -1
}

// closesQuote tells whether a straight mark at token i can only close.
func (a *analysis) closesQuote(i, to int) bool {
	if a.tokens[i].r != '"' || i+1 >= to {
		return false
	}
	r := a.tokens[i+1].r
	return r == ',' || isDash(r)
}
