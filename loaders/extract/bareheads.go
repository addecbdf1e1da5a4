package extract

import "strings"

// completeMinistries names the ministry that the end of a chain leaves out, "Phó
// Chánh Văn phòng Bộ": that of the office beside it, else the only one of the text.
func (a *analysis) completeMinistries(only []part) {
	for o := range a.offices {
		r := &a.offices[o].read
		n := len(r.parts)
		if a.owner[o] < 0 || n == 0 || r.parts[n-1].kind != headPart {
			continue
		}
		head := a.pack.value("field_heads", "bo")
		last := r.parts[n-1]
		if words := strings.TrimSuffix(last.words, " "+head); words != last.words {
			last.words = words // "Văn phòng Bộ"
		} else if n < 2 || !last.bare || last.words != head {
			continue
		}
		found := only
		a.beside(o, func(off *office) bool {
			for i, p := range off.read.parts {
				if !p.bare && strings.HasPrefix(p.words, head+" ") {
					found = off.read.parts[i : i+1]
					return true
				}
			}
			return false
		})
		if found == nil {
			continue
		}
		parts := r.parts[: n-1 : n-1]
		if last.words != head {
			last.written = ""
			parts = append(parts, last)
		}
		r.parts = append(parts, found...)
	}
}

// completeHeads fills bare heads at the end of a chain, "Tổng Giám đốc tập
// đoàn", from the body with that head that the text named last.
func (a *analysis) completeHeads() {
	for o := range a.offices {
		r := &a.offices[o].read
		if a.owner[o] < 0 || len(r.parts) == 0 || r.base.takes == "join" {
			continue
		}
		p := &r.parts[len(r.parts)-1]
		if !p.bare || p.head == nil || p.head.kind != "company" && p.head.kind != "school" {
			continue
		}
		last := a.seenBefore(a.offices[o].from)
		for k := last - 1; k >= 0 && k > last-100; k-- {
			if s := a.seen[k]; strings.HasPrefix(strings.ToLower(s.parts[0].words), strings.ToLower(p.words)+" ") {
				r.parts = append(r.parts[:len(r.parts)-1:len(r.parts)-1], s.parts...)
				break
			}
		}
		for k := o - 1; k >= 0 && k > o-100 && p.bare; k-- {
			for _, q := range a.offices[k].read.parts {
				if strings.HasPrefix(strings.ToLower(q.words), strings.ToLower(p.words)+" ") {
					*p = q
					break
				}
			}
		}
	}
}
