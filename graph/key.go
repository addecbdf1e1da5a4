package graph

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
)

// Key makes an edge's key from its type, its ends and whatever else tells two
// such edges apart (a bridge point, a date, a conference): 24 letters and
// digits, the same on every machine. The first 8 are of the end alone (40 bits
// of a SHA-256), so that the edges to one node, which are written together,
// stand together in an index; the other 16 (80 bits) are of all.
func Key(t Type, from, to string, more ...string) string {
	end := sha256.Sum256([]byte(to))
	all := sha256.Sum256([]byte(string(t) + "\x00" + from + "\x00" + to + "\x00" + strings.Join(more, "\x00")))
	return strings.ToLower(base32.HexEncoding.WithPadding(base32.NoPadding).EncodeToString(append(end[:5:5], all[:10]...)))
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
