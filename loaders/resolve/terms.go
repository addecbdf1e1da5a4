package resolve

import (
	"encoding/json"

	"cadre/graph"
)

// term is an office, a body or a place as one article writes it.
type term struct {
	label graph.Label
	id    string
	name  string
}

// terms is the office, body or place of a name and all that it stands in.
func (v *Vocabulary) terms(label graph.Label, name string, out map[string]term) {
	t := term{label: label, name: name}
	switch label {
	case graph.Position:
		t.id = v.Office(name).id
	case graph.Institution:
		t.id = v.Institution(name).id
	case graph.Place:
		t.name = v.PlaceName(name) // of a body's place: the tables' spelling
		t.id = placeID(t.name)
	}
	if have, ok := out[t.id]; ok {
		if name < have.name {
			out[t.id] = t
		}
		return
	}
	out[t.id] = t
	switch label {
	case graph.Position:
		if b := v.Office(name).Body; b != "" {
			v.terms(graph.Institution, b, out)
		}
	case graph.Institution:
		i := v.Institution(name)
		if i.Place != "" {
			v.terms(graph.Place, i.Place, out)
		}
		for _, more := range []string{i.Parent, i.Successor} {
			if more != "" {
				v.terms(graph.Institution, more, out)
			}
		}
	case graph.Place:
		if _, _, _, _, into, ok := v.Place(name); ok && into != "" {
			v.terms(graph.Place, into, out)
		}
	}
}

// termState counts the articles that write a term in one way or another; the
// commonest spelling is shown. Counts are exact because an article enters and
// leaves the graph once.
type termState map[string]int

// shown is the commonest spelling, of equals the first by bytes; "" for none.
func (s termState) shown() string {
	best := ""
	for name, n := range s {
		if n > 0 && (best == "" || n > s[best] || n == s[best] && name < best) {
			best = name
		}
	}
	return best
}

func (s termState) count(name string, by int) {
	if s[name] += by; s[name] <= 0 {
		delete(s, name)
	}
}

func termKey(id string) string { return "v/" + id }

// node makes the node of a term from the spelling shown, with the edges that
// say what it is.
func (v *Vocabulary) node(label graph.Label, name string) (graph.Node, []graph.Edge) {
	var n graph.Node
	var owned []graph.Edge
	edge := func(t graph.Type, label graph.Label, id string, on graph.Date) {
		if id == n.ID {
			return
		}
		owned = append(owned, graph.Edge{Type: t, Key: graph.Key(t, n.ID, id), From: n.Ref(), To: graph.Ref{Label: label, ID: id}, Props: dated(on)})
	}
	put := func(k, val string) {
		if val != "" {
			n.Props[k] = val
		}
	}
	date := func(k string, d graph.Date) {
		if d != "" {
			n.Props[k] = d
		}
	}
	switch label {
	case graph.Position:
		o := v.Office(name)
		n = graph.Node{Label: label, ID: positionID(name), Props: graph.Props{"name": o.Name, "folded": graph.Fold(o.Name), "title": o.Title, "rank": int64(o.Rank)}}
		put("name_en", o.English)
		if o.Seats > 0 {
			n.Props["seats"] = int64(o.Seats)
		}
		if o.Body != "" {
			edge(graph.InBody, graph.Institution, institutionID(o.Body), "")
		}
	case graph.Institution:
		i := v.Institution(name)
		n = graph.Node{Label: label, ID: institutionID(name), Props: graph.Props{"name": i.Name, "folded": graph.Fold(i.Name), "kind": i.Kind, "level": i.Level, "committee": i.Committee}}
		put("name_en", i.English)
		date("since", i.Since)
		date("until", i.Until)
		if i.Place != "" {
			edge(graph.LocatedIn, graph.Place, placeID(i.Place), "")
		}
		if i.Parent != "" {
			edge(graph.PartOf, graph.Institution, institutionID(i.Parent), "")
		}
		if i.Successor != "" {
			edge(graph.SucceededBy, graph.Institution, institutionID(i.Successor), i.Until.AddDays(1))
		}
	case graph.Place:
		n = graph.Node{Label: label, ID: placeID(name), Props: graph.Props{"name": name, "folded": graph.Fold(name), "kind": "venue"}}
		if kind, since, until, _, into, ok := v.Place(name); ok {
			n.Props["kind"] = kind
			date("since", since)
			date("until", until)
			if into != "" {
				edge(graph.MergedInto, graph.Place, placeID(into), until.AddDays(1))
			}
		}
	}
	return n, owned
}

func decodeTerm(b []byte) (termState, error) {
	s := termState{}
	if b == nil {
		return s, nil
	}
	return s, json.Unmarshal(b, &s)
}
