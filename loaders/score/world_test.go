package score_test

import (
	"encoding/json"
	"strings"
	"testing"

	"cadre/loaders/score"

	"github.com/google/go-cmp/cmp"
)

const worldGold = `{
"people":[
 {"id":"p1","name":"Trần Văn Mẫu","mentions":[["w1","Trần Văn Mẫu"],["w2","Tran Van Mau"],["seed-004","Trần Văn Mẫu"]]},
 {"id":"p2","name":"Lê Thị Đá","mentions":[["w1","Lê Thị Đá"],["w2","Lê Thị Đá"]]}],
"events":[{"id":"c1","date":"2024-01-17","name":"Hội nghị giao ban","articles":["w1","w2"]}],
"tenures":[
 {"person":"p1","position":"Chủ tịch Ủy ban nhân dân tỉnh Bình Nguyên","seen":["2024-01-17","2024-02-01"],"since":"2024-01-02","until":null},
 {"person":"p2","position":"Chánh Văn phòng","seen":["2024-01-17","2024-01-17"],"since":null,"until":null}],
"conflicts":[{"people":["p1","p2"],"articles":["w1","w2"]}],
"questions":[]}`

const worldGraph = `{"type":"node","label":"Article","id":"a1","path":"w1.txt"}
{"type":"node","label":"Article","id":"a2","path":"w2.txt"}
{"type":"node","label":"Article","id":"a3","path":"004_ff.txt"}
{"type":"node","label":"Person","id":"mau","name":"Trần Văn Mẫu"}
{"type":"node","label":"Person","id":"mau-2","name":"Trần Văn Mẫu"}
{"type":"node","label":"Person","id":"da","name":"Lê Thị Đá"}
{"type":"node","label":"Person","id":"mai","name":"Ban Mai"}
{"type":"node","label":"Conference","id":"c","name":"Hội nghị","date":"2024-01-17"}
{"type":"node","label":"Conference","id":"d","name":"Hội nghị giao ban","date":"2024-01-17"}
{"type":"node","label":"Position","id":"ct","name":"Chủ tịch UBND Bình Nguyên"}
{"type":"node","label":"Position","id":"bt","name":"Bí thư"}
{"type":"edge","label":"REPORTS","from":"a1","to":"mau","as":"Trần Văn Mẫu"}
{"type":"edge","label":"REPORTS","from":"a2","to":"mau","as":"Tran Van Mau"}
{"type":"edge","label":"REPORTS","from":"a3","to":"mau-2","as":null}
{"type":"edge","label":"REPORTS","from":"a1","to":"da","as":"Lê Thị Đá"}
{"type":"edge","label":"REPORTS","from":"a2","to":"mai","as":"Ban Mai"}
{"type":"edge","label":"REPORTS","from":"a1","to":"c","as":null}
{"type":"edge","label":"REPORTS","from":"a1","to":"d","as":null}
{"type":"edge","label":"REPORTS","from":"a2","to":"d","as":null}
{"type":"edge","label":"HOLDS","from":"mau","to":"ct","first_seen":"2024-01-17","last_seen":"2024-02-01","since":"2024-01-03"}
{"type":"edge","label":"HOLDS","from":"mau","to":"bt"}
{"type":"edge","label":"HOLDS","from":"mai","to":"bt"}
{"type":"conflict","kind":"office","about":"ct","people":["da","mau"],"articles":["a1","a2"]}
{"type":"conflict","kind":"office","about":"bt","people":["mai","mau"],"articles":["a1"]}
`

func TestCompareWorld(t *testing.T) {
	var gold score.WorldGold
	if err := json.Unmarshal([]byte(worldGold), &gold); err != nil {
		t.Fatal(err)
	}
	w, err := score.CompareWorld(words(t), gold, strings.NewReader(worldGraph))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]score.Counts{}
	for _, r := range w.Rows() {
		got[r.Fact] = r.Counts
	}
	want := map[string]score.Counts{
		"people":            {Gold: 4, Found: 1, Right: 1},
		"events":            {Gold: 1, Found: 1, Right: 1},
		"mentions":          {Gold: 5, Found: 5, Right: 4},
		"tenures":           {Gold: 2, Found: 2, Right: 1},
		"tenures.sightings": {Gold: 2, Found: 1, Right: 1},
		"tenures.bounds":    {Gold: 1, Found: 1, Right: 0},
		"conflicts":         {Gold: 1, Found: 2, Right: 1},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	faults := []score.WorldFault{
		{"mention missed", "Lê Thị Đá", "w2: Lê Thị Đá"},
		{"split", "Trần Văn Mẫu", "mau, mau-2"},
		{"mention wrong", "mai", "w2: ban mai"},
		{"tenure wrong", "mau", "Bí thư"},
		{"since", "Trần Văn Mẫu", "Chủ tịch Ủy ban nhân dân tỉnh Bình Nguyên: 2024-01-03, not 2024-01-02"},
		{"tenure missed", "Lê Thị Đá", "Chánh Văn phòng"},
		{"conflict wrong", "Ban Mai, Trần Văn Mẫu", "w1"},
	}
	if diff := cmp.Diff(faults, w.Faults); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestCompareWorldRefuses(t *testing.T) {
	for name, export := range map[string]string{
		"line 1":         "no JSON",
		"must be unique": `{"type":"node","label":"Person","id":"x"}` + "\n" + `{"type":"node","label":"Position","id":"x"}`,
	} {
		if _, err := score.CompareWorld(words(t), score.WorldGold{}, strings.NewReader(export)); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", export, err)
		}
	}
}
