package world

import (
	"fmt"
	"strconv"
	"strings"

	"cadre/graph"
	"cadre/loaders/lang"
)

// place is a province or a district of the tables.
type place struct {
	name     string
	kind     string // tỉnh, thành phố, huyện, quận, thị xã
	province int    // index of the province; of itself for one
	district bool
}

// office is one office in its full forms in both languages.
type office struct{ vi, en string }

// post is one chair to sit on: an office, and those that go with it.
type post struct {
	offices []office // the main one last
	level   string   // central, province, district
	place   int      // -1 at the centre
	rank    int
	fame    int
}

// tables are the parts of a world that come from the language data.
type tables struct {
	places                            []place
	ministry, commission, departments []office
}

// readTables takes places and bodies that stand from one day to another.
func readTables(from, to graph.Date, provinces, districts int) (*tables, error) {
	p, err := lang.Open("vi")
	if err != nil {
		return nil, err
	}
	t := &tables{}
	stands := func(r lang.Row) bool {
		since, until := graph.Date(r.Cells["since"]), graph.Date(r.Cells["until"])
		return (since == "" || since.Last() <= from) && (until == "" || until.First() > to)
	}
	at := map[string]int{}
	for _, r := range p.Tables["places"] {
		if r.Cells["within"] == "" && stands(r) && len(t.places) < provinces {
			at[r.Cells["name"]] = len(t.places)
			t.places = append(t.places, place{r.Cells["name"], r.Cells["kind"], len(t.places), false})
		}
	}
	count := map[int]int{}
	for _, r := range p.Tables["places"] {
		in, ok := at[r.Cells["within"]]
		if ok && stands(r) && count[in] < districts {
			count[in]++
			t.places = append(t.places, place{r.Cells["name"], r.Cells["kind"], in, true})
		}
	}
	for _, r := range p.Tables["bodies"] {
		name, en := r.Cells["name"], r.List("en")
		if len(en) == 0 || !stands(r) {
			continue
		}
		o := office{name, en[0]}
		switch {
		case r.Cells["kind"] == "ministry":
			o.en = strings.TrimPrefix(o.en, "Ministry of ")
			t.ministry = append(t.ministry, o)
		case r.Cells["kind"] == "commission" && strings.HasPrefix(name, "Ban ") && strings.HasSuffix(name, " Trung ương"):
			t.commission = append(t.commission, o)
		case r.Cells["level"] == "provincial" && strings.HasPrefix(name, "Sở "):
			t.departments = append(t.departments, o)
		}
	}
	return t, nil
}

// posts makes the chairs of a world out of posts.tsv.
func (t *tables) posts(departments int) ([]post, error) {
	table, err := rows("posts.tsv")
	if err != nil {
		return nil, err
	}
	var out []post
	for _, row := range table {
		var n [3]int
		for i, c := range []string{"seats", "rank", "fame"} {
			if n[i], err = strconv.Atoi(row[c]); err != nil {
				return nil, fmt.Errorf("posts.tsv: %q: %w", row["vi"], err)
			}
		}
		for _, body := range t.bodies(row["vi"], departments) {
			for i := range max(1, len(t.places)) {
				at := i
				if row["level"] == "central" {
					at = -1
				} else if t.places[i].district != (row["level"] == "district") {
					continue
				}
				fill := t.filler(at, body)
				p := post{level: row["level"], place: at, rank: n[1], fame: n[2]}
				if vi, en, _ := strings.Cut(row["beside"], "="); vi != "" {
					p.offices = append(p.offices, office{fill.Replace(vi), en})
				}
				p.offices = append(p.offices, office{fill.Replace(row["vi"]), fillEN(row["en"], t, at, body)})
				for range n[0] {
					out = append(out, p)
				}
				if at < 0 {
					break
				}
			}
		}
	}
	return out, nil
}

// bodies are those that a slot of an office's name stands for.
func (t *tables) bodies(name string, departments int) []office {
	switch {
	case strings.Contains(name, "{ministry}"):
		return t.ministry
	case strings.Contains(name, "{commission}"):
		return t.commission
	case strings.Contains(name, "{department}"):
		return t.departments[:min(departments, len(t.departments))]
	}
	return []office{{}}
}

// filler fills a Vietnamese name.
func (t *tables) filler(at int, body office) *strings.Replacer {
	fill := []string{"{ministry}", body.vi, "{commission}", body.vi, "{department}", body.vi}
	if at >= 0 {
		p := t.places[at]
		party := map[string]string{"tỉnh": "Tỉnh ủy", "thành phố": "Thành ủy", "huyện": "Huyện ủy", "quận": "Quận ủy", "thị xã": "Thị ủy"}[p.kind]
		fill = append(fill, "{Tỉnh ủy}", party, "{Huyện ủy}", party, "{tỉnh}", p.kind, "{huyện}", p.kind, "{place}", p.name)
	}
	return strings.NewReplacer(fill...)
}

func fillEN(name string, t *tables, at int, body office) string {
	fill := []string{"{ministry}", body.en, "{commission}", body.en, "{department}", body.en}
	if at >= 0 {
		p := t.places[at]
		kind := map[string]string{"tỉnh": "Provincial", "thành phố": "Municipal", "huyện": "District", "quận": "District", "thị xã": "Town"}[p.kind]
		fill = append(fill, "{Provincial}", kind, "{District}", kind, "{place}", bare(p.name))
	}
	return strings.NewReplacer(fill...).Replace(name)
}
