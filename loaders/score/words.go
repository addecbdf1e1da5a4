package score

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

//go:embed words.txt
var wordsText string

// Words knows which wordings of a label are the same. It is safe for use by
// several goroutines.
type Words struct {
	folds []folding
	drop  *regexp.Regexp
	keep  *regexp.Regexp
	stop  map[string]bool
}

type folding struct {
	from *regexp.Regexp
	to   string
}

// NewWords reads the table that is part of the program; an error is a mistake
// in that table.
func NewWords() (*Words, error) { return parseWords(wordsText) }

func parseWords(table string) (*Words, error) {
	w := &Words{stop: map[string]bool{}}
	var drop, keep []string
	for i, line := range strings.Split(table, "\n") {
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		kind, rest, _ := strings.Cut(line, "\t")
		pattern, to, _ := strings.Cut(rest, "\t")
		switch kind {
		case "fold":
			from, err := regexp.Compile(pattern)
			if err != nil {
				return nil, fmt.Errorf("words.txt:%d: %w", i+1, err)
			}
			w.folds = append(w.folds, folding{from, to})
		case "drop":
			drop = append(drop, pattern)
		case "keep":
			keep = append(keep, pattern)
		case "stop":
			for _, word := range strings.Fields(rest) {
				w.stop[word] = true
			}
		default:
			return nil, fmt.Errorf("words.txt:%d: no kind %q: write fold, drop, keep or stop", i+1, kind)
		}
	}
	var err error
	if w.keep, err = regexp.Compile("^(?:" + strings.Join(keep, "|") + ")$"); err != nil {
		return nil, fmt.Errorf("words.txt: keep: %w", err)
	}
	if w.drop, err = regexp.Compile(strings.Join(append(keep, drop...), "|")); err != nil {
		return nil, fmt.Errorf("words.txt: drop: %w", err)
	}
	return w, nil
}

// Label is the content of a label: its words, sorted, each once.
type Label []string

// Label folds a label.
func (w *Words) Label(s string) Label {
	s = ascii(strings.ReplaceAll(Fold(s), "’", "'"))
	for _, f := range w.folds {
		s = f.from.ReplaceAllString(s, f.to)
	}
	s = w.drop.ReplaceAllStringFunc(s, func(m string) string {
		if w.keep.MatchString(m) {
			return m
		}
		return " "
	})
	words := strings.FieldsFunc(s, func(r rune) bool { return !letter(r) })
	words = slices.DeleteFunc(words, func(word string) bool { return w.stop[word] })
	slices.Sort(words)
	return slices.Compact(words)
}

// ascii makes blanks of what stands between words, and writes letters outside
// ASCII as _CODE_, since the patterns know words of ASCII only.
func ascii(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case !letter(r) && !strings.ContainsRune("/' .", r):
			b.WriteByte(' ')
		case r < unicode.MaxASCII:
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "_%x_", r)
		}
	}
	return b.String()
}

func letter(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

// key is the label as one text, for use in a map.
func (l Label) key() string { return strings.Join(l, " ") }

// Same tells whether two labels have the same content.
func (l Label) Same(o Label) bool { return slices.Equal(l, o) }

// Near tells whether one label has all words of the other, and at most three more.
func (l Label) Near(o Label) bool {
	small, large := l, o
	if len(small) > len(large) {
		small, large = large, small
	}
	return len(small) > 0 && len(large)-len(small) <= 3 && small.shared(large) == len(small)
}

func (l Label) shared(o Label) int {
	n := 0
	for _, word := range l {
		if _, ok := slices.BinarySearch(o, word); ok {
			n++
		}
	}
	return n
}

// Similar is the share of words that two labels have in common, 0 to 1.
func (l Label) Similar(o Label) float64 {
	if len(l) == 0 || len(o) == 0 {
		return 0
	}
	return float64(2*l.shared(o)) / float64(len(l)+len(o))
}

// Fold is a text without diacritics, in small letters, with single spaces.
func Fold(s string) string {
	var b strings.Builder
	blank := false
	for _, r := range norm.NFD.String(s) {
		switch {
		case norm.NFD.PropertiesString(string(r)).CCC() != 0:
		case unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f:
			blank = b.Len() > 0
		default:
			if blank {
				b.WriteByte(' ')
				blank = false
			}
			b.WriteRune(plain(r))
		}
	}
	return strings.ToLower(b.String())
}

func plain(r rune) rune {
	switch r {
	case 'đ':
		return 'd'
	case 'Đ':
		return 'D'
	}
	return r
}

// personKey is a name without its hyphens.
func personKey(name string) string {
	return Fold(strings.NewReplacer("-", " ", "–", " ").Replace(name))
}

// numberKey is the number of a document: letters, digits, strokes and hyphens.
func numberKey(number string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '–' || r == '—':
			return '-'
		case r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '/', r == '-':
			return r
		}
		return -1
	}, strings.ToUpper(Fold(number)))
}
