package article

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed words.txt
var wordsText string

// loadWords reads words.txt once. The file is part of the program, so a mistake
// in it is one of the programmer and panics; TestWords finds it first.
var loadWords = sync.OnceValue(func() *words {
	w, err := parseWords(wordsText)
	if err != nil {
		panic(err)
	}
	return w
})

// words holds the lists of words.txt.
type words struct {
	exact  map[string]map[string]bool // by list, then by word in small letters
	lists  map[string]map[string]bool // the same, folded
	plain  bool                       // the text has no diacritics: is takes "anh" for "ảnh"
	starts map[string][]string        // the words that "…" ends, by list
	months map[string]int
	dates  []*regexp.Regexp
	times  []*regexp.Regexp
}

func (w *words) has(list, folded string) bool { return w.lists[list][folded] }

// is says whether composed words are in a list. Diacritics count, since "ánh" is
// not "ảnh" and Trương no "trưởng", unless the text has none.
func (w *words) is(list, s string) bool {
	return w.exact[list][strings.ToLower(s)] || w.plain && w.lists[list][fold(s)]
}

// menuLine says whether a folded line is in the list of menus, with a count
// after it or not ("Comment (0)"), or begins like one that "…" ends.
func (w *words) menuLine(folded string) bool {
	if w.has("menu", strings.Trim(folded, " ():0123456789")) {
		return true
	}
	return strings.Count(folded, " ") < 15 && slices.ContainsFunc(w.starts["menu"], func(start string) bool {
		rest, ok := strings.CutPrefix(folded, start)
		return ok && (rest == "" || !isWordByte(rest[0]) || !isWordByte(start[len(start)-1]))
	})
}

func isWordByte(b byte) bool { return b >= 0x80 || b == '_' || isAlnum(b) }

func isAlnum(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
}

func parseWords(text string) (*words, error) {
	w := &words{exact: map[string]map[string]bool{}, lists: map[string]map[string]bool{}, starts: map[string][]string{}, months: map[string]int{}}
	raw := map[string][]string{}
	name := ""
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if head, ok := strings.CutPrefix(line, "["); ok && strings.Contains(head, "]") && head[0] >= 'a' {
			name, _, _ = strings.Cut(head, "]")
			continue
		}
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if name == "" {
			return nil, fmt.Errorf("words.txt:%d: a word before the first list", i+1)
		}
		raw[name] = append(raw[name], line)
	}
	for _, line := range raw["months"] {
		month, number, _ := strings.Cut(line, " = ")
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 || n > 12 {
			return nil, fmt.Errorf("words.txt: %q is no month", line)
		}
		w.months[fold(month)] = n
	}
	var err error
	if w.dates, err = w.patterns(raw["dates"]); err != nil {
		return nil, err
	}
	if w.times, err = w.patterns(raw["times"]); err != nil {
		return nil, err
	}
	for name, lines := range raw {
		w.lists[name], w.exact[name] = map[string]bool{}, map[string]bool{}
		for _, line := range lines {
			if start, ok := strings.CutSuffix(fold(line), "…"); ok {
				w.starts[name] = append(w.starts[name], start)
			} else {
				w.lists[name][start] = true
				w.exact[name][strings.ToLower(compose(line))] = true
			}
		}
	}
	return w, nil
}

func (w *words) patterns(lines []string) ([]*regexp.Regexp, error) {
	var months []string
	for m := range w.months {
		months = append(months, m)
	}
	slices.SortFunc(months, func(a, b string) int { return len(b) - len(a) }) // the longest first: "mười hai" before "mười"
	var out []*regexp.Regexp
	for _, line := range lines {
		re, err := regexp.Compile(strings.ReplaceAll(foldPattern(line), "{month}", strings.Join(months, "|")))
		if err != nil {
			return nil, fmt.Errorf("words.txt: %w", err)
		}
		out = append(out, re)
	}
	return out, nil
}

// fold gives a line as the lists have it: composed, without diacritics, in lower
// case, every blank one space. Each character of the composed line stays one
// character, so that a place in the one is a place in the other.
func fold(s string) string { return foldComposed(compose(s)) }

// foldComposed folds a composed text.
func foldComposed(s string) string {
	return string(appendFolded(make([]byte, 0, len(s)), s))
}

// appendFolded adds a composed text to b, folded.
func appendFolded(b []byte, s string) []byte {
	table := foldTable()
	for _, r := range s {
		if r >= utf8.RuneSelf {
			r = foldRune(r, table)
		} else if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		if r < utf8.RuneSelf {
			b = append(b, byte(r))
		} else {
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// foldPattern is fold for a pattern, whose \d and \b fold would not change but
// whose (?P<…>) must keep its capital.
func foldPattern(s string) string {
	return strings.ReplaceAll(fold(s), "(?p<", "(?P<")
}

// compose gives a line in composed characters, its blanks one space each.
func compose(s string) string {
	if tidy(s) || norm.NFC.IsNormalString(s) && !strings.ContainsAny(s, "\t\u00a0\u2003") && !strings.Contains(s, "  ") {
		return strings.TrimSpace(s)
	}
	return strings.Join(strings.Fields(norm.NFC.String(s)), " ")
}

// tidy tells, without tables, that a text is composed and its blanks are single
// spaces: it has letters below U+0300, those of Vietnamese, and general
// punctuation, and nothing else.
func tidy(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ':
			if i+1 < len(s) && s[i+1] == ' ' {
				return false
			}
		case c == '\t':
			return false
		case c < utf8.RuneSelf:
		case c >= 0xc3 && c <= 0xcb || c == 0xc2 && i+1 < len(s) && s[i+1] != 0xa0:
			i++
		case c == 0xe1 && i+2 < len(s) && s[i+1] >= 0xb8 && s[i+1] <= 0xbb:
			i += 2
		case c == 0xe2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] > 0x83:
			i += 2
		default:
			return false
		}
	}
	return true
}

// foldRune folds one character beyond ASCII. The letters of Vietnamese all
// stand below lastFolded, and are looked up.
func foldRune(r rune, table []rune) rune {
	switch {
	case r < lastFolded:
		return table[r]
	case r == '’':
		return '\''
	}
	return unicode.ToLower(r)
}

const lastFolded = 0x1F00

// foldTable is made once: decomposing each character anew is slow.
var foldTable = sync.OnceValue(func() []rune {
	table := make([]rune, lastFolded)
	for r := range rune(lastFolded) {
		table[r] = unicode.ToLower(r)
		if d := norm.NFD.String(string(r)); d[0] < utf8.RuneSelf {
			table[r] = unicode.ToLower(rune(d[0]))
		}
	}
	table['đ'], table['Đ'], table[0xA0] = 'd', 'd', ' '
	return table
})
