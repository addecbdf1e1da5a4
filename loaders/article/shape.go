package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// capital says whether a word begins with a capital letter.
func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, `("'“‘[-–`))
	return unicode.IsUpper(r)
}

// letters counts the letters of a word.
func letters(word string) int {
	n := 0
	for _, r := range word {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// initials says whether a word stands for a name: "P.V", "TB".
func initials(word string) bool {
	return strings.ToUpper(word) == word && letters(word) > 1 && letters(word) <= 4 && !strings.ContainsAny(word, "0123456789")
}

// website says whether a word is the name of a site: "baonghean.vn".
func website(word string) bool {
	name, domain, ok := strings.Cut(strings.Trim(word, ".,()"), ".")
	return ok && letters(name) > 2 && letters(domain) > 1 && strings.ToLower(domain) == domain
}

// upper says whether a word is written in capitals. A single one tells nothing,
// and counts as the beginning of a name.
func upper(word string) bool { return letters(word) > 1 && strings.ToUpper(word) == word }

// digits counts the digits of a line.
func digits(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			n++
		}
	}
	return n
}
