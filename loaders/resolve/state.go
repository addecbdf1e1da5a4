package resolve

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"

	"cadre/graph"
)

// The states of blocks are read and written more often than anything else in a
// load, so they have a form of their own: numbers as varints, texts behind their
// length, lists behind the number of their members, and what a map of the state
// is keyed by left out where the values tell it.

// stateForm is the first byte of a state.
const stateForm = 1

var errState = errors.New("it ends too early")

// stateWriter appends the parts of a state.
type stateWriter []byte

func (w *stateWriter) number(n int) { *w = binary.AppendUvarint(*w, uint64(n)) }

func (w *stateWriter) text(s string) {
	w.number(len(s))
	*w = append(*w, s...)
}

func (w *stateWriter) list(l list) {
	w.number(len(l))
	for _, s := range l {
		w.text(s)
	}
}

func (w *stateWriter) flags(all ...bool) {
	n := 0
	for i, is := range all {
		if is {
			n |= 1 << i
		}
	}
	w.number(n)
}

// stateReader takes the parts of a state again. Its texts are parts of one
// string, its lists of a few arrays.
type stateReader struct {
	rest  string
	lists list // room for lists
	bad   bool // the state ended too early
}

// number is at least 0 and no greater than what a state may hold.
func (r *stateReader) number() int {
	var n uint64
	for i := 0; i < len(r.rest) && i < binary.MaxVarintLen32; i++ {
		c := r.rest[i]
		n |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			r.rest = r.rest[i+1:]
			return int(n)
		}
	}
	r.bad, r.rest = true, ""
	return 0
}

func (r *stateReader) text() string {
	n := r.number()
	if n > len(r.rest) {
		r.bad, r.rest = true, ""
		return ""
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

func (r *stateReader) date() graph.Date { return graph.Date(r.text()) }

func (r *stateReader) list() list {
	n := r.count()
	if n == 0 {
		return nil
	}
	if n > cap(r.lists)-len(r.lists) {
		r.lists = make(list, 0, max(n, 128))
	}
	from := len(r.lists)
	for range n {
		r.lists = append(r.lists, r.text())
	}
	return r.lists[from:len(r.lists):len(r.lists)]
}

// count is a number of things of which each takes a byte at least.
func (r *stateReader) count() int {
	n := r.number()
	if n > len(r.rest) {
		r.bad, r.rest = true, ""
		return 0
	}
	return n
}

func (r *stateReader) flags() (a, b bool) {
	n := r.number()
	return n&1 != 0, n&2 != 0
}

func (s *personState) write(w *stateWriter) {
	w.number(len(s.Facets))
	for _, k := range slices.Sorted(maps.Keys(s.Facets)) {
		f := s.Facets[k]
		w.text(f.Office)
		w.text(f.Scope)
		w.text(f.Class)
		w.list(f.Names)
		w.text(string(f.First))
		w.text(string(f.Last))
		w.flags(f.Former, f.Acting)
		w.list(f.Changes)
	}
	w.list(s.Links)
}

func (s *personState) read(r *stateReader) {
	n := r.count()
	all := make([]facet, n)
	s.Facets = make(map[string]*facet, n)
	for i := range all {
		f := &all[i]
		f.Office, f.Scope, f.Class, f.Names = r.text(), r.text(), r.text(), r.list()
		f.First, f.Last = r.date(), r.date()
		f.Former, f.Acting = r.flags()
		f.Changes = r.list()
		s.Facets[f.key()] = f
	}
	s.Links = r.list()
}

func (s *eventState) write(w *stateWriter) {
	w.number(len(s.Reports))
	for _, k := range slices.Sorted(maps.Keys(s.Reports)) {
		e := s.Reports[k]
		w.text(e.Kind)
		w.text(e.Name)
		w.text(e.Language)
		w.text(string(e.Date))
		w.text(string(e.End))
		w.number(e.Ordinal)
		w.text(e.Term)
		for _, l := range []list{e.Chairs, e.People, e.Bodies, e.Places, e.Online, e.Status, e.Deals, e.Scopes} {
			w.list(l)
		}
	}
	w.list(s.Watch)
}

func (s *eventState) read(r *stateReader) {
	n := r.count()
	all := make([]eventReport, n)
	s.Reports = make(map[string]*eventReport, n)
	for i := range all {
		e := &all[i]
		e.Kind, e.Name, e.Language, e.Date, e.End = r.text(), r.text(), r.text(), r.date(), r.date()
		e.Ordinal, e.Term = r.number(), r.text()
		for _, l := range []*list{&e.Chairs, &e.People, &e.Bodies, &e.Places, &e.Online, &e.Status, &e.Deals, &e.Scopes} {
			*l = r.list()
		}
		s.Reports[e.key()] = e
	}
	s.Watch = r.list()
}

func (s *paperState) write(w *stateWriter) {
	w.number(len(s.Mentions))
	for _, k := range slices.Sorted(maps.Keys(s.Mentions)) {
		m := s.Mentions[k]
		w.text(m.Number)
		w.text(string(m.Issued))
		w.list(m.Kinds)
		w.list(m.Titles)
		w.list(m.Issuer)
		w.text(string(m.Written))
	}
}

func (s *paperState) read(r *stateReader) {
	n := r.count()
	s.Mentions = make(map[string]*paperMention, n)
	for range n {
		m := &paperMention{Number: r.text(), Issued: r.date(), Kinds: r.list(), Titles: r.list(), Issuer: r.list(), Written: r.date()}
		s.Mentions[string(m.Issued)] = m
	}
}

// newBlock decodes a state; nil gives an empty one.
func newBlock(key string, raw []byte) (*block, error) {
	b := &block{key: key}
	r := &stateReader{}
	if raw != nil {
		r.rest = string(raw)
		if len(raw) == 0 || raw[0] != stateForm {
			return nil, fmt.Errorf("state of block %q is damaged or of another version: run cadre reextract", key)
		}
		r.rest = r.rest[1:]
	}
	switch key[0] {
	case 'p':
		b.person = &personState{}
		if raw != nil {
			b.person.read(r)
		}
	case 'e', 'n':
		b.event = &eventState{}
		if raw != nil {
			b.event.read(r)
		}
	case 'd':
		b.paper = &paperState{}
		if raw != nil {
			b.paper.read(r)
		}
	}
	if r.bad {
		return nil, fmt.Errorf("state of block %q is damaged: run cadre reextract: %w", key, errState)
	}
	return b, nil
}

// encode packs the state; nil for an empty one.
func (b *block) encode() []byte {
	w := stateWriter{stateForm}
	switch {
	case b.person != nil && len(b.person.Facets) > 0:
		b.person.write(&w)
	case b.event != nil && len(b.event.Reports)+len(b.event.Watch) > 0:
		b.event.write(&w)
	case b.paper != nil && len(b.paper.Mentions) > 0:
		b.paper.write(&w)
	default:
		return nil
	}
	return w
}
