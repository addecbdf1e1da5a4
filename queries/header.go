package queries

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Query is one question with its two texts.
type Query struct {
	Name     string
	Title    string
	About    string
	Params   []Param
	Columns  []Column
	Examples []string // arguments of the command line that ask something of the samples
	Then     string   // reasoning over the rows, one of steps; "" for none
	cypher   string
	sql      string
	graph    string // the text of NAME.graph.cypher, "" where there is none
}

// Param is one argument of a question.
type Param struct {
	Name     string
	Type     string   // one of paramTypes
	Values   []string // what an enum may be
	Required bool
	Default  string // as the user would write it; "" for none
	Help     string
}

// Column is one column of the answer.
type Column struct {
	Name string
	Type string // one of columnTypes
	// Quiet columns (ids and the like) stand in the machine-readable formats only.
	Quiet bool
}

// paramTypes lists the types of parameters and what each is.
var paramTypes = map[string]string{
	"string": "text, taken as it is",
	"name":   "a name: case, diacritics and spacing do not matter",
	"office": "an office by its full name, or its id",
	"number": "the number of a document, such as 42-NQ/TW",
	"words":  "words to find in any order; the last may be cut short",
	"whole":  "whole words to find in any order",
	"date":   "YYYY, YYYY-MM or YYYY-MM-DD",
	"from":   "the first day of a period: YYYY, YYYY-MM or YYYY-MM-DD",
	"until":  "the last day of a period: YYYY, YYYY-MM or YYYY-MM-DD",
	"int":    "a whole number, not negative",
	"bool":   "true or false",
	"enum":   "one of the words listed in brackets",
	"role":   "a part played at a conference: chaired, spoke, …",
	"change": "a change in office: appointed, dismissed, …",
}

// columnTypes lists the types of columns.
var columnTypes = []string{"string", "date", "int", "bool", "role", "change", "list", "each"}

var (
	headerLine = regexp.MustCompile(`^//\s*([a-z]+):\s*(.*?)\s*$`)
	identifier = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	listType   = regexp.MustCompile(`^(enum|role|change)\(([a-z_]+(?:,[a-z_]+)*)\)$`)
	commands   = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)
)

// parse reads the pair of texts of one question. Its errors name file and line.
func parse(name, cypher, sql string) (Query, error) {
	q := Query{Name: name, cypher: cypher, sql: sql}
	if !commands.MatchString(name) {
		return q, fmt.Errorf("%s.cypher: the name must be lower-case letters, digits and hyphens", name)
	}
	for i, line := range strings.Split(cypher, "\n") {
		line = strings.TrimSpace(line)
		if line == "//" || line == "" && i == 0 {
			continue
		}
		if !strings.HasPrefix(line, "//") {
			break
		}
		m := headerLine.FindStringSubmatch(line)
		if m == nil {
			return q, fmt.Errorf("%s.cypher:%d: a header line is \"// key: value\"", name, i+1)
		}
		if err := q.take(m[1], m[2]); err != nil {
			return q, fmt.Errorf("%s.cypher:%d: %w", name, i+1, err)
		}
	}
	if err := q.complete(); err != nil {
		return q, fmt.Errorf("%s.cypher: %w", name, err)
	}
	if first, _, _ := strings.Cut(sql, "\n"); strings.TrimSpace(first) != "-- twin of "+name+".cypher" {
		return q, fmt.Errorf("%s.sql:1: the first line must be \"-- twin of %s.cypher\"", name, name)
	}
	return q, nil
}

func (q *Query) take(key, value string) error {
	switch {
	case value == "":
		return fmt.Errorf("%s: says nothing", key)
	case key == "title" && q.Title == "":
		q.Title = value
	case key == "title":
		return fmt.Errorf("a second title")
	case key == "about":
		q.About = strings.TrimSpace(q.About + "\n" + value)
	case key == "param":
		return q.param(value)
	case key == "column":
		return q.column(value)
	case key == "then":
		if q.Then = value; !slices.Contains(steps, value) {
			return fmt.Errorf("then: unknown step %q: there are %s", value, strings.Join(steps, ", "))
		}
	case key == "example":
		q.Examples = append(q.Examples, value)
	default:
		return fmt.Errorf("unknown key %q: there are title, about, param, column, then and example", key)
	}
	return nil
}

// param reads "NAME TYPE [optional|default=VALUE] HELP".
func (q *Query) param(value string) error {
	f := strings.Fields(value)
	if len(f) < 3 || !identifier.MatchString(f[0]) {
		return fmt.Errorf("param: write NAME TYPE [optional|default=VALUE] HELP")
	}
	p := Param{Name: f[0], Type: f[1], Required: true}
	switch m := listType.FindStringSubmatch(f[1]); {
	case m != nil:
		p.Type, p.Values = m[1], strings.Split(m[2], ",")
	case p.Type == "role":
		p.Values = words(roleTypes())
	case p.Type == "change":
		p.Values = words(changeTypes())
	}
	if paramTypes[p.Type] == "" || p.Type == "enum" && p.Values == nil {
		return fmt.Errorf("param %s: unknown type %q", p.Name, f[1])
	}
	if slices.ContainsFunc(q.Params, func(o Param) bool { return o.Name == p.Name }) {
		return fmt.Errorf("param %s stands twice", p.Name)
	}
	rest := f[2:]
	if def, ok := strings.CutPrefix(rest[0], "default="); ok {
		p.Required, p.Default, rest = false, def, rest[1:]
		if _, err := p.bind(def); err != nil {
			return fmt.Errorf("param %s: its default %w", p.Name, err)
		}
	} else if rest[0] == "optional" {
		p.Required, rest = false, rest[1:]
	}
	if p.Help = strings.Join(rest, " "); p.Help == "" {
		return fmt.Errorf("param %s: says nothing of what it is", p.Name)
	}
	q.Params = append(q.Params, p)
	return nil
}

// column reads "NAME TYPE [quiet]".
func (q *Query) column(value string) error {
	f := strings.Fields(value)
	if len(f) < 2 || len(f) > 3 || !identifier.MatchString(f[0]) || len(f) == 3 && f[2] != "quiet" {
		return fmt.Errorf("column: write NAME TYPE [quiet]")
	}
	if !slices.Contains(columnTypes, f[1]) {
		return fmt.Errorf("column %s: unknown type %q: there are %s", f[0], f[1], strings.Join(columnTypes, ", "))
	}
	if slices.ContainsFunc(q.Columns, func(o Column) bool { return o.Name == f[0] }) {
		return fmt.Errorf("column %s stands twice", f[0])
	}
	q.Columns = append(q.Columns, Column{f[0], f[1], len(f) == 3})
	return nil
}

func (q *Query) complete() error {
	switch {
	case q.Title == "":
		return fmt.Errorf("no header line \"// title: …\"")
	case len(q.Columns) == 0:
		return fmt.Errorf("no header line \"// column: NAME TYPE\"")
	}
	return nil
}
