package world

import (
	"math/rand/v2"

	"cadre/graph"
)

// kind is what an article tells of.
type kind string

const (
	national   kind = "national"
	local      kind = "local"
	session    kind = "session"
	district   kind = "district"
	visit      kind = "visit"
	government kind = "government"
	moving     kind = "change"
	announce   kind = "announce"
)

// meeting is what several articles may report: its facts follow from its kind
// and number.
type meeting struct {
	kind  kind
	id    int // unique over all kinds
	day   int
	place int // -1: at the centre
	topic int
	form  int // which of the names of its kind it has
	chair int // term
	paper paper
}

// paper is an official document.
type paper struct {
	kind   int // resolution, directive, conclusion
	number int
	day    int // many are older than the world
	topic  int
}

// document is one of the world's documents: few are studied by many meetings.
func (w *World) document(n int) paper {
	r := w.random("document", n)
	return paper{r.IntN(3), 1 + r.IntN(80), r.IntN(w.days+oldest) - oldest, r.IntN(len(w.topics))}
}

// oldest is how many days before the world the first documents were issued.
const oldest = 2500

// studied draws a document that is there on a day.
func (w *World) studied(r *rand.Rand, day int) paper {
	for range 30 {
		if p := w.document(int(float64(w.events.papers) * r.Float64() * r.Float64())); p.day < day {
			return p
		}
	}
	return paper{0, 1, -oldest, 0}
}

// plan is what an article will tell.
type plan struct {
	number, version int
	kind            kind
	english         bool
	published       int
	meeting         meeting
	change          int            // index of a change, -1 for none
	place           int            // where the article is at home, -1 for the centre
	who             map[string]int // part in the text -> term
	attendees       []int          // terms
	locals          []int          // at the bridge point
}

// meeting makes the meeting of a kind and number.
func (w *World) meeting(k kind, n int) meeting {
	r := w.random(string(k), n)
	m := meeting{kind: k, place: -1, day: r.IntN(w.days), topic: r.IntN(len(w.topics)), form: r.IntN(12), chair: -1}
	m.paper = w.studied(r, m.day)
	c := w.events
	provinces, districts := w.span(false), w.span(true)
	switch k {
	case national:
		m.id = n
		m.chair = w.find(r, m.day, nil, 12, -1)
	case local, announce:
		m.id = c.national + n
		m.place = provinces[0] + r.IntN(provinces[1]-provinces[0])
		m.chair = w.find(r, m.day, nil, 30, m.place)
	case session:
		m.id = c.national + c.local + n
		m.place = provinces[0] + r.IntN(provinces[1]-provinces[0])
		m.chair = w.find(r, m.day, func(p post) bool { return p.rank == 30 }, 99, m.place)
	case district:
		m.id = c.national + c.local + c.session + n
		m.place = districts[0] + r.IntN(districts[1]-districts[0])
		m.chair = w.find(r, m.day, nil, 41, m.place)
	case visit:
		m.id = c.national + c.local + c.session + c.district + n
		m.place = provinces[0] + r.IntN(provinces[1]-provinces[0])
		m.chair = w.find(r, m.day, nil, 12, -1)
	case government:
		m.id = c.national + c.local + c.session + c.district + c.visit + n
		m.day = min(w.days-1, w.dayOf(w.first.AddDate(0, n, 27+r.IntN(3))))
		m.chair = w.find(r, m.day, func(p post) bool { return p.rank == 3 }, 99, -1)
	}
	return m
}

// span is where the provinces, or the districts, stand among the places.
func (w *World) span(district bool) [2]int {
	provinces := 0
	for provinces < len(w.places) && !w.places[provinces].district {
		provinces++
	}
	if district && provinces < len(w.places) {
		return [2]int{provinces, len(w.places)}
	}
	return [2]int{0, provinces}
}

// find draws who holds a post of a place on a day: one that fits, of a rank up
// to one given. It returns a term, -1 when nobody fits.
func (w *World) find(r *rand.Rand, day int, fits func(post) bool, rank, place int) int {
	c := w.at[place]
	for range 60 {
		p := c.draw(r)
		if w.posts[p].rank > rank || fits != nil && !fits(w.posts[p]) {
			continue
		}
		if t := w.cast.holder(p, day); t >= 0 {
			return t
		}
	}
	return -1
}

// plan decides what article i tells; another version tells of the same with
// others present, and is published later.
func (w *World) plan(i, version int) plan {
	r := w.random("article", i)
	p := plan{number: i, version: version, change: -1, place: -1, who: map[string]int{}}
	p.english = r.Float64() < w.English
	switch n := r.IntN(100); {
	case i%8 == 0 && len(w.cast.changes) > 0:
		p.kind, p.change = moving, i/8%len(w.cast.changes)
	case n < 24:
		p.kind = national
		p.meeting = w.meeting(national, r.IntN(w.events.national))
		if r.IntN(3) > 0 {
			p.place = r.IntN(w.span(false)[1])
		}
	case n < 54:
		p.kind = local
		p.meeting = w.meeting(local, r.IntN(w.events.local))
	case n < 62:
		p.kind = session
		p.meeting = w.meeting(session, r.IntN(w.events.session))
	case n < 78:
		p.kind = district
		p.meeting = w.meeting(district, r.IntN(w.events.district))
	case n < 91:
		p.kind = visit
		p.meeting = w.meeting(visit, r.IntN(w.events.visit))
	case n < 96:
		p.kind = government
		p.meeting = w.meeting(government, r.IntN(1+w.days/31))
	default:
		p.kind = announce
		p.meeting = w.meeting(local, r.IntN(w.events.local))
	}
	if version > 0 {
		r = w.random("version", i*1000+version)
	}
	cast := casting{w: w, r: r, plan: &p, names: map[string]bool{}}
	if p.kind == moving {
		cast.change()
	} else {
		cast.meeting()
	}
	p.published += 30 * version // later than any earlier one, whatever day that had
	return p
}

// casting chooses the people of an article: no two whose names fold alike.
type casting struct {
	w     *World
	r     *rand.Rand
	plan  *plan
	names map[string]bool
	day   int
}

// free takes a term into the article if its holder's name is not there yet.
func (c *casting) free(term int) bool {
	if term < 0 {
		return false
	}
	name := graph.Fold(c.w.names[c.w.cast.terms[term].person])
	if c.names[name] {
		return false
	}
	c.names[name] = true
	return true
}

func (c *casting) take(part string, place, rank int) {
	for range 5 {
		if t := c.w.find(c.r, c.day, nil, rank, place); c.free(t) {
			c.plan.who[part] = t
			return
		}
	}
}

func (c *casting) some(n, place int) (out []int) {
	for range 3 * n {
		if t := c.w.find(c.r, c.day, nil, 99, place); len(out) < n && c.free(t) {
			out = append(out, t)
		}
	}
	return out
}

func (c *casting) meeting() {
	p, m := c.plan, c.plan.meeting
	c.day = m.day
	p.published = m.day + c.r.IntN(2)
	if p.kind == announce {
		p.published = max(0, m.day-2-c.r.IntN(12))
		c.day = p.published
	}
	if p.kind != national {
		p.place = m.place
	}
	chair := "chair"
	if p.kind == visit {
		chair = "guest"
	}
	if p.kind != announce && c.free(m.chair) {
		p.who[chair] = m.chair
	}
	switch p.kind {
	case national:
		p.attendees = c.some(2+c.r.IntN(4), -1)
		c.take("presenter", -1, 99)
		if p.place >= 0 {
			c.take("host", p.place, 34)
			p.locals = c.some(1+c.r.IntN(4), p.place)
		}
	case local, district, session:
		p.attendees = c.some(2+c.r.IntN(5), m.place)
		c.take("presenter", m.place, 99)
		if c.r.IntN(5) == 0 {
			c.take("guest", -1, 24)
		}
	case visit:
		c.take("host", m.place, 30)
		p.attendees = append(c.some(1+c.r.IntN(2), -1), c.some(1+c.r.IntN(3), m.place)...)
		c.take("presenter", m.place, 99)
	case government:
		p.attendees = c.some(2+c.r.IntN(4), -1)
	}
	speakers := p.place
	if p.kind == national && c.r.IntN(2) == 0 {
		speakers = -1
	}
	c.take("speaker", speakers, 99)
	if p.kind != government && c.r.IntN(6) == 0 {
		c.take("leader", -1, 5)
	}
}

// change tells of a change on the day before it.
func (c *casting) change() {
	p := c.plan
	ch := c.w.cast.changes[p.change]
	t := c.w.cast.terms[ch.term]
	c.day = max(0, t.from-1)
	p.published = min(c.w.days-1, c.day+c.r.IntN(2))
	p.place = c.w.posts[t.post].place
	p.meeting.day, p.meeting.id, p.meeting.chair = c.day, -1, -1
	c.names[graph.Fold(c.w.names[t.person])] = true
	p.who["mover"] = ch.term
	if ch.old >= 0 {
		p.who["mover"] = ch.old
	}
	c.take("chair", p.place, 30+10*min(1, max(0, c.w.posts[t.post].rank-38)))
	if p.place < 0 {
		delete(p.who, "chair")
		c.take("chair", -1, 12)
	}
	p.attendees = c.some(1+c.r.IntN(4), p.place)
}
