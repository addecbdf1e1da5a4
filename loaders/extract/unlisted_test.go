package extract_test

import (
	"testing"

	"cadre/loaders/extract"
)

// A province that no table has is a place, a person of two words with a common
// surname stays one.
func TestUnlistedProvince(t *testing.T) {
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"Bí thư Tỉnh ủy Bình Lãng":      "Bí thư Tỉnh ủy Bình Lãng",
		"Chủ tịch HĐND tỉnh Trà Giang":  "Chủ tịch Hội đồng nhân dân tỉnh Trà Giang",
		"Bí thư Tỉnh ủy Nguyễn Thắng":   "",
		"Chủ tịch UBND tỉnh Trần Phong": "",
	} {
		if o, ok := x.Office(name); o.NameVI != want || ok != (want != "") {
			t.Errorf("Office(%q) = %q, %v, want %q", name, o.NameVI, ok, want)
		}
	}
}
