package extract

// longQuote is how many tokens make a quotation somebody's words and not the
// name of something, mostQuoted how many a paragraph may open with before the
// mark that closes what an earlier one opened.
const longQuote, mostQuoted = 12, 100

// findQuotes marks the tokens that stand between quotation marks or, as links
// to other stories do, in square brackets, and those of quotations long enough to be somebody's words.
func (a *analysis) findQuotes() {
	a.quoted = zeroed(a.quoted, len(a.tokens))
	a.uttered = zeroed(a.uttered, len(a.tokens))
	for from := 0; from < len(a.tokens); {
		p := a.paragraphOf(from)
		to := from
		for to < len(a.tokens) && a.paragraphOf(to) == p {
			to++
		}
		a.quotesIn(from, to)
		from = to
	}
}

func (a *analysis) paragraphOf(i int) int { return a.sentences[a.tokens[i].sentence].paragraph }

// quotesIn marks the quotations of one paragraph. A mark that a comma or a dash
// follows closes one that an earlier paragraph opened.
func (a *analysis) quotesIn(from, to int) {
	open := -1
	if k := a.firstQuote(from, to); k > from && k < from+mostQuoted && a.closesQuote(k, to) {
		open = from
	}
	for i := from; i <= to; i++ {
		r := rune(0)
		if i < to {
			r = a.tokens[i].r
		}
		closes := i == to || r == '”' || r == ']' || r == '"' && open >= 0
		switch {
		case closes && open >= 0:
			long := i-open > longQuote && i < to
			for k := open; k < i; k++ {
				a.quoted[k], a.uttered[k] = true, long
			}
			open = -1
		case r == '“' || r == '"' || r == '[':
			open = i
		}
	}
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
