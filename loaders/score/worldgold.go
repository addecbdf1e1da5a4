package score

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
)

// WorldGold is the truth of a connected set of articles, world.json: who is who,
// which meetings are one, who held which office when. Questions are not read.
type WorldGold struct {
	People    []WorldPerson `json:"people"`
	Events    []WorldEvent  `json:"events"`
	Tenures   []WorldTenure `json:"tenures"`
	Conflicts []Conflict    `json:"conflicts"`
}

// WorldPerson is an office-holder; Mentions are pairs of an article and the
// name as it is written there.
type WorldPerson struct {
	ID       string      `json:"id"`
	Name     string      `json:"name"`
	Mentions [][2]string `json:"mentions"`
}

// WorldEvent is a meeting and the articles that report it.
type WorldEvent struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Date     string   `json:"date"`
	Articles []string `json:"articles"`
}

// WorldTenure is a person in an office: the first and last day on which an
// article shows it, and the days on which it began and ended, where known.
type WorldTenure struct {
	Person   string   `json:"person"`
	Position Names    `json:"position"`
	Seen     []string `json:"seen"`
	Since    string   `json:"since"`
	Until    string   `json:"until"`
}

// Conflict is what two articles cannot both be right about.
type Conflict struct {
	People   []string `json:"people"`
	Articles []string `json:"articles"`
}

// ReadWorld reads the world.json of a folder.
func ReadWorld(dir string) (WorldGold, error) {
	path := filepath.Join(dir, "world.json")
	b, err := readSmall(path)
	if err != nil {
		return WorldGold{}, err
	}
	var w WorldGold
	if err := json.Unmarshal(b, &w); err != nil {
		return WorldGold{}, fmt.Errorf("%s is not the gold of a world: %w", path, err)
	}
	return w, nil
}

// known are the articles that the gold tells of.
func (w WorldGold) known() map[string]bool {
	known := map[string]bool{}
	for _, p := range w.People {
		for _, m := range p.Mentions {
			known[m[0]] = true
		}
	}
	for _, e := range w.Events {
		for _, a := range e.Articles {
			known[a] = true
		}
	}
	return known
}

// seed begins the names of articles that stand outside the folder of the world.
const seed = "seed-"

// Article is the gold's name for the article in a file: the file's name without
// its ending, or seed-NNN for a file outside the world that begins with that
// number. Known tells whether the gold tells of it.
func (w WorldGold) Article(file string) (name string, known bool) {
	return worldName(file, w.known())
}

func worldName(file string, known map[string]bool) (string, bool) {
	name := stem(file)
	if !known[name] {
		if number := name[:min(3, len(name))]; number != "" && strings.Trim(number, "0123456789") == "" {
			name = seed + number
		}
	}
	return name, known[name]
}

// Seeds tells whether the gold tells of articles outside the folder of the world.
func (w WorldGold) Seeds() bool {
	for name := range w.known() {
		if strings.HasPrefix(name, seed) {
			return true
		}
	}
	return false
}
