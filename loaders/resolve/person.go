package resolve

import (
	"sort"
	"strings"

	"cadre/graph"
	"cadre/loaders/extract"
)

// personState is the state of a block of people: all that articles say of
// people whose names fold alike. Every field grows by union, minimum and
// maximum only.
type personState struct {
	Facets map[string]*facet
	// Links join facets that one article gives to one person: "a\x1eb", a < b.
	Links list
}

// facet is one office under one spelling of the name, or, where an article
// names no office, the province that the article is about.
type facet struct {
	Office string
	Scope  string // province of a mention without office
	Class  string // accented spelling; "" for a name without diacritics
	Names  list
	First  graph.Date
	Last   graph.Date
	Former bool
	Acting bool
	// Changes are "DATE CHANGE"; the date may be partial or empty.
	Changes list
}

// set is a set of strings that grows.
type set map[string]bool

func (s set) list() []string {
	out := make([]string, 0, len(s))
	for k := range s {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

func (s *set) add(k string) {
	if *s == nil {
		*s = set{}
	}
	(*s)[k] = true
}

func (s *set) join(o set) {
	for k := range o {
		s.add(k)
	}
}

func (s *set) addAll(l list) {
	for _, k := range l {
		s.add(k)
	}
}

func earlier(a, b graph.Date) graph.Date {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

func later(a, b graph.Date) graph.Date {
	if b > a {
		return b
	}
	return a
}

// join is what two facets of one key say together: f itself where o adds nothing.
func (f *facet) join(o *facet) *facet {
	c := *f
	c.Names, c.Changes = union(f.Names, o.Names), union(f.Changes, o.Changes)
	c.First, c.Last = earlier(f.First, o.First), later(f.Last, o.Last)
	c.Former, c.Acting = f.Former || o.Former, f.Acting || o.Acting
	if len(c.Names) == len(f.Names) && len(c.Changes) == len(f.Changes) && c.First == f.First && c.Last == f.Last && c.Former == f.Former && c.Acting == f.Acting {
		return f
	}
	return &c
}

func (f *facet) key() string { return f.Class + "\x1f" + f.Office + "\x1f" + f.Scope }

// join adds what o says to s and tells whether s did not say all of it. Facets
// are never changed once they are in a state: states share them.
func (s *personState) join(o *personState) (more bool) {
	if s.Facets == nil {
		s.Facets = make(map[string]*facet, len(o.Facets))
	}
	for k, f := range o.Facets {
		mine, ok := s.Facets[k]
		if ok {
			f = mine.join(f)
		}
		if f != mine {
			s.Facets[k], more = f, true
		}
	}
	n := len(s.Links)
	s.Links = union(s.Links, o.Links)
	return more || len(s.Links) > n
}

// personKey is the key of the block in which a name is resolved.
func personKey(name string) string { return "p/" + graph.Fold(strings.ReplaceAll(name, "-", " ")) }

// class is the accented spelling of a name, "" when it has no diacritics and
// may stand for several.
func class(name string) string {
	s := extract.Spelling(name)
	if s == graph.Fold(name) {
		return ""
	}
	return s
}

// personPart is what one article says of one of its people: the contribution
// to the name's block and the keys of the facets, by which the person is found
// again among the clusters.
func (c Claims) personPart(i int, v *Vocabulary) (*personState, []string) {
	p := c.People[i]
	st := &personState{Facets: map[string]*facet{}}
	var keys []string
	cls := class(p.Name)
	at := func(office string) *facet {
		f := &facet{Office: office, Class: cls}
		if have, ok := st.Facets[f.key()]; ok {
			return have
		}
		f.Names = f.Names.with(p.Name)
		st.Facets[f.key()] = f
		keys = append(keys, f.key())
		return f
	}
	for _, o := range c.Positions {
		if o.Person != i {
			continue
		}
		f := at(o.Office)
		f.First, f.Last = earlier(f.First, o.Seen), later(f.Last, o.Seen)
		f.Former, f.Acting = f.Former || o.Former, f.Acting || o.Acting
		if o.Since != "" {
			f.Changes = f.Changes.with(string(o.Since) + " " + begins)
		}
		if o.Since.Precision() == "day" {
			f.First, f.Last = earlier(f.First, o.Since), later(f.Last, o.Since)
		}
		if o.Until != "" {
			f.Changes = f.Changes.with(string(o.Until) + " " + ends)
		}
		if day := c.relieved(o, v); day != "" {
			f.Changes = f.Changes.with(string(day) + " " + ends)
		}
	}
	for _, ch := range c.Changes {
		if ch.Person == i && ch.Office != "" && (gains(ch.Change) || loses(ch.Change)) {
			f := at(ch.Office)
			f.Changes = f.Changes.with(string(c.changed(ch, v)) + " " + ch.Change)
			if gains(ch.Change) && ch.Date.Precision() == "day" {
				f.First, f.Last = earlier(f.First, ch.Date), later(f.Last, ch.Date)
			}
		}
	}
	if len(keys) == 0 {
		f := &facet{Scope: c.scope(v), Class: cls}
		f.Names = f.Names.with(p.Name)
		st.Facets[f.key()] = f
		keys = append(keys, f.key())
	}
	for _, a := range p.Aliases {
		for _, k := range keys {
			st.Facets[k].Names = st.Facets[k].Names.with(a)
		}
	}
	sort.Strings(keys)
	for _, k := range keys[1:] {
		st.Links = st.Links.with(keys[0] + "\x1e" + k)
	}
	return st, keys
}

// changed is the day of a change. Who leaves an office of one seat has left it
// when somebody else takes it, though the leaving is announced days later.
func (c Claims) changed(x ChangeClaim, v *Vocabulary) graph.Date {
	day := x.Date
	if !loses(x.Change) || x.Change == "died" || day.Precision() != "day" || v.Office(x.Office).Seats != 1 {
		return day
	}
	for _, y := range c.Changes {
		if y.Person != x.Person && y.Office == x.Office && gains(y.Change) && y.Date.Precision() == "day" && y.Date < day && y.Date >= x.Date.AddDays(-settle) {
			day = y.Date
		}
	}
	return day
}

// relieved is the day on which an article gives somebody else the one seat that
// a person has, and the person another office; "" when it does not.
func (c Claims) relieved(o PositionClaim, v *Vocabulary) graph.Date {
	if v.Office(o.Office).Seats != 1 {
		return ""
	}
	for _, x := range c.Changes {
		if x.Person == o.Person || x.Office != o.Office || !gains(x.Change) || x.Date.Precision() != "day" {
			continue
		}
		for _, y := range c.Changes {
			if y.Person == o.Person && y.Office != o.Office && gains(y.Change) && y.Date == x.Date {
				return x.Date
			}
		}
	}
	return ""
}

// scope is the province that an article is about: the only one that its
// offices name, "" when they name none or several.
func (c Claims) scope(v *Vocabulary) string {
	scope := ""
	for _, o := range c.Positions {
		p := v.Office(o.Office).Province
		if p == "" || p == scope {
			continue
		}
		if scope != "" {
			return ""
		}
		scope = p
	}
	return scope
}

// personCluster is one person of a block.
type personCluster struct {
	id      string
	name    string
	aliases []string
	facets  []string // keys, sorted
	tenures []tenure // by office name
}

// tenure is what a cluster's facets say of one office.
type tenure struct {
	office              string
	since, until        graph.Date
	firstSeen, lastSeen graph.Date
	former, acting      bool
	died                graph.Date // the person's death, where it is told with this office
}

// tenures joins the facets of each office.
func tenures(facets []*facet) []tenure {
	byOffice := map[string]*facet{}
	for _, f := range facets {
		if f.Office == "" {
			continue
		}
		id := positionID(f.Office)
		if have, ok := byOffice[id]; ok {
			office := min(have.Office, f.Office)
			c := *have.join(f)
			c.Office = office
			byOffice[id] = &c
			continue
		}
		byOffice[id] = f
	}
	var out []tenure
	for _, f := range byOffice {
		t := tenure{office: f.Office, firstSeen: f.First, lastSeen: f.Last, acting: f.Acting, former: f.Former && f.First == ""}
		t.since, t.until = bounds(f)
		for _, ch := range f.Changes {
			if d, kind, _ := strings.Cut(ch, " "); kind == "died" {
				t.died = later(t.died, graph.Date(d))
			}
		}
		out = append(out, t)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].office < out[j].office })
	return out
}

// moves ends the tenures that a person cannot have gone on holding when another
// office was taken: a post elsewhere, taken on a day that an article reports,
// unless the person is seen in the old one later on. A death ends all of them.
func moves(ts []tenure, v *Vocabulary) {
	var died graph.Date
	for _, t := range ts {
		died = later(died, t.died)
	}
	for i := range ts {
		if t := &ts[i]; t.until == "" && died != "" && t.lastSeen <= died.Last().AddDays(settle) && !(t.former && t.since == "") {
			t.until = died
		}
	}
	for i := range ts {
		old := &ts[i]
		if old.until != "" || old.firstSeen == "" && old.since == "" {
			continue
		}
		x := v.Office(old.office)
		for _, taken := range ts {
			day := taken.since
			if day == "" || taken.office == old.office || !elsewhere(x, v.Office(taken.office)) {
				continue
			}
			if old.since >= day || old.firstSeen > day || old.lastSeen > day.Last().AddDays(settle) {
				continue
			}
			if old.until == "" || day < old.until {
				old.until = day
			}
		}
	}
}

// elsewhere tells whether taking one post means leaving another: full-time
// offices of two provinces, of the centre and a place, or of two bodies that
// each take the whole day.
func elsewhere(x, y Office) bool {
	switch {
	case x.Seat || y.Seat:
		return false
	case x.Level != central && x.Province == "" || y.Level != central && y.Province == "":
		return false // a place that the article does not name
	case x.Province != y.Province:
		return true
	case x.Body == y.Body && y.Acting:
		return false // a deputy may act for the head
	case x.Body == y.Body:
		return x.Body != "" && y.Seats == 1 && y.Rank < x.Rank // who heads a body is not its deputy
	}
	return exclusive(x) && exclusive(y) && x.Body != y.Body
}

// settle is how many days after the day a person left an office articles may
// still show them in it without a doubt on the leaving.
const settle = 7

// begins and ends are the ends of a tenure that a text gives without a report
// of the change.
const (
	begins = "begins"
	ends   = "ends"
)

// bounds reads the ends of a tenure from the changes reported. A gain after
// the person was seen in the office already is another term of it and says
// nothing of the beginning; a loss before the person is seen again says nothing
// of the end.
func bounds(f *facet) (since, until graph.Date) {
	var gain, loss graph.Date
	for _, ch := range f.Changes {
		d, kind, _ := strings.Cut(ch, " ")
		day := graph.Date(d)
		switch {
		case day == "" || kind == "reelected":
		case gains(kind) || kind == begins:
			gain = earlier(gain, day)
		case loses(kind) || kind == ends:
			loss = later(loss, day)
		}
	}
	if gain != "" && (f.First == "" || gain.First() <= f.First) {
		since = gain
	}
	if loss != "" && (f.Last == "" || f.Last <= loss.Last().AddDays(settle)) && (since == "" || since <= loss) {
		until = loss
	}
	return since, until
}
