package extract

import "strings"

// Spelling is the form in which two spellings of a name are one: composed,
// lower case, tone marks where newer spelling puts them (Thuý is Thúy), with
// its diacritics: "Nguyễn Văn Thăng" and "Nguyễn Văn Thắng" stay two.
func Spelling(name string) string {
	var n normalizer
	out := make([]byte, 0, len(name)+8)
	for w := range strings.FieldsSeq(name) {
		if len(out) > 0 {
			out = append(out, ' ')
		}
		n.raw = append(n.raw[:0], w...)
		out = append(out, n.word(n.raw)...)
	}
	return string(out)
}
