package article

import (
	"bytes"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

const languageSample = 2 << 10 // bytes of text that are enough to tell

// language counts the common small words of both languages, and words in small
// letters with Vietnamese diacritics: names do not count, since an English text
// writes them either way.
func (p *parser) language() (code string, plain bool) {
	sample := p.text[p.lines[0].start:]
	if len(sample) > languageSample {
		sample = sample[:languageSample]
		sample = sample[:bytes.LastIndexAny(sample, " \n")+1]
	}
	vi, en, accented := 0, 0, 0
	previous := ""
	for _, word := range strings.FieldsFunc(norm.NFC.String(string(sample)), func(r rune) bool { return !unicode.IsLetter(r) }) {
		folded := strings.Map(foldRune, word)
		switch small := strings.ToLower(word) == word; {
		case small && folded != word:
			accented++
		case p.words.has("en", folded):
			en++
		case p.words.has("vi", folded) || p.words.has("vi", previous+" "+folded):
			vi++
		}
		previous = folded
	}
	if en > vi+accented {
		return "en", false
	}
	return "vi", accented == 0
}
