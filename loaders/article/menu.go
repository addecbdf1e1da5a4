package article

import (
	"bytes"
	"strings"
)

// menus takes the lines that lead elsewhere: site names and breadcrumbs above
// the headline, buttons, links to other articles. A line that only says
// "related" takes the headlines below it too.
func (p *parser) menus() {
	listed := false
	for i, l := range p.lines {
		switch {
		case l.skip:
		case l.text == "" || p.relatedLine(l) && !p.relatedLabel(l):
			listed = false
			if l.text != "" {
				p.take(i, KindMenu)
			}
		case p.relatedLabel(l):
			listed = true
			p.take(i, KindMenu)
		case p.words.menuLine(l.folded) && !l.paragraph() && !sentence(l):
			p.take(i, KindMenu)
		case listed && !l.paragraph() && !sentence(l) && !p.nameLine(l) && !p.caption(l):
			p.take(i, KindMenu)
		default:
			listed = false
		}
	}
}

// relatedLine says whether a line links to another article.
func (p *parser) relatedLine(l line) bool {
	if strings.HasPrefix(l.text, ">>") || strings.HasPrefix(l.text, "»") {
		return true
	}
	label, _, ok := strings.Cut(l.text, ":")
	return ok && len(label) <= leadSize && p.words.is("related", strings.TrimSpace(label)) || p.relatedLabel(l)
}

func (p *parser) relatedLabel(l line) bool {
	return p.words.has("related", strings.TrimRight(l.folded, ": ")) && p.words.is("related", strings.TrimRight(l.text, ": "))
}

// lead takes the agency's mark or the place that opens the text: "(TTXVN) - ",
// "BTQ - ", "Hanoi (VNA) – ". It stands before a dash, in capitals or with
// brackets.
func (p *parser) lead(title int) {
	for i := title + 1; i < len(p.lines); i++ {
		l := p.lines[i]
		if l.skip {
			continue
		}
		if end := leadEnd(p.text[l.start:l.end]); end > 0 {
			p.skip = append(p.skip, Span{l.start, l.start + end, KindDateline})
			return
		}
		if l.paragraph() {
			return
		}
	}
}

const leadSize = 40 // bytes

func leadEnd(b []byte) int {
	if len(b) > leadSize {
		b = b[:leadSize]
	}
	for _, dash := range []string{"- ", "– ", "— "} {
		at := bytes.Index(b, []byte(dash))
		if at <= 0 {
			continue
		}
		mark := strings.TrimRight(string(b[:at]), " .")
		if strings.ToUpper(mark) == mark && !strings.ContainsAny(mark, "0123456789,") ||
			strings.HasSuffix(mark, ")") && strings.Count(mark, "(") == 1 {
			return at + len(dash)
		}
	}
	return 0
}
