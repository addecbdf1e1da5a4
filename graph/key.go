package graph

import "crypto/sha256"

// Key makes an edge's key from its type, its ends and whatever else tells two
// such edges apart (a bridge point, a date, a conference): 24 letters and
// digits, the same on every machine. The first 8 are of the end alone (40 bits
// of a SHA-256), so that the edges to one node, which are written together,
// stand together in an index; the other 16 (80 bits) are of all.
func Key(t Type, from, to string, more ...string) string {
	var room [256]byte
	text := append(room[:0], to...)
	end := sha256.Sum256(text)
	text = append(append(text[:0], t...), 0)
	text = append(append(text, from...), 0)
	text = append(append(text, to...), 0)
	for i, m := range more {
		if i > 0 {
			text = append(text, 0)
		}
		text = append(text, m...)
	}
	all := sha256.Sum256(text)
	var key [24]byte
	letters(key[:8], end[:5])
	letters(key[8:16], all[:5])
	letters(key[16:], all[5:10])
	return string(key[:])
}

// letters writes five bytes in base 32 (extended hex, small letters).
func letters(to, from []byte) {
	n := uint64(from[0])<<32 | uint64(from[1])<<24 | uint64(from[2])<<16 | uint64(from[3])<<8 | uint64(from[4])
	for i := range to {
		to[i] = "0123456789abcdefghijklmnopqrstuv"[n>>(35-5*i)&31]
	}
}

// Vocabulary tells whether nodes of a label exist only while something refers
// to them. When an edge to or from such a node is dropped and the only edges
// left at it are outgoing ones that it owns (Owned), the node goes too, with
// those edges, and the same is then asked of their other ends.
func Vocabulary(l Label) bool {
	return l == Position || l == Institution || l == Place
}

// Owned tells whether edges of a type belong to the node they start from: they
// say what a vocabulary node is (an office's body, a body's place) and do not
// keep it alive. They do keep the node they lead to.
func Owned(t Type) bool {
	switch t {
	case InBody, PartOf, SucceededBy, LocatedIn, MergedInto:
		return true
	}
	return false
}
