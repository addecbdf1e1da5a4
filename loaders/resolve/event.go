package resolve

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"cadre/graph"
)

// eventState is the state of a block of meetings: those of one day, or all
// reports of one numbered plenum or congress.
type eventState struct {
	Reports map[string]*eventReport
	// Watch are the articles that say of a later meeting that it follows one of
	// this day.
	Watch list
}

// eventReport joins all reports that describe a meeting in the same words.
type eventReport struct {
	Kind     string
	Name     string
	Language string
	Date     graph.Date
	End      graph.Date
	Ordinal  int
	Term     string
	Chairs   list // folded names
	People   list // folded names, chairs among them
	Bodies   list // folded organisers
	Places   list // folded
	Online   list // "true", "false"
	Status   list
	// Deals are "PROVINCE NUMBER" of the documents that an article on one
	// province names beside its only meeting.
	Deals  list
	Scopes list // folded provinces that the articles are about
}

// key is what a report is known by in its block: the words that describe the meeting.
func (r *eventReport) key() string {
	return strings.Join([]string{r.Kind, r.Name, r.Language, string(r.Date), string(r.End), strconv.Itoa(r.Ordinal), r.Term, strings.Join(r.Chairs, ";"), strings.Join(r.Bodies, ";")}, "\x1f")
}

// join is what two reports in the same words say together: r itself where o
// adds nothing.
func (r *eventReport) join(o *eventReport) *eventReport {
	c := *r
	more := false
	for _, l := range []struct {
		to *list
		of list
	}{{&c.People, o.People}, {&c.Places, o.Places}, {&c.Online, o.Online}, {&c.Status, o.Status}, {&c.Deals, o.Deals}, {&c.Scopes, o.Scopes}} {
		n := len(*l.to)
		*l.to = union(*l.to, l.of)
		more = more || len(*l.to) > n
	}
	if !more {
		return r
	}
	return &c
}

// join adds what o says to s and tells whether s did not say all of it. Reports
// are never changed once they are in a state: states share them.
func (s *eventState) join(o *eventState) (more bool) {
	if s.Reports == nil {
		s.Reports = make(map[string]*eventReport, len(o.Reports))
	}
	for k, r := range o.Reports {
		mine, ok := s.Reports[k]
		if ok {
			r = mine.join(r)
		}
		if r != mine {
			s.Reports[k], more = r, true
		}
	}
	return s.watch(o.Watch) || more
}

// watch adds articles to those that watch the day.
func (s *eventState) watch(ids list) (more bool) {
	n := len(s.Watch)
	s.Watch = union(s.Watch, ids)
	return len(s.Watch) > n
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
		r.People = r.People.with(who)
		if x.Role == "chaired" || x.Role == "co_chaired" {
			r.Chairs = r.Chairs.with(who)
		}
	}
	for _, b := range e.Organizers {
		r.Bodies = r.Bodies.with(graph.Fold(b))
	}
	for _, p := range e.Places {
		r.Places = r.Places.with(graph.Fold(p))
	}
	if e.Online != nil {
		r.Online = list{strconv.FormatBool(*e.Online)}
	}
	r.Status = list{e.Status}
	if scope := c.scope(v); scope != "" {
		r.Scopes = list{graph.Fold(scope)}
		for _, d := range c.Papers {
			if d.Number != "" && len(c.Events) == 1 {
				r.Deals = r.Deals.with(graph.Fold(scope + " " + d.Number))
			}
		}
	}
	key := r.key()
	if e.key() == "" {
		key = fmt.Sprintf("%s#%d", c.ID, i)
	}
	return &eventState{Reports: map[string]*eventReport{key: r}}, key
}

// eventCluster is one meeting of a block.
type eventCluster struct {
	id string
	*meeting
}

// meeting is what the reports of one meeting say together.
type meeting struct {
	reports []string // their keys
	members []*eventReport
	stem    string // of the id
	date    graph.Date
	name    string
	kind    string
	chairs  list
}

// clusters tells the meetings of a block apart, as people are: the pairs with
// the most that speaks for one meeting first, as long as nothing speaks against.
// What is known of the block from before saves the work on what has stayed.
//
// numbered is the stem of the ids of a block of numbered meetings, "" for one
// of a day.
func (s *eventState) clusters(numbered string, v *Vocabulary, d Decisions, before *compared) *compared {
	keys := slices.Sorted(maps.Keys(s.Reports))
	c := s.compare(keys, v, d, before)
	group := c.group()
	members := make([][]int, len(keys))
	for i, g := range group {
		members[g] = append(members[g], i)
	}
	used := map[string]bool{}
	for g := range keys {
		if group[g] != g {
			continue
		}
		m := eventCluster{meeting: s.meeting(numbered, keys, members[g], before)}
		m.id = m.stem
		if used[m.id] || m.date == "" && numbered == "" {
			m.id = m.stem + "-" + graph.Key("", "", "", m.reports...)[8:16]
		}
		used[m.id] = true
		for _, i := range members[g] {
			c.cluster[i] = len(c.clusters)
		}
		c.clusters = append(c.clusters, m)
	}
	return c
}

// meeting joins the reports of one meeting, unless they were one before.
func (s *eventState) meeting(numbered string, keys []string, of []int, before *compared) *meeting {
	members := make([]*eventReport, len(of))
	reports := make([]string, len(of))
	for n, i := range of {
		members[n], reports[n] = s.Reports[keys[i]], keys[i]
	}
	if before != nil {
		if i, ok := before.index[members[0]]; ok {
			if m := before.clusters[before.cluster[i]].meeting; slices.Equal(m.members, members) {
				return m
			}
		}
	}
	m := &meeting{reports: reports, members: members}
	m.join(numbered)
	return m
}

// join finds the name, the day, the chairs and what the id begins with.
func (c *meeting) join(numbered string) {
	var kinds, vi, other list // names, in Vietnamese and not
	for _, r := range c.members {
		c.date = moreExact(c.date, r.Date)
		kinds = kinds.with(r.Kind)
		c.chairs = union(c.chairs, r.Chairs)
		switch {
		case r.Name == "":
		case r.Language == "vi":
			vi = vi.with(r.Name)
		default:
			other = other.with(r.Name)
		}
	}
	if c.name = longestName(vi); c.name == "" {
		c.name = longestName(other)
	}
	c.kind = kindOf(kinds)
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
		stem += "-" + c.kind
		if len(c.chairs) > 0 {
			stem += "-" + slug(c.chairs[0])
		}
	}
	c.stem = stem
}

// props are what the graph shows of the meeting.
func (c *meeting) props() graph.Props {
	var status, online, term list
	var end graph.Date
	ordinal := 0
	for _, r := range c.members {
		end = later(end, r.End)
		status = union(status, r.Status)
		online = union(online, r.Online)
		ordinal = max(ordinal, r.Ordinal)
		if r.Term != "" {
			term = term.with(r.Term)
		}
	}
	p := graph.Props{"kind": c.kind}
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
	if len(online) > 0 {
		p["online"] = online.has("true")
	}
	switch {
	case status.has("held"):
		p["status"] = "held"
	case status.has("postponed"):
		p["status"] = "postponed"
	case status.has("announced"):
		p["status"] = "announced"
	default:
		p["status"] = "held"
	}
	if ordinal > 0 {
		p["ordinal"] = int64(ordinal)
	}
	if len(term) > 0 {
		p["term"] = term[0]
	}
	if c.name == "" {
		p["name"] = strings.TrimSpace(c.kind + " " + string(c.date))
	}
	return p
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
func kindOf(kinds list) string {
	for _, k := range []string{"plenum", "congress", "session", "conference", "ceremony", "visit", "meeting"} {
		if kinds.has(k) {
			return k
		}
	}
	return "meeting"
}

// longestName prefers the longest name up to 40 words, which no name of a
// meeting needs; then the first by bytes.
func longestName(names list) string {
	best := ""
	for _, n := range names {
		if w := len(strings.Fields(n)); w <= 40 && w > len(strings.Fields(best)) {
			best = n
		}
	}
	if best == "" {
		for _, n := range names {
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
