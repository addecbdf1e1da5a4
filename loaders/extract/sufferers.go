package extract

// sufferer are those right behind whom "bị" opens what a body did to them: "ông
// A bị Ủy ban Kiểm tra cảnh cáo".
func (f *changeFinder) sufferer(v changeVerb, groups []group) []int {
	for i := len(groups) - 1; i >= 0; i-- {
		g := groups[i]
		if g.to > v.from {
			continue
		}
		if h, ok := f.hitAt(g.to, "passive_words"); !ok || v.from-h.to > 14 {
			return nil
		}
		for k := g.to; k < v.from; k++ {
			if f.tokens[k].kind == sign {
				return nil
			}
		}
		return g.members
	}
	return nil
}
