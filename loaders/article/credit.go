package article

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// credits takes the pictures' credits wherever they stand, also within a
// paragraph that a caption was glued to: the label, and the name after it. A
// byline that closes a paragraph is found the same way.
func (p *parser) credits(a *Article) {
	for at := 0; ; {
		i := bytes.IndexByte(p.text[at:], ':')
		if i < 0 {
			return
		}
		colon := at + i
		at = colon + 1
		start, kind := p.label(colon)
		if start < 0 {
			continue
		}
		end, below := p.creditEnd(start, at)
		if kind == KindByline {
			b := p.words.byline(string(p.text[start:end]))
			if !b.ok || len(a.Authors) > 0 {
				continue
			}
			a.Authors = b.names
		}
		if open := bytes.TrimRight(p.text[:start], " "); bytes.HasSuffix(open, []byte("(")) && end < len(p.text) && p.text[end] == ')' {
			start, end = len(open)-1, end+1
		}
		p.skip = append(p.skip, Span{start, end, kind})
		if below.End > end {
			p.skip = append(p.skip, below)
		}
		at = max(at, end)
	}
}

const maxLabel = 4 // words

// label gives where the longest label of a credit or byline begins that ends at
// a colon, or -1.
func (p *parser) label(colon int) (found int, kind Kind) {
	start := colon
	found = -1
	for range maxLabel {
		for start > 0 && strings.IndexByte(" \t,/", p.text[start-1]) >= 0 {
			start--
		}
		before := start
		for start > 0 && before-start <= 24 {
			r, size := utf8.DecodeLastRune(p.text[:start])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) {
				break
			}
			start -= size
		}
		if start == before || before-start > 24 {
			break
		}
		switch words := compose(string(p.text[start:colon])); {
		case p.words.is("caption", words):
			return -1, kind
		case p.words.is("report", words):
			found, kind = start, KindByline
		case p.words.is("credit", words):
			found, kind = start, KindCredit
		}
	}
	return found, kind
}

const (
	creditSize  = 90 // bytes, of the name after the label
	creditWords = 6  // of it when a line or a full stop ends it
	gluedWords  = 4  // of it when the text goes on
)

// creditEnd gives where the name after a label ends. In brackets it fills them.
// Up to the end of the line or a full stop it is a name if it is short and
// begins like one. Else the text goes on, and the name is as many words in
// capitals as stand before the next sentence. Where no name follows, since the
// label stands before a caption, only the label is taken, and the name in
// brackets that closes the caption (below).
func (p *parser) creditEnd(start, at int) (end int, below Span) {
	rest := p.text[at:min(len(p.text), at+longLine)] // no more, or a file of nothing but labels takes hours
	if n := bytes.IndexAny(rest, "\r\n"); n >= 0 {
		rest = rest[:n]
	}
	if closing := bytes.IndexByte(rest, ')'); p.bracketed(start) && closing >= 0 && closing <= creditSize {
		return at + closing, below
	}
	fields := wordSpans(rest[:min(len(rest), creditSize)])
	if len(fields) == 0 || !p.nameBegins(rest, fields, 0) {
		return at, p.closing(start, at, rest)
	}
	for i, f := range fields[:min(len(fields), creditWords)] {
		last := i == len(fields)-1 && f[1] == len(bytes.TrimRight(rest, " \t"))
		word := rest[f[0]:f[1]]
		initial := letters(string(word)) == 1 && (i == 0 || letters(string(rest[fields[i-1][0]:fields[i-1][1]])) == 1)
		if last || bytes.HasSuffix(word, []byte(".")) && !initial || bytes.HasSuffix(word, []byte(";")) {
			return at + f[1], below
		}
	}
	if p.words.is("clip", compose(string(p.text[start:at-1]))) {
		return at, below // what it shows follows more often than who made it
	}
	n := 0
	for n < min(len(fields), gluedWords) && p.nameBegins(rest, fields, n) && !sentenceBegins(rest, fields, n) {
		word, next := string(rest[fields[n][0]:fields[n][1]]), ""
		if n++; n < len(fields) {
			next = string(rest[fields[n][0]:fields[n][1]])
		}
		if p.closesName(word, next, n == 1) || next != "" && upper(word) != upper(next) && !p.words.agency(next) && letters(next) > 0 {
			break
		}
	}
	if n == 0 {
		return at, p.closing(start, at, rest)
	}
	return at + fields[n-1][1], below
}

// nameBegins says whether the word at i can belong to a name: it has a capital,
// and is not known to begin a sentence.
func (p *parser) nameBegins(rest []byte, fields [][2]int, i int) bool {
	word := string(rest[fields[i][0]:fields[i][1]])
	if !capital(word) && !website(word) && letters(word) > 0 || strings.ContainsAny(word[:1], "“\"") {
		return false
	}
	next := ""
	word = compose(word)
	if i+1 < len(fields) {
		next = compose(string(rest[fields[i+1][0]:fields[i+1][1]]))
	}
	if p.words.beginsWith("titles", word+" "+next) || p.words.beginsWith("holders", word+" "+next) || p.words.is("starters", word+" "+next) {
		return false
	}
	return !p.words.is("starters", word) || i == 0 && capital(next)
}

// sentenceBegins says whether the word at i has a small word after it.
func sentenceBegins(rest []byte, fields [][2]int, i int) bool {
	if i+1 >= len(fields) || bytes.IndexByte(rest[fields[i][0]:fields[i][1]], '/') > 0 {
		return false
	}
	next := string(rest[fields[i+1][0]:fields[i+1][1]])
	return letters(next) > 0 && !capital(next)
}

// closesName says whether a name ends with a word: an agency, alone or after a
// stroke, or initials that no word in capitals follows.
func (p *parser) closesName(word, next string, first bool) bool {
	if _, agency, stroke := strings.Cut(word, "/"); stroke {
		return strings.ToUpper(agency) == agency || website(agency)
	}
	if !upper(word) {
		return false
	}
	return p.words.is("agencies", compose(word)) || first && initials(word) && (next == "" || !upper(next))
}

// closing gives the name in brackets that closes a caption on a line that a
// credit's label begins.
func (p *parser) closing(start, at int, rest []byte) Span {
	rest = bytes.TrimRight(rest, " \t.")
	open := bytes.LastIndexByte(rest, '(')
	if open < 0 || !bytes.HasSuffix(rest, []byte(")")) || start > 0 && p.text[start-1] != '\n' || !p.words.byline(string(rest[open:])).ok {
		return Span{}
	}
	return Span{at + open, at + len(rest), KindCredit}
}

// bracketed says whether a bracket is open at a place on its line.
func (p *parser) bracketed(at int) bool {
	line := p.text[max(0, at-creditSize):at]
	line = line[bytes.LastIndexByte(line, '\n')+1:]
	return bytes.LastIndexByte(line, '(') > bytes.LastIndexByte(line, ')')
}

// wordSpans gives where the words of a line begin and end.
func wordSpans(b []byte) [][2]int {
	var out [][2]int
	start := -1
	for i, r := range string(b) {
		switch {
		case unicode.IsSpace(r) && start >= 0:
			out = append(out, [2]int{start, i})
			start = -1
		case !unicode.IsSpace(r) && start < 0:
			start = i
		}
	}
	if start >= 0 {
		out = append(out, [2]int{start, len(b)})
	}
	return out
}
