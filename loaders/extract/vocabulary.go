package extract

import (
	"encoding/binary"
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
	size    int32
	slots   []slot           // words of up to 16 bytes by hash, with linear probing; a power of two
	long    map[string]int32 // numbers of longer words
	grows   bool             // a word that is asked for and not known becomes known

	abbreviations map[int32]bool // after whose point a sentence goes on
}

// slot holds a word so that it can be compared without another look at memory.
type slot struct {
	key key
	id  int32 // 0: free
}

// key is a word of up to 16 bytes: its first and its last eight bytes, or all
// of them in the first if there are no more, and its length.
type key struct {
	first, last uint64
	size        int32
}

func keyOf(w []byte) key {
	n := len(w)
	switch {
	case n >= 8:
		return key{binary.LittleEndian.Uint64(w), binary.LittleEndian.Uint64(w[n-8:]), int32(n)}
	case n >= 4:
		return key{uint64(binary.LittleEndian.Uint32(w)) | uint64(binary.LittleEndian.Uint32(w[n-4:]))<<32, 0, int32(n)}
	case n > 0:
		return key{uint64(w[0]) | uint64(w[n/2])<<8 | uint64(w[n-1])<<16, 0, int32(n)}
	}
	return key{}
}

// at is where a search for a key begins.
func (v *vocabulary) at(k key) uint64 {
	h := k.first*0x9e3779b97f4a7c15 ^ (k.last+uint64(k.size))*0xc2b2ae3d27d4eb4f
	return (h >> 32) & uint64(len(v.slots)-1)
}

func newVocabulary() *vocabulary {
	v := &vocabulary{letters: make([]letter, 0x2000), slots: make([]slot, 1<<10), long: map[string]int32{}, abbreviations: map[int32]bool{}}
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

// id is the number of a normal form, 0 for one that is not known.
func (v *vocabulary) id(w []byte) int32 {
	if len(w) > 16 {
		return v.longID(w)
	}
	k := keyOf(w)
	at := v.at(k)
	for v.slots[at].id != 0 {
		if v.slots[at].key == k {
			return v.slots[at].id
		}
		at = (at + 1) & uint64(len(v.slots)-1)
	}
	if !v.grows {
		return 0
	}
	v.size++
	v.slots[at] = slot{k, v.size}
	if 2*int(v.size) > len(v.slots) {
		v.widen()
	}
	return v.size
}

func (v *vocabulary) longID(w []byte) int32 {
	id, ok := v.long[string(w)]
	if !ok && v.grows {
		v.size++
		id = v.size
		v.long[string(w)] = id
	}
	return id
}

// widen doubles the slots, so that at least half of them are free.
func (v *vocabulary) widen() {
	old := v.slots
	v.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.id == 0 {
			continue
		}
		at := v.at(s.key)
		for v.slots[at].id != 0 {
			at = (at + 1) & uint64(len(v.slots)-1)
		}
		v.slots[at] = s
	}
}
