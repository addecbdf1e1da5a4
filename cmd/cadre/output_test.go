package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

var answer = rows{
	columns: []string{"date", "person", "conference", "online", "id", "source"},
	quiet:   map[int]bool{4: true},
	values: [][]any{
		{"2024-04-11", norm.NFD.String("Kiều Thế Lãm"), "Hội nghị giao ban trực tuyến quý I/2024 với văn phòng các tỉnh ủy", true, "a", []any{"một.txt", "hai.txt"}},
		{nil, "Ma Thị Lụa", "=1+1 | <b>\x1b[31m\u202e", nil, "b", []any{}},
	},
}

func printed(t *testing.T, format string, width int) string {
	t.Helper()
	var b bytes.Buffer
	if err := answer.write(&b, format, width); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestFormats(t *testing.T) {
	for format, want := range map[string]string{
		"table": `
date        person        conference                                                         online  source
──────────────────────────────────────────────────────────────────────────────────────────────────────────────
2024-04-11  Kiều Thế Lãm  Hội nghị giao ban trực tuyến quý I/2024 với văn phòng các tỉnh ủy  yes     một.txt
                                                                                                     hai.txt
            Ma Thị Lụa    =1+1 | <b>�[31m�
`,
		"csv": `
date,person,conference,online,id,source
2024-04-11,Kiều Thế Lãm,Hội nghị giao ban trực tuyến quý I/2024 với văn phòng các tỉnh ủy,yes,a,một.txt; hai.txt
,Ma Thị Lụa,'=1+1 | <b>�[31m�,,b,
`,
		"markdown": `
| date | person | conference | online | source |
| --- | --- | --- | --- | --- |
| 2024-04-11 | Kiều Thế Lãm | Hội nghị giao ban trực tuyến quý I/2024 với văn phòng các tỉnh ủy | yes | một.txt; hai.txt |
|  | Ma Thị Lụa | =1+1 \| &lt;b>�\[31m� |  |  |
`,
		"ndjson": `
{"date":"2024-04-11","person":"` + norm.NFD.String("Kiều Thế Lãm") + `","conference":"Hội nghị giao ban trực tuyến quý I/2024 với văn phòng các tỉnh ủy","online":true,"id":"a","source":["một.txt","hai.txt"]}
{"date":null,"person":"Ma Thị Lụa","conference":"=1+1 | <b>\u001b[31m\u202e","online":null,"id":"b","source":[]}
`,
	} {
		if diff := cmp.Diff(strings.TrimPrefix(want, "\n"), printed(t, format, 0)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", format, diff)
		}
	}
	var list []map[string]any
	if err := json.Unmarshal([]byte(printed(t, "json", 0)), &list); err != nil || len(list) != 2 || list[1]["conference"] != answer.values[1][2] {
		t.Errorf("json = %v, %v", list, err)
	}
}

// A table fits the terminal: words wrap first, and where columns do not fit at
// all each row is a list.
func TestWidths(t *testing.T) {
	for _, width := range []int{120, 80, 60, 55} {
		for line := range strings.Lines(printed(t, "table", width)) {
			if n := len([]rune(strings.TrimRight(line, "\n"))); n > width {
				t.Errorf("at width %d a line has %d columns: %s", width, n, line)
			}
		}
	}
	if got := printed(t, "table", 30); !strings.HasPrefix(got, "date: 2024-04-11\nperson: Kiều Thế Lãm\n") {
		t.Errorf("at width 30:\n%s", got)
	}
}
