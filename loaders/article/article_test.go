package article_test

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"cadre/loaders/article"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

const para = "Sáng 12/3, đồng chí Trần Văn Mẫu, Bí thư Tỉnh ủy Bình Nguyên chủ trì hội nghị giao ban quý I với các huyện ủy.\n"

func parse(t *testing.T, text string) article.Article {
	t.Helper()
	a, err := article.Parse("a.txt", []byte(text), article.Told{})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func skipped(a article.Article) []string {
	var out []string
	for _, s := range a.Skip {
		out = append(out, string(s.Kind)+": "+string(a.Text[s.Start:s.End]))
	}
	return out
}

func TestDateline(t *testing.T) {
	for line, want := range map[string]string{
		"Thứ Tư, 17/01/2024 | 10:25":                "2024-01-17",
		"THỨ TƯ, 17/01/2024":                        "2024-01-17",
		"08:24:00 13/07/2020":                       "2020-07-13",
		"(13:25 | 13/07/2020)":                      "2020-07-13",
		"17/01/2024 14:30 GMT+7":                    "2024-01-17",
		"January 18, 2024":                          "2024-01-18",
		"Jan. 18, 2024 5:20 PM":                     "2024-01-18",
		"Thursday, 18 January 2024":                 "2024-01-18",
		"18-Jan-2024":                               "2024-01-18",
		"05-12-2023 09:30":                          "2023-12-05",
		"Chủ nhật, 28/03/2021 - 19:05":              "2021-03-28",
		"Thứ năm, ngày 13 tháng 7 năm 2017":         "2017-07-13",
		"13 Tháng Mười Hai, 2017":                   "2017-12-13",
		"Tháng Bảy 13, 2017":                        "2017-07-13",
		"18:52, 28/07/2023":                         "2023-07-28",
		"10:40 - 28/11/2023":                        "2023-11-28",
		"Thứ 6, 03.07.2020 | 14:13:08":              "2020-07-03",
		"Cập nhật ngày: 10/04/2024 - 09:39":         "2024-04-10",
		"Ngày đăng: 10/04/2024":                     "2024-04-10",
		"Ngay dang: 10/04/2024":                     "2024-04-10",
		"Updated: 17/01/2024 10h25":                 "2024-01-17",
		"Thời sự | Thứ Năm, 09/04/2015 16:33":       "2015-04-09",
		"- 02/10/2019":                              "2019-10-02",
		"BTQ - 14/08/2025 | 06:30":                  "2025-08-14",
		"MINH ANH | 14/08/2025":                     "2025-08-14",
		"Bình Nguyên, ngày 14 tháng 8 năm 2025":     "2025-08-14",
		"2024-01-17T10:25:00+07:00":                 "2024-01-17",
		"2024/01/17 10:25":                          "2024-01-17",
		"01/17/2024":                                "2024-01-17", // no other order is possible
		"17/1/24 10:25":                             "2024-01-17",
		"17/01/2024 | 10:25 | 1.234 lượt xem":       "2024-01-17",
		"Thứ tư, 12/12/2012, 02:10 (GMT+7)":         "2012-12-12",
		"Ngày 5/6/2017, Quốc hội họp":               "",
		"Hội nghị 5/6/2017":                         "",
		"LỊCH CÔNG TÁC 17/01/2024":                  "",
		"Nghị quyết 12/NQ-HĐND ngày 5/6/2017":       "",
		"Ngày 10/7":                                 "",
		"Quyết định số 12/01/2024/QĐ":               "",
		"31/02/2024":                                "",
		"Từ 5/6/2017 đến 8/6/2017":                  "",
		"Hội nghị diễn ra vào ngày 5 tháng 6, 2017": "",
	} {
		for _, form := range []string{line, norm.NFD.String(line)} {
			a := parse(t, "Tỉnh ủy Bình Nguyên giao ban quý I\n\n"+form+"\n\n"+para)
			if a.Published != want {
				t.Errorf("%q: published %q, want %q", form, a.Published, want)
			}
		}
	}
}

func TestDatelineOrder(t *testing.T) {
	for text, want := range map[string]string{
		"Tiêu đề bài viết\n\nCập nhật: 06/12/2023\nNgày đăng: 05/12/2023\n\n" + para:                             "2023-12-05",
		"Tiêu đề bài viết\n\n" + para + "\nNgày đăng: 05/12/2023\n":                                              "2023-12-05",
		"Tiêu đề bài viết\n\n" + para + strings.Repeat(para, 20) + "Bình Nguyên, ngày 5 tháng 6 năm 2017\n":      "", // a document's own
		"---\npublished: 2024-01-18\n---\nTiêu đề bài viết\n\n17/01/2024\n\n" + para:                             "2024-01-18",
		"---\npublished: 2024-01-18T23:50:00+07:00\nauthor: {name: x}\n---\nTiêu đề bài viết\n\n" + para:         "2024-01-18",
		"\ufeff---\r\npublished: \"2024-01-18\"\r\nurl:\r\n---\r\nTiêu đề bài viết\r\n\r\n17/01/2024\r\n" + para: "2024-01-18",
	} {
		if a := parse(t, text); a.Published != want {
			t.Errorf("%.60q: published %q, want %q", text, a.Published, want)
		}
	}
	told := article.Told{Published: "2024-02-01", Source: "Báo Bình Nguyên"}
	for text, want := range map[string]string{
		para:                    "2024-02-01",
		"17/01/2024\n\n" + para: "2024-01-17", // what the text says of itself comes first
	} {
		a, err := article.Parse("a.txt", []byte(text), told)
		if err != nil || a.Published != want || a.Source != told.Source {
			t.Errorf("%q, %q, %v; want %q", a.Published, a.Source, err, want)
		}
	}
}

func TestHeadline(t *testing.T) {
	const head = "Tỉnh ủy Bình Nguyên giao ban quý I"
	for text, want := range map[string]string{
		head + "\n\n" + para: head,
		"Cổng thông tin điện tử tỉnh Bình Nguyên\n\nChính trị\nXem với cỡ chữAA\n" + head + "\n\n" + para: head,
		"Trang chủ > Tin tức > Chính trị\n" + head + "\n\n" + para:                                        head,
		"Hoạt động của Đảng bộ\n\n" + head + "\n\n12/03/2024\n\n" + para:                                  head,
		head + "\n\n" + para + "\n12/03/2024\n\n" + para:                                                  head,
		"Các đại biểu dự họp (Ảnh: Thu Hà)\n\n" + head + "\n\n" + para:                                    head,
		para + "\n" + head + "\n":                            "",
		"Mở rộng đối thoại...\n\n" + para:                    "Mở rộng đối thoại...",
		"---\ntitle: Tựa khác\n---\n" + head + "\n\n" + para: "Tựa khác",
		norm.NFD.String(head + "\n\n" + para):                head,
		"Video: Toàn cảnh lễ kỷ niệm\n\n" + para:             "Video: Toàn cảnh lễ kỷ niệm",
	} {
		a := parse(t, text)
		if a.Title != want {
			t.Errorf("%.80q: title %q, want %q", text, a.Title, want)
		}
		if got := norm.NFC.String(string(a.Text[a.TitleSpan.Start:a.TitleSpan.End])); want != "Tựa khác" && got != want {
			t.Errorf("%.80q: title span %q, want %q", text, got, want)
		}
	}
}

func TestBylines(t *testing.T) {
	for line, want := range map[string][]string{
		"Xuân Lan – Cảnh Minh":                {"Xuân Lan", "Cảnh Minh"},
		"Tin, ảnh: Lê Hòa":                    {"Lê Hòa"},
		"Bài và ảnh: TRƯƠNG HÀ":               {"TRƯƠNG HÀ"},
		"Tác giả: Hòa":                        {"Hòa"},
		"ANH HÀ":                              {"ANH HÀ"},
		"R'ô Hen":                             {"R'ô Hen"},
		"Kim Lan/VOV-TP HCM":                  {"Kim Lan"},
		"Thái Hòa - VOV Miền Trung":           {"Thái Hòa"},
		"Thu Chi; ảnh: Lâm Hà":                {"Thu Chi"},
		"Tin, ảnh: Trung Hà (TTXVN)":          {"Trung Hà"},
		"Lê Thị Hà, Ban Tuyên giáo Tỉnh ủy":   {"Lê Thị Hà"},
		"By Nhat Ha":                          {"Nhat Ha"},
		"Reported by Khanh Ha and Pham Lan":   {"Khanh Ha", "Pham Lan"},
		"P.V":                                 {"P.V"},
		"(TTXVN)":                             nil,
		"VNA/VNS":                             nil,
		"Theo Thời báo Bình Nguyên":           nil,
		"Ảnh: Thu Hà":                         nil,
		"Bí thư Tỉnh ủy Trần Văn Mẫu":         nil,
		"Ông Trần Văn Mẫu":                    nil,
		"Trần Văn Mẫu, Chủ tịch UBND tỉnh":    nil,
		"Quang cảnh hội nghị":                 nil,
		"CHỦ TỊCH\nTrần Văn Mẫu":              nil,
		"Trần Văn Mẫu\nLê Thị Hà\nNgô Văn Ba": nil, // a list
	} {
		for _, form := range []string{line, norm.NFD.String(line)} {
			a := parse(t, "Tỉnh ủy Bình Nguyên giao ban quý I\n\n"+para+"\n"+form+"\n")
			for i := range a.Authors {
				a.Authors[i] = norm.NFC.String(a.Authors[i])
			}
			if diff := cmp.Diff(want, a.Authors); diff != "" {
				t.Errorf("%q: %s", form, diff)
			}
		}
	}
	a := parse(t, "Tỉnh ủy Bình Nguyên giao ban quý I\n\nMINH HÀ |\n\n"+para+"\nMinh Hà - Thu Lan\n")
	if diff := cmp.Diff([]string{"MINH HÀ", "Minh Hà", "Thu Lan"}, a.Authors); diff != "" {
		t.Error(diff)
	}
}

func TestSkip(t *testing.T) {
	for text, want := range map[string][]string{
		"Đồng chí Bí thư phát biểu. Ảnh: Thu Hà/TTXVN Phó Bí thư Lê Thị Hà báo cáo thêm về công tác cán bộ.":  {"credit: Ảnh: Thu Hà/TTXVN"},
		"Toàn cảnh phiên họp. Ảnh: VGP Chủ tịch UBND tỉnh cho biết nhiều việc đã xong từ tháng trước.":        {"credit: Ảnh: VGP"},
		"Toàn cảnh phiên họp. Ảnh: Thu Hà -TTXVN Phó Bí thư Lê Thị Hà báo cáo thêm về công tác cán bộ.":       {"credit: Ảnh: Thu Hà -TTXVN"},
		"Toàn cảnh phiên họp. Video: Lê Thị Hà phát biểu về công tác cán bộ của tỉnh trong những năm qua.":    {"credit: Video:"},
		"Các đại biểu (Ảnh: Thu Hà). Hội nghị tiếp tục vào buổi chiều với phần thảo luận của các huyện.":      {"credit: (Ảnh: Thu Hà)"},
		"Ảnh: Đồng chí Trần Văn Mẫu phát biểu tại hội nghị giao ban quý I (Thu Hà)":                           {"credit: Ảnh:", "credit: (Thu Hà)"},
		"Trong ảnh: Bà Lê Thị Hà trao quà cho các gia đình chính sách ở xã Tân Lập, huyện Bình Nguyên.":       nil,
		"Báo có bài phản ánh: Cầu Tân Lập chậm tiến độ, và ông Mẫu đã yêu cầu kiểm tra ngay trong tuần này.":  nil,
		"(TTXVN) - Sáng 12/3, Tỉnh ủy Bình Nguyên tổ chức hội nghị giao ban quý I với các huyện ủy, thị ủy.":  {"dateline: (TTXVN) - "},
		"Hanoi (VNA) – The Provincial Party Committee of Binh Nguyen held its quarterly meeting on March 12.": {"dateline: Hanoi (VNA) – "},
		para + "\n>> Giao ban quý IV":                                               {"menu: >> Giao ban quý IV"},
		para + "\nTin liên quan\n\nGiao ban quý IV\nGiao ban quý III":               {"menu: Tin liên quan", "menu: Giao ban quý IV", "menu: Giao ban quý III"},
		para + "\nTin liên quan: Giao ban quý IV\n\nThu Hà":                         {"menu: Tin liên quan: Giao ban quý IV", "byline: Thu Hà"},
		para + "\nBình luận (0)":                                                    {"menu: Bình luận (0)"},
		para + "\nNguồn Báo Mẫu: https://mau.example/bai-1.":                        {"source: Nguồn Báo Mẫu: https://mau.example/bai-1."},
		para + "Kết luận, ông Mẫu cảm ơn các đại biểu đã về dự. Tin, ảnh: Thu Hà\n": {"byline: Tin, ảnh: Thu Hà"},
	} {
		a := parse(t, "Tỉnh ủy Bình Nguyên giao ban quý I\n\n"+text)
		if diff := cmp.Diff(want, skipped(a)); diff != "" {
			t.Errorf("%.80q: %s", text, diff)
		}
		if strings.Contains(text, "https") != (a.URL == "https://mau.example/bai-1") {
			t.Errorf("%.80q: url %q", text, a.URL)
		}
	}
}

func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{
		para: "vi",
		"Sang 12/3, dong chi Tran Van Mau, Bi thu Tinh uy chu tri hoi nghi giao ban voi cac huyen uy va nhung nguoi duoc moi": "vi",
		"On March 12, Trần Văn Mẫu, Secretary of the Bình Nguyên Party Committee, chaired the meeting with the districts":     "en",
		"Nguyễn Văn A": "vi",
	} {
		if a := parse(t, text); a.Language != want {
			t.Errorf("%q: %s, want %s", text, a.Language, want)
		}
	}
	plain := parse(t, "Tinh uy giao ban quy I\n\nSang 12/3, Tinh uy hop voi cac huyen uy va nhung nguoi duoc moi tai hoi truong.\n\nTin, anh: Thu Ha\n")
	if diff := cmp.Diff([]string{"Thu Ha"}, plain.Authors); diff != "" {
		t.Error(diff)
	}
}

func TestText(t *testing.T) {
	text := "Tỉnh ủy Bình Nguyên giao ban 😀\r\n\r\n17/01/2024\r\n\r\n" + para
	le, be := []byte{0xFF, 0xFE}, []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(text)) {
		le = append(le, byte(u), byte(u>>8))
		be = append(be, byte(u>>8), byte(u))
	}
	for name, raw := range map[string][]byte{"LE": le, "BE": be, "UTF-8": []byte(text)} {
		a, err := article.Parse("a.txt", raw, article.Told{})
		if err != nil || string(a.Text) != text || a.Published != "2024-01-17" {
			t.Errorf("%s: %q %v", name, a.Text, err)
		}
	}
	marked := parse(t, "\ufeff---\nsource: Báo Mẫu\n---\n"+text)
	if string(marked.Text[:3]) != "\ufeff" || string(marked.Text[marked.Body:]) != text || marked.Source != "Báo Mẫu" {
		t.Errorf("%q from %d", marked.Text, marked.Body)
	}
	same, _ := article.Parse("b.txt", []byte(text), article.Told{})
	if told, _ := article.Parse("a.txt", []byte(text), article.Told{Source: "x"}); told.ID == same.ID || same.ID != parse(t, text).ID || len(same.ID) != 16 {
		t.Errorf("ids %s %s", told.ID, same.ID)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("---\npublished: 2024-01-17\n---\nTiêu đề\n\nThứ Tư, 17/01/2024 | 10:25\n\n" + para + "\nTin, ảnh: Thu Hà\n"))
	f.Add([]byte("Đại biểu (Ảnh: A/B) Ảnh:C\nẢnh: \n>>\nTin liên quan\nx\n"))
	f.Add([]byte("\xff\xfea\x00"))
	f.Add([]byte("---\na: &a [*a]\n---\n|17/1/24'"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, err := article.Parse("a.txt", raw, article.Told{})
		if err != nil {
			return
		}
		if !utf8.Valid(a.Text) || a.Body < 0 || a.Body > len(a.Text) {
			t.Fatalf("text of %d bytes, body at %d", len(a.Text), a.Body)
		}
		at := a.Body
		for _, s := range append([]article.Span{}, a.Skip...) {
			if s.Start < at || s.End <= s.Start || s.End > len(a.Text) || !utf8.Valid(a.Text[s.Start:s.End]) {
				t.Fatalf("span %+v after %d of %d", s, at, len(a.Text))
			}
			at = s.End
		}
		if s := a.TitleSpan; s.Start > s.End || s.End > len(a.Text) || s.End > 0 && s.Start < a.Body || !utf8.Valid(a.Text[s.Start:s.End]) {
			t.Fatalf("title %+v", s)
		}
		again, err := article.Parse("a.txt", raw, article.Told{})
		if err != nil || !cmp.Equal(a, again) {
			t.Fatal("another article from the same bytes")
		}
	})
}

func BenchmarkParse(b *testing.B) {
	text := []byte("Tỉnh ủy Bình Nguyên giao ban quý I\n\nThứ Tư, 17/01/2024 | 10:25\n\n" + strings.Repeat(para+"\n", 25) + "\nẢnh: Thu Hà\n\nXuân Lan – Cảnh Minh\n")
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := article.Parse("a.txt", text, article.Told{}); err != nil {
			b.Fatal(err)
		}
	}
}
