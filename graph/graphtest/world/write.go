package world

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"cadre/graph"

	"golang.org/x/text/unicode/norm"
)

// Article is one article as text, with its truth.
type Article struct {
	Path  string
	Text  []byte
	Truth Truth
}

// Truth is what an article says, whoever reads it.
type Truth struct {
	Published graph.Date
	English   bool
	Mentions  []Mention // of each named person once
	Held      []Held
	Change    *Change
	Meeting   int // number of the meeting that it reports, -1 for none
	On        graph.Date
	Name      string // of the meeting
}

// Mention is a named person.
type Mention struct {
	Person int
	Name   string // full, in composed characters, without the article's variants
}

// Held is an office with which the article names a person, in its full Vietnamese form.
type Held struct {
	Person int
	Office string
}

// Change is an appointment.
type Change struct {
	Person int
	Office string
	On     graph.Date // as the article says
}

// writer writes one article.
type writer struct {
	w     *World
	r     *rand.Rand
	p     plan
	text  phrases
	short bool         // abbreviations
	met   map[int]bool // terms introduced
	led   bool         // its first sentence says which meeting it is about
	order []int        // in which paragraphs of nobody come
	truth Truth
}

// Article writes article i; another version has the same path and tells of the
// same with other people, published later.
func (w *World) Article(i, version int) Article {
	a := &writer{w: w, p: w.plan(i, version), r: w.random("text", i*100+version), text: w.vi, met: map[int]bool{}}
	if a.p.english {
		a.text = w.en
	}
	a.short = a.r.IntN(10) < 7
	a.truth = Truth{Published: w.date(a.p.published), English: a.p.english, Meeting: a.p.meeting.id}
	if a.p.kind == announce {
		a.truth.Meeting = -1
	}
	title := a.sentence("titles." + string(a.p.kind))
	if a.r.Float64() < w.Variants/2 {
		title = strings.ToUpper(title)
	}
	parts := append([]string{title, a.dateline()}, a.body()...)
	if !a.led {
		a.truth.Meeting = -1
	}
	if a.truth.Meeting >= 0 {
		a.truth.On, a.truth.Name = w.date(a.p.meeting.day), a.meetingName()
	}
	if a.r.IntN(3) > 0 {
		parts = append(parts, a.author())
	}
	text := strings.Join(parts, "\n\n") + "\n"
	if !a.p.english && a.r.Float64() < w.Variants/4 {
		text = norm.NFD.String(text)
	}
	return Article{Path: Path(i), Text: []byte(text), Truth: a.truth}
}

// body puts the sentences of an article together, with paragraphs between
// them that tell of nobody.
func (a *writer) body() []string {
	var out []string
	add := func(parts ...string) {
		var one []string
		for _, part := range parts {
			if s := a.sentence(part); s != "" {
				a.led = a.led || strings.HasPrefix(part, "lead.")
				one = append(one, s)
			}
		}
		if len(one) > 0 {
			out = append(out, strings.Join(one, " "))
		}
	}
	fill := func() {
		var one []string
		for range 2 + a.r.IntN(4) {
			if len(a.order) == 0 {
				a.order = a.r.Perm(len(a.text["filler"]))
			}
			one = append(one, a.text["filler"][a.order[0]])
			a.order = a.order[1:]
		}
		out = append(out, strings.Join(one, " "))
	}
	switch a.p.kind {
	case moving:
		if a.w.cast.changes[a.p.change].old >= 0 {
			add("lead.move")
		} else {
			add("lead.new")
		}
		add("chair.change", "attend.change")
		fill()
		add("conclude.change")
	case national:
		add("lead.national", "attend.national")
		add("bridge")
		add("present")
		fill()
		add("speak")
		fill()
		add("leader")
		add("conclude.national")
	case local, district:
		add("lead.local", "attend.local", "guest")
		add("present")
		fill()
		add("speak")
		add("leader")
		fill()
		add("conclude.local")
	case session:
		add("lead.session", "attend.session")
		add("present.session")
		fill()
		add("leader")
		fill()
		add("conclude.session")
	case visit:
		add("lead.visit", "attend.visit")
		add("present.visit")
		fill()
		add("conclude.visit")
	case government:
		add("lead.government", "attend.government")
		add("speak.government")
		fill()
		fill()
		add("conclude.government")
	case announce:
		add("lead.announce")
		add("attend.announce")
		fill()
	}
	fill()
	return out
}

// sentence writes a sentence of a part whose people the article has, or "".
func (a *writer) sentence(part string) string {
	if part == "titles.local" && a.p.kind == district || part == "titles.district" {
		part = "titles.local"
	}
	for range 6 {
		s := a.text.one(a.r, part)
		if s != "" && a.has(s) {
			return strings.NewReplacer(",.", ".", ",,", ",", ",;", ";").Replace(expand(s, a.fill))
		}
	}
	return ""
}

// has tells whether the people that a sentence names are in the article.
func (a *writer) has(sentence string) bool {
	ok := true
	expand(sentence, func(name, form string) string {
		switch name {
		case "attendees":
			ok = ok && len(a.p.attendees) > 0
		case "locals":
			ok = ok && len(a.p.locals) > 0
		case "chair", "host", "guest", "presenter", "speaker", "leader", "mover":
			_, there := a.p.who[name]
			ok = ok && there
		}
		return ""
	})
	return ok
}

func (a *writer) fill(name, form string) string {
	m := a.p.meeting
	switch name {
	case "attendees":
		return a.list(a.p.attendees)
	case "locals":
		return a.list(a.p.locals)
	case "meeting":
		s := a.meetingName()
		if form == "plain" {
			s = strings.TrimPrefix(s, "the ")
		}
		return s
	case "topic":
		return a.choose(a.w.topics[m.topic])
	case "paper":
		return a.paper(m.paper)
	case "place":
		return a.placeName(form == "full")
	case "organizer":
		return a.organizer()
	case "venue":
		return []string{"Hội trường Trung tâm", "Trung tâm Hội nghị", "Nhà Văn hóa trung tâm"}[a.r.IntN(3)]
	case "morning":
		return []string{"Sáng ", "Chiều ", "Ngày ", "Sáng ngày "}[a.r.IntN(4)] + a.shortDay(m.day)
	case "day":
		if a.p.english {
			return a.englishDay(m.day, form == "year")
		}
		if form == "year" {
			return "ngày " + a.w.day(m.day).Format("2/1/2006")
		}
		return "ngày " + a.shortDay(m.day)
	case "effective":
		day := a.w.cast.terms[a.w.cast.changes[a.p.change].term].from
		if a.truth.Change != nil {
			a.truth.Change.On = a.w.date(day)
		}
		if a.p.english {
			return a.englishDay(day, true)
		}
		return "ngày " + a.w.day(day).Format("2/1/2006")
	case "newoffice":
		t := a.w.cast.terms[a.w.cast.changes[a.p.change].term]
		o := main(a.w.posts[t.post])
		if a.truth.Change == nil { // from the day of the decision, if no other is said
			a.truth.Change = &Change{t.person, o.vi, a.w.date(m.day)}
		}
		return a.full(o)
	}
	return a.person(a.p.who[name], form)
}

func (a *writer) choose(o office) string {
	if a.p.english {
		return o.en
	}
	return o.vi
}

func main(p post) office { return p.offices[len(p.offices)-1] }

func (w *World) day(n int) time.Time { return w.first.AddDate(0, 0, n) }

func (a *writer) shortDay(n int) string {
	d := a.w.day(n)
	return []string{d.Format("2/1"), d.Format("2-1"), d.Format("2/1/2006")}[a.r.IntN(3)]
}

func (a *writer) englishDay(n int, year bool) string {
	if d := a.w.day(n); year {
		return d.Format("January 2, 2006")
	} else {
		return d.Format("January 2")
	}
}

func (a *writer) dateline() string {
	d := a.w.day(a.p.published)
	if a.p.english {
		return fmt.Sprintf("%s %02d:%02d GMT+7", d.Format("02/01/2006"), 6+a.r.IntN(14), a.r.IntN(60))
	}
	day := []string{"Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"}[d.Weekday()]
	return fmt.Sprintf("%s, %s | %02d:%02d", day, d.Format("02/01/2006"), 6+a.r.IntN(14), a.r.IntN(60))
}

func (a *writer) author() string {
	s := []string{"Hà Thu", "Minh Trí", "Lê Khánh", "Thanh Mai", "Đức Việt", "Phương Lan"}[a.r.IntN(6)]
	if a.p.english {
		return bare(s)
	}
	return s
}
