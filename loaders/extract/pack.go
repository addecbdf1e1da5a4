package extract

import (
	"fmt"
	"strings"

	"cadre/loaders/lang"
)

// pack is a language pack made ready for reading: its lists in one lexicon,
// its tables in the shape that the stages ask for.
type pack struct {
	*lang.Pack
	lexicon *lexicon
	titles  map[string]*titleRow // by canonical title
	heads   map[string]*headRow  // by canonical head
	bodies  map[string]*bodyRow  // by canonical name
	places  map[string]*placeRow // provinces by name
	holders map[string]string    // Vietnamese title of who heads a body, by the body's first words
	named   map[string]string    // canonical body by its English name, folded
	english map[string]string    // English titles of whole offices and of titles, by Vietnamese name
	same    map[string]string    // canonical label of an office, by another one in lower case
}

// titleRow is a line of titles.tsv.
type titleRow struct {
	name   string
	takes  string
	en     string // of an English title: the Vietnamese one
	abroad bool   // sent to a country or city: ambassadors, consuls
}

// headRow is a line of heads.tsv.
type headRow struct {
	name string
	kind string
	en   string
}

// bodyRow is a line of bodies.tsv.
type bodyRow struct {
	name string
	kind string
	en   string
}

// placeRow is a line of places.tsv or communes.tsv.
type placeRow struct {
	name   string
	kind   string // tỉnh, thành phố, quận, …
	within string // province of a district
}

// central tells whether a place is a province or a centrally run city.
func (p *placeRow) central() bool { return p.within == "" }

// compile builds a pack. world is the pack whose tables hold places, bodies
// and countries. Errors name file and line of what cannot be used.
func compile(p, world *lang.Pack) (*pack, error) {
	c := &pack{Pack: p, lexicon: newLexicon(), titles: map[string]*titleRow{}, heads: map[string]*headRow{},
		bodies: map[string]*bodyRow{}, places: map[string]*placeRow{}, english: map[string]string{}, same: map[string]string{}, holders: map[string]string{}, named: map[string]string{}}
	for _, name := range p.Names() {
		if tabular(name) {
			continue
		}
		for _, e := range p.Lists[name] {
			c.lexicon.add(name, e)
		}
	}
	for _, e := range p.Lists["abbreviations"] {
		var n normalizer
		c.lexicon.words.abbreviations[c.lexicon.words.id(n.word([]byte(e.Surface)))] = true
	}
	for _, r := range p.Tables["titles"] {
		if r.Cells["title"] == "" {
			return nil, fmt.Errorf("%s:%d: write the title in the first column", r.File, r.Line)
		}
		t := &titleRow{name: r.Cells["title"], takes: r.Cells["takes"], en: r.Cells["vi"]}
		if t.takes == "abroad" {
			t.takes, t.abroad = "body", true
		}
		c.titles[t.name] = t
		c.addRow("title", r, t.name, append(r.List("aliases"), t.name))
	}
	for _, r := range p.Tables["heads"] {
		h := &headRow{r.Cells["head"], r.Cells["kind"], first1(r.List("en"))}
		c.heads[h.name] = h
		c.addRow("head", r, h.name, append(r.List("aliases"), h.name))
	}
	for _, r := range p.Tables["holders"] {
		c.holders[r.Cells["body"]] = r.Cells["head"]
	}
	c.world(world)
	return c, nil
}

// tabular tells whether a list is only looked into by what it names: no text is
// searched for its words.
func tabular(list string) bool {
	switch list {
	case "collective_bodies", "divisions", "field_heads", "governor_titles", "inner_bodies", "led_bodies", "level_words", "manager_titles", "member_word", "missions", "organizer_joints", "party_boards", "party_committees", "party_levels", "place-words", "single_posts", "task_bodies", "term-words":
		return true
	}
	return false
}

// value is what a list says of words; "" for nothing.
func (p *pack) value(list, words string) string {
	for _, e := range p.Lists[list] {
		if e.Surface == words {
			return e.Value
		}
	}
	return ""
}

// named tells whether words stand in a list.
func (p *pack) listed(list, words string) bool {
	for _, e := range p.Lists[list] {
		if e.Surface == words {
			return true
		}
	}
	return false
}

// begins tells whether a name begins with words of a list.
func (p *pack) begins(list, name string) bool {
	for _, e := range p.Lists[list] {
		if strings.HasPrefix(name, e.Surface) {
			return true
		}
	}
	return false
}

// world adds the places, bodies and countries of the world pack under the
// spellings that the language of the pack uses.
func (c *pack) world(w *lang.Pack) {
	english := c.Code == "en"
	spellings := func(r lang.Row, name string) []string {
		out := append(r.List("aliases"), name)
		if english {
			out = append(out, r.List("en")...)
			for _, s := range append([]string(nil), out...) {
				if f := bareLetters(s); f != s && len(f) > 1 {
					out = append(out, f)
				}
			}
		}
		return out
	}
	for _, table := range []string{"places", "communes"} {
		for _, r := range w.Tables[table] {
			p := &placeRow{r.Cells["name"], r.Cells["kind"], r.Cells["within"]}
			list := "district"
			if table == "communes" {
				list = "commune"
			} else if p.within == "" {
				list = "province"
				c.places[p.name] = p
			}
			c.addRow(list, r, p.name, spellings(r, p.name))
		}
	}
	for _, r := range w.Tables["bodies"] {
		b := &bodyRow{r.Cells["name"], r.Cells["kind"], first1(r.List("en"))}
		if l := r.Cells["level"]; !english && l != "central" && l != "foreign" {
			c.localBody(r, b.name)
			continue
		}
		if _, ok := c.bodies[b.name]; !ok {
			c.bodies[b.name] = b
		}
		if english && (r.Cells["level"] == "provincial" || r.Cells["level"] == "district" || r.Cells["level"] == "commune") {
			c.localNames(r, b.name)
			continue
		}
		c.addRow("body", r, b.name, spellings(r, b.name))
		for _, s := range r.List("en") {
			if _, ok := c.named[fold(s)]; !ok {
				c.named[fold(s)] = b.name
			}
		}
	}
	for _, r := range w.Tables["countries"] {
		c.addRow("country", r, r.Cells["name"], spellings(r, r.Cells["name"]))
		if english {
			c.addRow("adjective", r, r.Cells["name"], r.List("adjectives"))
		}
	}
	if !english {
		for _, r := range w.Tables["regions"] {
			c.addRow("province", r, r.Cells["name"], spellings(r, r.Cells["name"]))
		}
	}
	for _, r := range w.Tables["sameoffices"] {
		c.same[strings.ToLower(r.Cells["label"])] = r.Cells["canonical"]
	}
	if english {
		for _, e := range w.Lists["surnames"] {
			c.lexicon.add("surnames", e)
			if f := bareLetters(e.Surface); f != e.Surface {
				e.Surface = f
				c.lexicon.add("surnames", e)
			}
		}
	}
	for _, r := range w.Tables["offices"] {
		c.english[r.Cells["title"]] = r.Cells["en"]
	}
}

// localNames adds the English names of a body that every province has, those
// that say a department's field; committees are cores already.
func (c *pack) localNames(r lang.Row, name string) {
	if !strings.HasPrefix(name, "Sở ") {
		return
	}
	for _, s := range r.List("en") {
		c.addRow("core", r, name, []string{strings.TrimPrefix(strings.TrimPrefix(s, "Provincial "), "provincial ")})
	}
}

// bodyNamed is the canonical name of a body by its English name.
func (p *pack) bodyNamed(s string) (string, bool) {
	v, ok := p.named[fold(s)]
	return v, ok
}

// holder is the Vietnamese title of who heads a body.
func (p *pack) holder(body string) string {
	best := "Trưởng"
	for n := len(body); n > 0; n = strings.LastIndexByte(body[:n], ' ') {
		if h, ok := p.holders[body[:n]]; ok {
			return h
		}
	}
	return best
}

// localBody adds a body that every province or district has: what its name
// says beside its place. Bodies that are a head by themselves are heads already,
// and so are the spellings with a level word.
func (c *pack) localBody(r lang.Row, name string) {
	if _, ok := c.heads[name]; ok {
		return
	}
	surfaces := append(r.List("aliases"), name)
	if i := strings.LastIndexByte(name, ' '); i > 0 && c.endsInLevel(name) {
		if w := strings.ToLower(name[i+1:]); w == "ủy" || w == "uỷ" {
			i = max(0, strings.LastIndexByte(name[:i], ' ')) // "Đảng ủy" is two words
		}
		name = name[:i] // its place says the level
		surfaces = append(surfaces, name)
	}
	for _, s := range surfaces {
		if !c.endsInLevel(s) && !strings.Contains(s, "HĐND") && !strings.Contains(s, "nhân dân") {
			c.addRow("localbody", r, name, []string{s})
		}
	}
}

// endsInLevel tells whether a body's name says its level at its end: "Công an
// tỉnh", not a field that ends in such a word ("… nông thôn").
func (c *pack) endsInLevel(name string) bool {
	words := strings.Fields(name)
	if len(words) == 0 || !c.isLevel(words[len(words)-1]) {
		return false
	}
	field := strings.Join(words[max(0, len(words)-2):], " ")
	for _, e := range c.Lists["sector"] {
		if strings.EqualFold(e.Surface, field) {
			return false
		}
	}
	return true
}

// isLevel tells whether a word is one of the level list.
func (c *pack) isLevel(w string) bool {
	for _, e := range c.Lists["level"] {
		if strings.EqualFold(e.Surface, w) {
			return true
		}
	}
	return strings.HasSuffix(w, "ủy") || strings.HasSuffix(w, "uỷ")
}

// addRow puts the spellings of one row into the lexicon.
func (c *pack) addRow(list string, r lang.Row, value string, spellings []string) {
	for _, s := range spellings {
		c.lexicon.add(list, lang.Entry{Surface: s, Value: value, File: r.File, Line: r.Line})
	}
}

func first1(s []string) string {
	if len(s) == 0 {
		return ""
	}
	return s[0]
}

// bareLetters is a word without its diacritics, in the same case.
func bareLetters(s string) string {
	var b strings.Builder
	for _, r := range decompose(s) {
		switch {
		case r == 'đ':
			b.WriteByte('d')
		case r == 'Đ':
			b.WriteByte('D')
		case isMark(r):
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
