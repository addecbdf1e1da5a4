package resolve_test

import (
	"testing"

	"cadre/graph"
	"cadre/loaders/resolve"
)

// loaded is a graph of articles with these claims.
func loaded(t *testing.T, all ...resolve.Claims) graph.Store {
	t.Helper()
	s := open(t)
	var add []resolve.Incoming
	for i, c := range all {
		c.ID, c.Language = string(rune('a'+i)), "vi"
		in, err := (&resolve.Packer{}).Pack(c, c.ID+".txt", nil)
		if err != nil {
			t.Fatal(err)
		}
		add = append(add, in)
	}
	apply(t, s, vocabulary(t), add, nil, 1)
	return s
}

func nodes(t *testing.T, s graph.Store, label graph.Label) (ids []string) {
	t.Helper()
	for n, err := range s.Nodes(t.Context(), label) {
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, n.ID)
	}
	return ids
}

// TestActing holds that an office held for the time being is one of its own,
// which ends on the day that its holder is given the full one.
func TestActing(t *testing.T) {
	person := []resolve.PersonClaim{{Name: "Lò Văn Inh"}}
	const full, acting = "Chủ tịch Ủy ban nhân dân tỉnh Sơn La", "Quyền Chủ tịch Ủy ban nhân dân tỉnh Sơn La"
	s := loaded(t,
		resolve.Claims{Published: "2031-03-02", People: person,
			Positions: []resolve.PositionClaim{{Office: acting, Acting: true, Seen: "2031-03-02"}, {Office: "Phó Chủ tịch Ủy ban nhân dân tỉnh Sơn La", Seen: "2031-03-02"}},
			Changes:   []resolve.ChangeClaim{{Change: "appointed", Office: acting, Date: "2031-03-01"}}},
		resolve.Claims{Published: "2031-06-05", People: person,
			Positions: []resolve.PositionClaim{{Office: full, Seen: "2031-06-05"}},
			Changes:   []resolve.ChangeClaim{{Change: "elected", Office: full, Date: "2031-06-05"}}})
	until := map[string]any{}
	for e, err := range s.Edges(t.Context(), graph.Holds) {
		if err != nil {
			t.Fatal(err)
		}
		until[e.To.ID] = e.Props["until"]
	}
	if got := until["position/quyen-chu-tich-uy-ban-nhan-dan-tinh-son-la"]; got != graph.Date("2031-06-05") {
		t.Errorf("the acting office ends %v, want the day of the election; all: %v", got, until)
	}
	if got := until["position/chu-tich-uy-ban-nhan-dan-tinh-son-la"]; got != nil {
		t.Errorf("the full office ends %v", got)
	}
}

// TestSucceededBody holds that the same post in the body that took another's
// place is one career, however common the name.
func TestSucceededBody(t *testing.T) {
	person := []resolve.PersonClaim{{Name: "Nguyễn Văn Hùng"}}
	in := func(office string, day graph.Date) resolve.Claims {
		return resolve.Claims{Published: day, People: person, Positions: []resolve.PositionClaim{{Office: office, Seen: day}}}
	}
	for _, c := range []struct {
		name          string
		before, after string
		want          int
	}{
		{"a ministry merged", "Thứ trưởng Bộ Nông nghiệp và Phát triển nông thôn", "Thứ trưởng Bộ Nông nghiệp và Môi trường", 1},
		{"a province merged", "Trưởng Ban Nội chính Tỉnh ủy Quảng Bình", "Trưởng Ban Nội chính Tỉnh ủy Quảng Trị", 1},
		{"another ministry", "Thứ trưởng Bộ Y tế", "Thứ trưởng Bộ Nông nghiệp và Môi trường", 2},
		{"a commune of the province", "Trưởng Ban Nội chính Tỉnh ủy Quảng Trị", "Bí thư Đảng ủy xã Lệ Thủy", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := nodes(t, loaded(t, in(c.before, "2024-02-01"), in(c.after, "2025-09-01")), graph.Person); len(got) != c.want {
				t.Errorf("people %v, want %d", got, c.want)
			}
		})
	}
}

// TestTwoChairs holds that a body's online conference of one day is one meeting
// though the articles differ on who chaired it.
func TestTwoChairs(t *testing.T) {
	online := true
	told := func(chair, body string) resolve.Claims {
		return resolve.Claims{Published: "2031-05-06", People: []resolve.PersonClaim{{Name: chair}},
			Events: []resolve.EventClaim{{Kind: "conference", Date: "2031-05-06", Online: &online, Organizers: []string{body}, Status: "held"}},
			Roles:  []resolve.RoleClaim{{Role: "chaired"}}}
	}
	if got := nodes(t, loaded(t, told("Lò Văn Inh", "Ban Nội chính Trung ương"), told("Cầm Thị Pua", "Ban Nội chính Trung ương")), graph.Conference); len(got) != 1 {
		t.Errorf("meetings of one body: %v, want one", got)
	}
	if got := nodes(t, loaded(t, told("Lò Văn Inh", "Ban Nội chính Trung ương"), told("Cầm Thị Pua", "Ban Tổ chức Trung ương")), graph.Conference); len(got) != 2 {
		t.Errorf("meetings of two bodies: %v, want two", got)
	}
}
