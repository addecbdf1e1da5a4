package resolve

import (
	"strings"

	"cadre/graph"
)

// roleType gives the words of the contract their edge types.
func roleType(role string) graph.Type {
	switch role {
	case "spoke":
		return graph.SpokeAt
	case "presented":
		return graph.PresentedAt
	case "signed":
		return graph.SignedAt
	}
	return graph.Type(strings.ToUpper(role))
}

// emission is what one article adds to the graph under one view of who is who.
type emission struct {
	reports map[string]graph.Edge // REPORTS edges by key
	facts   map[string]graph.Edge // edges that they support, by key
}

// emit makes an article's edges. Its facts' edges are functions of their keys
// and of the clusters they lead to, so that two articles that say one thing
// make the same edge.
func (w *view) emit(p *parts) emission {
	e := emission{map[string]graph.Edge{}, map[string]graph.Edge{}}
	c := p.claims
	from := graph.Ref{Label: graph.Article, ID: "article/" + c.ID}
	report := func(to graph.Ref, q Quote, supports, as string, on graph.Date, more graph.Props) {
		props := make(graph.Props, 10)
		props["start"], props["end"] = int64(q.Start), int64(q.End())
		put := func(k, v string) {
			if v != "" {
				props[k] = v
			}
		}
		put("quote", q.Text)
		put("rule", q.Rule)
		put("supports", supports)
		put("as", as)
		if on != "" {
			props["on"] = on
		}
		if c.Published != "" {
			props["published"] = c.Published
		}
		for k, v := range more {
			props[k] = v
		}
		// the keys of an article's reports stand together, so that an index takes
		// them in one place
		key := (c.ID + "00000000")[:8] + graph.Key(graph.Reports, from.ID, to.ID, supports, as, q.Text, itoa(q.Start))[8:]
		e.reports[key] = graph.Edge{Type: graph.Reports, Key: key, From: from, To: to, Props: props}
	}
	fact := func(t graph.Type, a, b graph.Ref, props graph.Props, more ...string) string {
		key := graph.Key(t, a.ID, b.ID, more...)
		e.facts[key] = graph.Edge{Type: t, Key: key, From: a, To: b, Props: props}
		return key
	}
	people := make([]graph.Ref, len(c.People))
	for i, person := range c.People {
		people[i] = graph.Ref{Label: graph.Person, ID: w.person(p.persons[i].key, p.persons[i].facets)}
		report(people[i], person.Quote, "", person.Name, "", nil)
	}
	for _, o := range c.Positions {
		position := graph.Ref{Label: graph.Position, ID: w.v.Office(o.Office).id}
		key := graph.Key(graph.Holds, people[o.Person].ID, position.ID)
		report(position, o.Quote, key, o.As, o.Seen, nil)
	}
	events := make([]eventCluster, len(c.Events))
	for i, ev := range c.Events {
		events[i] = w.event(p.events[i].key, p.events[i].report, p)
		conf := graph.Ref{Label: graph.Conference, ID: events[i].id}
		on := dated(events[i].date)
		report(conf, ev.Quote, "", ev.Name, ev.Date, nil)
		for _, b := range ev.Organizers {
			body := graph.Ref{Label: graph.Institution, ID: w.v.Institution(b).id}
			report(conf, ev.Quote, fact(graph.Organized, body, conf, on), b, ev.Date, nil)
		}
		for _, pl := range ev.Places {
			place := graph.Ref{Label: graph.Place, ID: placeID(pl)}
			report(conf, ev.Quote, fact(graph.HeldAt, conf, place, on), pl, ev.Date, nil)
		}
		if ev.Follows != "" {
			id := w.followed(c, i)
			for j, o := range c.Events {
				if j != i && o.Date == ev.Follows {
					id = w.event(p.events[j].key, p.events[j].report, p).id // the article tells of it itself
				}
			}
			if id != "" && id != events[i].id {
				report(conf, ev.Quote, fact(graph.Follows, conf, graph.Ref{Label: graph.Conference, ID: id}, nil), "", ev.Date, nil)
			}
		}
	}
	for _, r := range c.Roles {
		conf := events[r.Event]
		props := dated(conf.date)
		if r.At != "" {
			props["at"] = r.At
		}
		key := fact(roleType(r.Role), people[r.Person], graph.Ref{Label: graph.Conference, ID: conf.id}, props, r.At)
		more := graph.Props{}
		if r.Capacity != "" {
			more["capacity"] = r.Capacity
		}
		if r.Ordinal > 0 {
			more["ordinal"] = int64(r.Ordinal)
		}
		report(people[r.Person], r.Quote, key, c.People[r.Person].Name, c.Events[r.Event].Date, more)
	}
	papers := make([]graph.Ref, len(c.Papers))
	for i, d := range c.Papers {
		cs := w.papers(p.papers[i])
		papers[i] = graph.Ref{Label: graph.Resolution, ID: find(cs, d.Issued, c.Published)}
		report(papers[i], d.Quote, "", d.Number, d.Issued, nil)
		if d.Issuer != "" {
			on := graph.Props{}
			for _, x := range cs {
				if x.id == papers[i].ID {
					on = dated(x.issued)
				}
			}
			report(papers[i], d.Quote, fact(graph.Issued, graph.Ref{Label: graph.Institution, ID: w.v.Institution(d.Issuer).id}, papers[i], on), d.Issuer, d.Issued, nil)
		}
	}
	for i, d := range c.Papers {
		if j := c.main(); j >= 0 && dealtWith(d.Kind) {
			conf := graph.Ref{Label: graph.Conference, ID: events[j].id}
			report(papers[i], d.Quote, fact(graph.Discussed, conf, papers[i], dated(events[j].date)), "", c.Events[j].Date, nil)
		}
	}
	for _, a := range c.Presented {
		props, conf, day := graph.Props{}, "", c.Published
		if a.Event >= 0 {
			conf = events[a.Event].id
			props = dated(events[a.Event].date)
			props["conference"] = conf
			day = c.Events[a.Event].Date
			report(papers[a.Paper], a.Quote, fact(graph.Discussed, graph.Ref{Label: graph.Conference, ID: conf}, papers[a.Paper], dated(events[a.Event].date)), "", day, nil)
		}
		report(people[a.Person], a.Quote, fact(graph.Presented, people[a.Person], papers[a.Paper], props, conf), c.People[a.Person].Name, day, nil)
	}
	for _, x := range c.Changes {
		if x.Office == "" {
			continue
		}
		position := graph.Ref{Label: graph.Position, ID: w.v.Office(x.Office).id}
		key := fact(graph.Type(strings.ToUpper(x.Change)), people[x.Person], position, dated(x.Date), string(x.Date))
		report(position, x.Quote, key, "", x.Date, nil)
		if gains(x.Change) || loses(x.Change) {
			report(position, x.Quote, graph.Key(graph.Holds, people[x.Person].ID, position.ID), "", c.gained(x), nil)
		}
	}
	for _, u := range c.Unnamed {
		// an office that acts without a name supports no edge; capacity is what it did
		report(graph.Ref{Label: graph.Position, ID: w.v.Office(u.Office).id}, u.Quote, "", u.As, u.Seen, graph.Props{"capacity": u.Role})
	}
	return e
}

// main is the meeting that an article is about, whose subject the documents
// are that it names: the one in which most people act, -1 without a meeting.
func (c Claims) main() int {
	best, most := -1, -1
	for i := range c.Events {
		n := 0
		for _, r := range c.Roles {
			if r.Event == i {
				n++
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	if best < 0 || c.Published == "" || c.Events[best].Date == "" || c.Events[best].Date >= c.Published.AddDays(-settle) {
		return best
	}
	for i, e := range c.Events {
		if e.Status == "announced" || e.Status == "postponed" {
			return i // what is old is told beside what is to come
		}
	}
	return best
}

// dealtWith tells which kinds of documents meetings deal with; laws and
// decrees are cited as grounds.
func dealtWith(kind string) bool {
	switch kind {
	case "resolution", "directive", "conclusion", "regulation", "decision", "plan", "guidance", "announcement":
		return true
	}
	return false
}

// gained is the day of a change into an office, "" for one out of it.
func (c Claims) gained(x ChangeClaim) graph.Date {
	if gains(x.Change) {
		return x.Date
	}
	return ""
}

func dated(d graph.Date) graph.Props {
	if d == "" {
		return graph.Props{}
	}
	return graph.Props{"on": d}
}

func itoa(n int) string {
	var b [20]byte
	i := len(b)
	for {
		i--
		b[i] = byte('0' + n%10)
		if n /= 10; n == 0 {
			return string(b[i:])
		}
	}
}

func positionID(office string) string  { return "position/" + slug(graph.Fold(office)) }
func institutionID(body string) string { return "institution/" + slug(graph.Fold(body)) }
func placeID(name string) string       { return "place/" + slug(graph.Fold(name)) }
