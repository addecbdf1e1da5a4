package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/jedib0t/go-pretty/v6/text"
	"pgregory.net/rapid"
)

// cells are texts as hostile articles hold them.
var cells = rapid.StringOfN(rapid.RuneFrom([]rune("aơĐệ ủ|<&\"\\\x00\x1b\x07\n\t\r\u0301\u0323\u009b\u200b\u202e\u2066\U000e0041=,")), 0, 60, -1)

var answers = rapid.Custom(func(t *rapid.T) rows {
	r := rows{columns: []string{"date", "name", "source"}}
	for range rapid.IntRange(0, 5).Draw(t, "rows") {
		list := []any{}
		for _, s := range rapid.SliceOfN(cells, 0, 3).Draw(t, "list") {
			list = append(list, s)
		}
		r.values = append(r.values, []any{cells.Draw(t, "cell"), cells.Draw(t, "cell"), list})
	}
	return r
})

// Whatever stands in the cells, no format prints a character that steers a
// terminal, and a table is no wider than it may be.
func TestOutputIsSafe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, width := answers.Draw(t, "answer"), rapid.IntRange(56, 120).Draw(t, "width")
		for _, format := range []string{"table", "json", "ndjson", "csv", "markdown"} {
			var b bytes.Buffer
			if err := r.write(&b, format, width); err != nil {
				t.Fatal(err)
			}
			if i := strings.IndexFunc(strings.ReplaceAll(b.String(), "\n", ""), steers); i >= 0 || !utf8.Valid(b.Bytes()) {
				t.Fatalf("%s prints a character that steers a terminal: %q", format, b.String())
			}
			for line := range strings.Lines(b.String()) {
				if n := text.StringWidthWithoutEscSequences(strings.TrimSuffix(line, "\n")); format == "table" && n > width {
					t.Fatalf("at width %d a line has %d columns: %q", width, n, line)
				}
			}
		}
	})
}

// JSON gives back what it was given.
func TestJSONRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := cells.Draw(t, "text")
		b, err := encode(s)
		if err != nil {
			t.Fatal(err)
		}
		var back string
		if err := json.Unmarshal(b, &back); err != nil || back != s {
			t.Fatalf("%q becomes %s and then %q, %v", s, b, back, err)
		}
	})
}
