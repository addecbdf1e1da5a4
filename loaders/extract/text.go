package extract

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// tokenKind tells words from numbers and signs.
type tokenKind uint8

const (
	word   tokenKind = iota // letters, digits after a letter, an apostrophe inside: K'Nhiễu, QH15
	number                  // digits
	sign                    // one other rune
)

// capital tells how a word is written.
type capital uint8

const (
	lower   capital = iota
	initial         // Nguyễn
	all             // NGUYỄN; also a single capital letter
)

// token is one word, number or sign, as bytes of the article's text.
type token struct {
	start, end int
	kind       tokenKind
	capital    capital
	glued      bool  // nothing stands between it and the token before
	skip       bool  // in a byline, dateline or menu: never part of a fact
	id         int32 // number of its normal form in the lexicon's vocabulary; 0 for words it lacks
	sentence   int32 // index into text.sentences
	r          rune  // first rune; of a sign the sign itself
}

// sentence is a range of tokens within one line of the article.
type sentence struct {
	from, to  int // tokens
	paragraph int // number of its line
}

// text is an article cut into tokens and sentences.
type text struct {
	raw       []byte
	tokens    []token
	sentences []sentence
	dropped   bool // initials in brackets stand between tokens

	abbreviations map[int32]bool // the words, by number, after whose point a sentence goes on
}

// str is the text from token i to token j, exclusive, as written but for
// initials that were dropped.
func (t *text) str(i, j int) string {
	if i >= j {
		return ""
	}
	if t.dropped {
		return t.undropped(i, j)
	}
	return string(t.raw[t.tokens[i].start:t.tokens[j-1].end])
}

// span is the byte range from token i to token j, exclusive.
func (t *text) span(i, j int) Span { return Span{t.tokens[i].start, t.tokens[j-1].end} }

// normalizer brings words to the form under which the lexicon keeps them:
// composed, lower case, tone mark on the vowel that newer spelling puts it on
// (hoà and hòa are one), without soft hyphens. Diacritics stay.
type normalizer struct {
	buf []byte
	raw []byte // a word that came as a string
}

func (n *normalizer) word(b []byte) []byte {
	n.buf = n.buf[:0]
	ascii := true
	for _, c := range b {
		if c >= utf8.RuneSelf {
			ascii = false
			break
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		n.buf = append(n.buf, c)
	}
	if ascii {
		return n.buf
	}
	if mayCombine(b) && !norm.NFC.IsNormal(b) {
		b = norm.NFC.Bytes(b)
	}
	n.buf = n.buf[:0]
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		b = b[size:]
		if invisible(r) {
			continue
		}
		if r == '’' {
			r = '\''
		}
		n.buf = utf8.AppendRune(n.buf, unicode.ToLower(r))
	}
	return newerTone(n.buf)
}

// mayCombine tells whether a word may hold combining marks (U+0300 to U+036F),
// without which Vietnamese and English are composed already.
func mayCombine(b []byte) bool {
	for _, c := range b {
		if c == 0xCC || c == 0xCD {
			return true
		}
	}
	return false
}

// invisible runes stand inside words without being part of them.
func invisible(r rune) bool {
	return r == '\u00ad' || r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\ufeff'
}

const (
	toned   = "àáảãạèéẻẽẹỳýỷỹỵ"
	onGlide = "òóỏõọòóỏõọùúủũụ" // the same tone on the vowel before: oà → òa, oè → òe, uý → úy
	bare    = "aaaaaeeeeeyyyyy"
)

// newerTone moves the tone of an open oa, oe, uy from the second vowel to the
// first; "quý" keeps its tone, for there the u belongs to the consonant.
func newerTone(w []byte) []byte {
	last, size := utf8.DecodeLastRune(w)
	if last < utf8.RuneSelf || len(w) <= size {
		return w
	}
	glide := w[len(w)-size-1]
	if glide != 'o' && glide != 'u' {
		return w
	}
	i := 0
	for _, r := range toned {
		if r != last {
			i++
			continue
		}
		if (glide == 'u') != (i >= 10) || glide == 'u' && len(w) > size+1 && w[len(w)-size-2] == 'q' {
			return w
		}
		w = w[:len(w)-size-1]
		w = utf8.AppendRune(w, []rune(onGlide)[i])
		return append(w, bare[i])
	}
	return w
}

// cut splits raw[from:] into tokens; skip lists the ranges that hold no facts,
// sorted. words gives normal forms their numbers. The text takes over what room
// it has from an earlier cut.
func (t *text) cut(raw []byte, from int, skip []Span, words *vocabulary) {
	t.raw, t.tokens, t.sentences, t.dropped = raw, t.tokens[:0], t.sentences[:0], false
	t.abbreviations = words.abbreviations
	if n := (len(raw) - from) / 4; cap(t.tokens) < n {
		t.tokens = make([]token, 0, n)
	}
	var n normalizer
	prev := -1
	for i := from; i < len(raw); {
		r, size := rune(raw[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(raw[i:])
		}
		if r <= ' ' && (r == ' ' || r == '\n' || r == '\t' || r == '\r') || r >= utf8.RuneSelf && (r == '\u00a0' || invisible(r) || unicode.IsSpace(r)) {
			i += size
			continue
		}
		tok := token{start: i, r: r, glued: i == prev}
		for len(skip) > 0 && skip[0].End <= i {
			skip = skip[1:]
		}
		tok.skip = len(skip) > 0 && skip[0].Start <= i
		switch {
		case '0' <= r && r <= '9':
			tok.kind = number
			for i++; i < len(raw) && '0' <= raw[i] && raw[i] <= '9'; i++ {
			}
			tok.id = words.id(raw[tok.start:i])
		case words.of(r).letter:
			tok.kind = word
			i = t.word(&tok, i, &n, words)
		default:
			tok.kind = sign
			i += size
			tok.id = words.id(n.word(raw[tok.start:i]))
		}
		tok.end = i
		t.tokens = append(t.tokens, tok)
		prev = i
	}
	t.split()
}

func isLetter(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.Is(unicode.Mn, r))
}

// word moves over one word from i, notes how it is capitalised, and finds the
// number of its normal form, which is n.word of it, in the same pass.
func (t *text) word(tok *token, i int, n *normalizer, words *vocabulary) int {
	upper, letters, combines := 0, 0, false
	n.buf = n.buf[:0]
	for i < len(t.raw) {
		r, size := rune(t.raw[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(t.raw[i:])
		}
		l := words.of(r)
		switch {
		case l.letter:
			if l.upper {
				upper++
			}
			if l.mark {
				combines = true
			} else {
				letters++
			}
			switch c := l.lower; {
			case c < utf8.RuneSelf:
				n.buf = append(n.buf, byte(c))
			case c < 0x800:
				n.buf = append(n.buf, 0xc0|byte(c>>6), 0x80|byte(c)&0xbf)
			case c < 0x2000:
				n.buf = append(n.buf, 0xe0|byte(c>>12), 0x80|byte(c>>6)&0xbf, 0x80|byte(c)&0xbf)
			default:
				n.buf = utf8.AppendRune(n.buf, l.lower)
			}
		case '0' <= r && r <= '9':
			n.buf = append(n.buf, byte(r))
		case invisible(r):
		case (r == '\'' || r == '’') && i+size < len(t.raw) && apostropheInside(t.raw[i+size:]):
			n.buf = append(n.buf, '\'')
		default:
			goto done
		}
		i += size
	}
done:
	if words.of(tok.r).upper {
		tok.capital = initial
		if upper == letters {
			tok.capital = all
		}
	}
	if combines {
		tok.id = words.id(n.word(t.raw[tok.start:i]))
	} else {
		tok.id = words.id(newerTone(n.buf))
	}
	return i
}

// apostropheInside tells whether an apostrophe is part of the word (K'Nhiễu,
// Krông A'Đrênh) and not the start of an English 's.
func apostropheInside(after []byte) bool {
	r, size := utf8.DecodeRune(after)
	if !isLetter(r) {
		return false
	}
	if r == 's' || r == 'S' {
		next, _ := utf8.DecodeRune(after[size:])
		return isLetter(next)
	}
	return true
}

// maxSentence bounds the tokens of a sentence, so that what looks through
// sentences takes time linear in the text, whatever a text without stops is.
const maxSentence = 1000

// split cuts the tokens into sentences: at the end of a line, and after
// . ! ? … before a word that starts one, unless the point belongs to an
// abbreviation (a single letter, or a short word glued to what follows).
func (t *text) split() {
	start, line := 0, 0
	end := func(i int) {
		if i > start {
			t.sentences = append(t.sentences, sentence{start, i, line})
		}
		start = i
	}
	for i := range t.tokens {
		if i > start {
			if gap := t.raw[t.tokens[i-1].end:t.tokens[i].start]; len(gap) > 0 && (len(gap) > 1 || gap[0] != ' ') && bytes.IndexByte(gap, '\n') >= 0 {
				end(i)
				line++
			} else if i-start == maxSentence || t.stop(i-1) {
				end(i)
			}
		}
		t.tokens[i].sentence = int32(len(t.sentences))
	}
	end(len(t.tokens))
}

// stop tells whether a sentence ends with token i.
func (t *text) stop(i int) bool {
	tok := &t.tokens[i]
	if tok.kind != sign {
		return false
	}
	next := &t.tokens[i+1]
	switch tok.r {
	case '!', '?', '…':
		return !next.glued && (next.capital != lower || next.kind != word)
	case '"', '”', '\'':
		// a quotation that ends its sentence inside the marks
		return i > 0 && tok.glued && endsSentence(t.tokens[i-1].r) && !next.glued && next.kind == word && next.capital != lower
	case '.':
	default:
		return false
	}
	if next.glued {
		// "…hội nghị.Tại buổi" : a missing space, not an abbreviation
		return next.kind == word && next.capital == initial && i > 0 && t.tokens[i-1].kind == word && t.tokens[i-1].capital == lower
	}
	if next.kind == word && next.capital == lower || next.kind == sign && (next.r == ',' || next.r == ';') {
		return false
	}
	if i > 0 && tok.glued && t.tokens[i-1].kind == word {
		before := t.tokens[i-1]
		if before.capital == all && before.end-before.start <= 3 && !romanFigure(t.raw[before.start:before.end]) || t.abbreviations[before.id] {
			return false // TP. , Mr. , T.Ư. , PGS. : what follows belongs to it
		}
	}
	return true
}

// romanFigure tells whether a word is a number in Roman figures of two or more
// letters: "quý II." ends a sentence as "quý 2." does.
func romanFigure(w []byte) bool {
	return len(w) > 1 && len(bytes.Trim(w, "IVX")) == 0
}

func endsSentence(r rune) bool { return r == '.' || r == '!' || r == '?' || r == '…' }
