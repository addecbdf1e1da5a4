package extract

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold is a name without diacritics, case and doubled spaces: what two
// spellings of one name share.
func fold(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(bareLetters(strings.NewReplacer("-", " ", "–", " ", "’", "'").Replace(s)))), " ")
}

func decompose(s string) string { return norm.NFD.String(s) }

func combining(r rune) bool { return unicode.Is(unicode.Mn, r) }

// clean is text as a label shows it: composed, newer tone placement, single
// spaces, no invisible runes.
func clean(s string) string {
	var n normalizer
	fields := strings.Fields(norm.NFC.String(s))
	for i, w := range fields {
		fields[i] = n.keepCase(w)
	}
	return strings.Join(fields, " ")
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
