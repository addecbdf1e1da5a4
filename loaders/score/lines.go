package score

import (
	"bufio"
	"fmt"
	"io"
	"path"
	"strings"
)

// maxLine is the size of the longest line that is read, in bytes.
const maxLine = 64 << 20

// eachLine gives the lines that are not empty. The error names the line.
func eachLine(r io.Reader, do func([]byte) error) error {
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 64<<10), maxLine)
	n := 0
	for s.Scan() {
		n++
		if len(strings.TrimSpace(string(s.Bytes()))) == 0 {
			continue
		}
		if err := do(s.Bytes()); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	if err := s.Err(); err != nil {
		return fmt.Errorf("line %d: %w", n+1, err)
	}
	return nil
}

// ReadFacts reads what `cadre extract --format ndjson` printed, by the name of
// the gold that each article belongs to. Of two lines for one article the last
// counts.
func ReadFacts(r io.Reader, golds []Gold) (map[string]Facts, error) {
	known := map[string]bool{}
	for _, g := range golds {
		known[g.Name] = true
	}
	found := map[string]Facts{}
	err := eachLine(r, func(line []byte) error {
		f, err := ParseFacts(line)
		if err != nil {
			return err
		}
		name := stem(f.Article.Path)
		if !known[name] {
			name, _, _ = strings.Cut(name, "_")
		}
		found[name] = f
		return nil
	})
	return found, err
}

// stem is the name of a file without its folder and its ending.
func stem(file string) string {
	base := path.Base(file)
	if file == "" {
		base = ""
	}
	if name := strings.TrimSuffix(base, path.Ext(base)); name != "" {
		return name
	}
	return base
}
