package extract

import (
	"bytes"
	"io/fs"
	"strings"
	"sync"

	"cadre/graph"
	"cadre/loaders/article"
	"cadre/loaders/lang"
)

// Extractor turns articles into documents. It is read-only once made and may
// be used by several goroutines.
type Extractor struct {
	packs map[string]*pack // by language code
	rooms sync.Pool        // of *room: what one article needs, for the next
}

// New reads the embedded language packs and then each overlay folder of packs
// (a user's own words and tables). Errors name file and line.
func New(overlays ...fs.FS) (*Extractor, error) {
	x := &Extractor{packs: map[string]*pack{}}
	var world *lang.Pack // the Vietnamese tables hold places and bodies for both
	for _, code := range []string{"vi", "en"} {
		p, err := lang.Open(code, overlays...)
		if err != nil {
			return nil, err
		}
		if code == "vi" {
			world = p
		}
		if x.packs[code], err = compile(p, world); err != nil {
			return nil, err
		}
		x.packs[code].lexicon.freeze()
	}
	return x, nil
}

// analysis is what the stages know of one article. Each stage fills the fields
// under its name and reads those above.
type analysis struct {
	article article.Article
	pack    *pack

	// text
	*room

	// people and offices
	people   []Person
	position []Position
	reader   // what the reading of offices needs on its way

	// dates
	dates    []dateMention
	years    []yearMention
	dateline graph.Date // day in the opening line, where the loader found none
	termYear int        // first year of the term that a congress of the article names

	// documents and events
	papers   []Paper
	paperAt  []paperMention
	events   []Event
	eventAt  []eventMention // by ascending start
	clusters []cluster      // as events, with what joined them
	main     int            // the event the article is about, or -1
	bridgeAt []bridge
	leader   int // the mention that names the head of the delegation reported, or -1

	presentings []presenting // filled by findRoles
	awaited     map[int]bool // events that people are to come to tomorrow, by findRoles
}

// mention is one place where the text speaks of a person: by full name, by
// given name ("ông Phóng"), or by an office that the article ties to one person
// ("Thủ tướng yêu cầu").
type mention struct {
	from, to int // the name itself, or the office that stands for it
	// outer range with honorific, rank and the offices that stand before or
	// after the name in apposition; mentions whose outer ranges are joined only
	// by commas, semicolons or "và" are one list
	outFrom, outTo int
	person         int // index into people
	by             byMention
}

type byMention uint8

const (
	byName byMention = iota
	byGivenName
	byOffice
)

// office is one place where the text names an office.
type office struct {
	from, to int
	office   Office
	former   bool
	acting   bool
	person   int  // index into people, or -1 when nobody is named with it
	list     bool // a word before it puts it and those joined to it into the past
	read     reading
}

// Extract reads one article.
func (x *Extractor) Extract(art article.Article) Document {
	p := x.packs[art.Language]
	if p == nil {
		p = x.packs["vi"]
	}
	r, _ := x.rooms.Get().(*room)
	a := read(art, p, r)
	defer x.leave(a.room)
	a.findPeople() // people, mentions, offices, positions
	a.findDates()
	a.findPapers()
	a.findEvents()
	d := Document{Article: art, People: a.people, Events: a.events, Papers: a.papers}
	d.Roles, d.Unnamed = a.findRoles()
	a.addVisitors(&d)
	d.Presented = a.findPresented(d.Roles)
	d.Changes = a.findChanges()
	a.findTimes(d.Changes)
	d.Positions = a.position
	d.leftOffices()
	d.changedOffices()
	return a.tidy(d)
}

// room is the text of an article with the phrases found in it, and the memory
// that they take.
type room struct {
	text
	hits  []hit    // of all lists, by ascending start
	at    []int32  // first hit at or after each token: hits[at[i]:at[i+1]] start at token i
	masks []uint64 // by token: the bits of the lists that have a hit there

	mentions []mention // by ascending start
	offices  []office  // by ascending start
	acts     []act     // by ascending start

	startOf, endOf  []int32 // office + 1 that starts, or ends, at each token
	marks           []bool  // of tokens, for one stage at a time
	quoted, uttered []bool  // by token: between quotation marks; in somebody's words
	spare           reading // for one body at a time
	untitled        titleRow
}

// mostKept bounds the tokens of a room that is kept for the next article.
const mostKept = 1 << 18

// leave gives back the room of an article that has been read.
func (x *Extractor) leave(r *room) {
	if cap(r.tokens) <= mostKept && cap(r.hits) <= mostKept {
		r.raw = nil
		clear(r.offices) // of what belongs to the article
		r.spare = reading{}
		x.rooms.Put(r)
	}
}

// read cuts an article into words and finds the phrases of the lexicon, in a
// room left by another article or, if r is nil, a new one.
func read(art article.Article, p *pack, r *room) *analysis {
	if r == nil {
		r = &room{}
	}
	r.cut(art.Text, art.Body, skipped(art), p.lexicon.words)
	if p.Code == "en" {
		r.dropInitials()
	}
	n := len(r.tokens)
	r.masks = zeroed(r.masks, n)
	r.startOf, r.endOf = r.startOf[:0], r.endOf[:0]
	r.mentions, r.offices, r.acts = r.mentions[:0], r.offices[:0], r.acts[:0]
	r.hits = p.lexicon.find(&r.text, r.hits[:0], r.masks)
	r.at = zeroed(r.at, n+1)
	h := 0
	for i := range r.at {
		for h < len(r.hits) && r.hits[h].from < i {
			h++
		}
		r.at[i] = int32(h)
	}
	return &analysis{article: art, pack: p, room: r}
}

// zeroed is a slice of n zeros, in the memory of s if it has room.
func zeroed[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// hitsAt are the hits that start at token i.
func (a *analysis) hitsAt(i int) []hit {
	if uint(i) >= uint(len(a.masks)) || a.masks[i] == 0 {
		return nil
	}
	return a.hits[a.at[i]:a.at[i+1]]
}

// hitAt is the hit of a list that starts at token i.
func (a *analysis) hitAt(i int, list string) (hit, bool) {
	if !a.some(i, bit(list)) {
		return hit{}, false
	}
	return a.hitOf(i, list)
}

// some tells whether one of the lists of a mask may have a hit at token i.
func (a *analysis) some(i int, lists uint64) bool {
	return uint(i) < uint(len(a.masks)) && a.masks[i]&lists != 0
}

func (a *analysis) hitOf(i int, list string) (hit, bool) {
	for _, h := range a.hits[a.at[i]:a.at[i+1]] {
		if h.list == list {
			return h, true
		}
	}
	return hit{}, false
}

// has tells whether a phrase of a list starts between two tokens.
func (a *analysis) has(from, to int, list string) bool {
	lists := bit(list)
	for k := from; k < to; k++ {
		if !a.some(k, lists) {
			continue
		}
		if _, ok := a.hitOf(k, list); ok {
			return true
		}
	}
	return false
}

// endsBefore tells whether a phrase of a list ends right before token i and
// begins at most so many tokens before it.
func (a *analysis) endsBefore(i, most int, list string) bool {
	for k := max(0, i-most); k < i; k++ {
		if h, ok := a.hitAt(k, list); ok && h.to == i {
			return true
		}
	}
	return false
}

// skipped are the ranges of an article that hold no facts.
func skipped(art article.Article) []Span {
	var out []Span
	for _, s := range art.Skip {
		out = append(out, Span{s.Start, s.End})
	}
	return out
}

// leftOffices marks as former the offices that the article tells people left.
func (d *Document) leftOffices() {
	for _, c := range d.Changes {
		if c.Office == nil || c.Change != "dismissed" && c.Change != "resigned" {
			continue
		}
		for i := range d.Positions {
			if p := &d.Positions[i]; p.Person == c.Person && p.Office.NameVI == c.Office.NameVI {
				p.Former = true
			}
		}
	}
}

// changedOffices adds the offices that the article tells people were given or
// left, where no words of the reading of offices tied them to their names.
func (d *Document) changedOffices() {
	type key struct {
		person int
		label  string
	}
	has := map[key]bool{}
	for _, p := range d.Positions {
		has[key{p.Person, p.Office.NameVI}] = true
	}
	for _, c := range d.Changes {
		former := false
		switch c.Change {
		case "appointed", "elected", "reelected", "approved":
		case "dismissed", "resigned":
			if former = true; d.Article.Language == "en" {
				continue
			}
		default:
			continue
		}
		if d.Article.Language != "en" && !d.names(c) {
			continue
		}
		if k := (key{c.Person, ""}); c.Office == nil || c.Office.Body == "" && c.Office.NameVI == c.Office.Title {
			continue
		} else if k.label = c.Office.NameVI; !has[k] && (d.Article.Language == "en" || !d.holds(c.Person, *c.Office)) {
			has[k] = true
			d.Positions = append(d.Positions, Position{Person: c.Person, Office: *c.Office, Former: former, Evidence: c.Evidence, Rule: "office-by-verb"})
		}
	}
}

// holds tells whether a person has an office by a fuller label.
func (d *Document) holds(person int, o Office) bool {
	for _, p := range d.Positions {
		if p.Person == person && shorter(o, p.Office) {
			return true
		}
	}
	return false
}

// names tells whether the line that tells of a change names whom it is about,
// if only by the given name.
func (d *Document) names(c Change) bool {
	name := d.People[c.Person].Name
	given := name[strings.LastIndexByte(name, ' ')+1:]
	for _, e := range c.Evidence {
		line := d.Article.Text[bytes.LastIndexByte(d.Article.Text[:e.Start], '\n')+1:]
		if i := bytes.IndexByte(line, '\n'); i >= 0 {
			line = line[:i]
		}
		if bytes.Contains(line, []byte(given)) {
			return true
		}
	}
	return false
}
