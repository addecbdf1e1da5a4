package resolve

import (
	"io/fs"
	"sort"
	"strconv"
	"strings"
	"sync"

	"cadre/graph"
	"cadre/loaders/lang"
)

// Vocabulary is the world knowledge that identity needs: how offices rank and
// how many hold one, where bodies and places stand and what became of them. All
// that it says of an office is a function of the office's canonical name.
type Vocabulary struct {
	titles []titleRow // longest first
	places map[string][]placeRow
	bodies map[string]bodyRow
	names  set // common parts of names, "SYLLABLE PART"

	mu      sync.Mutex
	offices map[string]Office // cache of Office, by name
}

type titleRow struct {
	words string // folded
	title string
	rank  int
	seats int
	seat  bool // held beside a post
	body  string
	en    string
}

type placeRow struct {
	name, kind, within, into string
	since, until             graph.Date
}

type bodyRow struct {
	name, kind, level, en, successor string
	since, until                     graph.Date
}

// levels of an office or body, from the whole country down.
const (
	central = iota
	provincial
	district
	commune
)

// OpenVocabulary reads the tables offices, places and bodies of the Vietnamese
// pack, whose names are the canonical ones in both languages. Errors name file
// and line.
func OpenVocabulary(overlays ...fs.FS) (*Vocabulary, error) {
	p, err := lang.Open("vi", overlays...)
	if err != nil {
		return nil, err
	}
	v := &Vocabulary{places: map[string][]placeRow{}, bodies: map[string]bodyRow{}, names: set{}, offices: map[string]Office{}}
	for _, e := range p.Lists["common-names"] {
		v.names.add(graph.Fold(e.Surface))
	}
	for _, r := range p.Tables["offices"] {
		rank, _ := strconv.Atoi(r.Cells["rank"])
		seats, _ := strconv.Atoi(r.Cells["seats"])
		v.titles = append(v.titles, titleRow{graph.Fold(r.Cells["title"]), r.Cells["title"], rank, seats, r.Cells["kind"] != "post", r.Cells["body"], r.Cells["en"]})
	}
	sort.SliceStable(v.titles, func(i, j int) bool { return len(v.titles[i].words) > len(v.titles[j].words) })
	for _, table := range []string{"places", "communes"} {
		for _, r := range p.Tables[table] {
			f := graph.Fold(r.Cells["name"])
			v.places[f] = append(v.places[f], placeRow{r.Cells["name"], r.Cells["kind"], r.Cells["within"], r.Cells["into"], graph.Date(r.Cells["since"]), graph.Date(r.Cells["until"])})
		}
	}
	for _, r := range p.Tables["bodies"] {
		en, _, _ := strings.Cut(r.Cells["en"], ";")
		v.bodies[graph.Fold(r.Cells["name"])] = bodyRow{r.Cells["name"], r.Cells["kind"], r.Cells["level"], strings.TrimSpace(en), r.Cells["successor"], graph.Date(r.Cells["since"]), graph.Date(r.Cells["until"])}
	}
	return v, nil
}

// Office is what is known of an office by its canonical name.
type Office struct {
	Name     string
	English  string // "" where not known
	Title    string
	Body     string // institution, with its place; "" where the name tells none
	Place    string // the place the body stands for; "" for a central office
	Province string // the province of that place
	Level    int
	Rank     int
	Seats    int  // 0: not limited to a known number
	Seat     bool // membership or mandate held beside a post
}

// maxCached bounds the cache of offices; a country has fewer.
const maxCached = 200_000

// Office reads a canonical office name.
func (v *Vocabulary) Office(name string) Office {
	v.mu.Lock()
	o, ok := v.offices[name]
	v.mu.Unlock()
	if ok {
		return o
	}
	o = v.office(name)
	v.mu.Lock()
	if len(v.offices) >= maxCached {
		clear(v.offices)
	}
	v.offices[name] = o
	v.mu.Unlock()
	return o
}

// common tells whether a folded name is one that many people have: a common
// surname with a common second syllable.
func (v *Vocabulary) common(folded string) bool {
	w := strings.Fields(folded)
	return len(w) == 2 || len(w) == 3 && v.names[w[0]] && v.names[w[0]+" "+w[1]] || len(w) == 3 && v.names[w[0]] && v.names["* "+w[1]]
}

func (v *Vocabulary) office(name string) Office {
	o := Office{Name: name, Rank: 60}
	f := graph.Fold(name)
	for _, t := range v.titles {
		if f != t.words && !strings.HasPrefix(f, t.words+" ") {
			continue
		}
		o.Title, o.Rank, o.Seats, o.Seat, o.Body = t.title, t.rank, t.seats, t.seat, t.body
		if words := len(strings.Fields(t.title)); o.Body == "" && f != t.words {
			o.Body = strings.Join(strings.Fields(name)[words:], " ")
		}
		break
	}
	if o.Title == "" {
		o.Title = name
	}
	o.Place, o.Province, o.Level = v.standing(o.Body)
	if o.Seats == 1 && strings.HasPrefix(graph.Fold(o.Body), "so ") && o.Title == "Trưởng" {
		o.Seats = 0
	}
	o.Rank += o.Level * 12
	o.English = v.english(o, f)
	return o
}

func (v *Vocabulary) english(o Office, folded string) string {
	for _, t := range v.titles {
		if folded == t.words || strings.HasPrefix(folded, t.words+" ") {
			if !strings.Contains(t.en, "{body}") {
				return t.en
			}
			b, ok := v.bodies[graph.Fold(o.Body)]
			if !ok || b.en == "" {
				return ""
			}
			return strings.Replace(t.en, "{body}", "the "+strings.TrimPrefix(b.en, "the "), 1)
		}
	}
	return ""
}

// standing finds the place that a body's name ends with, its province and the
// level that the body has by its words.
func (v *Vocabulary) standing(body string) (place, province string, level int) {
	words := strings.Fields(body)
	if _, ok := v.bodies[graph.Fold(body)]; ok && v.bodies[graph.Fold(body)].level == "central" {
		return "", "", central
	}
	level = wordLevel(graph.Fold(body))
	for i := max(1, len(words)-6); i < len(words); i++ {
		name := strings.Join(words[i:], " ")
		row, ok := v.place(name, level)
		if !ok {
			continue
		}
		if level == central {
			level = placeLevel(row)
		}
		if province = row.within; province == "" {
			province = row.name
		}
		return row.name, province, level
	}
	return "", "", level
}

// place chooses among the places of one name the one that fits a level; where
// several do, the province comes first, then the table's order.
func (v *Vocabulary) place(name string, level int) (placeRow, bool) {
	rows := v.places[graph.Fold(name)]
	for _, want := range []int{level, provincial, district, commune} {
		for _, r := range rows {
			if placeLevel(r) == want {
				return r, true
			}
		}
	}
	return placeRow{}, false
}

func placeLevel(r placeRow) int {
	switch r.kind {
	case "tỉnh":
		return provincial
	case "thành phố":
		if r.within == "" {
			return provincial
		}
		return district
	case "quận", "huyện", "thị xã":
		return district
	}
	return commune
}

// wordLevel is the level that the kind of a body says, central when none.
func wordLevel(folded string) int {
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.HasPrefix(folded, w+" ") || strings.Contains(folded, " "+w+" ") || strings.HasSuffix(folded, " "+w) || folded == w {
				return true
			}
		}
		return false
	}
	switch {
	case has("dang uy xa", "dang uy phuong", "xa", "phuong", "thi tran", "dac khu"):
		return commune
	case has("huyen uy", "quan uy", "thi uy", "huyen", "quan", "thi xa"):
		return district
	case has("tinh uy", "thanh uy", "tinh", "thanh pho", "so", "tinh doan", "thanh doan"):
		return provincial
	}
	return central
}

// Institution is what is known of a body by its name.
type Institution struct {
	Name, English, Kind, Level, Place, Term string
	Since, Until                            graph.Date
	Successor                               string
	Parent                                  string
	Committee                               bool
}

var levelNames = [...]string{"central", "provincial", "district", "commune"}

// Institution reads a body's canonical name.
func (v *Vocabulary) Institution(name string) Institution {
	out := Institution{Name: name}
	f := graph.Fold(name)
	place, _, level := v.standing(name)
	out.Place, out.Level = place, levelNames[level]
	if b, ok := v.bodies[f]; ok {
		out.Kind, out.English, out.Since, out.Until, out.Successor = b.kind, b.en, b.since, b.until, b.successor
		if b.level != "" {
			out.Level = b.level
		}
	} else if place != "" {
		if b, ok := v.bodies[strings.TrimSpace(strings.TrimSuffix(f, graph.Fold(place)))]; ok {
			out.Kind = b.kind
		}
	}
	if out.Kind == "" {
		out.Kind = kindByWords(f)
	}
	out.Committee = out.Kind == "committee" || out.Kind == "commission"
	out.Parent = v.parent(name)
	return out
}

// parent is the Party committee of a province or below that a commission or
// standing committee belongs to: the part of its name from the committee's on.
// Like all that makes ids it looks at folded words only, so that two spellings
// of a name have one parent.
func (v *Vocabulary) parent(name string) string {
	words := strings.Fields(name)
	for i := 1; i+1 < len(words); i++ {
		switch graph.Fold(words[i] + " " + words[i+1]) {
		case "tinh uy", "thanh uy", "huyen uy", "quan uy", "thi uy":
			return strings.Join(words[i:], " ")
		}
	}
	return ""
}

func kindByWords(f string) string {
	for _, k := range [...][2]string{
		{"tinh uy", "committee"}, {"thanh uy", "committee"}, {"huyen uy", "committee"}, {"quan uy", "committee"}, {"thi uy", "committee"}, {"dang uy", "committee"},
		{"ban thuong vu", "committee"}, {"ban chap hanh", "committee"}, {"uy ban nhan dan", "government"}, {"uy ban mat tran", "front"}, {"uy ban", "commission"}, {"hoi dong nhan dan", "council"}, {"hoi dong", "council"},
		{"van phong", "office"}, {"bo ", "ministry"}, {"ban ", "commission"}, {"so ", "agency"}, {"doan dai bieu quoc hoi", "assembly"}, {"toa an", "court"}, {"vien kiem sat", "procuracy"},
		{"cong an", "police"}, {"bo chi huy", "army"}, {"quan khu", "army"}, {"lien doan", "union"}, {"hoi ", "union"}, {"tap doan", "company"}, {"tong cong ty", "company"}, {"cong ty", "company"}, {"bao ", "media"}, {"dai ", "media"},
	} {
		if strings.HasPrefix(f, k[0]) {
			return k[1]
		}
	}
	return "agency"
}

// PlaceName is the gazetteer's spelling of a place, or the name as it is for a
// venue.
func (v *Vocabulary) PlaceName(name string) string {
	if r, ok := v.place(name, provincial); ok {
		return r.name
	}
	return name
}

// Place is what is known of a place by its name; ok is false for a venue.
func (v *Vocabulary) Place(name string) (kind string, since, until graph.Date, within, into string, ok bool) {
	r, ok := v.place(name, provincial)
	return r.kind, r.since, r.until, r.within, r.into, ok
}

// Ended is the first day on which the place of an office was no more, "" while
// it stands.
func (v *Vocabulary) Ended(o Office) graph.Date {
	if o.Place == "" {
		return ""
	}
	r, ok := v.place(o.Place, o.Level)
	if !ok || r.until == "" || placeLevel(r) != o.Level {
		return ""
	}
	return r.until.AddDays(1)
}
