package resolve

import (
	"cadre/graph"
	"cadre/loaders/article"
	"cadre/loaders/extract"
)

// Claims is what one article says, as it is stored: the document of the
// extractor with its quotes, without the article's text.
type Claims struct {
	ID        string          `json:"id"`
	Pack      string          `json:"k"` // version of the rules and words that made it
	URL       string          `json:"u,omitempty"`
	Source    string          `json:"s,omitempty"`
	Title     string          `json:"t,omitempty"`
	Published graph.Date      `json:"p,omitempty"`
	Language  string          `json:"l"`
	Told      article.Told    `json:"b,omitzero"` // what the loader was told of it
	People    []PersonClaim   `json:"w,omitempty"`
	Positions []PositionClaim `json:"o,omitempty"`
	Events    []EventClaim    `json:"e,omitempty"`
	Roles     []RoleClaim     `json:"r,omitempty"`
	Papers    []PaperClaim    `json:"d,omitempty"`
	Presented []ActClaim      `json:"a,omitempty"`
	Changes   []ChangeClaim   `json:"c,omitempty"`
	Unnamed   []UnnamedClaim  `json:"n,omitempty"`
}

// Quote is the words of the article that say a fact, their byte offsets and
// the rule that read them.
type Quote struct {
	Start int    `json:"s"`
	Text  string `json:"q"`
	Rule  string `json:"r,omitempty"`
}

// End is the offset behind the quote.
func (q Quote) End() int { return q.Start + len(q.Text) }

// PersonClaim is a named person of the article.
type PersonClaim struct {
	Name    string   `json:"n"`
	Aliases []string `json:"a,omitempty"`
	Quote   Quote    `json:"q"`
}

// PositionClaim is an office that the article gives a person. Seen is the day
// on which it shows the person in it, "" for a former office.
type PositionClaim struct {
	Person int        `json:"p"`
	Office string     `json:"o"`
	As     string     `json:"a,omitempty"`
	Former bool       `json:"f,omitempty"`
	Acting bool       `json:"c,omitempty"`
	Since  graph.Date `json:"b,omitempty"` // the ends of the time in it that the text gives
	Until  graph.Date `json:"e,omitempty"`
	Seen   graph.Date `json:"d,omitempty"`
	Quote  Quote      `json:"q"`
}

// EventClaim is a meeting of the article.
type EventClaim struct {
	Kind       string     `json:"k"`
	Name       string     `json:"n,omitempty"`
	Date       graph.Date `json:"d,omitempty"`
	End        graph.Date `json:"e,omitempty"`
	Online     *bool      `json:"o,omitempty"`
	Places     []string   `json:"p,omitempty"`
	Organizers []string   `json:"g,omitempty"`
	Follows    graph.Date `json:"f,omitempty"`
	Status     string     `json:"s,omitempty"`
	Ordinal    int        `json:"i,omitempty"`
	Term       string     `json:"t,omitempty"`
	Quote      Quote      `json:"q"`
}

// RoleClaim is what a person did at a meeting.
type RoleClaim struct {
	Person   int    `json:"p"`
	Role     string `json:"r"`
	Event    int    `json:"e"`
	At       string `json:"a,omitempty"`
	Capacity string `json:"c,omitempty"`
	Ordinal  int    `json:"i,omitempty"`
	Quote    Quote  `json:"q"`
}

// PaperClaim is an official document that the article names.
type PaperClaim struct {
	Number string     `json:"n,omitempty"`
	Kind   string     `json:"k"`
	Title  string     `json:"t,omitempty"`
	Issued graph.Date `json:"d,omitempty"`
	Issuer string     `json:"i,omitempty"`
	Quote  Quote      `json:"q"`
}

// ActClaim is a person presenting a document; Event is -1 outside a meeting.
type ActClaim struct {
	Person int   `json:"p"`
	Paper  int   `json:"d"`
	Event  int   `json:"e"`
	Quote  Quote `json:"q"`
}

// ChangeClaim is an appointment or the like.
type ChangeClaim struct {
	Person int        `json:"p"`
	Change string     `json:"c"`
	Office string     `json:"o,omitempty"`
	Date   graph.Date `json:"d,omitempty"`
	Quote  Quote      `json:"q"`
}

// UnnamedClaim is an office-holder who acts without a name.
type UnnamedClaim struct {
	Office string     `json:"o"`
	As     string     `json:"a,omitempty"`
	Role   string     `json:"r,omitempty"`
	Event  int        `json:"e"`
	Seen   graph.Date `json:"d,omitempty"`
	Quote  Quote      `json:"q"`
}

// From takes the claims out of a document; pack is the version of the rules
// and words that read it, told what the loader was told of the article.
func From(d extract.Document, pack string, told article.Told) Claims {
	art := d.Article
	c := Claims{ID: art.ID, Pack: pack, Told: told, URL: art.URL, Source: art.Source, Title: art.Title, Published: graph.Date(art.Published), Language: art.Language}
	quote := func(spans []extract.Span, rule string) Quote {
		if len(spans) == 0 {
			return Quote{Rule: rule}
		}
		return Quote{spans[0].Start, string(art.Text[spans[0].Start:spans[0].End]), rule}
	}
	for _, p := range d.People {
		c.People = append(c.People, PersonClaim{p.Name, p.Aliases, quote(p.Evidence, p.Rule)})
	}
	for _, e := range d.Events {
		c.Events = append(c.Events, EventClaim{e.Kind, e.Name, e.Date, e.End, e.Online, e.Places, e.Organizers, e.Follows, e.Status, e.Ordinal, e.Term, quote(e.Evidence, e.Rule)})
	}
	for _, r := range d.Roles {
		c.Roles = append(c.Roles, RoleClaim{r.Person, r.Role, r.Event, r.At, r.Capacity, r.Ordinal, quote(r.Evidence, r.Rule)})
	}
	for _, p := range d.Papers {
		c.Papers = append(c.Papers, PaperClaim{p.Number, p.Kind, p.Title, p.Issued, p.Issuer, quote(p.Evidence, p.Rule)})
	}
	for _, p := range d.Presented {
		c.Presented = append(c.Presented, ActClaim{p.Person, p.Paper, p.Event, quote(p.Evidence, p.Rule)})
	}
	for _, x := range d.Changes {
		ch := ChangeClaim{Person: x.Person, Change: x.Change, Date: x.Date, Quote: quote(x.Evidence, x.Rule)}
		if x.Office != nil {
			ch.Office = x.Office.Canonical()
		}
		c.Changes = append(c.Changes, ch)
	}
	for _, p := range d.Positions {
		c.Positions = append(c.Positions, PositionClaim{Person: p.Person, Office: p.Office.Canonical(), As: p.Office.Name, Former: p.Former, Acting: p.Acting, Since: p.Since, Until: p.Until, Quote: quote(p.Evidence, p.Rule)})
	}
	for i, p := range d.Positions {
		c.Positions[i].Seen = c.seen(c.Positions[i], p.Told)
	}
	for _, u := range d.Unnamed {
		uc := UnnamedClaim{Office: u.Office.Canonical(), As: u.Office.Name, Role: u.Role, Event: u.Event, Seen: c.Published, Quote: quote(u.Evidence, u.Rule)}
		if u.Event >= 0 && c.Events[u.Event].Date != "" {
			uc.Seen = c.Events[u.Event].Date
		}
		c.Unnamed = append(c.Unnamed, uc)
	}
	return c
}

// seen is the day on which the article shows a person in an office (the rules
// behind the gold, WORLD.md): the day of a change into it or, while that is
// news and the person there, out of it, else of the latest meeting held at
// which the person acts,
// else of the article. told is what the text says of that day: "then" of a
// former office held on the day of the meeting, "now" of one held on the
// article's own.
func (c Claims) seen(p PositionClaim, told string) graph.Date {
	for _, x := range c.Changes {
		if x.Person != p.Person || x.Date == "" || x.Office != p.Office && x.Change != "died" {
			continue
		}
		switch {
		case gains(x.Change):
			return x.Date
		case p.Former && x.Office != p.Office:
		case loses(x.Change) && c.fresh(x.Date) && (!p.Former || c.present(p.Person)):
			return x.Date
		case loses(x.Change):
			return ""
		}
	}
	switch {
	case p.Until != "" && c.fresh(p.Until):
		return p.Until
	case p.Former && told != "then":
		return ""
	case told == "now" && c.Published != "":
		return c.Published
	}
	day := graph.Date("")
	for _, r := range c.Roles {
		e := c.Events[r.Event]
		if r.Person == p.Person && e.Status != "announced" && e.Status != "postponed" && e.Date > day && (c.Published == "" || e.Date <= c.Published) {
			day = e.Date
		}
	}
	if day != "" || p.Former {
		return day
	}
	if i := c.main(); i >= 0 && c.shows(i) {
		return c.Events[i].Date
	}
	return c.Published
}

// present tells whether an article shows a person by more than the office
// left: in an act, or in another office that has begun.
func (c Claims) present(person int) bool {
	for _, r := range c.Roles {
		if r.Person == person {
			return true
		}
	}
	coming := map[string]bool{}
	for _, x := range c.Changes {
		if x.Person == person && gains(x.Change) && x.Date == "" {
			coming[x.Office] = true
		}
	}
	for _, p := range c.Positions {
		if p.Person == person && !p.Former && !coming[p.Office] {
			return true
		}
	}
	return false
}

// fresh tells whether a day is one of which the article brings news.
func (c Claims) fresh(d graph.Date) bool {
	return c.Published != "" && d.Precision() == "day" && d <= c.Published && d >= c.Published.AddDays(-settle)
}

// shows tells whether an article is the report of a meeting of the days before
// it, so that who is named in it without a part is listed with the meeting.
func (c Claims) shows(i int) bool {
	const late = 3 // days
	e := c.Events[i]
	acted := false
	for _, r := range c.Roles {
		acted = acted || r.Event == i
	}
	return acted && e.Status != "announced" && e.Status != "postponed" && e.Date.Precision() == "day" &&
		c.Published != "" && e.Date <= c.Published && e.Date >= c.Published.AddDays(-late)
}

// gains and loses tell which changes begin and end a tenure.
func gains(change string) bool {
	switch change {
	case "appointed", "elected", "approved", "reelected":
		return true
	}
	return false
}

func loses(change string) bool {
	switch change {
	case "dismissed", "resigned", "retired", "died", "transferred":
		return true
	}
	return false
}
