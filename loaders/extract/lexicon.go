package extract

import (
	"sort"

	"cadre/loaders/lang"
)

// hit is one phrase of the lexicon found in a text: tokens from to to.
type hit struct {
	from, to int
	list     string
	value    string
	entry    *lang.Entry
}

// lexicon finds the phrases of all word lists in one pass over a text, in time
// linear in its length: a trie over the numbers of normal forms.
//
// After the last add, freeze lays the trie out for reading: the children of the
// root by number, those of the other nodes side by side and sorted.
type lexicon struct {
	words *vocabulary
	nodes []trieNode

	root     []int32 // node that a word leads to from the root, 0 for none
	branches []branch
	children []child
	phrases  []phrase
}

// branch is a node as find reads it: the ranges of its children and phrases.
type branch struct{ from, to, phraseFrom, phraseTo int32 }

// phrase is an entry as find reads it.
type phrase struct {
	list, value string
	bit         uint64 // of its list
	entry       *lang.Entry
}

type trieNode struct {
	next  map[int32]int32
	words []*listed
}

type child struct{ id, node int32 }

type listed struct {
	list  string
	entry lang.Entry
}

func newLexicon() *lexicon {
	return &lexicon{words: newVocabulary(), nodes: make([]trieNode, 1)}
}

// add puts the surface of an entry into the trie under the name of its list.
func (l *lexicon) add(list string, e lang.Entry) {
	var t text
	l.words.grows = true
	t.cut([]byte(e.Surface), 0, nil, l.words)
	l.words.grows = false
	at := int32(0)
	for _, tok := range t.tokens {
		next, ok := l.nodes[at].next[tok.id]
		if !ok {
			next = int32(len(l.nodes))
			l.nodes = append(l.nodes, trieNode{})
			if l.nodes[at].next == nil {
				l.nodes[at].next = map[int32]int32{}
			}
			l.nodes[at].next[tok.id] = next
		}
		at = next
	}
	if at != 0 {
		l.nodes[at].words = append(l.nodes[at].words, &listed{list, e})
	}
}

// freeze lays out the trie. Nothing may be added after it.
func (l *lexicon) freeze() {
	l.root = make([]int32, l.words.size+1)
	for id, n := range l.nodes[0].next {
		l.root[id] = n
	}
	l.branches = make([]branch, len(l.nodes))
	for n := 1; n < len(l.nodes); n++ {
		b := branch{from: int32(len(l.children)), phraseFrom: int32(len(l.phrases))}
		for id, node := range l.nodes[n].next {
			l.children = append(l.children, child{id, node})
		}
		kids := l.children[b.from:]
		sort.Slice(kids, func(i, j int) bool { return kids[i].id < kids[j].id })
		for _, w := range l.nodes[n].words {
			l.phrases = append(l.phrases, phrase{w.list, w.entry.Value, bit(w.list), &w.entry})
		}
		b.to, b.phraseTo = int32(len(l.children)), int32(len(l.phrases))
		l.branches[n] = b
	}
	l.nodes = nil
}

// step is the node that a word leads to from another; 0 for none.
func (l *lexicon) step(node, id int32) int32 {
	b := &l.branches[node]
	lo, hi := b.from, b.to
	for lo < hi {
		mid := (lo + hi) / 2
		if l.children[mid].id < id {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < b.to && l.children[lo].id == id {
		return l.children[lo].node
	}
	return 0
}

// bit is the bit by which a list is known in the mask of a token; some lists
// share one.
func bit(list string) uint64 {
	n := len(list)
	return 1 << ((uint(list[0])*37 + uint(list[n-1])*47 + uint(list[n/2])*33 + uint(n)*19) & 63)
}

// find returns, by ascending start, the longest phrase of each list at each
// token; phrases of one list may overlap each other. It appends to hits, and
// notes in masks which lists have a phrase at each token.
func (l *lexicon) find(t *text, hits []hit, masks []uint64) []hit {
	for i := range t.tokens {
		id := t.tokens[i].id
		if id == 0 {
			continue
		}
		at := l.root[id]
		first, mask := len(hits), uint64(0)
		for j := i + 1; at != 0; j++ {
		words:
			for n := l.branches[at].phraseFrom; n < l.branches[at].phraseTo; n++ {
				w := &l.phrases[n]
				h := hit{i, j, w.list, w.value, w.entry}
				if mask&w.bit != 0 {
					for k := first; k < len(hits); k++ {
						if hits[k].list == w.list {
							hits[k] = h
							continue words
						}
					}
				}
				mask |= w.bit
				hits = append(hits, h)
			}
			if j == len(t.tokens) || t.tokens[j].id == 0 {
				break
			}
			at = l.step(at, t.tokens[j].id)
		}
		masks[i] = mask
	}
	return hits
}
