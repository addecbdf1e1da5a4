package article_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cadre/loaders/article"
)

// TestGold compares what frames an article with the gold beside this checkout.
// CI has it; elsewhere the test is skipped.
func TestGold(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/eval/*/*.json")
	seeds, _ := filepath.Glob("../../../shared/eval/gold/seeds/*.json")
	files = append(files, seeds...)
	if len(files) == 0 {
		t.Skip("no gold beside this checkout")
	}
	for _, file := range files {
		var gold struct{ Language, Published string }
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b, &gold); err != nil {
			t.Fatal(err)
		}
		if gold.Language == "" {
			continue // not an article's
		}
		text := strings.TrimSuffix(file, ".json") + ".txt"
		if filepath.Base(filepath.Dir(file)) == "seeds" {
			found, _ := filepath.Glob("../../../shared/seeds/" + strings.TrimSuffix(filepath.Base(file), ".json") + "_*.txt")
			text = found[0]
		}
		raw, err := os.ReadFile(text)
		if err != nil {
			t.Fatal(err)
		}
		a, err := article.Parse(text, raw, article.Told{})
		if err != nil {
			t.Error(err)
			continue
		}
		if a.Published != gold.Published || a.Language != gold.Language {
			t.Errorf("%s: %q %s, want %q %s", text, a.Published, a.Language, gold.Published, gold.Language)
		}
	}
}
