package world

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// person writes a person of the article: introduced with the offices where
// first met, shorter after that. form: "" in a sentence, "office" for office
// and name, "name" for the name alone.
func (a *writer) person(term int, form string) string {
	t := a.w.cast.terms[term]
	p := a.w.posts[t.post]
	name := a.spell(a.named(t.person))
	o := a.officeName(main(p))
	switch {
	case form == "name":
		return name
	case form == "office" || a.met[term] && a.r.IntN(4) == 0:
		a.held(t.person, main(p).vi)
		return o + " " + name
	case a.met[term]:
		if a.p.english {
			return name
		}
		return a.honorific(t.person) + name
	}
	a.met[term] = true
	a.held(t.person, main(p).vi)
	if a.r.IntN(6) == 0 {
		return o + " " + name
	}
	offices := []string{}
	if a.r.IntN(5) < 3 {
		for _, b := range p.offices[:len(p.offices)-1] {
			if s := a.officeName(b); s != "" {
				a.held(t.person, b.vi)
				offices = append(offices, s)
			}
		}
	}
	offices = append(offices, o)
	if former := a.w.cast.from[term]; former >= 0 && t.from+longAgo > a.day() && a.r.IntN(3) > 0 {
		o := main(a.w.posts[a.w.cast.terms[former].post])
		a.held(t.person, o.vi)
		offices = append(offices, a.choose(office{"nguyên ", "former "})+a.full(o))
	}
	s := name + ", " + strings.Join(offices, ", ")
	if a.p.english {
		return s + ","
	}
	if a.r.IntN(3) == 0 {
		s += ","
	}
	return a.honorific(t.person) + s
}

// list names people with their offices, one after another.
func (a *writer) list(terms []int) string {
	joint, last, lead := "; ", "; ", ""
	if a.p.english {
		last = " and "
	} else if len(terms) > 1 && a.r.IntN(2) == 0 {
		lead = "các đồng chí: "
	}
	var b strings.Builder
	b.WriteString(lead)
	for i, term := range terms {
		switch {
		case i > 0 && i == len(terms)-1:
			b.WriteString(last)
		case i > 0:
			b.WriteString(joint)
		}
		s := a.person(term, "")
		if lead != "" {
			s = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(s, "đồng chí "), "ông "), "bà ")
		}
		b.WriteString(strings.TrimSuffix(s, ","))
	}
	return b.String()
}

func (a *writer) honorific(person int) string {
	switch {
	case a.r.IntN(4) > 0:
		return "đồng chí "
	case strings.Contains(a.w.names[person], " Thị "):
		return "bà "
	}
	return "ông "
}

// named puts a person among the mentions and gives the full name.
func (a *writer) named(person int) string {
	name := a.w.names[person]
	if a.p.english {
		name = bare(name)
	}
	if m := (Mention{person, name}); !slices.Contains(a.truth.Mentions, m) {
		a.truth.Mentions = append(a.truth.Mentions, m)
	}
	return name
}

func (a *writer) held(person int, office string) {
	if h := (Held{person, office}); !slices.Contains(a.truth.Held, h) {
		a.truth.Held = append(a.truth.Held, h)
	}
}

// spell writes a name in another spelling as often as the options say.
func (a *writer) spell(name string) string {
	if a.r.Float64() >= a.w.Variants {
		return name
	}
	switch n := a.r.IntN(3); {
	case n == 0:
		return strings.ToUpper(name)
	case n == 1 && !a.p.english && oldTone(name) != name:
		return oldTone(name)
	case !a.p.english:
		return norm.NFD.String(name)
	}
	return name
}

// officeName writes an office: abbreviated, or without a place that the
// article is about anyway.
func (a *writer) officeName(o office) string {
	if a.p.english {
		return o.en
	}
	s := o.vi
	if a.p.place >= 0 && a.r.IntN(5) < 2 {
		p := a.w.places[a.p.place]
		for _, kind := range []string{"Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy"} {
			s = strings.ReplaceAll(s, kind+" "+p.name, kind)
		}
		if !strings.HasPrefix(s, "Giám đốc Công an") {
			s = strings.ReplaceAll(s, " "+p.kind+" "+p.name, " "+p.kind)
		}
	}
	return a.full(office{vi: s})
}

// full writes an office with its place.
func (a *writer) full(o office) string {
	if a.short && !a.p.english {
		return abbreviations.Replace(o.vi)
	}
	return a.choose(o)
}

var abbreviations = strings.NewReplacer("Ủy ban nhân dân", "UBND", "Hội đồng nhân dân", "HĐND")

// longAgo is for how many days news still tells what a person was before.
const longAgo = 200

// day is the day on which the article shows its people.
func (a *writer) day() int {
	if a.p.kind == announce {
		return a.p.published
	}
	return a.p.meeting.day
}

func (a *writer) placeName(full bool) string {
	if a.p.place < 0 {
		return a.choose(office{"Trung ương", "the central level"})
	}
	p := a.w.places[a.p.place]
	switch {
	case a.p.english && full:
		kind := map[string]string{"tỉnh": "province", "thành phố": "city", "huyện": "district", "quận": "district", "thị xã": "town"}[p.kind]
		return bare(p.name) + " " + kind
	case a.p.english:
		return bare(p.name)
	case full:
		return p.kind + " " + p.name
	}
	return p.name
}

// organizer is the body that holds a meeting.
func (a *writer) organizer() string {
	if a.p.place < 0 || a.p.kind == national {
		o := []office{{"Ban Bí thư", "the Secretariat"}, {"Chính phủ", "the Government"}, {"Ban Tổ chức Trung ương", "the Party Central Committee's Organization Commission"}}
		return a.choose(o[a.p.meeting.form%len(o)])
	}
	p := a.w.places[a.p.place]
	party := map[string]office{"tỉnh": {"Tỉnh ủy", "Provincial"}, "thành phố": {"Thành ủy", "Municipal"}, "huyện": {"Huyện ủy", "District"}, "quận": {"Quận ủy", "District"}, "thị xã": {"Thị ủy", "Town"}}[p.kind]
	en := "the " + bare(p.name) + " " + party.en
	people := a.choose(office{"Ủy ban nhân dân " + p.kind + " " + p.name, en + " People's Committee"})
	if a.p.kind == session {
		people = a.choose(office{"Hội đồng nhân dân " + p.kind + " " + p.name, en + " People's Council"})
	}
	if a.short {
		people = abbreviations.Replace(people)
	}
	if a.p.kind == session || a.p.kind != moving && a.p.meeting.form%2 == 0 {
		return people
	}
	return a.choose(office{party.vi + " " + p.name, en + " Party Committee"})
}

// meetingName is the name of the article's meeting: one in each language.
func (a *writer) meetingName() string {
	m := a.p.meeting
	topic := a.choose(a.w.topics[m.topic])
	d := a.w.day(m.day)
	where := a.placeName(true)
	if a.p.kind == national || m.place < 0 {
		where = ""
	}
	switch m.kind {
	case session:
		n := 1 + m.form
		if a.p.english {
			return fmt.Sprintf("the %s session of the %s People's Council", ordinal(n), where)
		}
		return fmt.Sprintf("Kỳ họp thứ %d, HĐND %s", n, where)
	case government:
		if a.p.english {
			return "the Government's regular meeting for " + d.Format("January 2006")
		}
		return "Phiên họp Chính phủ thường kỳ tháng " + d.Format("1/2006")
	case national:
		if a.p.english {
			return []string{"the national conference on ", "the national teleconference on "}[m.form%2] + topic
		}
		return []string{"Hội nghị toàn quốc về ", "Hội nghị trực tuyến toàn quốc triển khai ", "Hội nghị toàn quốc đánh giá "}[m.form%3] + topic
	}
	if a.p.english {
		return []string{"the conference on ", "the conference to review "}[m.form%2] + topic + " of " + where
	}
	name := []string{"Hội nghị sơ kết ", "Hội nghị triển khai ", "Hội nghị đánh giá ", "Hội nghị bàn giải pháp "}[m.form%4] + topic
	if m.form%3 == 0 {
		name += " " + d.Format("năm 2006")
	}
	return name
}

func ordinal(n int) string {
	switch {
	case n%10 == 1 && n != 11:
		return fmt.Sprintf("%dst", n)
	case n%10 == 2 && n != 12:
		return fmt.Sprintf("%dnd", n)
	case n%10 == 3 && n != 13:
		return fmt.Sprintf("%drd", n)
	}
	return fmt.Sprintf("%dth", n)
}

func (a *writer) paper(p paper) string {
	kinds := []struct{ vi, en, code string }{{"Nghị quyết", "Resolution", "NQ"}, {"Chỉ thị", "Directive", "CT"}, {"Kết luận", "Conclusion", "KL"}}
	k := kinds[p.kind]
	d := a.w.day(p.day)
	if a.p.english {
		return fmt.Sprintf("%s No. %d-%s/TW dated %s", k.en, p.number, k.code, d.Format("January 2, 2006"))
	}
	topic := a.w.topics[p.topic].vi
	return fmt.Sprintf("%s số %d-%s/TW, ngày %s về %s", k.vi, p.number, k.code, d.Format("2/1/2006"), topic)
}
