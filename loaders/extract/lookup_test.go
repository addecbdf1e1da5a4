package extract_test

import (
	"testing"

	"cadre/loaders/extract"
)

func TestOffice(t *testing.T) {
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"Chánh Văn phòng Trung ương Đảng":               "Chánh Văn phòng Trung ương Đảng",
		"Chief of the Party Central Committee's Office": "Chánh Văn phòng Trung ương Đảng",
		"Chủ tịch UBND tỉnh Yên Bái":                    "Chủ tịch Ủy ban nhân dân tỉnh Yên Bái",
		"Bí thư Tỉnh uỷ Lai Châu":                       "Bí thư Tỉnh ủy Lai Châu",
		"ngày mai trời mưa":                             "",
		"":                                              "",
	} {
		o, ok := x.Office(name)
		if o.NameVI != want || ok != (want != "") {
			t.Errorf("Office(%q) = %q, %v, want %q", name, o.NameVI, ok, want)
		}
	}
}
