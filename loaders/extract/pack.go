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
	english map[string]string    // English titles of whole offices and of titles, by Vietnamese name
	same    map[string]string    // canonical label of an office, by another one in lower case
}

// titleRow is a line of titles.tsv.
type titleRow struct {
	name  string
	takes string
	en    string
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
		bodies: map[string]*bodyRow{}, places: map[string]*placeRow{}, english: map[string]string{}, same: map[string]string{}}
	for _, name := range p.Names() {
		for _, e := range p.Lists[name] {
			c.lexicon.add(name, e)
		}
	}
	for _, r := range p.Tables["titles"] {
		if r.Cells["title"] == "" {
			return nil, fmt.Errorf("%s:%d: write the title in the first column", r.File, r.Line)
		}
		t := &titleRow{r.Cells["title"], r.Cells["takes"], first1(r.List("en"))}
		c.titles[t.name] = t
		c.addRow("title", r, t.name, append(r.List("aliases"), t.name))
	}
	for _, r := range p.Tables["heads"] {
		h := &headRow{r.Cells["head"], r.Cells["kind"], first1(r.List("en"))}
		c.heads[h.name] = h
		c.addRow("head", r, h.name, append(r.List("aliases"), h.name))
	}
	c.world(world)
	return c, nil
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
				if f := bareLetters(s); f != s {
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
		if _, ok := c.bodies[b.name]; !ok {
			c.bodies[b.name] = b
		}
		c.addRow("body", r, b.name, spellings(r, b.name))
	}
	for _, r := range w.Tables["countries"] {
		c.addRow("country", r, r.Cells["name"], spellings(r, r.Cells["name"]))
	}
	for _, r := range w.Tables["offices"] {
		c.english[r.Cells["title"]] = r.Cells["en"]
	}
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
		case combining(r):
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
