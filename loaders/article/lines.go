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

// longLine is the most bytes that a line may have to frame an article; a longer
// one is a paragraph of it.
const longLine = 400

// splitLines gives the lines of Text from body on. Only those that could frame
// the article are composed and folded: paragraphs are long, and many.
func splitLines(text []byte, body int) []line {
	var out []line
	for at := body; at < len(text); {
		end := bytes.IndexAny(text[at:], "\r\n")
		if end < 0 {
			end = len(text) - at
		}
		raw := text[at : at+end]
		trimmed := bytes.TrimLeftFunc(raw, blank)
		start := at + len(raw) - len(trimmed)
		trimmed = bytes.TrimRightFunc(trimmed, blank)
		if len(trimmed) > 0 {
			l := line{start: start, end: start + len(trimmed)}
			if len(trimmed) <= longLine {
				l.text = compose(string(trimmed))
				l.folded = strings.Map(foldRune, l.text)
			}
			out = append(out, l)
		}
		at += end + 1
	}
	return out
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
