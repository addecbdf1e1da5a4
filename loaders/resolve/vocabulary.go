package resolve

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"slices"
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
	titles    []titleRow // longest first
	places    map[string][]placeRow
	alias     map[string]string // folded other spellings of places -> name
	bodies    map[string]bodyRow
	called    map[string]string // folded other names of bodies, English ones among them -> name
	words     []wordRow         // longest first
	termWords []string          // folded words that begin a body's term
	before    []string          // folded words before a place's name
	after     []string          // and after it
	version   string            // of all tables and lists above
	acting    []string          // folded words before an office held for the time being
	names     set               // common parts of names, "SYLLABLE PART"

	offices memo[Office]
	bodyOf  memo[Institution]
	placeOf memo[standing]
}

// memo remembers what a function of a name says, as such functions are asked for
// the same names again and again.
type memo[T any] struct {
	mu sync.Mutex
	of map[string]T
}

// maxCached bounds a memory; a country has fewer offices.
const maxCached = 200_000

func (m *memo[T]) get(name string, find func(string) T) T {
	m.mu.Lock()
	t, ok := m.of[name]
	m.mu.Unlock()
	if ok {
		return t
	}
	t = find(name)
	m.mu.Lock()
	if m.of == nil || len(m.of) >= maxCached {
		m.of = map[string]T{}
	}
	m.of[name] = t
	m.mu.Unlock()
	return t
}

type titleRow struct {
	words string // folded
	title string
	rank  int
	seats int
	seat  bool // held beside a post
	lead  bool // leads a place
	body  string
	en    string
}

type placeRow struct {
	name, kind, within, into string
	since, until             graph.Date
	level                    int
}

// wordRow is what words of a body's name say of it.
type wordRow struct {
	words, kind string
	level       int
	own         bool
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
	v := &Vocabulary{places: map[string][]placeRow{}, alias: map[string]string{}, bodies: map[string]bodyRow{}, called: map[string]string{}, names: set{}}
	for _, e := range p.Lists["common-names"] {
		v.names.add(graph.Fold(e.Surface))
	}
	for _, e := range p.Lists["acting"] {
		if w := graph.Fold(e.Value); w != "" && !slices.Contains(v.acting, w) {
			v.acting = append(v.acting, w)
		}
	}
	for _, e := range p.Lists["term-words"] {
		v.termWords = append(v.termWords, " "+graph.Fold(e.Surface)+" ")
	}
	for _, e := range p.Lists["place-words"] {
		if e.Value == "after" {
			v.after = append(v.after, " "+graph.Fold(e.Surface))
		} else {
			v.before = append(v.before, graph.Fold(e.Surface)+" ")
		}
	}
	for _, r := range p.Tables["body-words"] {
		v.words = append(v.words, wordRow{graph.Fold(r.Cells["words"]), r.Cells["kind"], levelOf(r.Cells["level"]), r.Cells["committee"] == "own"})
	}
	for _, r := range p.Tables["offices"] {
		rank, _ := strconv.Atoi(r.Cells["rank"])
		seats, _ := strconv.Atoi(r.Cells["seats"])
		v.titles = append(v.titles, titleRow{graph.Fold(r.Cells["title"]), r.Cells["title"], rank, seats, r.Cells["kind"] == "seat", r.Cells["kind"] == "lead", r.Cells["body"], r.Cells["en"]})
	}
	v.version = version(p)
	sort.SliceStable(v.titles, func(i, j int) bool { return len(v.titles[i].words) > len(v.titles[j].words) })
	for _, table := range []string{"places", "communes"} {
		for _, r := range p.Tables[table] {
			f := graph.Fold(r.Cells["name"])
			for _, a := range r.List("aliases") {
				if _, ok := v.alias[graph.Fold(a)]; !ok {
					v.alias[graph.Fold(a)] = r.Cells["name"]
				}
			}
			v.places[f] = append(v.places[f], placeRow{r.Cells["name"], r.Cells["kind"], r.Cells["within"], r.Cells["into"], graph.Date(r.Cells["since"]), graph.Date(r.Cells["until"]), v.placeLevel(table, r.Cells["kind"], r.Cells["within"])})
		}
	}
	for _, r := range p.Tables["bodies"] {
		en, _, _ := strings.Cut(r.Cells["en"], ";")
		if r.Cells["level"] == levelNames[central] || r.Cells["level"] == "foreign" {
			for _, a := range append(r.List("aliases"), r.List("en")...) {
				if _, ok := v.called[graph.Fold(a)]; !ok {
					v.called[graph.Fold(a)] = r.Cells["name"]
				}
			}
		}
		v.bodies[graph.Fold(r.Cells["name"])] = bodyRow{r.Cells["name"], r.Cells["kind"], r.Cells["level"], strings.TrimSpace(en), r.Cells["successor"], graph.Date(r.Cells["since"]), graph.Date(r.Cells["until"])}
	}
	return v, nil
}

// version changes whenever a table or list that identity reads does.
func version(p *lang.Pack) string {
	sum := sha256.New()
	for _, table := range []string{"offices", "places", "communes", "bodies", "body-words"} {
		for _, r := range p.Tables[table] {
			for _, k := range slices.Sorted(maps.Keys(r.Cells)) {
				fmt.Fprintf(sum, "%s\x00%s\x00", k, r.Cells[k])
			}
		}
	}
	for _, list := range []string{"acting", "common-names", "term-words", "place-words"} {
		for _, e := range p.Lists[list] {
			fmt.Fprintf(sum, "%s\x00%s\x00", e.Surface, e.Value)
		}
	}
	return hex.EncodeToString(sum.Sum(nil))[:12]
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
	Seats    int    // 0: not limited to a known number
	Seat     bool   // membership or mandate held beside a post
	Lead     bool   // leads a place: secretary, chairman and their deputies
	Acting   bool   // held for the time being
	id       string // of its node
}

// Office reads a canonical office name.
func (v *Vocabulary) Office(name string) Office { return v.offices.get(name, v.office) }

// common tells whether a folded name is one that many people have: a common
// surname with a common second syllable.
func (v *Vocabulary) common(folded string) bool {
	w := strings.Fields(folded)
	return len(w) == 2 || len(w) == 3 && v.names[w[0]] && v.names[w[0]+" "+w[1]] || len(w) == 3 && v.names[w[0]] && v.names["* "+w[1]]
}

func (v *Vocabulary) office(name string) Office {
	f := graph.Fold(name)
	for _, w := range v.acting {
		if strings.HasPrefix(f, w+" ") {
			return v.actingFor(name, len(strings.Fields(w)))
		}
	}
	o := Office{Name: name, Rank: 60, id: positionID(name)}
	for _, t := range v.titles {
		if f != t.words && !strings.HasPrefix(f, t.words+" ") {
			continue
		}
		o.Title, o.Rank, o.Seats, o.Seat, o.Lead, o.Body = t.title, t.rank, t.seats, t.seat, t.lead, t.body
		if words := len(strings.Fields(t.title)); o.Body == "" && f != t.words {
			o.Body = strings.Join(strings.Fields(name)[words:], " ")
		}
		break
	}
	if o.Title == "" {
		o.Title = name
	}
	o.Place, o.Province, o.Level = v.standing(o.Body)
	o.Rank += o.Level * 12
	o.English = v.english(o, f)
	return o
}

// actingFor is the office of a name that opens with so many words for one held
// for the time being: the full office below its own rank.
func (v *Vocabulary) actingFor(name string, words int) Office {
	all := strings.Fields(name)
	o := v.office(strings.Join(all[words:], " "))
	o.Name, o.Acting, o.id = name, true, positionID(name)
	o.Title = strings.Join(all[:words], " ") + " " + o.Title
	o.English = "" // no table has it
	o.Rank++
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

// standing is where a body stands.
type standing struct {
	place, province string
	level           int
}

// standing finds the place that a body's name ends with, its province and the
// level that the body has by its words.
func (v *Vocabulary) standing(body string) (place, province string, level int) {
	s := v.placeOf.get(body, v.stand)
	return s.place, s.province, s.level
}

func (v *Vocabulary) stand(body string) standing {
	words := strings.Fields(body)
	if _, ok := v.bodies[graph.Fold(body)]; ok && v.bodies[graph.Fold(body)].level == "central" {
		return standing{}
	}
	level := v.wordLevel(graph.Fold(body))
	for i := max(1, len(words)-6); i < len(words); i++ {
		name := strings.Join(words[i:], " ")
		row, ok := v.place(name, level)
		if !ok {
			continue
		}
		if level == central {
			level = row.level
		}
		province := row.within
		if province == "" {
			province = row.name
		}
		return standing{row.name, province, level}
	}
	return standing{level: level}
}

// place chooses among the places of one name the one that fits a level; where
// several do, the province comes first, then the table's order.
func (v *Vocabulary) place(name string, level int) (placeRow, bool) {
	rows := v.places[graph.Fold(name)]
	for _, want := range []int{level, provincial, district, commune} {
		for _, r := range rows {
			if r.level == want {
				return r, true
			}
		}
	}
	return placeRow{}, false
}

// placeLevel is the level of a place: communes have a table of their own, what
// lies within a province is a district.
func (v *Vocabulary) placeLevel(table, kind, within string) int {
	switch {
	case table == "communes":
		return commune
	case within == "":
		return provincial
	}
	return district
}

// levelOf reads a level's name; central for none.
func levelOf(name string) int {
	for i, n := range levelNames {
		if n == name {
			return i
		}
	}
	return central
}

// has tells whether a folded name has folded words in it.
func has(folded, words string) bool {
	return folded == words || strings.HasPrefix(folded, words+" ") || strings.Contains(folded, " "+words+" ") || strings.HasSuffix(folded, " "+words)
}

// wordLevel is the lowest level that the words of a body say, central when none.
func (v *Vocabulary) wordLevel(folded string) int {
	level := central
	for _, w := range v.words {
		if w.level > level && has(folded, w.words) {
			level = w.level
		}
	}
	return level
}
