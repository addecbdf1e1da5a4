package extract

import (
	"cadre/graph"
	"cadre/loaders/article"
)

// Span is a range of bytes of Article.Text.
type Span struct{ Start, End int }

// Document is all that one article says.
type Document struct {
	Article   article.Article
	People    []Person
	Positions []Position
	Events    []Event
	Roles     []Role
	Papers    []Paper
	Presented []Presentation
	Changes   []Change
	Unnamed   []Unnamed
}

// Person is a named office-holder.
type Person struct {
	Name     string   // fullest spelling in the article, an all-capitals one in title case
	Aliases  []string // other spellings met, sorted
	Evidence []Span
	Rule     string
}

// Office is an office in parts. Name is its complete label in the language of
// the article; NameVI the canonical Vietnamese label, the same for every
// wording and language; NameEN the English one where known.
type Office struct {
	Name   string
	NameVI string
	NameEN string
	Title  string // canonical title in Vietnamese: "Bí thư", "Phó Chủ tịch"
	Body   string // canonical body in Vietnamese, with its place: "Tỉnh ủy Ninh Bình"; "" where the title says all
	Place  string // canonical place: "Ninh Bình"; "" for a central or placeless office
	Acting string // the Vietnamese word for an office held for the time being, "Quyền"; "" for one held in full
}

// Canonical is the office's label in the graph: Vietnamese where it is known,
// with the word that tells an office held for the time being from the full one.
func (o Office) Canonical() string {
	label := o.NameVI
	if label == "" {
		label = o.Name
	}
	if o.Acting != "" {
		return o.Acting + " " + label
	}
	return label
}

// Position is an office that the article says a person holds or held.
type Position struct {
	Person int // index into People
	Office Office
	Former bool
	Acting bool
	// Since and Until are the ends of the time in it that the text gives, beside
	// the changes that it reports; "" when it gives none.
	Since, Until graph.Date
	Told         string // "then": held on the day told of; "now": on the article's day
	Evidence     []Span
	Rule         string
}

// Event is a meeting that the article tells of.
type Event struct {
	ID         string // e1, e2, … in the order of the text
	Kind       string
	Name       string // "" when it has none of its own
	Date, End  graph.Date
	Online     *bool // nil: not said
	Places     []string
	Organizers []string
	Follows    graph.Date
	Status     string // held, announced, postponed
	Ordinal    int    // 18 in "lần thứ 18"; 0 when not said
	Term       string // "XIII" in "khóa XIII"
	Evidence   []Span
	Rule       string
}

// Role is what a person did at an event.
type Role struct {
	Person   int
	Role     string
	Event    int    // index into Events
	At       string // bridge point or place, "" for the whole event
	Capacity string // the offices named with the act
	Ordinal  int    // place in the article's list, from 1; 0 outside a list
	Evidence []Span
	Rule     string
}

// Paper is an official document.
type Paper struct {
	Number   string // as written, spaces taken out; "" when it has none
	Kind     string
	Title    string
	Issued   graph.Date
	Issuer   string
	Evidence []Span
	Rule     string
}

// Presentation is a person presenting a document.
type Presentation struct {
	Person, Paper int
	Event         int // -1: not at an event
	Evidence      []Span
	Rule          string
}

// Change is an appointment or the like that the article reports as news.
type Change struct {
	Person   int
	Change   string
	Office   *Office // nil when no office is named
	Date     graph.Date
	Evidence []Span
	Rule     string
}

// Unnamed is an office-holder who acts without being named.
type Unnamed struct {
	Office   Office
	Role     string
	Event    int // -1: none
	Evidence []Span
	Rule     string
}
