package graph

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
)

// Key makes an edge's key from its type, its ends and whatever else tells two
// such edges apart (a bridge point, a date, a conference): 24 letters and
// digits (120 bits of a SHA-256), the same on every machine.
func Key(t Type, from, to string, more ...string) string {
	h := sha256.Sum256([]byte(string(t) + "\x00" + from + "\x00" + to + "\x00" + strings.Join(more, "\x00")))
	return strings.ToLower(base32.HexEncoding.WithPadding(base32.NoPadding).EncodeToString(h[:15]))
}

// Vocabulary tells whether nodes of a label exist only while something refers
// to them: they are dropped with the last edge that reached them.
func Vocabulary(l Label) bool {
	return l == Position || l == Institution || l == Place
}
