package extract

import "strings"

// guestOf tells whether people are the object of a welcome and the subject of
// what they came for: "vinh dự đón đồng chí A dự và chỉ đạo".
func (f *roleFinder) guestOf(from int, x act) bool {
	if !strings.HasPrefix(x.roles, "attended") {
		return false
	}
	return f.endsBefore(from, 3, "welcome_words")
}

// welcomedToo are those whom a welcome goes on with behind semicolons: "vinh dự
// đón đồng chí A dự; đồng chí B; đồng chí C".
func (f *roleFinder) welcomedToo(c *clause, x act, who []int) []int {
	if !f.guestOf(f.mentions[who[0]].outFrom, x) {
		return nil
	}
	var out []int
	for _, g := range c.groups {
		for k := g.from - 1; k >= x.to && k >= g.from-3; k-- {
			if f.tokens[k].r == ';' && f.onlyHonorifics(k, g.from) {
				out = append(out, g.members...)
				break
			}
		}
	}
	return out
}

// among are those whom a clause names of the many that did an act: "Các thành
// viên Chính phủ cùng dự, trong đó có ông A".
func (f *roleFinder) among(c *clause, x act) []int {
	k := x.to
	if k < c.to && f.tokens[k].r == ',' {
		k++
	}
	h, ok := f.hitAt(k, "among_words")
	if !ok {
		return nil
	}
	for i, g := range c.groups {
		if g.from >= h.to && g.from-h.to <= 2 {
			return f.rest(c, i, x)
		}
	}
	return nil
}
