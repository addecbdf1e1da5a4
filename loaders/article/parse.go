package article

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
)

const mark = "\ufeff" // the byte-order mark

// Parse reads one article. What the text says of itself comes first: its front
// matter, then its dateline; what the loader was told fills what is missing.
// Its errors are of type *Error.
func Parse(path string, raw []byte, told Told) (Article, error) {
	fail := func(line int, err error) (Article, error) {
		return Article{}, &Error{Path: path, Line: line, Err: err}
	}
	text, err := decode(raw)
	if err != nil {
		return fail(0, err)
	}
	published, err := toldDay(told.Published)
	if err != nil {
		return fail(0, err)
	}
	body := 0
	if bytes.HasPrefix(text, []byte(mark)) {
		body = len(mark)
	}
	front, body, at, err := readFrontMatter(text, body)
	if err != nil {
		return fail(at, err)
	}
	w := *loadWords()
	p := parser{words: &w, text: text, lines: splitLines(text, body)}
	switch {
	case len(p.lines) == 0:
		return fail(0, ErrEmpty)
	case len(p.lines) > MaxLines:
		return fail(0, ErrTooLarge)
	}
	a := Article{Path: path, ID: contentID(raw, told), Text: text, Body: body}
	a.Language, w.plain = p.language()
	day := p.dateline()
	title := p.headline()
	p.menus()
	link := p.sources()
	a.Authors = p.bylines(title)
	p.credits(&a)
	p.lead(title)

	a.URL = first(front.URL, link)
	a.Source = first(front.Source, clean(told.Source))
	a.Published = first(front.Published, day, published)
	a.Title = front.Title
	if title >= 0 {
		l := p.lines[title]
		a.TitleSpan = Span{Start: l.start, End: l.end}
		a.Title = first(front.Title, clean(l.text))
	}
	a.Skip = settle(p.skip)
	return a, nil
}

// parser holds one article while its frame is found. Each step reads the lines
// that the steps before it left.
type parser struct {
	words *words
	text  []byte
	lines []line
	date  int // the line that holds the dateline, or -1
	skip  []Span
}

func (p *parser) take(i int, kind Kind) {
	p.lines[i].skip = true
	p.skip = append(p.skip, Span{p.lines[i].start, p.lines[i].end, kind})
}

func toldDay(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	day, err := isoDay(s)
	if err != nil {
		return "", fmt.Errorf("the day told, %q, %w", s, ErrTold)
	}
	return day, nil
}

// contentID names what was read: the bytes, and what the loader was told, each
// with its length so that no two run together.
func contentID(raw []byte, told Told) string {
	h := sha256.New()
	h.Write(raw)
	fmt.Fprintf(h, "\x00%d %d %s%s", len(raw), len(told.Published), told.Published, told.Source)
	return hex.EncodeToString(h.Sum(nil)[:8])
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// settle puts the spans in order and drops what lies in another: the one that
// begins first stays, of two with one beginning the longer.
func settle(spans []Span) []Span {
	slices.SortStableFunc(spans, func(a, b Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	out := spans[:0]
	for _, s := range spans {
		if len(out) == 0 || s.Start >= out[len(out)-1].End {
			out = append(out, s)
		}
	}
	return out
}
