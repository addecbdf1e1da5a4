package article

import (
	"strings"
)

// sources takes the lines that say where the article was taken from, and gives
// the first web address on one.
func (p *parser) sources() string {
	link := ""
	for i, l := range p.lines {
		if l.skip || l.text == "" || l.paragraph() {
			continue
		}
		address, ok := p.words.sourceLine(l, i >= len(p.lines)-tailLines)
		if ok {
			p.take(i, KindSource)
			link = first(link, address)
		}
	}
	return link
}

// sourceLine reads "Nguồn Nhân Dân: https://…", and below the text also "Theo
// TTXVN" and "Source".
func (w *words) sourceLine(l line, below bool) (address string, ok bool) {
	text := strings.Trim(l.text, "()[] ")
	fields := strings.Fields(text)
	n := w.sourceLabel(fields)
	at := strings.Index(text, "http")
	if n == 0 || at < 0 && sentence(l) {
		return "", false
	}
	if at >= 0 {
		address, _, _ = strings.Cut(text[at:], " ")
		address = strings.TrimRight(address, ".,;)")
		if checkURL(address) != nil {
			address = ""
		}
		text = text[:at]
	}
	fields = strings.Fields(text)
	if len(fields) < n {
		n = len(fields)
	}
	rest := fields[n:]
	if len(rest) > 8 || address == "" && !below {
		return "", false
	}
	for _, word := range rest {
		if !capital(word) && !website(word) && word != "-" && word != "–" {
			return "", false
		}
	}
	return address, true
}

// sourceLabel counts the words of the longest label that a line begins with.
func (w *words) sourceLabel(fields []string) int {
	for n := min(2, len(fields)); n > 0; n-- {
		if w.is("source", strings.TrimRight(strings.Join(fields[:n], " "), ":")) {
			return n
		}
	}
	return 0
}
