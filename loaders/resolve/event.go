package resolve

import (
	"fmt"
	"maps"
	"sort"
	"strings"

	"cadre/graph"
)

// eventState is the state of a block of meetings: those of one day, or all
// reports of one numbered plenum or congress.
type eventState struct {
	Reports map[string]*eventReport `json:"r,omitempty"`
	// Watch are the articles that say of a later meeting that it follows one of
	// this day.
	Watch set `json:"w,omitempty"`
}

// eventReport joins all reports that describe a meeting in the same words.
type eventReport struct {
	Kind     string     `json:"k"`
	Name     string     `json:"n,omitempty"`
	Language string     `json:"l,omitempty"`
	Date     graph.Date `json:"d,omitempty"`
	End      graph.Date `json:"e,omitempty"`
	Ordinal  int        `json:"i,omitempty"`
	Term     string     `json:"t,omitempty"`
	Chairs   set        `json:"c,omitempty"` // folded names
	People   set        `json:"p,omitempty"` // folded names, chairs among them
	Bodies   set        `json:"b,omitempty"` // folded organisers
	Places   set        `json:"a,omitempty"` // folded
	Online   set        `json:"o,omitempty"` // "true", "false"
	Status   set        `json:"s,omitempty"`
	// Deals are "PROVINCE NUMBER" of the documents that an article on one
	// province names beside its only meeting.
	Deals  set `json:"u,omitempty"`
	Scopes set `json:"v,omitempty"` // folded provinces that the articles are about
}

func (r *eventReport) join(o *eventReport) {
	r.People.join(o.People)
	r.Places.join(o.Places)
	r.Online.join(o.Online)
	r.Status.join(o.Status)
	r.Deals.join(o.Deals)
	r.Scopes.join(o.Scopes)
}

// join adds what o says to s. Reports are never changed once they are in a
// state: states share them.
func (s *eventState) join(o *eventState) {
	if s.Reports == nil {
		s.Reports = map[string]*eventReport{}
	}
	for k, r := range o.Reports {
		mine, ok := s.Reports[k]
		if !ok {
			s.Reports[k] = r
			continue
		}
		c := *mine
		c.People, c.Places, c.Online, c.Status = maps.Clone(c.People), maps.Clone(c.Places), maps.Clone(c.Online), maps.Clone(c.Status)
		c.Deals, c.Scopes = maps.Clone(c.Deals), maps.Clone(c.Scopes)
		c.join(r)
		s.Reports[k] = &c
	}
	s.Watch.join(o.Watch)
}

// eventKey is the block in which a meeting is resolved; "" for one without a
// date or number, which stays the article's own.
func (e EventClaim) key() string {
	switch {
	case (e.Kind == "plenum" || e.Kind == "congress") && e.Ordinal > 0 && e.Term != "":
		return fmt.Sprintf("n/%s/%d/%s", e.Kind, e.Ordinal, graph.Fold(e.Term))
	case e.Date != "":
		return "e/" + string(e.Date)
	case e.Name != "" && e.Ordinal > 0:
		return "n/" + graph.Fold(e.Name)
	}
	return ""
}

// eventPart is what an article says of one of its meetings, and the key of
// the report by which the meeting is found among the clusters.
func (c Claims) eventPart(i int, v *Vocabulary) (*eventState, string) {
	e := c.Events[i]
	r := &eventReport{Kind: e.Kind, Name: e.Name, Language: c.Language, Date: e.Date, End: e.End, Ordinal: e.Ordinal, Term: e.Term}
	for _, x := range c.Roles {
		if x.Event != i {
			continue
		}
		who := graph.Fold(c.People[x.Person].Name)
		r.People.add(who)
		if x.Role == "chaired" || x.Role == "co_chaired" {
			r.Chairs.add(who)
		}
	}
	for _, b := range e.Organizers {
		r.Bodies.add(graph.Fold(b))
	}
	for _, p := range e.Places {
		r.Places.add(graph.Fold(p))
	}
	if e.Online != nil {
		r.Online.add(fmt.Sprint(*e.Online))
	}
	r.Status.add(e.Status)
	if scope := c.scope(v); scope != "" {
		r.Scopes.add(graph.Fold(scope))
		for _, d := range c.Papers {
			if d.Number != "" && len(c.Events) == 1 {
				r.Deals.add(graph.Fold(scope + " " + d.Number))
			}
		}
	}
	key := strings.Join([]string{e.Kind, e.Name, c.Language, string(e.Date), string(e.End), fmt.Sprint(e.Ordinal), e.Term, strings.Join(r.Chairs.list(), ";"), strings.Join(r.Bodies.list(), ";")}, "\x1f")
	if e.key() == "" {
		key = fmt.Sprintf("%s#%d", c.ID, i)
	}
	return &eventState{Reports: map[string]*eventReport{key: r}}, key
}

// eventCluster is one meeting of a block.
type eventCluster struct {
	id      string
	reports []string
	props   graph.Props
	date    graph.Date
	name    string
	chairs  set
}

// clusters tells the meetings of a block apart, as people are: the pairs with
// the most that speaks for one meeting first, as long as nothing speaks against.
//
// numbered is the stem of the ids of a block of numbered meetings, "" for one
// of a day.
func (s *eventState) clusters(numbered string, v *Vocabulary, d Decisions) []eventCluster {
	keys := make([]string, 0, len(s.Reports))
	for k := range s.Reports {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	group := s.group(keys, v, d)
	members := map[int][]string{}
	for i, g := range group {
		members[g] = append(members[g], keys[i])
	}
	var out []eventCluster
	used := map[string]bool{}
	for g := range keys {
		if group[g] == g {
			out = append(out, s.cluster(numbered, members[g], used))
		}
	}
	return out
}

// cluster joins the reports of one meeting.
func (s *eventState) cluster(numbered string, keys []string, used map[string]bool) eventCluster {
	c := eventCluster{reports: keys, chairs: set{}}
	var kinds, status, online, term set
	var end graph.Date
	ordinal := 0
	names := map[bool]set{}
	for _, k := range keys {
		r := s.Reports[k]
		c.date = moreExact(c.date, r.Date)
		end = later(end, r.End)
		kinds.add(r.Kind)
		status.join(r.Status)
		online.join(r.Online)
		c.chairs.join(r.Chairs)
		ordinal = max(ordinal, r.Ordinal)
		if r.Term != "" {
			term.add(r.Term)
		}
		if r.Name != "" {
			vi := names[r.Language == "vi"]
			vi.add(r.Name)
			names[r.Language == "vi"] = vi
		}
	}
	if c.name = longestName(names[true]); c.name == "" {
		c.name = longestName(names[false])
	}
	kind := kindOf(kinds)
	p := graph.Props{"kind": kind}
	put := func(k, val string) {
		if val != "" {
			p[k] = val
		}
	}
	put("name", c.name)
	put("folded", graph.Fold(c.name))
	put("series", series(c.name))
	if c.date != "" {
		p["date"] = c.date
		p["precision"] = c.date.Precision()
	}
	if end != "" && end > c.date {
		p["end"] = end
	}
	if online["true"] || online["false"] {
		p["online"] = online["true"]
	}
	switch {
	case status["held"]:
		p["status"] = "held"
	case status["postponed"]:
		p["status"] = "postponed"
	case status["announced"]:
		p["status"] = "announced"
	default:
		p["status"] = "held"
	}
	if ordinal > 0 {
		p["ordinal"] = int64(ordinal)
	}
	if l := term.list(); len(l) > 0 {
		p["term"] = l[0]
	}
	stem := "conference/" + string(c.date)
	if c.date == "" {
		stem = "conference/undated"
	}
	if numbered != "" {
		stem = "conference/" + numbered
	} else if c.name != "" {
		w := strings.Split(slug(graph.Fold(c.name)), "-")
		stem += "-" + strings.Join(w[:min(len(w), 8)], "-")
	} else {
		stem += "-" + kind
		if l := c.chairs.list(); len(l) > 0 {
			stem += "-" + slug(l[0])
		}
	}
	c.id = stem
	if used[c.id] || c.date == "" && numbered == "" {
		c.id = stem + "-" + graph.Key("", "", "", keys...)[8:16]
	}
	used[c.id] = true
	if c.name == "" {
		p["name"] = strings.TrimSpace(kind + " " + string(c.date))
	}
	c.props = p
	return c
}

// moreExact is the first day of the more exact of two dates.
func moreExact(a, b graph.Date) graph.Date {
	if len(a) != len(b) {
		if len(a) > len(b) {
			return a
		}
		return b
	}
	return earlier(a, b)
}

// kindOf is the kind to show: the most particular that articles give.
func kindOf(kinds set) string {
	for _, k := range []string{"plenum", "congress", "session", "conference", "ceremony", "visit", "meeting"} {
		if kinds[k] {
			return k
		}
	}
	return "meeting"
}

// longestName prefers the longest name up to 40 words, which no name of a
// meeting needs; then the first by bytes.
func longestName(names set) string {
	best := ""
	for _, n := range names.list() {
		if w := len(strings.Fields(n)); w <= 40 && w > len(strings.Fields(best)) {
			best = n
		}
	}
	if best == "" {
		for n := range names {
			if best == "" || n < best {
				best = n
			}
		}
	}
	return best
}

// series is the name of a meeting without what tells one of a series from the
// next: numbers, years, quarters and Roman numerals.
func series(name string) string {
	var out []string
	for _, w := range strings.Fields(graph.Fold(name)) {
		w = strings.Trim(w, ".,;:()\"“”")
		if w == "" || strings.ContainsAny(w, "0123456789") || strings.Trim(w, "ivxlc") == "" {
			continue
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}
