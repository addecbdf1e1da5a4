package extract

import "strings"

// Facts lists what a document says in the short form of lang.Example, one fact
// a line, in the order of the document's lists: "position: NAME | LABEL".
func (d Document) Facts() []string {
	var out []string
	add := func(kind string, parts ...string) {
		for len(parts) > 1 && parts[len(parts)-1] == "" {
			parts = parts[:len(parts)-1]
		}
		out = append(out, kind+": "+strings.TrimLeft(strings.Join(parts, " | "), " "))
	}
	person := func(i int) string { return d.People[i].Name }
	for _, p := range d.People {
		add("person", p.Name)
	}
	for _, p := range d.Positions {
		mark := ""
		switch {
		case p.Former:
			mark = "former"
		case p.Acting:
			mark = "acting"
		}
		add("position", person(p.Person), p.Office.Name, mark)
		add("canonical", person(p.Person), p.Office.NameVI, mark)
		if p.Since != "" || p.Until != "" {
			add("time", person(p.Person), p.Office.Name, string(p.Since)+" to "+string(p.Until))
		}
	}
	for _, e := range d.Events {
		add("event", e.Kind, string(e.Date), e.Name)
	}
	for _, r := range d.Roles {
		add("role", person(r.Person), r.Role, string(d.Events[r.Event].Date), r.At)
	}
	for _, p := range d.Papers {
		add("document", p.Number, p.Kind, string(p.Issued))
		if p.Issuer != "" {
			add("issuer", p.Number, p.Issuer)
		}
	}
	for _, p := range d.Presented {
		add("presented", person(p.Person), d.Papers[p.Paper].name())
	}
	for _, c := range d.Changes {
		label := ""
		if c.Office != nil {
			label = c.Office.Name
		}
		add("change", person(c.Person), c.Change, label, string(c.Date))
	}
	for _, u := range d.Unnamed {
		add("unnamed", u.Office.Name, u.Role)
	}
	return out
}

// States tells whether facts hold one, of which trailing parts may be left
// out: "role: NAME | chaired" is stated by any date and place of it.
func States(facts []string, want string) bool {
	for _, f := range facts {
		if f == want || strings.HasPrefix(f, want+" | ") {
			return true
		}
	}
	return false
}

// Rules lists the rule of every fact of a document.
func (d Document) Rules() []string {
	var out []string
	for _, f := range d.People {
		out = append(out, f.Rule)
	}
	for _, f := range d.Positions {
		out = append(out, f.Rule)
	}
	for _, f := range d.Events {
		out = append(out, f.Rule)
	}
	for _, f := range d.Roles {
		out = append(out, f.Rule)
	}
	for _, f := range d.Papers {
		out = append(out, f.Rule)
	}
	for _, f := range d.Presented {
		out = append(out, f.Rule)
	}
	for _, f := range d.Changes {
		out = append(out, f.Rule)
	}
	for _, f := range d.Unnamed {
		out = append(out, f.Rule)
	}
	return out
}
