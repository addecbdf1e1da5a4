package extract_test

import (
	"strings"
	"testing"

	"cadre/loaders/article"
	"cadre/loaders/extract"
)

// TestYears checks what gives a day without a year its year, in an article
// without a date of publication, and that other years in it do not.
func TestYears(t *testing.T) {
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	const opening = "Ngày %, tại hội trường, Bí thư Tỉnh ủy Sơn La Lò Thị Hiên chủ trì hội nghị cán bộ. "
	for _, c := range []struct{ day, rest, want string }{
		{"28/9", "Kinh tế 9 tháng đầu năm 2031 tăng khá; mục tiêu năm 2032 là 7%.", "2031-09-28"},
		{"20/6", "Hội nghị bàn nhiệm vụ 6 tháng cuối năm 2031.", "2031-06-20"},
		{"12/1", "Các xã đã nhận kế hoạch năm 2031 của tỉnh.", "2031-01-12"},
		{"12/12", "Năm 2030 tỉnh thu đủ ngân sách; nhiệm vụ năm 2031 là giữ đà tăng.", "2030-12-12"},
		{"26/4", "Quý I/2031 vừa qua tỉnh thu hút nhiều dự án.", "2031-04-26"},
		{"30/5", "Công trình sẽ chạy thử trong quý I/2032.", ""},
		{"20/12", "Phải đến đầu năm 2032 dự án mới được duyệt.", ""},
		{"10/2", "Trong năm 2030, tỉnh có 4.000 doanh nghiệp mới.", ""},
		{"12/7", "Thu ngân sách tăng so với 6 tháng đầu năm 2029.", ""},
		{"3/1", "Ông Cà Văn Ón được đại hội bầu giữ chức Bí thư Huyện ủy Mường La nhiệm kỳ 2030-2035.", ""},
	} {
		d := x.Extract(article.Article{Text: []byte(strings.Replace(opening, "%", c.day, 1) + c.rest), Language: "vi"})
		if len(d.Events) == 0 {
			t.Errorf("%s: no event", c.rest)
		} else if got := string(d.Events[0].Date); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.day, c.rest, got, c.want)
		}
	}
}
