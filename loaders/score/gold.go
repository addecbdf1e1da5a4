package score

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// maxGold is the size of the largest gold file that is read, in bytes.
const maxGold = 16 << 20

// Gold is what careful readers say is in one article.
type Gold struct {
	Name string // the file's name without its ending
	Facts
}

// ErrNoGold: the folder has no gold files.
var ErrNoGold = errors.New("no gold files (NAME.json)")

// ReadGold reads the gold files of a folder in the order of their names, but
// those that begin with "_" and world.json. It returns ErrNoGold when there is
// none.
func ReadGold(dir string) ([]Gold, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("read the gold: %w", err)
	}
	var golds []Gold
	for _, e := range entries {
		name, isGold := strings.CutSuffix(e.Name(), ".json")
		if !isGold || strings.HasPrefix(name, "_") || strings.HasPrefix(name, ".") || name == "world" {
			continue
		}
		path := filepath.Join(dir, e.Name())
		b, err := readSmall(path)
		if err != nil {
			return nil, err
		}
		f, err := ParseFacts(b)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		golds = append(golds, Gold{name, f})
	}
	if golds == nil {
		return nil, fmt.Errorf("%w in %s", ErrNoGold, dir)
	}
	return golds, nil
}

func readSmall(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("read the gold: %w", err)
	}
	if info.Size() > maxGold {
		return nil, fmt.Errorf("%s has %d MB: gold files have at most %d", path, info.Size()>>20, maxGold>>20)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read the gold: %w", err)
	}
	return b, nil
}

// Texts finds the article of each gold file in a folder: NAME.txt, or the first
// text whose name begins with NAME. The error names the gold without a text.
func Texts(golds []Gold, dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("read the texts: %w", err)
	}
	var paths, lacking []string
	for _, g := range golds {
		path := ""
		for _, e := range entries {
			if path == "" && strings.HasPrefix(e.Name(), g.Name) && strings.HasSuffix(e.Name(), ".txt") {
				path = filepath.Join(dir, e.Name())
			}
		}
		if path == "" {
			lacking = append(lacking, g.Name)
		}
		paths = append(paths, path)
	}
	if lacking != nil {
		return nil, fmt.Errorf("no text in %s for the gold of %s: name the folder of the texts with --texts", dir, strings.Join(lacking, ", "))
	}
	return paths, nil
}
