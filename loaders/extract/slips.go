package extract

import (
	"sort"
	"strings"
)

// maxSlips bounds the names that are compared with each other for slips of the pen.
const maxSlips = 60

// joinSlips makes one key of two foreign names that differ by one letter in a
// long word ("Yathotou", "Yothotou"); the commoner counts, then the first.
// Vietnamese syllables are too short and too alike for it.
func joinSlips(keys []string, count map[string]int) {
	var long []string
	seen := map[string]bool{}
	for _, k := range keys {
		if !seen[k] && len(long) < maxSlips && hasLongWord(k) {
			long = append(long, k)
		}
		seen[k] = true
	}
	for i, a := range long {
		for _, b := range long[i+1:] {
			if !slip(a, b) {
				continue
			}
			from, to := b, a
			if count[b] > count[a] {
				from, to = a, b
			}
			for n := range keys {
				if keys[n] == from {
					keys[n] = to
				}
			}
		}
	}
}

func hasLongWord(name string) bool {
	for _, w := range strings.Fields(name) {
		if len(w) > 7 {
			return true
		}
	}
	return false
}

// slip tells whether two names of the same words differ in one letter of one
// long word.
func slip(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) != len(y) || len(x) < 2 {
		return false
	}
	differ := 0
	for i := range x {
		if x[i] == y[i] {
			continue
		}
		if differ++; min(len(x[i]), len(y[i])) < 8 {
			return false
		}
		if len(x[i]) != len(y[i]) {
			if !oneMore(x[i], y[i]) && !oneMore(y[i], x[i]) {
				return false
			}
			continue
		}
		letters := 0
		for k := range len(x[i]) {
			if x[i][k] != y[i][k] {
				letters++
			}
		}
		if letters > 1 {
			return false
		}
	}
	return differ == 1
}

// anyOrder is a name of four syllables or more with its syllables sorted, and
// "" for a shorter one.
func anyOrder(name string) string {
	if strings.Count(name, " ") < 3 {
		return ""
	}
	syllables := strings.Fields(name)
	if len(syllables) < 4 {
		return ""
	}
	sort.Strings(syllables)
	return strings.Join(syllables, " ")
}

// oneMore tells whether a word has one letter more than another and is the same
// without it: "Hernandez", "Henandez".
func oneMore(long, short string) bool {
	if len(long) != len(short)+1 {
		return false
	}
	for k := range long {
		if long[:k]+long[k+1:] == short {
			return true
		}
	}
	return false
}

// joinSurnames makes one key of two names of four syllables that differ in the
// surname only, one of them met once: a slip of the pen.
func joinSurnames(keys []string, count map[string]int) {
	often := map[string]string{} // by given names
	for _, k := range keys {
		if count[k] > 1 && strings.Count(k, " ") >= 3 {
			often[k[strings.IndexByte(k, ' '):]] = k
		}
	}
	for n, k := range keys {
		if i := strings.IndexByte(k, ' '); i > 0 && count[k] == 1 && often[k[i:]] != "" {
			keys[n] = often[k[i:]]
		}
	}
}
