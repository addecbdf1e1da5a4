package extract

// pronounBefore is the person for whom "ông", "bà" stands in the sentence before
// token i: the last one named in the sentences before.
func (a *analysis) pronounBefore(i int) int {
	from := a.sentences[a.tokens[i].sentence].from
	reach := from + 12
	short := from + 3
	for k := from; k < i && k < reach; k++ {
		if a.pack.Code == "en" && k >= short && a.tokens[k-1].r != ',' {
			continue // "From 2011 to 2016, he was"
		}
		if h, ok := a.hitAt(k, "pronounsubject"); ok && h.to < i && a.tokens[h.to].capital == lower {
			if a.pack.Code != "en" && a.has(max(k, i-8), i, "may_words") {
				return -1 // "Nếu cố gắng, ông có thể lên Phó Chủ tịch"
			}
			return a.lastHolder(from)
		}
	}
	for k := i - 1; k > from && k > i-8 && a.pack.Code != "en"; k-- {
		// "Trước khi là …, ông giữ các chức vụ …"
		if h, ok := a.hitAt(k, "pronounsubject"); ok && h.to < i && a.tokens[h.to].capital == lower && a.tokens[k-1].r == ',' && a.firstName(from) == a.firstName(i) && !a.has(k, i, "may_words") {
			return a.lastHolder(from)
		}
	}
	return -1
}

// lastHolder is the last name before token from, in its paragraph or the one
// before or not three sentences ago, of a person who has an office.
func (a *analysis) lastHolder(from int) int {
	s := a.tokens[from].sentence
	paragraph := a.sentences[s].paragraph
	last := a.firstName(from) - 1
	for n := last; n >= 0 && n > last-40; n-- {
		at := a.tokens[a.names[n].from].sentence
		if paragraph-a.sentences[at].paragraph > 1 && s-at > 3 && (a.silent(int(at), int(s)) > 1 || !a.opens(a.names[n].outFrom)) {
			break
		}
		if a.holding[a.keys[n]] && !(a.pack.Code != "en" && a.relative(n)) {
			return n
		}
	}
	return -1
}

// opens tells whether what stands at token i begins its sentence, or what follows
// a comma in it.
func (a *analysis) opens(i int) bool {
	return i <= a.sentences[a.tokens[i].sentence].from+1 || a.tokens[i-1].r == ','
}

// silent counts the sentences between two that do not go on to speak of
// somebody by a pronoun, as each line of a life does.
func (a *analysis) silent(from, to int) int {
	n := 0
	for s := from + 1; s < to; s++ {
		spoken := false
		for k := a.sentences[s].from; k < a.sentences[s].to && !spoken; k++ {
			h, ok := a.hitAt(k, "pronounsubject")
			spoken = ok && h.to < len(a.tokens) && a.tokens[h.to].capital == lower
		}
		if !spoken {
			n++
		}
	}
	return n
}
