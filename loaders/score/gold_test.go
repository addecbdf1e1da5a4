package score_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cadre/loaders/article"
	"cadre/loaders/extract"
	"cadre/loaders/score"
)

// floors are the F1 that the extractor has reached on its own gold, a bit
// lower. They only go up.
func floors() map[string]float64 {
	return map[string]float64{"person": 0.98, "position": 0.87, "event": 0.96, "role": 0.94, "document": 1, "presented": 0.79, "change": 0.63,
		"evidence": 1, score.All: 0.91}
}

func TestFloors(t *testing.T) {
	const dir = "../extract/testdata/gold"
	golds, err := score.ReadGold(dir)
	if err != nil {
		t.Fatal(err)
	}
	paths, err := score.Texts(golds, dir)
	if err != nil {
		t.Fatal(err)
	}
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	s := score.New(words(t))
	for i, g := range golds {
		_, err := article.Walk(context.Background(), paths[i:i+1], nil, func(src article.Source, err error) error {
			if err != nil {
				return err
			}
			art, err := src.Read(article.Told{})
			if err != nil {
				return err
			}
			line, err := x.Extract(art).JSON()
			if err != nil {
				return err
			}
			found, err := score.ParseFacts(line)
			s.Add(g, found, art.Text)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	least := floors()
	for _, r := range s.Rows() {
		t.Logf("%-18s %4d %4d %4d  %.3f %.3f %.3f", r.Fact, r.Gold, r.Found, r.Right, r.Precision, r.Recall, r.F1)
		if floor, ok := least[r.Fact]; ok && r.F1 < floor {
			t.Errorf("%s: F1 is %.4f and has been %.2f: see cadre score --only %s %s", r.Fact, r.F1, floor, r.Fact, dir)
		}
	}
}

func TestReadGold(t *testing.T) {
	dir := t.TempDir()
	if _, err := score.ReadGold(dir); !errors.Is(err, score.ErrNoGold) {
		t.Errorf("an empty folder: %v", err)
	}
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("world.json", "{}")
	write("_notes.json", "{}")
	write("b.json", `{"people":["Trần Văn Mẫu"]}`)
	write("a.json", `{}`)
	golds, err := score.ReadGold(dir)
	if err != nil || len(golds) != 2 || golds[0].Name != "a" || golds[1].People[0].Name != "Trần Văn Mẫu" {
		t.Errorf("gold: %v, %v", golds, err)
	}
	write("b_1.txt", "")
	if _, err := score.Texts(golds, dir); err == nil || !strings.Contains(err.Error(), "gold of a:") {
		t.Errorf("a lacks its text: %v", err)
	}
	write("a.txt", "")
	paths, err := score.Texts(golds, dir)
	if err != nil || filepath.Base(paths[0]) != "a.txt" || filepath.Base(paths[1]) != "b_1.txt" {
		t.Errorf("texts: %v, %v", paths, err)
	}
	write("c.json", `{"people":7}`)
	if _, err := score.ReadGold(dir); err == nil || !strings.Contains(err.Error(), "c.json") {
		t.Errorf("broken gold: %v", err)
	}
}

func TestReadFacts(t *testing.T) {
	golds := []score.Gold{{Name: "a"}, {Name: "000"}}
	found, err := score.ReadFacts(strings.NewReader(`{"article":{"path":"x/a.txt"},"people":[{"name":"A"}]}

{"article":{"path":"000_1f.txt"}}`), golds)
	if err != nil || len(found) != 2 || len(found["a"].People) != 1 {
		t.Errorf("%v, %v", found, err)
	}
	if _, err := score.ReadFacts(strings.NewReader("{}\n["), golds); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("a broken line: %v", err)
	}
}
