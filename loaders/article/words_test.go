package article

import "testing"

func TestWords(t *testing.T) {
	w, err := parseWords(wordsText)
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range []string{"dateline", "published", "updated", "menu", "related", "byline", "report", "credit", "clip", "caption", "starters", "source", "agencies", "units", "titles", "holders", "vi", "en"} {
		if len(w.lists[list]) == 0 {
			t.Errorf("no list %q", list)
		}
	}
	if len(w.dates) == 0 || len(w.times) == 0 || w.months["thang"] != 0 || w.months["chin"] != 9 {
		t.Errorf("%d dates, %d times, months %v", len(w.dates), len(w.times), w.months)
	}
	for _, bad := range []string{"before\n[dates]", "[months]\nmay = 13", "[months]\nmay", "[times]\n("} {
		if _, err := parseWords(bad); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
	for in, want := range map[string]string{"Đỗ  Mười": "do muoi", "Thuỷ\u00a0HÀ": "thuy ha", "Ảnh": "anh", "İ": "i"} {
		if got := fold(in); got != want {
			t.Errorf("fold(%q) = %q, want %q", in, got, want)
		}
	}
}
