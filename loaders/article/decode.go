package article

import (
	"bytes"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"
)

// The most that one article may have.
const (
	MaxSize  = 8 << 20 // bytes
	MaxLines = 100_000 // that are not blank
)

// decode gives the UTF-8 text of a file. UTF-8 is kept as it is, with its
// byte-order mark; the mark of UTF-16 belongs to that encoding and goes with it.
func decode(raw []byte) ([]byte, error) {
	switch {
	case len(raw) > MaxSize:
		return nil, ErrTooLarge
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}):
		return decodeUTF16(raw[2:], func(b []byte) uint16 { return uint16(b[0]) | uint16(b[1])<<8 })
	case bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		return decodeUTF16(raw[2:], func(b []byte) uint16 { return uint16(b[1]) | uint16(b[0])<<8 })
	}
	if at := bytes.IndexByte(raw, 0); at >= 0 {
		return nil, fmt.Errorf("%w (byte %d is NUL)", ErrNotText, at)
	}
	if at := invalidUTF8(raw); at >= 0 {
		return nil, fmt.Errorf("%w (byte %d is no UTF-8)", ErrNotText, at)
	}
	return raw, nil
}

func decodeUTF16(b []byte, unit func([]byte) uint16) ([]byte, error) {
	if len(b)%2 != 0 {
		return nil, fmt.Errorf("%w (UTF-16 of an odd number of bytes)", ErrNotText)
	}
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i += 2 {
		r := rune(unit(b[i:]))
		if utf16.IsSurrogate(r) {
			if i+4 > len(b) {
				return nil, fmt.Errorf("%w (UTF-16 that ends in half a character)", ErrNotText)
			}
			r = utf16.DecodeRune(r, rune(unit(b[i+2:])))
			if r == utf8.RuneError {
				return nil, fmt.Errorf("%w (byte %d is half a character of UTF-16)", ErrNotText, i+2)
			}
			i += 2
		}
		if r == 0 {
			return nil, fmt.Errorf("%w (byte %d is NUL)", ErrNotText, i+2)
		}
		out = utf8.AppendRune(out, r)
	}
	return out, nil
}

// invalidUTF8 gives where the first byte stands that is no UTF-8, or -1.
func invalidUTF8(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	at := 0
	for at < len(b) {
		r, n := utf8.DecodeRune(b[at:])
		if r == utf8.RuneError && n <= 1 {
			return at
		}
		at += n
	}
	return -1
}
