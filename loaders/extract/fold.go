package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold is a name without diacritics, case, hyphens and doubled spaces: what two
// spellings of one name share.
func fold(s string) string {
	out := make([]byte, 0, len(s))
	space := true
	for _, r := range decompose(s) {
		switch {
		case r == ' ' || r == '-' || r == '–' || r == '\n' || r == '\t' || r == '\u00a0':
			if !space {
				out = append(out, ' ')
			}
			space = true
			continue
		case r == '’':
			r = '\''
		case r == 'đ' || r == 'Đ':
			r = 'd'
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case r < utf8.RuneSelf:
		case isMark(r):
			continue
		default:
			r = unicode.ToLower(r)
		}
		out = utf8.AppendRune(out, r)
		space = false
	}
	return strings.TrimSuffix(string(out), " ")
}

// decompose parts letters from their marks.
func decompose(s string) string {
	if ascii(s) {
		return s
	}
	out := make([]byte, 0, 2*len(s))
	for i, r := range s {
		switch {
		case r < utf8.RuneSelf:
			out = append(out, byte(r))
		case isMark(r) || r > lastLatin:
			return norm.NFD.String(s) // marks may have to change places
		default:
			if d := norm.NFD.PropertiesString(s[i:]).Decomposition(); d != nil {
				out = append(out, d...)
			} else {
				out = utf8.AppendRune(out, r)
			}
		}
	}
	return string(out)
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// lastLatin ends the letters that decompose by a table alone.
const lastLatin = '\u1eff'

func isMark(r rune) bool { return unicode.Is(unicode.Mn, r) }

// clean is text as a label shows it: composed, newer tone placement, single
// spaces, no invisible runes.
func clean(s string) string {
	if tidySpelling(s) {
		return s
	}
	var n normalizer
	fields := strings.Fields(norm.NFC.String(s))
	for i, w := range fields {
		fields[i] = n.keepCase(w)
	}
	return strings.Join(fields, " ")
}

// singleSpaced is text with every blank one space, and none around it.
func singleSpaced(s string) string {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ':
			if i == 0 || i+1 == len(s) || s[i+1] == ' ' {
				return strings.Join(strings.Fields(s), " ")
			}
		case c < ' ', c == 0xc2, c == 0xe1 && i+1 < len(s) && s[i+1] < 0xb8, c == 0xe2, c == 0xe3: // other blanks, perhaps
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

// tidySpelling tells whether clean would leave a text as it is.
func tidySpelling(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == ' ':
			if i == 0 || i+1 == len(s) || s[i+1] == ' ' {
				return false
			}
		case c < ' ':
			return false
		case c == 0xc2, c == 0xe2, c == 0xef, c == 0xcc: // no-break spaces, invisible and combining runes
			return false
		case (c|0x20 == 'o' || c|0x20 == 'u') && i+1 < len(s) && s[i+1] >= utf8.RuneSelf:
			_, size := utf8.DecodeRuneInString(s[i+1:])
			if end := i + 1 + size; end == len(s) || s[end] == ' ' {
				return false // an open oa, oe or uy may bear its tone the older way
			}
		}
	}
	return true
}

// keepCase is the newer spelling of a word, its capitals kept.
func (n *normalizer) keepCase(w string) string {
	low := []rune(string(n.word([]byte(w))))
	i := 0
	var b strings.Builder
	for _, r := range w {
		if invisible(r) {
			continue
		}
		if i >= len(low) {
			return w
		}
		if unicode.IsUpper(r) {
			b.WriteRune(unicode.ToUpper(low[i]))
		} else {
			b.WriteRune(low[i])
		}
		i++
	}
	if i != len(low) {
		return w
	}
	return b.String()
}

// titleCase writes an all-capitals name as names are written.
func titleCase(s string) string {
	start := true
	return strings.Map(func(r rune) rune {
		up := start
		start = r == ' ' || r == '\''
		if up {
			return unicode.ToUpper(r)
		}
		return unicode.ToLower(r)
	}, s)
}
