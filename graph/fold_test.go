package graph_test

import (
	"testing"
	"unicode"

	"cadre/graph"

	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"truong thi mai", "truong thi mai"},
		{"Trương Thị Mai", "truong thi mai"},
		{"TRƯƠNG THỊ MAI", "truong thi mai"},
		{norm.NFD.String("Trương Thị Mai"), "truong thi mai"},
		{"Đỗ Mười", "do muoi"},
		{"Hoà Bình / Hòa Bình", "hoa binh / hoa binh"},
		{"  Ban\u00a0Tổ chức \n Trung ương ", "ban to chuc trung uong"},
		{"42-NQ/TW", "42-nq/tw"},
		{"Lech Wałęsa, Jørgen", "lech walesa, jorgen"},
		{"習近平", "習近平"},
		{"a\u0301", "a"},
		{"\u0301", ""},
	} {
		if got := graph.Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
		if once := graph.Fold(c.in); graph.Fold(once) != once {
			t.Errorf("folding %q twice is not folding it once", c.in)
		}
	}
}

// Every precomposed Latin letter whose base is an ASCII letter folds to that.
func TestFoldAllLatin(t *testing.T) {
	for r := rune(0xC0); r <= 0x1EF9; r++ {
		d := []rune(norm.NFD.String(string(r)))
		if !unicode.Is(unicode.Latin, r) || len(d) < 2 || d[0] >= 128 {
			continue
		}
		if got, want := graph.Fold(string(r)), string(unicode.ToLower(d[0])); got != want {
			t.Errorf("Fold(%q) = %q, want %q", r, got, want)
		}
	}
}

func BenchmarkFold(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		graph.Fold("Trưởng Ban Tổ chức Trung ương Trương Thị Mai")
	}
}
