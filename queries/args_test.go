package queries_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"cadre/graph"
	"cadre/queries"

	"github.com/google/go-cmp/cmp"
)

// asked is a store that answers nothing and keeps what it was asked.
type asked struct {
	graph.Store
	text string
	args graph.Args
}

func (a *asked) Dialect() graph.Dialect { return graph.SQL }
func (a *asked) Query(_ context.Context, text string, args graph.Args) (graph.Table, error) {
	a.text, a.args = text, args
	return graph.Table{Columns: []string{"a"}}, nil
}

func TestArguments(t *testing.T) {
	header := "// title: T\n// column: a string\n// param: %s x\n"
	for _, c := range []struct {
		param, given string
		want         graph.Args
		err          string
	}{
		{"x name", "  Đỗ   MƯỜI ", graph.Args{"x": "do muoi"}, ""},
		{"x name optional", "", nil, "x is empty: write a name"},
		{"x name", "\u0301", nil, "has no letters"},
		{"x string", "\xff", nil, "is not UTF-8"},
		{"x string", strings.Repeat("a", 1001), nil, "is longer than 1000 bytes"},
		{"x number", "05 – CĐ/TU", graph.Args{"x": "05-CD/TU"}, ""},
		{"x words", "Trương, Thị Mai!", graph.Args{"x": "truong AND thi AND mai*"}, ""},
		{"x words", `"*`, nil, "needs from 1 to 30 words"},
		{"x date", "2024-01", graph.Args{"x": graph.Date("2024-01"), "x_first": graph.Date("2024"), "x_last": graph.Date("2024-01-31"), "x_before30": graph.Date("2023-12-02")}, ""},
		{"x date", "2024-02-30", nil, `is no date ("2024-02-30")`},
		{"x from", "2024-03-01", graph.Args{"x": graph.Date("2024-03")}, ""},
		{"x until", "2024-02", graph.Args{"x": graph.Date("2024-02-29")}, ""},
		{"x int", "-1", nil, "is no number"},
		{"x bool", "true", graph.Args{"x": true}, ""},
		{"x bool", "ja", nil, "is neither true nor false"},
		{"x enum(a,b)", "c", nil, "write one of a, b"},
		{"x role", "spoke", graph.Args{"x": "SPOKE_AT"}, ""},
		{"x role(chaired)", "spoke", nil, "write one of chaired"},
		{"x change", "elected", graph.Args{"x": "ELECTED"}, ""},
		{"limit int default=3", "0", graph.Args{"limit": int64(1) << 53}, ""},
		{"limit int default=3", "7", graph.Args{"limit": int64(8)}, ""},
	} {
		set, err := queries.Load(folder(strings.Replace(header, "%s", c.param, 1), "-- twin of q.cypher\n"))
		if err != nil {
			t.Fatal(err)
		}
		name, _, _ := strings.Cut(c.param, " ")
		var s asked
		_, err = set[0].Run(context.Background(), &s, map[string]string{name: c.given})
		if c.err != "" {
			if !errors.Is(err, queries.ErrArgument) || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%s=%q: %v, want %q", c.param, c.given, err, c.err)
			}
			continue
		}
		if diff := cmp.Diff(c.want, s.args); err != nil || diff != "" {
			t.Errorf("%s=%q: %v\n%s", c.param, c.given, err, diff)
		}
	}
}

// A text holds only the lines of the arguments given, and arguments that are
// unknown or missing are errors that say which there are.
func TestConditionalLines(t *testing.T) {
	set, err := queries.Load(folder("// title: T\n// column: a string\n// param: x name optional x\n// param: y name y\nz //? x\n", "-- twin of q.cypher\nSELECT --? x\n1\n2 --? y\n"))
	if err != nil {
		t.Fatal(err)
	}
	var s asked
	if _, err := set[0].Run(context.Background(), &s, map[string]string{"y": "a"}); err != nil || s.text != "-- twin of q.cypher\n1\n2\n" {
		t.Errorf("text = %q, %v", s.text, err)
	}
	for want, args := range map[string]map[string]string{
		"q needs y: y":                       {"x": "a"},
		`q does not take "z": it takes x, y`: {"y": "a", "z": "b"},
	} {
		if _, err := set[0].Run(context.Background(), &s, args); !errors.Is(err, queries.ErrArgument) || !strings.Contains(err.Error(), want) {
			t.Errorf("%v: %v, want %q", args, err, want)
		}
	}
	if _, err := set.Find("r"); !errors.Is(err, queries.ErrUnknown) {
		t.Errorf("Find: %v", err)
	}
}
