package queries

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"cadre/graph"
)

// ErrArgument is returned by Run for an argument that is missing, unknown or
// not of its type. The message says what to write instead.
var ErrArgument = errors.New("bad argument")

// maxArgument is the longest argument, in bytes. Nobody's name is longer.
const maxArgument = 1000

// all stands for "no limit" in a LIMIT clause; both engines take it.
const all = int64(1) << 53

// argument checks the arguments as the user wrote them and gives what is bound.
// A date d can be used in the text as $d, and as $d_first and $d_last (the days
// that it may mean) and $d_before30 (thirty days before). $limit is bound one
// greater, so that Run can tell when there is more.
func (q Query) arguments(given map[string]string) (graph.Args, error) {
	for name := range given {
		if !slices.ContainsFunc(q.Params, func(p Param) bool { return p.Name == name }) {
			return nil, fmt.Errorf("%w: %s does not take %q: it takes %s", ErrArgument, q.Name, name, q.takes())
		}
	}
	args := graph.Args{}
	for _, p := range q.Params {
		text, ok := given[p.Name]
		if !ok && p.Required {
			return nil, fmt.Errorf("%w: %s needs %s: %s", ErrArgument, q.Name, p.Name, p.Help)
		}
		if !ok {
			text = p.Default
		}
		if !ok && text == "" {
			continue
		}
		value, err := p.bind(text)
		if err != nil {
			return nil, fmt.Errorf("%w: %s %w", ErrArgument, p.Name, err)
		}
		if d, ok := value.(graph.Date); ok && p.Type == "date" {
			args[p.Name+"_first"], args[p.Name+"_last"] = start(d.First()), d.Last()
			args[p.Name+"_before30"] = d.First().AddDays(-30)
		}
		if p.Name == "limit" {
			value = limit(value.(int64))
		}
		args[p.Name] = value
	}
	return args, nil
}

func limit(n int64) int64 {
	if n == 0 {
		return all
	}
	return min(n, all-1) + 1
}

func (q Query) takes() string {
	var names []string
	for _, p := range q.Params {
		names = append(names, p.Name)
	}
	if names == nil {
		return "no arguments"
	}
	return strings.Join(names, ", ")
}

// bind gives the value of an argument as the user wrote it. Its errors read on
// after the name of the parameter.
func (p Param) bind(text string) (any, error) {
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return nil, fmt.Errorf("is empty: write %s", p.form())
	case len(text) > maxArgument:
		return nil, fmt.Errorf("is longer than %d bytes: write %s", maxArgument, p.form())
	case !utf8.ValidString(text):
		return nil, fmt.Errorf("is not UTF-8: write %s", p.form())
	}
	switch p.Type {
	case "name", "office":
		text = graph.Fold(text)
		if text == "" {
			return nil, fmt.Errorf("has no letters: write %s", p.form())
		}
	case "number":
		return number(text), nil
	case "words":
		return p.search(text, "*")
	case "whole":
		return p.search(text, "")
	case "date", "from", "until":
		d, err := graph.ParseDate(text)
		switch {
		case err != nil:
			return nil, fmt.Errorf("is no date (%q): write %s", text, p.form())
		case p.Type == "from":
			d = start(d)
		case p.Type == "until":
			d = d.Last()
		}
		return d, nil
	case "int":
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil || n < 0 {
			return nil, fmt.Errorf("is no number (%q): write %s", text, p.form())
		}
		return n, nil
	case "bool":
		b, err := strconv.ParseBool(text)
		if err != nil {
			return nil, fmt.Errorf("is neither true nor false (%q)", text)
		}
		return b, nil
	case "enum":
		if !slices.Contains(p.Values, text) {
			return nil, p.unknown(text)
		}
	case "role", "change":
		t, ok := typeOf(text, append(roleTypes(), changeTypes()...))
		if !ok || !slices.Contains(p.Values, text) {
			return nil, p.unknown(text)
		}
		return string(t), nil
	}
	return text, nil
}

func (p Param) form() string {
	if p.Values != nil {
		return strings.Join(p.Values, ", ")
	}
	return paramTypes[p.Type]
}

func (p Param) unknown(text string) error {
	return fmt.Errorf("cannot be %q: write one of %s", text, p.form())
}

// start cuts a first day to the shortest form that sorts before all days of
// the same year or month, so that a date known to the month is not lost.
func start(d graph.Date) graph.Date {
	return graph.Date(strings.TrimSuffix(strings.TrimSuffix(string(d), "-01"), "-01"))
}

// search makes a full-text query that SQLite and Neo4j read alike: all words,
// in any order, the last one as the beginning of a word.
func (p Param) search(text, last string) (any, error) {
	tokens := strings.FieldsFunc(graph.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	if len(tokens) == 0 || len(tokens) > 30 {
		return nil, fmt.Errorf("needs from 1 to 30 words")
	}
	return strings.Join(tokens, " AND ") + last, nil
}

// number is the form in which documents' numbers are compared; an id stays.
func number(text string) string {
	if strings.HasPrefix(text, "resolution/") {
		return text
	}
	return strings.ToUpper(strings.NewReplacer("–", "-", "—", "-", " ", "").Replace(graph.Fold(text)))
}
