package article

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// credits takes the pictures' credits wherever they stand, also within a
// paragraph that a caption was glued to: the label, and the name after it.
func (p *parser) credits() {
	for at := 0; ; {
		i := bytes.IndexByte(p.text[at:], ':')
		if i < 0 {
			return
		}
		colon := at + i
		at = colon + 1
		start := p.creditLabel(colon)
		if start < 0 {
			continue
		}
		end := p.creditEnd(start, at)
		if open := bytes.TrimRight(p.text[:start], " "); bytes.HasSuffix(open, []byte("(")) && end < len(p.text) && p.text[end] == ')' {
			start, end = len(open)-1, end+1
		}
		p.skip = append(p.skip, Span{start, end, KindCredit})
		at = max(at, end)
	}
}

const maxLabel = 4 // words

// creditLabel gives where the longest credit label begins that ends at a colon,
// or -1.
func (p *parser) creditLabel(colon int) int {
	start, found := colon, -1
	for range maxLabel {
		for start > 0 && (p.text[start-1] == ' ' || p.text[start-1] == '\t') {
			start--
		}
		before := start
		for start > 0 {
			r, n := utf8.DecodeLastRune(p.text[:start])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) {
				break
			}
			start -= n
			if before-start > 24 {
				return found
			}
		}
		if start == before {
			return found
		}
		if p.words.has("credit", fold(string(p.text[start:colon]))) {
			found = start
		}
	}
	return found
}

const creditSize = 90 // bytes, of the name after the label

// creditEnd gives where the name after a label ends. In brackets it fills them;
// on a line of its own, or up to a full stop, it is a name if it looks like one;
// otherwise it is as many words as a name can have. When no name follows (the
// label may stand before a caption) only the label is taken.
func (p *parser) creditEnd(start, at int) int {
	rest := p.text[at:]
	if n := bytes.IndexAny(rest, "\r\n"); n >= 0 {
		rest = rest[:n]
	}
	if closing := bytes.IndexByte(rest, ')'); p.bracketed(start) && closing >= 0 && closing <= creditSize {
		return at + closing
	}
	if len(rest) > creditSize {
		rest = rest[:creditSize+1]
		rest = rest[:max(0, bytes.LastIndexByte(rest, ' '))]
	}
	fields := wordSpans(rest)
	end, capitals := at, 0
	for i, f := range fields {
		word := string(rest[f[0]:f[1]])
		folded := strings.TrimRight(fold(word), ".,;:")
		name := capital(word) || website(word)
		if !name && !p.words.has("creditwords", folded) && letters(word) > 0 || i > 0 && capital(word) && p.words.has("starters", folded) {
			break
		}
		if name {
			capitals++
		}
		if capitals > 4 && !p.separated(rest, fields, i) {
			break
		}
		if name || slices.Contains([]string{"liệu", "họa", "hoạ", "vật", "cấp", "file"}, strings.ToLower(word)) {
			end = at + f[1]
		}
		if strings.HasSuffix(word, ".") && i+1 < len(fields) {
			break
		}
	}
	return end
}

func (p *parser) separated(rest []byte, fields [][2]int, i int) bool {
	return i > 0 && bytes.ContainsAny(rest[fields[i-1][0]:fields[i][1]], "-–/,&")
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
