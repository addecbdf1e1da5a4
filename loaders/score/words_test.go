package score_test

import (
	"strings"
	"testing"

	"cadre/loaders/score"

	"github.com/google/go-cmp/cmp"
)

func words(t testing.TB) *score.Words {
	t.Helper()
	w, err := score.NewWords()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Đỗ Mười":              "do muoi",
		"  Uỷ \u00a0ban\tNhân": "uy ban nhan",
		"Ho\u0300a":            "hoa",
		"":                     "",
	} {
		if got := score.Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLabel(t *testing.T) {
	w := words(t)
	for in, want := range map[string]string{
		"Chủ tịch UBND tỉnh Bình Nguyên":         "ban binh chu dan nguyen nhan tich uy",
		"Bí thư Tỉnh ủy Bình Nguyên":             "bi binh nguyen thu tinh uy",
		"Ủy viên T.Ư":                            "trung uong uy vien",
		"Ủy viên Ban Chấp hành Trung ương Đảng":  "trung uong uy vien",
		"Trưởng Ban Tổ chức Trung ương Đảng":     "ban chuc to trung truong uong",
		"Ủy viên Bộ Chính trị khóa XIII":         "bo chinh tri uy vien",
		"Bí thư Đảng ủy Bộ Công an":              "an bi bo cong dang thu uy",
		"Secretary of the 13th Party Committee":  "committee secretary",
		"Vice Chairwoman of the City's Council":  "council deputy head",
		"Chairman of Organisation Commission":    "commission head",
		"Chủ tịch UBND TP. HCM":                  "ban chi chu dan ho minh nhan tich uy",
		"Đại biểu Quốc hội, nhiệm kỳ 2021 -2026": "bieu dai hoi quoc",
		"of the": "",
		"Мин 部長": "_43c__438__43d_ _90e8__9577_",
	} {
		if got := strings.Join(w.Label(in), " "); got != want {
			t.Errorf("Label(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLabelsCompared(t *testing.T) {
	w := words(t)
	for _, c := range []struct {
		a, b    string
		same    bool
		near    bool
		similar float64
	}{
		{"Ủy viên Trung ương Đảng", "Uỷ viên T.Ư", true, true, 1},
		{"Bí thư Tỉnh ủy", "Bí thư Tỉnh ủy Bình Nguyên", false, true, 0.8},
		{"Bí thư", "Bí thư Tỉnh ủy Bình Nguyên", false, false, 0.5},
		{"Bí thư", "Chủ tịch", false, false, 0},
		{"", "Chủ tịch", false, false, 0},
		{"", "of the", true, false, 0},
	} {
		a, b := w.Label(c.a), w.Label(c.b)
		if a.Same(b) != c.same || a.Near(b) != c.near || b.Near(a) != c.near || a.Similar(b) != c.similar {
			t.Errorf("%q and %q: same %v, near %v, similar %v", c.a, c.b, a.Same(b), a.Near(b), a.Similar(b))
		}
	}
}

func rows(s *score.Score) map[string]score.Counts {
	out := map[string]score.Counts{}
	for _, r := range s.Rows() {
		out[r.Fact] = r.Counts
	}
	return out
}

func facts(t *testing.T, text string) score.Facts {
	t.Helper()
	f, err := score.ParseFacts([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestAdd(t *testing.T) {
	for _, c := range []struct {
		name, gold, found string
		want              map[string]score.Counts
	}{
		{"names without diacritics and hyphens, each once",
			`{"people":["Trần Văn Mẫu","Lê Thị Đá"]}`,
			`{"people":[{"name":"Tran Van Mau"},{"name":"Tran-Van Mau"},{"name":"Ban Mai"}]}`,
			map[string]score.Counts{"person": {2, 2, 1}}},
		{"an office by any accepted label; once only; former is another",
			`{"positions":[{"person":"A","position":["Trưởng ban","Head"],"former":false},{"person":"A","position":["Head"],"former":false},{"person":"B","position":["Head"],"former":true}]}`,
			`{"positions":[{"person":"A","position":"Head"},{"person":"A","position":"Trưởng ban"},{"person":"B","position":"Head"}]}`,
			map[string]score.Counts{"position": {3, 3, 2}, "position~": {3, 3, 2}}},
		{"an office without its place is near",
			`{"positions":[{"person":"A","position":["Bí thư Tỉnh ủy Bình Nguyên"]}]}`,
			`{"positions":[{"person":"A","position":"Bí thư Tỉnh ủy"}]}`,
			map[string]score.Counts{"position": {1, 1, 0}, "position~": {1, 1, 1}}},
		{"events by day, the likest name first; attributes of those that match",
			`{"events":[{"id":"e1","kind":"conference","name":["Hội nghị giao ban quý I"],"date":"2024-01-17","online":true,"places":["Ninh Bình"]},{"id":"e2","kind":"session","name":["Kỳ họp thứ hai"],"date":"2024-01-17","online":null}],"roles":[{"person":"A","role":"chaired","event":"e1"},{"person":"A","role":"spoke","event":"e2","at":"Hội trường"}]}`,
			`{"events":[{"id":"x","kind":"session","name":"Kỳ họp thứ hai","date":"2024-01-17"},{"id":"y","kind":"meeting","name":"Giao ban quý I","date":"2024-01-17","online":false,"places":["tỉnh Ninh Bình","Huế"]}],"roles":[{"person":"A","role":"chaired","event":"y"},{"person":"A","role":"spoke","event":"x","at":"hội trường"},{"person":"A","role":"spoke","event":"z"}]}`,
			map[string]score.Counts{"event": {2, 2, 2}, "event.kind": {2, 2, 1}, "event.online": {1, 1, 0}, "event.places": {1, 2, 1}, "role": {2, 3, 2}, "role.at": {1, 1, 1}}},
		{"a date less precise is no match; an event of several days matches within",
			`{"events":[{"id":"e1","name":[],"date":"2024-01-17"},{"id":"e2","name":[],"date":"2024-02-01","end":"2024-02-03"}],"roles":[{"person":"A","role":"spoke","event":"e1"},{"person":"A","role":"spoke","event":"e2"}]}`,
			`{"events":[{"id":"e1","date":"2024-01"},{"id":"e2","date":"2024-02-02"}],"roles":[{"person":"A","role":"spoke","event":"e1"},{"person":"A","role":"spoke","event":"e2"}]}`,
			map[string]score.Counts{"event": {2, 2, 1}, "event.end": {1, 0, 0}, "role": {2, 2, 1}}},
		{"background events do not count unless they match",
			`{"events":[{"id":"e1","date":"2024-01-17"},{"id":"e2","date":"2023"}],"roles":[{"person":"A","role":"spoke","event":"e1"}]}`,
			`{"events":[{"id":"e1","date":"2024-01-17"},{"id":"e2","date":"2020"}],"roles":[{"person":"A","role":"spoke","event":"e1"}]}`,
			map[string]score.Counts{"event": {1, 1, 1}, "role": {1, 1, 1}}},
		{"documents by number and kind; those without a number are not compared",
			`{"documents":[{"number":"43-NQ/TW","kind":"resolution","issued":"2023-11-24"},{"number":null,"kind":"law"}],"presented":[{"person":"A","document":"43-NQ/TW"},{"person":"A","document":"Luật"}]}`,
			`{"documents":[{"number":"43 – NQ/TW","kind":"resolution","issued":"2023"},{"number":"5-CT/TW","kind":"plan"}],"presented":[{"person":"A","document":"43-NQ/TW"},{"person":"A","document":"Luật"}]}`,
			map[string]score.Counts{"document": {1, 2, 1}, "document.issued": {1, 1, 0}, "presented": {1, 1, 1}}},
		{"a gold change without an office goes with any",
			`{"changes":[{"person":"A","change":"retired","position":[],"date":"2024-05-16"},{"person":"B","change":"elected","position":["Head"],"date":null}]}`,
			`{"changes":[{"person":"A","change":"retired","position":"Head","date":"2024-05-17"},{"person":"B","change":"elected","position":null}]}`,
			map[string]score.Counts{"change": {2, 2, 1}, "change.date": {1, 1, 0}}},
	} {
		s := score.New(words(t))
		s.Add(score.Gold{Name: "a", Facts: facts(t, c.gold)}, facts(t, c.found), nil)
		got := rows(s)
		for kind, want := range c.want {
			if diff := cmp.Diff(want, got[kind]); diff != "" {
				t.Errorf("%s: %s: -want +got\n%s", c.name, kind, diff)
			}
		}
	}
}

func TestFaults(t *testing.T) {
	s := score.New(words(t))
	s.Add(score.Gold{Name: "a", Facts: facts(t, `{"people":["Trần Văn Mẫu"],"positions":[{"person":"Trần Văn Mẫu","position":["Chủ tịch nước"],"former":true}]}`)},
		facts(t, `{"people":[{"name":"Ban Mai","evidence":[{"start":0,"end":3,"quote":"Ban"},{"start":0,"end":90,"quote":"Ban"}]}]}`), []byte("Ban Mai"))
	want := []score.Fault{
		{"a", "person", false, "Trần Văn Mẫu"},
		{"a", "person", true, "Ban Mai"},
		{"a", "position", false, "Trần Văn Mẫu: Chủ tịch nước (former)"},
		{"a", "evidence", true, "Ban"},
	}
	if diff := cmp.Diff(want, s.Faults()); diff != "" {
		t.Error(diff)
	}
	if got := rows(s)["evidence"]; got != (score.Counts{Gold: 2, Found: 2, Right: 1}) {
		t.Errorf("evidence: %v", got)
	}
}

func TestRates(t *testing.T) {
	for c, want := range map[score.Counts]score.Rates{
		{Gold: 3, Found: 2, Right: 2}: {Precision: 1, Recall: 0.6667, F1: 0.8},
		{}:                            {Precision: 1, Recall: 1, F1: 1},
		{Gold: 2}:                     {},
		{Found: 2}:                    {},
	} {
		if got := c.Rates(); got != want {
			t.Errorf("%v: %v, want %v", c, got, want)
		}
	}
}
