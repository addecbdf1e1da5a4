package resolve

import (
	"sort"
	"strings"

	"cadre/graph"
)

// paperState is the state of a block of documents: all of one number. A number
// is no key: 35-CT/TW of 2019 and of 2024 are two documents.
type paperState struct {
	Mentions map[string]*paperMention
}

// paperMention joins all mentions with one date of issue.
type paperMention struct {
	Number string
	Issued graph.Date
	Kinds  list
	Titles list
	Issuer list
	// Written is the day of the earliest article that gives no date of issue.
	Written graph.Date
}

// join adds what o says to s and tells whether s did not say all of it.
// Mentions are never changed once they are in a state: states share them.
func (s *paperState) join(o *paperState) (more bool) {
	if s.Mentions == nil {
		s.Mentions = make(map[string]*paperMention, len(o.Mentions))
	}
	for k, m := range o.Mentions {
		mine, ok := s.Mentions[k]
		if ok {
			m = mine.join(m)
		}
		if m != mine {
			s.Mentions[k], more = m, true
		}
	}
	return more
}

// join is what two mentions of one date say together: m itself where o adds nothing.
func (m *paperMention) join(o *paperMention) *paperMention {
	c := *m
	c.Number = min(m.Number, o.Number)
	c.Kinds, c.Titles, c.Issuer = union(m.Kinds, o.Kinds), union(m.Titles, o.Titles), union(m.Issuer, o.Issuer)
	c.Written = earlier(m.Written, o.Written)
	if c.Number == m.Number && len(c.Kinds) == len(m.Kinds) && len(c.Titles) == len(m.Titles) && len(c.Issuer) == len(m.Issuer) && c.Written == m.Written {
		return m
	}
	return &c
}

// paperKey is the block of a document: its number without spaces and
// diacritics; a bare number, which many issuers use, with kind and issuer; one
// without number by issuer and date.
func (p PaperClaim) key() string {
	n := numberFold(p.Number)
	switch {
	case n == "":
		return "d/" + p.Kind + "/" + graph.Fold(p.Issuer) + "/" + string(p.Issued)
	case strings.Trim(n, "0123456789") == "":
		return "d/" + n + "/" + p.Kind + "/" + graph.Fold(p.Issuer)
	}
	return "d/" + n
}

// numberFold brings the spellings of one number together: NĐ and ND, dashes,
// spaces and letter case.
func numberFold(n string) string {
	return strings.ToUpper(strings.NewReplacer("–", "-", "—", "-", " ", "").Replace(graph.Fold(n)))
}

func (c Claims) paperPart(i int) *paperState {
	p := c.Papers[i]
	m := &paperMention{Number: strings.ReplaceAll(p.Number, " ", ""), Issued: p.Issued}
	m.Kinds = list{p.Kind}
	if p.Title != "" {
		m.Titles = list{p.Title}
	}
	if p.Issuer != "" {
		m.Issuer = list{p.Issuer}
	}
	if p.Issued == "" {
		m.Written = c.Published
	}
	return &paperState{Mentions: map[string]*paperMention{string(p.Issued): m}}
}

// paperCluster is one document of a block.
type paperCluster struct {
	id     string
	issued graph.Date
	props  graph.Props
	issuer string
}

// clusters makes one document of each date of issue; less exact dates join an
// exact one that they may mean. Mentions without a date are a document of their
// own only where no dated one is known, or from before the first (see find).
func (s *paperState) clusters(key string) []paperCluster {
	var dates []graph.Date
	for _, m := range s.Mentions {
		dates = append(dates, m.Issued)
	}
	sort.Slice(dates, func(i, j int) bool {
		if len(dates[i]) != len(dates[j]) {
			return len(dates[i]) > len(dates[j])
		}
		return dates[i] < dates[j]
	})
	joined := map[graph.Date]*paperMention{}
	var order []graph.Date
	for _, d := range dates {
		m := s.Mentions[string(d)]
		to := d
		for _, o := range order {
			if d != "" && strings.HasPrefix(string(o), string(d)) {
				to = o
				break
			}
		}
		if _, ok := joined[to]; !ok {
			joined[to] = &paperMention{Number: m.Number, Issued: to, Written: m.Written}
			order = append(order, to)
		}
		j := joined[to]
		j.Kinds, j.Titles, j.Issuer = union(j.Kinds, m.Kinds), union(j.Titles, m.Titles), union(j.Issuer, m.Issuer)
	}
	sort.Slice(order, func(i, j int) bool { return order[i] < order[j] })
	var out []paperCluster
	for n, d := range order {
		m := joined[d]
		if d == "" && n+1 < len(order) && (m.Written == "" || m.Written >= order[1]) {
			continue // all who name it without a date wrote after a dated one
		}
		c := paperCluster{id: "document/" + slug(graph.Fold(strings.TrimPrefix(key, "d/"))), issued: d, issuer: longestName(m.Issuer)}
		if d != "" {
			c.id += "-" + string(d)
		}
		c.props = graph.Props{"kind": m.Kinds[len(m.Kinds)-1]}
		put := func(k, val string) {
			if val != "" {
				c.props[k] = val
			}
		}
		put("number", m.Number)
		put("folded", numberFold(m.Number))
		put("title", longestName(m.Titles))
		put("issuer", c.issuer)
		name := m.Number
		if name == "" {
			name = strings.TrimSpace(longestName(m.Titles) + " " + string(d))
		}
		put("name", name)
		if d != "" {
			c.props["issued"] = d
		}
		out = append(out, c)
	}
	return out
}

// find tells which document of a block a mention means: the one of its date;
// without a date the newest that was issued when the article was written; and
// where the article is older than all of them, or none is dated, the undated one.
func find(cs []paperCluster, issued, written graph.Date) string {
	best, undated := "", ""
	for _, c := range cs { // by ascending date, the undated one first
		switch {
		case c.issued == "":
			undated = c.id
		case issued != "" && strings.HasPrefix(string(c.issued), string(issued)):
			return c.id
		case issued == "" && (written == "" || c.issued <= written):
			best = c.id
		}
	}
	if best == "" {
		return undated
	}
	return best
}
