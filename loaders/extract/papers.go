package extract

import (
	"strings"
	"unicode"

	"cadre/graph"
)

// paperMention is one place where the text cites a document.
type paperMention struct{ from, to, paper int }

// citation is a document as one place of the text gives it.
type citation struct {
	from, to int // kind word, number, date and issuer
	number   string
	kind     string
	kindFrom int // the word that says the kind, or -1
	issued   graph.Date
	issuer   string
	title    string
	bare     bool // cited by a figure alone
}

// findPapers reads every citation of a document and joins those of one.
func (a *analysis) findPapers() {
	var found []citation
	kinds := bit("paper_kinds")
	for i := 0; i < len(a.tokens); i++ {
		if a.tokens[i].skip || a.tokens[i].kind != number && !a.some(i, kinds) {
			continue
		}
		if h, ok := a.hitAt(i, "paper_kinds"); ok && a.startsKind(h) {
			list := a.citationsAfter(h)
			if len(list) > 0 {
				found = append(found, list...)
				i = list[len(list)-1].to - 1
				continue
			}
			if c, ok := a.unnumbered(h); ok {
				found = append(found, c)
				i = c.to - 1
				continue
			}
			continue
		}
		if a.tokens[i].kind != number {
			continue
		}
		// a number with letters that no kind stands before: "(số 43-NQ/TW)"
		if number, kind, to := a.lettered(i); to > 0 && kind != "" {
			c := citation{from: i, to: to, number: number, kind: kind, kindFrom: -1}
			a.complete(&c)
			found = append(found, c)
			i = c.to - 1
		}
	}
	a.shareDates(found)
	a.shareIssuers(found)
	a.joinCitations(found)
}

// startsKind keeps English kinds to their capital, but for those with a
// lower-case line of their own, and Vietnamese kinds out of longer words.
func (a *analysis) startsKind(h hit) bool {
	first := []rune(h.entry.Surface)[0]
	return a.pack.Code != "en" || first >= 'a' || a.tokens[h.from].capital != lower
}

// citationsAfter reads the number or the list of numbers behind a kind word:
// "Nghị quyết số 43-NQ/TW", "Luật Đầu tư công số 49/2014/QH13", "Kết luận 126, 127-KL/TW".
func (a *analysis) citationsAfter(h hit) []citation {
	kind, need, _ := strings.Cut(h.value, " ")
	i, marked := a.numberWord(h.to)
	if !marked && kind == "law" || !marked && !a.isFigure(i) {
		// the name of a law or the kind of a decision may stand between
		if j, ok := a.numberWordWithin(h.to, 12); ok && (kind == "law" || kind == "regulation" || kind == "plan") {
			i, marked = j, true
		} else if j < h.to+3 && ok {
			i, marked = j, true
		}
	}
	var out []citation
	for {
		number, code, to := a.lettered(i)
		bare := false
		if to == 0 {
			number, to = a.bareNumber(i)
			if need != "bare" && !(need == "số" && marked) && !a.fullDate(to) {
				to = 0
			}
			bare = to > 0
		}
		if to == 0 {
			return out
		}
		c := citation{from: h.from, to: to, number: number, kind: kind, kindFrom: h.from, bare: bare}
		if len(out) > 0 {
			c.from = i
		}
		if kind == "letter" {
			// "văn bản số 88/TB-VPCP thông báo kết luận" is what its letters or the
			// words behind it say
			if code != "" {
				c.kind = code
			}
			if h, ok := a.hitAt(to, "paper_kinds"); ok && firstWord(h.value) == "announcement" {
				c.kind = "announcement"
			}
		}
		a.complete(&c)
		out = append(out, c)
		// "…, 19-NQ/TW", "… và số 45-NQ/TW"
		j := c.to
		if j >= len(a.tokens) || !a.sameSentence(h.from, j) {
			return out
		}
		if _, and := a.hitAt(j, "and"); a.tokens[j].r != ',' && a.tokens[j].r != ';' && !and {
			return out
		}
		i, _ = a.numberWord(j + 1)
		if next, _, to := a.lettered(i); bare && to > 0 && !strings.Contains(number, "/") {
			// "126, 127-KL/TW": the letters stand with the last
			out[len(out)-1].number += strings.TrimLeft(next, "0123456789")
			out[len(out)-1].bare = false
		}
	}
}

// numberWord moves over "số" or "No."; marked tells whether one stood there.
func (a *analysis) numberWord(i int) (int, bool) {
	if h, ok := a.hitAt(i, "number_words"); ok {
		i = h.to
		if i < len(a.tokens) && (a.tokens[i].r == '.' || a.tokens[i].r == ':') && a.tokens[i].glued {
			i++
		}
		return i, true
	}
	if i < len(a.tokens) && a.tokens[i].r == ',' {
		if h, ok := a.hitAt(i+1, "number_words"); ok {
			j, _ := a.numberWord(h.from)
			return j, true
		}
	}
	return i, false
}

func (a *analysis) numberWordWithin(i, n int) (int, bool) {
	for k := i; k < i+n && k < len(a.tokens) && a.sameSentence(i, k); k++ {
		if a.tokens[k].kind == sign && a.tokens[k].r != ',' && a.tokens[k].r != '-' && a.tokens[k].r != '(' && a.tokens[k].r != ')' {
			return 0, false
		}
		if _, ok := a.hitAt(k, "paper_kinds"); ok && k > i {
			return 0, false
		}
		if j, ok := a.numberWord(k); ok {
			if _, _, to := a.lettered(j); to > 0 {
				return j, true
			}
		}
	}
	return 0, false
}

func (a *analysis) isFigure(i int) bool { return i < len(a.tokens) && a.tokens[i].kind == number }

// lettered reads a number with letters, 43-NQ/TW, 178/2024/NĐ-CP, 45- NQ/TW,
// and the kind that its letters say.
func (a *analysis) lettered(i int) (written, kind string, to int) {
	if !a.isFigure(i) || a.tokens[i].end-a.tokens[i].start > 5 || i > 0 && a.tokens[i].glued && a.tokens[i-1].kind != sign {
		return "", "", 0
	}
	var b strings.Builder
	b.WriteString(a.str(i, i+1))
	j, letters := i+1, false
	for j+1 < len(a.tokens) && a.sameSentence(i, j+1) {
		sep := a.tokens[j]
		part := a.tokens[j+1]
		if sep.kind != sign || sep.r != '/' && !isDash(sep.r) || part.kind == sign || part.kind == word && part.capital == lower {
			break
		}
		spaces := 0
		if !sep.glued {
			spaces++
		}
		if !part.glued {
			spaces++
		}
		code := spaces == 2 && part.kind == word && (a.isCode(j+1) || letters && a.mixed(j+1)) // "61/QĐ - TTg"
		if spaces > 1 && !code || spaces == 1 && part.kind == number || !sep.glued && letters && !code {
			break
		}
		if part.kind == word && part.capital == initial && !a.isCode(j+1) && !letters {
			break
		}
		if part.kind == number && !letters && part.end-part.start != 4 {
			break
		}
		if !part.glued && !a.isCode(j+1) && !letters || code && a.startsPerson(j+1) {
			break
		}
		if isDash(sep.r) {
			b.WriteByte('-')
		} else {
			b.WriteByte('/')
		}
		b.WriteString(a.str(j+1, j+2))
		if part.kind == word {
			if !letters {
				if h, ok := a.hitAt(j+1, "paper_codes"); ok {
					kind = h.value
				}
			}
			letters = true
		}
		j += 2
		// QH15 is one word; "TB - VPCP" is not part of a number
	}
	if !letters || strings.Count(b.String(), "/") == 0 {
		return "", "", 0
	}
	return b.String(), kind, j
}

func (a *analysis) isCode(i int) bool {
	_, ok := a.hitAt(i, "paper_codes")
	return ok || a.tokens[i].capital == all
}

// mixed tells whether a word has a capital behind its first letter, as the
// letters of a document's number do: TTg.
func (a *analysis) mixed(i int) bool {
	for n, r := range a.str(i, i+1) {
		if n > 0 && unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// bareNumber reads "05", "35" or "52/2013" where the kind word alone makes it
// the number of a document.
func (a *analysis) bareNumber(i int) (string, int) {
	if !a.isFigure(i) || a.tokens[i].end-a.tokens[i].start > 4 || i > 0 && a.tokens[i].glued {
		return "", 0
	}
	to := i + 1
	if to+1 < len(a.tokens) && a.tokens[to].r == '/' && a.tokens[to].glued {
		if _, ok := a.year(to + 1); ok {
			to += 2
		}
	}
	if to < len(a.tokens) && a.sameSentence(i, to) {
		next := a.tokens[to]
		if next.glued && (next.kind == word || next.r == '/' || isDash(next.r) || next.r == '.' && to+1 < len(a.tokens) && a.tokens[to+1].glued) {
			return "", 0
		}
		if h, ok := a.hitAt(to, "number_units"); ok {
			if _, year := a.year(h.to); !year && !a.fullDate(to) {
				return "", 0
			}
		}
	}
	return a.str(i, to), to
}

// fullDate tells whether a day with its year stands behind a number at token i:
// "Tờ trình 31 ngày 5/6/2017".
func (a *analysis) fullDate(i int) bool {
	if h, ok := a.hitAt(i, "day_cues"); ok {
		i = h.to
	}
	m, ok := a.dateAt(i)
	return ok && m.day > 0 && m.year > 0
}

// joinCitations makes one paper of all citations of one document: the same
// number, or a number that another one only begins ("Nghị quyết 57" and
// "Nghị quyết số 57-NQ/TW").
func (a *analysis) joinCitations(found []citation) {
	for _, c := range found {
		p := a.paperOf(c, found)
		if p < 0 {
			p = len(a.papers)
			a.papers = append(a.papers, Paper{Number: c.number, Kind: c.kind, Rule: "document"})
			if c.number == "" {
				a.papers[p].Rule = "document.unnumbered"
			}
		}
		paper := &a.papers[p]
		if len(c.number) > len(paper.Number) {
			paper.Number = c.number
		}
		if paper.Issued == "" {
			paper.Issued = c.issued
		}
		if paper.Issuer == "" {
			paper.Issuer = c.issuer
		}
		if paper.Title == "" {
			paper.Title = c.title
		}
		if len(paper.Evidence) < 5 {
			paper.Evidence = append(paper.Evidence, a.span(c.from, c.to))
		}
		a.paperAt = append(a.paperAt, paperMention{c.from, c.to, p})
	}
}

func (a *analysis) paperOf(c citation, found []citation) int {
	if c.number == "" {
		for p, paper := range a.papers {
			if paper.Number == "" && paper.Kind == c.kind && paper.Issued == c.issued {
				return p
			}
		}
		return -1
	}
	for p, paper := range a.papers {
		if paper.Kind != c.kind || paper.Number == "" {
			continue
		}
		if sameNumber(paper.Number, c.number) {
			return p
		}
	}
	return -1
}

// sameNumber tells whether two numbers are of one document: equal but for
// Đ and D, or one the figure that the other begins with.
func sameNumber(x, y string) bool {
	fold := strings.NewReplacer("Đ", "D", "Ư", "W", "Ð", "D")
	x, y = strings.ToUpper(fold.Replace(x)), strings.ToUpper(fold.Replace(y))
	if x == y {
		return true
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	return strings.HasPrefix(y, x) && strings.Trim(x, "0123456789/") == "" && len(y) > len(x) && (y[len(x)] == '-' || y[len(x)] == '/')
}
