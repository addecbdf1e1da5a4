package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// clean makes a text fit for one cell or line of a terminal: composed, white
// space as single spaces, and every character that could steer the terminal
// or turn the direction of writing shown as U+FFFD. Articles are written by
// others.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case steers(r):
			return unicode.ReplacementChar
		}
		return r
	}, norm.NFC.String(s))
	return strings.TrimSpace(s)
}

// steers tells characters that a terminal acts on instead of showing them.
func steers(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == 0x2028 || r == 0x2029
}
