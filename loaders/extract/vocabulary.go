package extract

import (
	"math/bits"
	"unicode"
)

// letter is what cutting a text into words asks of a rune.
type letter struct {
	lower               rune
	letter, upper, mark bool // mark: combines with the letter before it
}

// vocabulary numbers the normal forms of the words of a lexicon. Nothing may
// be added to it once texts are read.
type vocabulary struct {
	letters []letter // of the runes in which both languages are written
	known   []string // by number, less one
	slots   []slot   // numbers by hash, with linear probing; a power of two
	grows   bool     // a word that is asked for and not known becomes known
}

type slot struct {
	hash uint32
	id   int32 // 0: free
}

func newVocabulary() *vocabulary {
	v := &vocabulary{letters: make([]letter, 0x2000), slots: make([]slot, 1<<10)}
	for r := range v.letters {
		v.letters[r] = letterOf(rune(r))
	}
	return v
}

func letterOf(r rune) letter {
	return letter{unicode.ToLower(r), isLetter(r), unicode.IsUpper(r), unicode.Is(unicode.Mn, r)}
}

func (v *vocabulary) of(r rune) letter {
	if int(r) < len(v.letters) {
		return v.letters[r]
	}
	return letterOf(r)
}

// hash mixes the bytes of a word.
func hash(w []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range w {
		h = (h ^ uint32(c)) * 16777619
	}
	return bits.RotateLeft32(h, 15) ^ h
}

// id is the number of a normal form, 0 for one that is not known.
func (v *vocabulary) id(w []byte) int32 {
	h := hash(w)
	at := h & uint32(len(v.slots)-1)
	for v.slots[at].id != 0 {
		if s := v.slots[at]; s.hash == h && v.known[s.id-1] == string(w) {
			return s.id
		}
		at = (at + 1) & uint32(len(v.slots)-1)
	}
	if !v.grows {
		return 0
	}
	v.known = append(v.known, string(w))
	v.slots[at] = slot{h, int32(len(v.known))}
	if 2*len(v.known) > len(v.slots) {
		v.widen()
	}
	return int32(len(v.known))
}

// widen doubles the slots, so that at least half of them are free.
func (v *vocabulary) widen() {
	old := v.slots
	v.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.id == 0 {
			continue
		}
		at := s.hash & uint32(len(v.slots)-1)
		for v.slots[at].id != 0 {
			at = (at + 1) & uint32(len(v.slots)-1)
		}
		v.slots[at] = s
	}
}
