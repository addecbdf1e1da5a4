package article

import "strings"

// headlineLines is how far down a headline is looked for when no dateline
// stands below it.
const headlineLines = 6

// headline gives the line of the headline, or -1. It is the last line above the
// dateline that reads like one: what stands above that is the site's name or a
// section. Without a dateline it is the first such line, and a text that opens
// with a paragraph has none.
func (p *parser) headline() int {
	below := p.date
	if below < 0 {
		below = min(len(p.lines), headlineLines)
	}
	found := -1
	for i := range below {
		switch l := p.lines[i]; {
		case p.frames(l) || p.caption(l):
			continue
		case l.paragraph() || sentence(l):
			if found >= 0 || p.date < 0 {
				return found
			}
		case p.date < 0:
			return i
		default:
			found = i
		}
	}
	return found
}

// frames says whether a line is a menu, a breadcrumb or the author's, not the
// article's own.
func (p *parser) frames(l line) bool {
	if l.skip || l.text == "" {
		return l.skip
	}
	if strings.HasSuffix(l.text, "|") || strings.Count(l.text, " > ")+strings.Count(l.text, "»")+strings.Count(l.text, "›") > 0 {
		return true
	}
	return p.words.menuLine(l.folded) || p.relatedLine(l)
}

// caption says whether a line tells of a picture: it ends with its credit.
func (p *parser) caption(l line) bool {
	for at := l.start + 1; at < l.end; at++ {
		if p.text[at] != ':' {
			continue
		}
		if start, kind := p.label(at); start > l.start && kind == KindCredit {
			return true
		}
	}
	return false
}

// sentence says whether a line ends like one, as headlines do not.
func sentence(l line) bool {
	return strings.HasSuffix(l.text, ".") && !strings.HasSuffix(l.text, "..")
}
