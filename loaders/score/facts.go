package score

import (
	"encoding/json"
	"fmt"
)

// Facts are the facts of one article, from a gold file or from a line of
// `cadre extract`. Where a gold file accepts several wordings, Names has them
// all; what an extractor found has one.
type Facts struct {
	Article   Source         `json:"article"`
	People    []Person       `json:"people"`
	Positions []Position     `json:"positions"`
	Events    []Event        `json:"events"`
	Roles     []Role         `json:"roles"`
	Documents []Document     `json:"documents"`
	Presented []Presentation `json:"presented"`
	Changes   []Change       `json:"changes"`

	evidence []Quote
}

// Source says which article a line is about.
type Source struct {
	Path string `json:"path"`
}

// Names are the accepted wordings of one thing, the most literal first.
type Names []string

// UnmarshalJSON reads a list, a single text, or null.
func (n *Names) UnmarshalJSON(b []byte) error {
	*n = nil
	if len(b) == 0 || b[0] == '[' || string(b) == "null" {
		return json.Unmarshal(b, (*[]string)(n))
	}
	*n = Names{""}
	return json.Unmarshal(b, &(*n)[0])
}

// first is the wording to show.
func (n Names) first() string {
	if len(n) == 0 {
		return ""
	}
	return n[0]
}

// Person is a named office-holder.
type Person struct {
	Name string `json:"name"`
}

// UnmarshalJSON reads a bare name too.
func (p *Person) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, &p.Name)
	}
	type object Person
	return json.Unmarshal(b, (*object)(p))
}

// Position is an office that a person holds or held.
type Position struct {
	Person   string `json:"person"`
	Position Names  `json:"position"`
	Former   bool   `json:"former"`
}

// Event is a meeting. Texts are empty where the article says nothing.
type Event struct {
	ID         string `json:"id"`
	Kind       string `json:"kind"`
	Name       Names  `json:"name"`
	Date       string `json:"date"`
	End        string `json:"end"`
	Online     *bool  `json:"online"`
	Places     Names  `json:"places"`
	Organizers Names  `json:"organizers"`
}

// Role is what a person did at an event.
type Role struct {
	Person string `json:"person"`
	Role   string `json:"role"`
	Event  string `json:"event"`
	At     string `json:"at"`
}

// Document is an official document.
type Document struct {
	Number string `json:"number"`
	Kind   string `json:"kind"`
	Issued string `json:"issued"`
}

// Presentation is a person presenting a document.
type Presentation struct {
	Person   string `json:"person"`
	Document string `json:"document"`
}

// Change is an appointment or the like. A gold change without Position goes
// with any office.
type Change struct {
	Person   string `json:"person"`
	Change   string `json:"change"`
	Position Names  `json:"position"`
	Date     string `json:"date"`
}

// Quote is a piece of evidence: bytes Start to End of the article.
type Quote struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"quote"`
}

// ParseFacts reads a gold file or a line of `cadre extract --format ndjson`.
// The error says what in it is not of that form.
func ParseFacts(b []byte) (Facts, error) {
	var f Facts
	if err := json.Unmarshal(b, &f); err != nil {
		return Facts{}, fmt.Errorf("not facts as cadre extract prints them: %w", err)
	}
	var lists map[string]json.RawMessage
	if err := json.Unmarshal(b, &lists); err != nil {
		return Facts{}, fmt.Errorf("not facts as cadre extract prints them: %w", err)
	}
	for _, list := range lists {
		f.evidence = append(f.evidence, quotes(list)...)
	}
	return f, nil
}

// quotes are the evidence of a list of facts of any type.
func quotes(list json.RawMessage) []Quote {
	var items []json.RawMessage
	if json.Unmarshal(list, &items) != nil {
		return nil
	}
	var out []Quote
	for _, item := range items {
		var f struct {
			Evidence []Quote `json:"evidence"`
		}
		if json.Unmarshal(item, &f) == nil {
			out = append(out, f.Evidence...)
		}
	}
	return out
}
