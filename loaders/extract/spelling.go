package extract

import "strings"

// Spelling is the form in which two spellings of a name are one: composed,
// lower case, tone marks where newer spelling puts them (Thuý is Thúy), with
// its diacritics: "Nguyễn Văn Thăng" and "Nguyễn Văn Thắng" stay two.
func Spelling(name string) string {
	var n normalizer
	words := strings.Fields(name)
	for i, w := range words {
		words[i] = string(n.word([]byte(w)))
	}
	return strings.Join(words, " ")
}
