package extract_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"cadre/loaders/extract"
)

// TestDelegatesTitle holds that of several titles which a user's pack gives the
// delegates of a people's council, the bare "đại biểu" is always the first by
// name: that of the embedded pack, several of whom sit at a time.
func TestDelegatesTitle(t *testing.T) {
	const text = "Kỳ họp thứ 9 HĐND tỉnh Phú Yên bàn về đất. Đại biểu Mạc Văn Ngọ và Cù Văn Lẫm chất vấn."
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "vi"), 0o755); err != nil {
		t.Fatal(err)
	}
	rows := "# title\taliases\ttakes\ten\nỦy nghị viên Hội đồng nhân dân\tUNV HĐND\thdnd\tAssemblyman\n"
	if err := os.WriteFile(filepath.Join(dir, "vi", "titles.tsv"), []byte(rows), 0o644); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"position: Mạc Văn Ngọ | Đại biểu Hội đồng nhân dân tỉnh Phú Yên",
		"position: Cù Văn Lẫm | Đại biểu Hội đồng nhân dân tỉnh Phú Yên",
	}
	x, err := extract.New(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(factsOf(t, x, "vi", "Ông Tạ Văn Cót, UNV HĐND tỉnh Phú Yên, vắng mặt."), "person: Tạ Văn Cót") {
		t.Error("the title of the overlay pack is not read")
	}
	for run := range 64 { // the order of a map is another each time
		facts := factsOf(t, x, "vi", text)
		for _, fact := range want {
			if !slices.Contains(facts, fact) {
				t.Fatalf("run %d lacks %q among %q", run, fact, facts)
			}
		}
	}
}
