package resolve

import "slices"

// list is a set of strings in their order. It never changes once it is made, so
// that the states of blocks share it.
type list []string

func (l list) has(k string) bool {
	_, ok := slices.BinarySearch(l, k)
	return ok
}

// with is the list with one more member.
func (l list) with(k string) list {
	i, ok := slices.BinarySearch(l, k)
	if ok {
		return l
	}
	return slices.Insert(slices.Clip(l), i, k)
}

// union is what is in either list: the first itself where the other adds nothing.
func union(a, b list) list {
	if len(a) == 0 {
		return b
	}
	if subset(b, a) {
		return a
	}
	out := make(list, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			out, a = append(out, a[0]), a[1:]
		case a[0] > b[0]:
			out, b = append(out, b[0]), b[1:]
		default:
			out, a, b = append(out, a[0]), a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// subset tells whether all of a is in b.
func subset(a, b list) bool {
	for _, k := range a {
		for len(b) > 0 && b[0] < k {
			b = b[1:]
		}
		if len(b) == 0 || b[0] != k {
			return false
		}
	}
	return true
}

// shared counts what two sorted lists have in common.
func shared[T string | int32](a, b []T) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			n, a, b = n+1, a[1:], b[1:]
		}
	}
	return n
}
