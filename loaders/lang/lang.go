// Package lang holds what Cadre knows of a language and of the world it writes
// about: words, offices, bodies, places and verbs as data files, one folder a
// language, and no code that reads an article. A folder holds
//
//	words/NAME.txt   one list a file: "surface" or "surface = value", # comments
//	NAME.tsv         tables; the first line names the columns
//	rules/NAME.yaml  rule groups with texts that must match and must not
//
// The files are embedded in the binary; Open reads them, or an overlay folder
// of a user's own beside them, and rejects what is malformed with file and line.
package lang

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"sort"
	"strings"
)

//go:embed vi en
var embedded embed.FS

// Embedded is the file system of the packs in the binary; its top folders are
// language codes.
func Embedded() fs.FS { return embedded }

// Entry is one line of a word list.
type Entry struct {
	Surface string // the words as written, composed (NFC)
	Value   string // what follows "=", or "" where the line has none
	File    string
	Line    int
}

// Row is one line of a table, its cells by column name.
type Row struct {
	Cells map[string]string
	File  string
	Line  int
}

// List returns a cell that holds several values separated by ";".
func (r Row) List(column string) []string {
	var out []string
	for _, s := range strings.Split(r.Cells[column], ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// Pack is all data of one language.
type Pack struct {
	Code   string
	Lists  map[string][]Entry
	Tables map[string][]Row
	Rules  []Rule
	// Version changes whenever a file of the pack or of an overlay does: 12 hex
	// digits over all of them.
	Version string
}

// maxFile bounds one pack file, in bytes; the largest embedded one is under a tenth of it.
const maxFile = 8 << 20

// Open reads the pack of a language from the embedded files and then from each
// overlay, whose lines are added to those of the same list or table; a line
// for a surface that is there already replaces it. An overlay without a folder
// for the language adds nothing. Errors name file and line.
func Open(code string, overlays ...fs.FS) (*Pack, error) {
	p := &Pack{Code: code, Lists: map[string][]Entry{}, Tables: map[string][]Row{}}
	sum := sha256.New()
	for i, fsys := range append([]fs.FS{embedded}, overlays...) {
		if err := p.read(fsys, i > 0, sum); err != nil {
			return nil, err
		}
	}
	p.Version = hex.EncodeToString(sum.Sum(nil))[:12]
	return p, nil
}

func (p *Pack) read(fsys fs.FS, overlay bool, sum io.Writer) error {
	err := fs.WalkDir(fsys, p.Code, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			if overlay && errors.Is(err, fs.ErrNotExist) {
				return fs.SkipAll
			}
			return fmt.Errorf("read language pack: %w", err)
		}
		if d.IsDir() {
			return nil
		}
		raw, err := readFile(fsys, name)
		if err != nil {
			return err
		}
		fmt.Fprintf(sum, "%s %d\n%s", name, len(raw), raw)
		base := path.Base(name)
		switch path.Ext(base) {
		case ".txt":
			list, err := parseList(name, raw)
			if err != nil {
				return err
			}
			key := strings.TrimSuffix(base, ".txt")
			p.Lists[key] = overlayList(p.Lists[key], list)
		case ".tsv":
			rows, err := parseTable(name, raw)
			if err != nil {
				return err
			}
			key := strings.TrimSuffix(base, ".tsv")
			p.Tables[key] = append(p.Tables[key], rows...)
		case ".yaml":
			rules, err := parseRules(name, raw)
			if err != nil {
				return err
			}
			p.Rules = append(p.Rules, rules...)
		default:
			return fmt.Errorf("%s: not a file of a language pack: use .txt, .tsv or .yaml", name)
		}
		return nil
	})
	return err
}

func readFile(fsys fs.FS, name string) ([]byte, error) {
	if info, err := fs.Stat(fsys, name); err == nil && info.Size() > maxFile {
		return nil, fmt.Errorf("%s: larger than %d MiB, which no word list needs", name, maxFile>>20)
	}
	raw, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("read language pack: %w", err)
	}
	return raw, nil
}

// lines calls fn for each line that is neither blank nor a comment.
func lines(raw []byte, fn func(n int, line string) error) error {
	sc := bufio.NewScanner(bytes.NewReader(raw))
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimRight(sc.Text(), " \r")
		if t := strings.TrimSpace(line); t == "" || strings.HasPrefix(t, "#") && n > 1 || strings.HasPrefix(t, "# ") && !strings.Contains(t, "\t") {
			continue
		}
		if err := fn(n, line); err != nil {
			return err
		}
	}
	return sc.Err()
}

func parseList(name string, raw []byte) ([]Entry, error) {
	var out []Entry
	seen := map[string]int{}
	err := lines(raw, func(n int, line string) error {
		if i := strings.Index(line, " #"); i >= 0 {
			line = line[:i]
		}
		surface, value, _ := strings.Cut(line, " = ")
		surface, value = strings.TrimSpace(surface), strings.TrimSpace(value)
		if surface == "" {
			return fmt.Errorf("%s:%d: write the words before \" = \"", name, n)
		}
		if at, ok := seen[surface]; ok {
			return fmt.Errorf("%s:%d: %q stands on line %d already: keep one of them", name, n, surface, at)
		}
		seen[surface] = n
		out = append(out, Entry{surface, value, name, n})
		return nil
	})
	return out, err
}

func overlayList(base, over []Entry) []Entry {
	at := map[string]int{}
	for i, e := range base {
		at[e.Surface] = i
	}
	for _, e := range over {
		if i, ok := at[e.Surface]; ok {
			base[i] = e
			continue
		}
		base = append(base, e)
	}
	return base
}

func parseTable(name string, raw []byte) ([]Row, error) {
	var columns []string
	var out []Row
	err := lines(raw, func(n int, line string) error {
		cells := strings.Split(line, "\t")
		if columns == nil {
			cells[0] = strings.TrimPrefix(cells[0], "# ")
			columns = cells
			return nil
		}
		if len(cells) > len(columns) {
			return fmt.Errorf("%s:%d: %d cells for %d columns (%s)", name, n, len(cells), len(columns), strings.Join(columns, ", "))
		}
		row := Row{map[string]string{}, name, n}
		for i, c := range cells {
			row.Cells[columns[i]] = strings.TrimSpace(c)
		}
		out = append(out, row)
		return nil
	})
	return out, err
}

// Names returns the names of the pack's lists, sorted.
func (p *Pack) Names() []string {
	var out []string
	for n := range p.Lists {
		out = append(out, n)
	}
	sort.Strings(out)
	return out
}
