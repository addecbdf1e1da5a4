package extract

import (
	"strconv"
	"strings"
)

// nameWords fills what two mentions are compared by.
func (a *analysis) nameWords(m *eventMention) {
	nested := false
	for k := m.from; k < m.to; k++ {
		t := a.tokens[k]
		if t.kind == sign {
			continue
		}
		if k >= m.head {
			_, event := a.hitAt(k, "event_heads")
			_, paper := a.hitAt(k, "paper_kinds")
			nested = nested || event || paper
		}
		if n := a.numeral(k); n > 0 && !nested {
			switch a.counted(k, m.head) {
			case "ordinal":
				m.ordinal = n
			case "term":
				m.term = n
			case "quarter":
				m.quarter = n
			}
		}
		if k >= m.head || k < m.head-1 && m.head-m.from > 3 || a.pack.Code == "en" && k < m.head-1 {
			m.words = append(m.words, strings.ToLower(a.str(k, k+1)))
		}
	}
}

// counted says what a number at token k counts: the events of a series, or the
// terms of the body that meets.
func (a *analysis) counted(k, head int) string {
	for j := max(0, k-3); j < k; j++ {
		if h, ok := a.hitAt(j, "counters"); ok && h.to == k {
			return h.value
		}
	}
	if a.pack.Code == "en" && (a.tokens[k].kind == word || k+1 < len(a.tokens) && a.tokens[k+1].glued && a.tokens[k+1].kind == word) {
		if k < head {
			return "ordinal"
		}
		return "term"
	}
	return ""
}

// numeral is the number at token k, in figures, Roman figures or words; 0 for none.
func (a *analysis) numeral(k int) int {
	t := a.tokens[k]
	if t.kind == number {
		if n, ok := a.figure(k, 99); ok {
			return n
		}
		return 0
	}
	if t.capital == all {
		if n := romanValue(a.raw[t.start:t.end]); n > 0 {
			return n
		}
	}
	if h, ok := a.hitAt(k, "ordinals"); ok {
		n, _ := strconv.Atoi(h.value)
		return n
	}
	return 0
}

// romanValue reads Roman figures up to 89; 0 for other words.
func romanValue(w []byte) int {
	value := func(c byte) int {
		switch c {
		case 'I':
			return 1
		case 'V':
			return 5
		case 'X':
			return 10
		case 'L':
			return 50
		}
		return 0
	}
	n := 0
	for i, c := range w {
		v := value(c)
		if v == 0 {
			return 0
		}
		if i+1 < len(w) && value(w[i+1]) > v {
			n -= v
		} else {
			n += v
		}
	}
	return n
}
