package extract

// search is the number of the first element of a list in the order of the text
// whose place is token i or behind it.
func search[T any](list []T, i int, place func(*T) int) int {
	lo, hi := 0, len(list)
	for lo < hi {
		mid := (lo + hi) / 2
		if place(&list[mid]) < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// between are the numbers of the elements of such a list whose places are tokens
// from one up to another.
func between[T any](list []T, from, to int, place func(*T) int) (first, end int) {
	first = search(list, from, place)
	for end = first; end < len(list) && place(&list[end]) < to; end++ {
	}
	return first, end
}

func (m *mention) begins() int      { return m.from }
func (m *mention) ends() int        { return m.to }
func (m *mention) outerBegins() int { return m.outFrom }
func (o *office) begins() int       { return o.from }
func (o *office) ends() int         { return o.to }
func (x *act) begins() int          { return x.from }
func (m *dateMention) begins() int  { return m.from }
func (m *paperMention) begins() int { return m.from }
func (m *paperMention) ends() int   { return m.to }
func (m *eventMention) begins() int { return m.from }
func (m *nameMention) begins() int  { return m.from }
func (s *seenBody) begins() int     { return s.from }
func (l *local) begins() int        { return l.token }
