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
	english, vietnamese := p.words.lists["en"], p.words.lists["vi"]
	var pair []byte // the word before, folded, a space, and the word
	previous := 0   // bytes of the word before in it
	text := composed(string(sample))
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		pair = append(pair[:previous], ' ')
		pair = appendFolded(pair, word)
		folded := pair[previous+1:]
		switch {
		case string(folded) != word && small(word):
			accented++
		case english[string(folded)]:
			en++
		case vietnamese[string(folded)] || vietnamese[string(pair)]:
			vi++
		}
		previous = copy(pair, folded)
	}
	if en > vi+accented {
		return "en", false
	}
	return "vi", accented == 0
}

// composed gives a text in composed characters.
func composed(s string) string {
	if tidy(s) {
		return s
	}
	return norm.NFC.String(s)
}

// small tells whether a word has no capital.
func small(word string) bool {
	for _, r := range word {
		if unicode.ToLower(r) != r {
			return false
		}
	}
	return true
}
