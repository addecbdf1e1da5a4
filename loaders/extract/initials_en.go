package extract

import (
	"bytes"
	"strings"
)

// dropInitials takes out of an English text the initials that stand in brackets
// behind the name they shorten, "the National Assembly (NA) Vice Chairman", and
// the letter that tells who is who in a picture, "Tran Van A (R) receives": the
// words around them are one phrase. A dateline's "Hanoi (VNA) –" stays.
func (t *text) dropInitials() {
	kept := t.tokens[:0]
	n := len(t.tokens)
	for i := 0; i < n; i++ {
		if i > 0 && i+3 < n && t.bracketed(i) {
			i += 2
			continue
		}
		kept = append(kept, t.tokens[i])
	}
	if len(kept) == n {
		return
	}
	t.tokens, t.sentences, t.dropped = kept, t.sentences[:0], true
	t.split()
}

// bracketed tells whether tokens i to i+2 are initials in brackets after a word
// and before one, in one line.
func (t *text) bracketed(i int) bool {
	open, in, end, next := &t.tokens[i], &t.tokens[i+1], &t.tokens[i+2], &t.tokens[i+3]
	if open.r != '(' || end.r != ')' || in.kind != word || in.capital != all || in.skip {
		return false
	}
	if t.tokens[i-1].kind != word || t.tokens[i-1].sentence != next.sentence {
		return false
	}
	return next.kind == word || next.glued && (next.r == '\'' || next.r == '’' || next.r == ',')
}

// undropped is the text from token i to token j without the initials between.
func (t *text) undropped(i, j int) string {
	var b strings.Builder
	for k := i; k < j; k++ {
		if k > i {
			switch gap := t.raw[t.tokens[k-1].end:t.tokens[k].start]; {
			case bytes.IndexByte(gap, '(') < 0:
				b.Write(gap)
			case !t.tokens[k].glued:
				b.WriteByte(' ')
			}
		}
		b.Write(t.raw[t.tokens[k].start:t.tokens[k].end])
	}
	return b.String()
}
