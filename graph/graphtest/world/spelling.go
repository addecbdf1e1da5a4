package world

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// bare is a text without diacritics, as the English-language press writes names.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'đ':
			return 'd'
		case r == 'Đ':
			return 'D'
		}
		return r
	}, norm.NFD.String(s))
}

// tones are the spellings in which the tone mark stands on the other vowel: new, old.
var tones = [][2]string{
	{"òa", "oà"}, {"óa", "oá"}, {"ỏa", "oả"}, {"õa", "oã"}, {"ọa", "oạ"},
	{"òe", "oè"}, {"óe", "oé"}, {"ỏe", "oẻ"}, {"õe", "oẽ"}, {"ọe", "oẹ"},
	{"ùy", "uỳ"}, {"úy", "uý"}, {"ủy", "uỷ"}, {"ũy", "uỹ"}, {"ụy", "uỵ"},
}

// newTone writes open syllables as newer spelling does (Hòa, Thúy), oldTone as
// older spelling does (Hoà, Thuý).
func newTone(s string) string { return retone(s, 1, 0) }
func oldTone(s string) string { return retone(s, 0, 1) }

func retone(s string, from, to int) string {
	words := strings.Split(norm.NFC.String(s), " ")
	for i, w := range words {
		for _, t := range tones {
			if strings.HasSuffix(w, t[from]) && !strings.HasSuffix(strings.ToLower(w), "qu"+t[from][1:]) {
				words[i] = strings.TrimSuffix(w, t[from]) + t[to]
				break
			}
		}
	}
	return strings.Join(words, " ")
}

// capital writes a text as the beginning of a sentence.
func capital(s string) string {
	for i, r := range s {
		return s[:i] + string(unicode.ToUpper(r)) + s[i+len(string(r)):]
	}
	return s
}
