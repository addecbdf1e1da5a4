package queries

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

//go:embed *.cypher *.sql
var embedded embed.FS

// ErrUnknown is returned by Find for a question that is not in the set.
var ErrUnknown = errors.New("unknown question")

// maxText is the size of the largest query text, in bytes.
const maxText = 256 << 10

// Set is a list of questions, sorted by name.
type Set []Query

// Embedded is the set that comes with the program.
func Embedded() (Set, error) { return Load(embedded) }

// Load reads all pairs of texts at the root of a folder, embedded or on disk.
// Its errors name file and line.
func Load(folder fs.FS) (Set, error) {
	names, err := texts(folder)
	if err != nil {
		return nil, err
	}
	var s Set
	for _, name := range names {
		cypher, err := read(folder, name+".cypher")
		if err != nil {
			return nil, err
		}
		sql, err := read(folder, name+".sql")
		if err != nil {
			return nil, err
		}
		q, err := parse(name, cypher, sql)
		if err == nil {
			err = q.readGraph(folder)
		}
		if err != nil {
			return nil, err
		}
		s = append(s, q)
	}
	return s, nil
}

// Add puts questions into a set; one of the same name takes the other's place.
func (s Set) Add(more Set) Set {
	out := slices.Clone(s)
	for _, q := range more {
		out = slices.DeleteFunc(out, func(o Query) bool { return o.Name == q.Name })
		out = append(out, q)
	}
	slices.SortFunc(out, func(a, b Query) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// Find returns the question of a name, or ErrUnknown.
func (s Set) Find(name string) (Query, error) {
	for _, q := range s {
		if q.Name == name {
			return q, nil
		}
	}
	return Query{}, fmt.Errorf("%w %q: there are %s", ErrUnknown, name, strings.Join(s.Names(), ", "))
}

// Names lists the names of the questions.
func (s Set) Names() []string {
	var names []string
	for _, q := range s {
		names = append(names, q.Name)
	}
	return names
}

// texts lists the names of the pairs, sorted. A graph form (NAME.graph.cypher)
// has no twin and is no question of its own.
func texts(folder fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return nil, fmt.Errorf("read the questions: %w", err)
	}
	var names []string
	for _, e := range entries {
		name, ext := e.Name(), path.Ext(e.Name())
		if e.IsDir() || ext != ".cypher" && ext != ".sql" || strings.HasSuffix(name, ".graph.cypher") {
			continue
		}
		if stem := strings.TrimSuffix(name, ext); !slices.Contains(names, stem) {
			names = append(names, stem)
		}
	}
	slices.Sort(names)
	return names, nil
}

func read(folder fs.FS, name string) (string, error) {
	info, err := fs.Stat(folder, name)
	if errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("%s is missing: a question is a pair of NAME.cypher and NAME.sql", name)
	}
	if err != nil {
		return "", fmt.Errorf("read the questions: %w", err)
	}
	if info.Size() > maxText {
		return "", fmt.Errorf("%s is larger than %d KiB", name, maxText>>10)
	}
	b, err := fs.ReadFile(folder, name)
	if err != nil {
		return "", fmt.Errorf("read the questions: %w", err)
	}
	return string(b), nil
}
