package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cadre/graph"
	"cadre/loaders/extract"
)

const evaluation = "../../../shared/eval"

// gold is what the test reads of world.json.
type gold struct {
	Questions []struct {
		Question string
		Kind     string
		Params   map[string]any
		Answer   [][]any
	}
	Events []struct{ ID, Date string }
}

// mapped says how a question of the world is mapped at the command line and
// which columns of the answer are compared with which of the gold's.
type mapped struct {
	command string
	flags   map[string]string // gold parameter -> flag
	columns []string          // of the answer
	gold    []int             // of the gold's rows
	more    string            // flags that the question's wording asks for
}

// wording gives the words by which an analyst would look for what the gold
// describes at length.
func wording() map[string]string {
	return map[string]string{
		"giao ban Văn phòng Trung ương Đảng với văn phòng các tỉnh ủy, thành ủy": "giao ban văn phòng",
		"giao ban Thường trực Ban Bí thư với bí thư tỉnh ủy, thành ủy":           "giao ban công tác bí thư",
		"giao ban quý Thường trực Tỉnh ủy Yên Bái":                               "giao ban quý",
	}
}

// questionsOfTheWorld maps the kinds of questions to commands. A parameter
// "event" is mapped by the day of the event.
func questionsOfTheWorld() map[string]mapped {
	return map[string]mapped{
		"chaired":            {"chaired", map[string]string{"person": "person", "place": "place", "from": "from", "to": "to", "role": "role", "event_kind": "kind", "event": "from to"}, []string{"person", "date"}, []int{0, 1}, ""},
		"chaired whole":      {"chaired", map[string]string{"person": "person", "place": "place", "from": "from", "to": "to", "event_kind": "kind"}, []string{"person", "date"}, []int{0, 1}, "--role chaired"},
		"chaired event":      {"chaired", map[string]string{"role": "role", "event": "from to"}, []string{"person", "at"}, []int{0, 1}, ""},
		"roles":              {"roles", map[string]string{"person": "person", "position": "position"}, []string{"person", "role", "date"}, []int{0, 1, 2}, ""},
		"participants":       {"conference", map[string]string{"event": "date"}, []string{"person", "role"}, []int{0, 1}, ""},
		"holders":            {"holders", map[string]string{"position": "position"}, []string{"person", "first_seen", "last_seen", "since", "until"}, []int{0, 1, 2, 3, 4}, ""},
		"who_on_date":        {"who", map[string]string{"position": "position", "date": "date"}, []string{"person", "standing"}, []int{0, 1}, ""},
		"positions":          {"positions", map[string]string{"person": "person"}, []string{"person", "position", "first_seen", "last_seen", "since", "until"}, []int{0, 1, 2, 3, 4, 5}, ""},
		"positions name":     {"positions", map[string]string{"name": "person"}, []string{"person", "position"}, []int{0, 1}, ""},
		"members":            {"members", map[string]string{"body": "body", "date": "date"}, []string{"person", "status"}, []int{0, 1}, ""},
		"members office":     {"who", map[string]string{"body": "position", "date": "date"}, []string{"person"}, []int{0}, ""},
		"presented":          {"presented", map[string]string{"document": "document"}, []string{"person", "document", "date"}, []int{0, 1, 2}, ""},
		"presented event":    {"presented", map[string]string{"event": "date"}, []string{"person", "document"}, []int{0, 1}, ""},
		"documents":          {"documents", map[string]string{"issuer": "issuer", "from": "from", "to": "to"}, []string{"document", "issued"}, []int{0, 1}, ""},
		"events_of_document": {"discussed", map[string]string{"document": "document", "issued": "issued", "before": "before"}, []string{"date"}, []int{0}, ""},
		"changes":            {"changes", map[string]string{"from": "from", "to": "to"}, []string{"person", "change", "position", "date"}, []int{0, 1, 2, 3}, ""},
		"succession":         {"succession", map[string]string{"position": "position"}, []string{"predecessor", "person", "since"}, []int{0, 1, 2}, ""},
		"together":           {"together", map[string]string{"people": "person other"}, []string{"date"}, []int{0}, ""},
		"together person":    {"together", map[string]string{"person": "person"}, []string{"other", "date"}, []int{0, 1}, "--place Kiên_Giang"},
		"unnamed":            {"unnamed", map[string]string{"office": "position", "date": "from to"}, []string{"person"}, []int{0}, ""},
		"series":             {"series", map[string]string{"series": "name"}, []string{"date"}, []int{0}, ""},
		"series status":      {"series", nil, []string{"date", "status"}, []int{0, 2}, "--status unheld"},
		"bridge":             {"bridge", map[string]string{"place": "place"}, []string{"date"}, []int{0}, ""},
		"bridge event":       {"bridge", map[string]string{"event": "date"}, []string{"at"}, []int{0}, ""},
	}
}

// TestWorldQuestions asks the questions of each world, each with one command,
// and compares the names and dates of the answers with the gold's.
func TestWorldQuestions(t *testing.T) {
	for _, w := range worlds() {
		t.Run(filepath.Base(w.dir), func(t *testing.T) { askWorld(t, w) })
	}
}

func askWorld(t *testing.T, world world) {
	raw, err := os.ReadFile(filepath.Join(world.dir, "world.json"))
	if os.IsNotExist(err) {
		t.Skip("no evaluation data beside the checkout")
	}
	if err != nil {
		t.Fatal(err)
	}
	var w gold
	if err := json.Unmarshal(raw, &w); err != nil {
		t.Fatal(err)
	}
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	store := filepath.Join(t.TempDir(), "world.db")
	if code, _, stderr := runCadre(t, append([]string{"load", "--store", store, world.dir}, world.seeds...)...); code != exitOK {
		t.Fatalf("load: exit %d: %s", code, stderr)
	}
	days := map[string]string{}
	for _, e := range w.Events {
		days[e.ID] = e.Date
	}
	right := 0
	for n, q := range w.Questions {
		how, args := q.Kind, []string{}
		switch {
		case q.Params["event"] != nil && q.Kind != "participants":
			how += " event"
		case q.Kind == "chaired" && q.Params["role"] == nil:
			how += " whole" // bridge points are mapped for by their role
		case q.Kind == "positions" && q.Params["name"] != nil:
			how += " name"
		case q.Kind == "members" && strings.HasPrefix(fmt.Sprint(q.Params["body"]), "Phó "):
			how += " office"
		case q.Kind == "together" && q.Params["person"] != nil:
			how += " person"
		case q.Kind == "series" && q.Params["status"] != nil:
			how += " status"
		}
		a, ok := questionsOfTheWorld()[how]
		if !ok {
			t.Errorf("question %d: no command for %q", n, how)
			continue
		}
		for _, p := range slices.Sorted(keysOf(q.Params)) {
			values := []string{fmt.Sprint(q.Params[p])}
			if l, ok := q.Params[p].([]any); ok {
				values = nil
				for _, v := range l {
					values = append(values, fmt.Sprint(v))
				}
			}
			if day, ok := days[values[0]]; ok && p == "event" {
				values[0] = day
			}
			if o, ok := x.Office(values[0]); ok && p == "office" {
				values[0] = o.NameVI
			}
			for i, flag := range strings.Fields(a.flags[p]) {
				args = append(args, "--"+flag, values[min(i, len(values)-1)])
			}
		}
		for _, f := range strings.Fields(a.more) {
			args = append(args, strings.ReplaceAll(f, "_", " "))
		}
		for gold, ours := range wording() {
			if i := slices.Index(args, gold); i >= 0 {
				args[i] = ours
			}
		}
		width := len(a.gold)
		for _, row := range q.Answer {
			for width > 0 && a.gold[width-1] >= len(row) {
				width-- // this question's gold says less
			}
		}
		if how == "positions name" && len(q.Answer) > 0 && len(q.Answer[0]) == 3 {
			a.gold = []int{0, 2}
		}
		a.gold, a.columns = a.gold[:width], a.columns[:width]
		people := answerOf(t, store, x, a, args)
		want := expected(x, a, how, q.Answer)
		got := people[""]
		ok = slices.Equal(got, want)
		for _, rows := range people { // several people of the name mapped for, listed apart
			ok = ok || q.Params["person"] != nil && slices.Equal(rows, want)
		}
		if ok {
			right++
			continue
		}
		t.Logf("question %d (%s): cadre query %s %s\n  gold: %s\n  got:  %s", n, q.Question, a.command, strings.Join(args, " "), strings.Join(want, " | "), strings.Join(got, " | "))
	}
	t.Logf("%d of %d questions answered right", right, len(w.Questions))
	if share := float64(right) / float64(len(w.Questions)); share < world.questions {
		t.Errorf("%.3f of the questions answered right, at least %.3f were before", share, world.questions)
	}
}

// TestWorldFloors holds what was reached on each world.
func TestWorldFloors(t *testing.T) {
	for _, w := range worlds() {
		t.Run(filepath.Base(w.dir), func(t *testing.T) { scoreWorld(t, w) })
	}
}

func scoreWorld(t *testing.T, world world) {
	if _, err := os.Stat(world.dir); err != nil {
		t.Skip("no evaluation data beside the checkout")
	}
	args := []string{"score", "--world", world.dir, "--format", "ndjson"}
	for _, s := range world.seeds {
		args = append(args, "--seeds", s)
	}
	code, out, stderr := runCadre(t, args...)
	if code != exitOK {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	for line := range strings.Lines(out) {
		var row struct {
			Fact                  string
			Precision, Recall, F1 float64
		}
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		if floor := world.floors[row.Fact]; row.F1 < floor {
			t.Errorf("%s: F1 %.4f, at least %.4f was reached before", row.Fact, row.F1, floor)
		}
	}
}

// world is a connected set of articles with gold across them, and what was
// reached on it: the F1 of each fact, the share of questions answered right.
type world struct {
	dir       string
	seeds     []string
	floors    map[string]float64
	questions float64
}

// worlds are the worlds that are measured; their floors only go up.
func worlds() []world {
	return []world{
		{filepath.Join(evaluation, "world-dev"), []string{filepath.Join(evaluation, "..", "seeds")},
			map[string]float64{"people": 1, "mentions": 1, "tenures": 0.99, "tenures.sightings": 0.94, "tenures.bounds": 0.98, "events": 1, "conflicts": 1}, 0.95},
		{filepath.Join("testdata", "worlds", "highland"), nil,
			map[string]float64{"people": 0.95, "mentions": 0.98, "tenures": 1, "tenures.sightings": 0.94, "tenures.bounds": 0.95, "events": 1, "conflicts": 1}, 0.86},
		{filepath.Join("testdata", "worlds", "ministries"), nil,
			map[string]float64{"people": 1, "mentions": 1, "tenures": 0.98, "tenures.sightings": 0.98, "tenures.bounds": 0.97, "events": 1, "conflicts": 1}, 0.95},
		{filepath.Join("testdata", "worlds", "harbour"), nil,
			map[string]float64{"people": 1, "mentions": 1, "tenures": 1, "tenures.sightings": 0.95, "tenures.bounds": 1, "events": 1, "conflicts": 1}, 0.88},
		{filepath.Join("testdata", "worlds", "delta"), nil,
			map[string]float64{"people": 1, "mentions": 1, "tenures": 1, "tenures.sightings": 0.94, "tenures.bounds": 1, "events": 1, "conflicts": 1}, 0.9},
	}
}

// runCadre runs a command in process.
func runCadre(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	var out, errs bytes.Buffer
	code = run(context.Background(), &env{stdin: strings.NewReader(""), stdout: &out, stderr: &errs}, append([]string{"cadre"}, args...))
	return code, out.String(), errs.String()
}

func keysOf(m map[string]any) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// answerOf is what a command answers, each row's columns in one text, sorted;
// all of it under "", and the rows of each person by id.
func answerOf(t *testing.T, store string, x *extract.Extractor, a mapped, args []string) map[string][]string {
	t.Helper()
	code, out, stderr := runCadre(t, append([]string{"query", a.command, "--store", store, "--format", "ndjson"}, args...)...)
	if code != exitOK {
		return map[string][]string{"": {fmt.Sprintf("exit %d: %s", code, stderr)}}
	}
	rows := map[string][]string{}
	for line := range strings.Lines(out) {
		var row map[string]any
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		var cells []any
		for _, c := range a.columns {
			cells = append(cells, row[c])
		}
		if a.command == "who" && cells[0] == nil {
			continue // vacant or unknown: the gold has no row for it
		}
		if a.command == "unnamed" && cells[0] == nil {
			continue
		}
		text := cell(x, cells...)
		rows[""] = append(rows[""], text)
		if id, ok := row["person_id"].(string); ok {
			rows[id] = append(rows[id], text)
		}
	}
	for id := range rows {
		slices.Sort(rows[id])
		rows[id] = slices.Compact(rows[id])
	}
	return rows
}

// expected is the gold in the form of answerOf.
func expected(x *extract.Extractor, a mapped, how string, gold [][]any) []string {
	var rows []string
	for _, g := range gold {
		split := [][]any{g}
		for _, i := range a.gold { // a list of roles or offices is a row each
			var next [][]any
			for _, row := range split {
				if i >= len(row) {
					next = append(next, row)
					continue
				}
				values, ok := row[i].([]any)
				if s, isText := row[i].(string); isText && how == "positions name" && i == 1 {
					ok, values = true, nil
					for _, v := range strings.Split(s, "; ") {
						values = append(values, v)
					}
				}
				if !ok {
					next = append(next, row)
					continue
				}
				for _, v := range values {
					c := slices.Clone(row)
					c[i] = v
					next = append(next, c)
				}
			}
			split = next
		}
		for _, row := range split {
			var cells []any
			for _, i := range a.gold {
				if i < len(row) {
					cells = append(cells, row[i])
				} else {
					cells = append(cells, nil)
				}
			}
			rows = append(rows, cell(x, cells...))
		}
	}
	slices.Sort(rows)
	return slices.Compact(rows)
}

// cell joins values, folded; offices in their canonical wording.
func cell(x *extract.Extractor, values ...any) string {
	var out []string
	for _, v := range values {
		if v == nil || v == "" {
			out = append(out, "-")
			continue
		}
		s := fmt.Sprint(v)
		if o, ok := x.Office(s); ok {
			s = o.NameVI
		}
		out = append(out, graph.Fold(strings.TrimSuffix(s, " Việt Nam")))
	}
	return strings.Join(out, ", ")
}
