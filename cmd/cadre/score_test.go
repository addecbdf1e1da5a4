package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"cadre/loaders/score"

	"github.com/google/go-cmp/cmp"
)

const seeds = "../../../shared/seeds"

// reference runs one of the scripts whose figures ours are to be.
func reference(t *testing.T, script string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command("python3", append([]string{filepath.Join(evaluation, script)}, args...)...)
	cmd.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func needReference(t *testing.T) {
	t.Helper()
	if _, err := os.Stat(evaluation); err != nil {
		t.Skip("the evaluation sets are not here")
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("python3 is not here")
	}
	home(t)
}

type figures struct {
	Gold, Found, Right    int
	Precision, Recall, F1 float64
}

// scoreFigures runs cadre score and gives its figures by kind of fact.
func scoreFigures(t *testing.T, args ...string) map[string]figures {
	t.Helper()
	code, out, stderr := cadre(t, append([]string{"score", "--format", "ndjson"}, args...)...)
	if code != exitOK {
		t.Fatalf("cadre score %s: %d %s", strings.Join(args, " "), code, stderr)
	}
	all := map[string]figures{}
	for line := range strings.Lines(out) {
		var row struct {
			Fact string
			figures
		}
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		all[row.Fact] = row.figures
	}
	return all
}

// Our figures are those of the script, digit by digit, on every set there is.
func TestScoreIsTheScripts(t *testing.T) {
	needReference(t)
	for _, set := range []string{"gold/seeds", "dev-vi", "dev-en", "dev-real", "dev-real2", "world-dev"} {
		t.Run(set, func(t *testing.T) {
			dir := filepath.Join(evaluation, set)
			texts := dir
			if set == "gold/seeds" {
				texts = seeds
			}
			golds, err := score.ReadGold(dir)
			if err != nil {
				t.Fatal(err)
			}
			paths, err := score.Texts(golds, texts)
			if err != nil {
				t.Fatal(err)
			}
			code, out, stderr := cadre(t, append([]string{"extract"}, paths...)...)
			if code != exitOK {
				t.Fatal(stderr)
			}
			facts := filepath.Join(t.TempDir(), "facts.ndjson")
			for _, lines := range []string{out, spoilt(out)} {
				if err := os.WriteFile(facts, []byte(lines), 0o666); err != nil {
					t.Fatal(err)
				}
				want := theirs(t, reference(t, "score.py", dir, facts, "--json"))
				if diff := cmp.Diff(want, scoreFigures(t, "--texts", texts, dir, facts)); diff != "" {
					t.Errorf("-script +ours:\n%s", diff)
				}
				if lines != out {
					continue
				}
				if diff := cmp.Diff(want, scoreFigures(t, "--texts", texts, dir)); diff != "" {
					t.Errorf("extracted in process, -script +ours:\n%s", diff)
				}
			}
		})
	}
}

// spoilt swaps words so that much is wrong, and leaves out each seventh article.
func spoilt(lines string) string {
	var b strings.Builder
	swap := strings.NewReplacer("Nguyễn", "Nguyen", "chaired", "attended", "spoke", "chaired", "-01", "-02", "Ban ", "Ban Bí thư ",
		"conference", "session", "Tỉnh ủy", "tỉnh uỷ", "Trung ương", "TW", `"former":false`, `"former":true`, "2024", "2023", "e1", "e2", "NQ", "CT")
	n := 0
	for line := range strings.Lines(lines) {
		n++
		article, facts, _ := strings.Cut(line, `"people":`)
		switch n % 7 {
		case 0:
			continue
		case 1, 3:
			line = article + `"people":` + facts
		default:
			line = article + `"people":` + swap.Replace(facts)
		}
		b.WriteString(line)
	}
	return b.String()
}

func theirs(t *testing.T, out []byte) map[string]figures {
	t.Helper()
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(out, &raw); err != nil {
		t.Fatal(err)
	}
	all := map[string]figures{}
	for fact, b := range raw {
		var f figures
		if json.Unmarshal(b, &f) == nil {
			all[fact] = f
		}
	}
	return all
}

// The same for the graph that the articles of a world make.
func TestScoreWorldIsTheScripts(t *testing.T) {
	needReference(t)
	dir := filepath.Join(evaluation, "world-dev")
	tmp := t.TempDir()
	store, graph := filepath.Join(tmp, "w.db"), filepath.Join(tmp, "graph.ndjson")
	load := []string{"load", "--store", store}
	for _, folder := range []string{dir, seeds} {
		paths, err := textsIn(folder)
		if err != nil {
			t.Fatal(err)
		}
		load = append(load, paths...)
	}
	if code, _, stderr := cadre(t, load...); code != exitOK {
		t.Fatal(stderr)
	}
	code, out, stderr := cadre(t, "export", "--store", store)
	if code != exitOK {
		t.Fatal(stderr)
	}
	for _, lines := range []string{out, spoiltGraph(out)} {
		if err := os.WriteFile(graph, []byte(lines), 0o666); err != nil {
			t.Fatal(err)
		}
		ours := scoreFigures(t, "--world", dir, graph)
		sameWorld(t, reference(t, "score_world.py", dir, graph, "--json"), ours)
		if lines != out {
			continue
		}
		if diff := cmp.Diff(ours, scoreFigures(t, "--world", dir, "--store", store)); diff != "" {
			t.Errorf("-export +store:\n%s", diff)
		}
		if diff := cmp.Diff(ours, scoreFigures(t, "--world", dir, "--seeds", seeds)); diff != "" {
			t.Errorf("-export +articles loaded here:\n%s", diff)
		}
	}
}

// spoiltGraph makes two people one, moves days and drops every fifth edge.
func spoiltGraph(lines string) string {
	var b strings.Builder
	swap := strings.NewReplacer(`"from":"nguyen-van-thang"`, `"from":"truong-thi-mai"`, `"to":"nguyen-van-thang"`, `"to":"truong-thi-mai"`, "2024-12-27", "2024-12-28", "Bí thư", "Phó Bí thư")
	n := 0
	for line := range strings.Lines(lines) {
		if n++; n%5 == 0 && strings.HasPrefix(line, `{"type":"edge"`) {
			continue
		}
		b.WriteString(swap.Replace(line))
	}
	return b.String()
}

func sameWorld(t *testing.T, script []byte, ours map[string]figures) {
	t.Helper()
	all := theirs(t, script)
	for _, fact := range []string{"people", "events", "mentions"} {
		if diff := cmp.Diff(all[fact], ours[fact]); diff != "" {
			t.Errorf("%s, -script +ours:\n%s", fact, diff)
		}
	}
	var rest struct {
		Tenures struct {
			Gold, Right                  int
			Recall, Precision, Sightings float64
			Bounds                       string
		}
		Conflicts figures
	}
	if err := json.Unmarshal(script, &rest); err != nil {
		t.Fatal(err)
	}
	have := rest
	have.Tenures.Gold, have.Tenures.Right = ours["tenures"].Gold, ours["tenures"].Right
	have.Tenures.Recall, have.Tenures.Precision = ours["tenures"].Recall, ours["tenures"].Precision
	have.Tenures.Sightings = ours["tenures.sightings"].Recall
	have.Tenures.Bounds = fmt.Sprintf("%d/%d", ours["tenures.bounds"].Right, ours["tenures.bounds"].Gold)
	c := ours["conflicts"]
	have.Conflicts = figures{Gold: c.Gold, Found: c.Found, Right: c.Right}
	if diff := cmp.Diff(rest, have); diff != "" {
		t.Errorf("-script +ours:\n%s", diff)
	}
}
