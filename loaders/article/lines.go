package article

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one line of the text that is not blank.
type line struct {
	start, end int    // in Text, without the blanks around it
	text       string // composed, one space between words
	folded     string // text, folded: character for character
	skip       bool   // taken by a Span
}

// A line that frames an article has no more bytes than these: a headline, far
// above, and a link to another article between the paragraphs. A longer one is
// a paragraph.
const (
	longLine   = 400
	middleLine = 200
)

// splitLines gives the lines of Text from body on. Only those that could frame
// the article are composed and folded: paragraphs are long, and many. It stops
// after one more than MaxLines.
func splitLines(text []byte, body int) []line {
	var out []line
	for at := body; at < len(text) && len(out) <= MaxLines; {
		end := lineEnd(text[at:])
		raw := text[at : at+end]
		trimmed := bytes.TrimLeftFunc(raw, blank)
		start := at + len(raw) - len(trimmed)
		trimmed = bytes.TrimRightFunc(trimmed, blank)
		if len(trimmed) > 0 {
			out = append(out, line{start: start, end: start + len(trimmed)})
		}
		at += end + 1
	}
	for i := range out {
		l := &out[i]
		size := middleLine
		if i < topLines || i >= len(out)-tailLines {
			size = longLine
		}
		if l.end-l.start <= size {
			l.text = compose(string(text[l.start:l.end]))
			l.folded = foldComposed(l.text)
		}
	}
	return out
}

// lineEnd gives where the first line ends: at a line feed, or at a carriage
// return, which old files have alone.
func lineEnd(b []byte) int {
	end := bytes.IndexByte(b, '\n')
	if end < 0 {
		end = len(b)
	}
	if cr := bytes.IndexByte(b[:end], '\r'); cr >= 0 {
		return cr
	}
	return end
}

// blank is what may stand around a line without being part of it: white space,
// and characters that show nothing.
func blank(r rune) bool {
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.IsControl(r)
}

// paragraph says whether a line is a piece of running text: long, or a sentence.
func (l line) paragraph() bool {
	if l.text == "" {
		return true
	}
	n := strings.Count(l.text, " ") + 1
	return n > 60 || n > 25 && strings.Contains(l.text, ". ") || n > 7 && strings.HasSuffix(strings.TrimRight(l.text, `"”')]`), ".") && !strings.HasSuffix(l.text, "..")
}

// clean makes one line of a text: no control characters, one space between words.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError {
			return ' '
		}
		if unicode.Is(unicode.Cf, r) {
			return -1 // byte-order marks, directions: nothing to see
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
