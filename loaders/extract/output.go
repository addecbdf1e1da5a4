package extract

import (
	"encoding/json"

	"cadre/graph"
)

// JSON is the line that `cadre extract --format ndjson` prints for a document:
// one object, no line feed, lists never null, every quote with its byte offsets
// in the file as it is.
func (d Document) JSON() ([]byte, error) {
	return json.Marshal(d.contract())
}

type evidenceJSON struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Quote string `json:"quote"`
}

type articleJSON struct {
	Path      string   `json:"path"`
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Language  string   `json:"language"`
	Published *string  `json:"published"`
	Authors   []string `json:"authors"`
	URL       string   `json:"url,omitempty"`
	Source    string   `json:"source,omitempty"`
}

type personJSON struct {
	Name     string         `json:"name"`
	Aliases  []string       `json:"aliases"`
	Evidence []evidenceJSON `json:"evidence"`
	Rule     string         `json:"rule"`
}

type positionJSON struct {
	Person   string         `json:"person"`
	Position string         `json:"position"`
	Office   string         `json:"office"`
	Body     *string        `json:"body"`
	Place    *string        `json:"place"`
	NameVI   string         `json:"canonical"`
	Former   bool           `json:"former"`
	Acting   bool           `json:"acting"`
	Since    *string        `json:"since"`
	Until    *string        `json:"until"`
	Evidence []evidenceJSON `json:"evidence"`
	Rule     string         `json:"rule"`
}

type eventJSON struct {
	ID         string         `json:"id"`
	Kind       string         `json:"kind"`
	Name       *string        `json:"name"`
	Date       *string        `json:"date"`
	End        *string        `json:"end"`
	Online     *bool          `json:"online"`
	Places     []string       `json:"places"`
	Organizers []string       `json:"organizers"`
	Follows    *string        `json:"follows"`
	Status     string         `json:"status"`
	Evidence   []evidenceJSON `json:"evidence"`
	Rule       string         `json:"rule"`
}

type roleJSON struct {
	Person   string         `json:"person"`
	Role     string         `json:"role"`
	Event    string         `json:"event"`
	At       *string        `json:"at"`
	Evidence []evidenceJSON `json:"evidence"`
	Rule     string         `json:"rule"`
}

type documentJSON struct {
	Number   *string        `json:"number"`
	Kind     string         `json:"kind"`
	Title    *string        `json:"title"`
	Issued   *string        `json:"issued"`
	Issuer   *string        `json:"issuer"`
	Evidence []evidenceJSON `json:"evidence"`
	Rule     string         `json:"rule"`
}

type presentedJSON struct {
	Person   string         `json:"person"`
	Document string         `json:"document"`
	Event    *string        `json:"event"`
	Evidence []evidenceJSON `json:"evidence"`
	Rule     string         `json:"rule"`
}

type changeJSON struct {
	Person   string         `json:"person"`
	Change   string         `json:"change"`
	Position *string        `json:"position"`
	Date     *string        `json:"date"`
	Evidence []evidenceJSON `json:"evidence"`
	Rule     string         `json:"rule"`
}

type unnamedJSON struct {
	Position string         `json:"position"`
	Role     string         `json:"role"`
	Event    *string        `json:"event"`
	Evidence []evidenceJSON `json:"evidence"`
	Rule     string         `json:"rule"`
}

type documentLine struct {
	Article   articleJSON     `json:"article"`
	People    []personJSON    `json:"people"`
	Positions []positionJSON  `json:"positions"`
	Events    []eventJSON     `json:"events"`
	Roles     []roleJSON      `json:"roles"`
	Documents []documentJSON  `json:"documents"`
	Presented []presentedJSON `json:"presented"`
	Changes   []changeJSON    `json:"changes"`
	Unnamed   []unnamedJSON   `json:"unnamed"`
}

func (d Document) contract() documentLine {
	a := d.Article
	out := documentLine{
		Article: articleJSON{Path: a.Path, ID: a.ID, Title: a.Title, Language: a.Language, Published: orNull(a.Published), Authors: list(a.Authors), URL: a.URL, Source: a.Source},
		People:  []personJSON{}, Positions: []positionJSON{}, Events: []eventJSON{}, Roles: []roleJSON{},
		Documents: []documentJSON{}, Presented: []presentedJSON{}, Changes: []changeJSON{}, Unnamed: []unnamedJSON{},
	}
	for _, p := range d.People {
		out.People = append(out.People, personJSON{p.Name, list(p.Aliases), d.quotes(p.Evidence), p.Rule})
	}
	for _, p := range d.Positions {
		out.Positions = append(out.Positions, positionJSON{d.People[p.Person].Name, p.Office.Name, p.Office.Title, orNull(p.Office.Body), orNull(p.Office.Place), p.Office.NameVI, p.Former, p.Acting, date(p.Since), date(p.Until), d.quotes(p.Evidence), p.Rule})
	}
	for _, e := range d.Events {
		out.Events = append(out.Events, eventJSON{e.ID, e.Kind, orNull(e.Name), date(e.Date), date(e.End), e.Online, list(e.Places), list(e.Organizers), date(e.Follows), e.Status, d.quotes(e.Evidence), e.Rule})
	}
	for _, r := range d.Roles {
		out.Roles = append(out.Roles, roleJSON{d.People[r.Person].Name, r.Role, d.Events[r.Event].ID, orNull(r.At), d.quotes(r.Evidence), r.Rule})
	}
	for _, p := range d.Papers {
		out.Documents = append(out.Documents, documentJSON{orNull(p.Number), p.Kind, orNull(p.Title), date(p.Issued), orNull(p.Issuer), d.quotes(p.Evidence), p.Rule})
	}
	for _, p := range d.Presented {
		paper := d.Papers[p.Paper]
		out.Presented = append(out.Presented, presentedJSON{d.People[p.Person].Name, paper.name(), d.event(p.Event), d.quotes(p.Evidence), p.Rule})
	}
	for _, c := range d.Changes {
		var position *string
		if c.Office != nil {
			position = &c.Office.Name
		}
		out.Changes = append(out.Changes, changeJSON{d.People[c.Person].Name, c.Change, position, date(c.Date), d.quotes(c.Evidence), c.Rule})
	}
	for _, u := range d.Unnamed {
		out.Unnamed = append(out.Unnamed, unnamedJSON{u.Office.Name, u.Role, d.event(u.Event), d.quotes(u.Evidence), u.Rule})
	}
	return out
}

// name is the number of a paper, or its title when it has none.
func (p Paper) name() string {
	if p.Number != "" {
		return p.Number
	}
	return p.Title
}

func (d Document) event(i int) *string {
	if i < 0 {
		return nil
	}
	return &d.Events[i].ID
}

func (d Document) quotes(spans []Span) []evidenceJSON {
	out := []evidenceJSON{}
	for _, s := range spans {
		out = append(out, evidenceJSON{s.Start, s.End, string(d.Article.Text[s.Start:s.End])})
	}
	return out
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func date(d graph.Date) *string { return orNull(string(d)) }

func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
