package resolve

import (
	"bytes"
	"reflect"
	"slices"
	"testing"
)

// blocks are one block of each kind, with everything in it that a state may hold.
func blocks() []*block {
	f := &facet{Office: "Bí thư Tỉnh ủy Lào Cai", Class: "lê hùng", Names: list{"LÊ HÙNG", "Lê Hùng"}, First: "2024-01", Last: "2024-03-02", Acting: true, Changes: list{"2024-01-17 appointed"}}
	g := &facet{Scope: "Lào Cai", Names: list{"Le Hung"}, Former: true}
	e := &eventReport{Kind: "plenum", Name: "Hội nghị lần thứ tám", Language: "vi", Date: "2024-01-17", End: "2024-01-18", Ordinal: 300, Term: "XIII",
		Chairs: list{"le hung"}, People: list{"le hung", "mai an"}, Bodies: list{"ban bi thu"}, Places: list{"ha noi"}, Online: list{"true"}, Status: list{"held"}, Deals: list{"lao cai 5"}, Scopes: list{"lao cai"}}
	m := &paperMention{Number: "5-CT/TW", Issued: "2024", Kinds: list{"directive"}, Titles: list{"về cán bộ"}, Issuer: list{"Ban Bí thư"}, Written: "2024-02-01"}
	return []*block{
		{key: "p/le hung", person: &personState{map[string]*facet{f.key(): f, g.key(): g}, list{"a\x1eb"}}},
		{key: "e/2024-01-17", event: &eventState{map[string]*eventReport{e.key(): e}, list{"0011"}}},
		{key: "d/5-CT/TW", paper: &paperState{map[string]*paperMention{"2024": m}}},
	}
}

func TestStates(t *testing.T) {
	for _, b := range blocks() {
		raw := b.encode()
		got, err := newBlock(b.key, raw)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, b) {
			t.Errorf("%s comes back as another", b.key)
		}
		if !bytes.Equal(got.encode(), raw) {
			t.Errorf("%s is written in two ways", b.key)
		}
		for n := range raw {
			if _, err := newBlock(b.key, raw[:n]); err == nil {
				t.Errorf("%s: no error on the first %d of %d bytes", b.key, n, len(raw))
			}
		}
		for i := range raw { // whatever stands there, it must not take the load down
			bad := slices.Clone(raw)
			bad[i] ^= 0xff
			_, _ = newBlock(b.key, bad)
		}
		if empty, err := newBlock(b.key, nil); err != nil || empty.encode() != nil {
			t.Errorf("%s: an empty state is written: %v", b.key, err)
		}
	}
}

func TestUnion(t *testing.T) {
	a, b := list{"a", "c", "e"}, list{"b", "c", "f"}
	if got := union(a, b); !slices.Equal(got, list{"a", "b", "c", "e", "f"}) {
		t.Errorf("union is %v", got)
	}
	if got := union(a, list{"c"}); &got[0] != &a[0] {
		t.Error("a list to which nothing is added is copied")
	}
	if got := a.with("d"); !slices.Equal(got, list{"a", "c", "d", "e"}) || !slices.Equal(a, list{"a", "c", "e"}) {
		t.Errorf("with one more it is %v, and was %v", got, a)
	}
}
