package extract_test

import (
	"slices"
	"testing"

	"cadre/loaders/article"
	"cadre/loaders/extract"
)

// TestPlaces checks the places and the organisers of the one event that a text
// tells of.
func TestPlaces(t *testing.T) {
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text               string
		places, organizers []string
	}{
		{"Sáng 12/7/2031, tại Hà Nội và Thành phố Hồ Chí Minh, Bộ Xây dựng tổ chức hội nghị về nhà ở. Bộ trưởng Bộ Xây dựng Lò Văn Inh chủ trì hội nghị.",
			[]string{"Hà Nội", "Thành phố Hồ Chí Minh"}, []string{"Bộ Xây dựng"}},
		{"Ngày 9/3/2031, tại xã Mường Khoa, huyện Bắc Yên, tỉnh Sơn La, Bí thư Tỉnh ủy Sơn La Lò Thị Hiên dự hội nghị trồng rừng.",
			[]string{"xã Mường Khoa, huyện Bắc Yên", "tỉnh Sơn La"}, nil},
		{"Ngày 27/7/2031, Bí thư Tỉnh ủy Sơn La Lò Thị Hiên đến dâng hương tại Đài tưởng niệm các Anh hùng liệt sĩ.",
			[]string{"Đài tưởng niệm các Anh hùng liệt sĩ"}, nil},
		{"Chiều 16/3/2031, UBND tỉnh Sơn La họp báo về dự án khai thác cát. Chủ tịch UBND tỉnh Cà Văn Ón cho biết dự án đã dừng.",
			nil, []string{"UBND tỉnh Sơn La"}},
		{"Ngày 20/6/2031, tại TP Sơn La, tỉnh Sơn La, Hội Luật gia Việt Nam tổ chức hội thảo về đất đai. Chủ tịch Hội Luật gia Việt Nam Lò Văn Inh phát biểu tại hội thảo.",
			[]string{"TP Sơn La", "tỉnh Sơn La"}, []string{"Hội Luật gia Việt Nam"}},
	} {
		d := x.Extract(article.Article{Text: []byte(c.text), Language: "vi"})
		if len(d.Events) != 1 {
			t.Errorf("%s: %d events", c.text, len(d.Events))
			continue
		}
		if e := d.Events[0]; !slices.Equal(e.Places, c.places) || !slices.Equal(e.Organizers, c.organizers) {
			t.Errorf("%s: places %q, organisers %q", c.text, e.Places, e.Organizers)
		}
	}
}
