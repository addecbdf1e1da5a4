package resolve

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"cadre/graph"
)

// A record's claims are packed as two deflated streams behind the length of
// the first: the claims as JSON, and the article's text as it was read, so that
// new rules can read it again wherever the store is.

// Packer packs claims and texts; it keeps its compressor between articles, so
// each goroutine needs its own. The zero value is ready.
type Packer struct {
	w   *flate.Writer
	buf bytes.Buffer
}

// Pack makes an Incoming of an article's claims and text.
func (p *Packer) Pack(c Claims, path string, text []byte) (Incoming, error) {
	in := Incoming{Claims: c, Sources: []string{path}}
	if c.URL != "" && c.URL != path {
		in.Sources = append(in.Sources, c.URL)
	}
	raw, err := json.Marshal(c)
	if err != nil {
		return in, fmt.Errorf("pack claims of %s: %w", path, err)
	}
	claims, err := p.deflate(raw)
	if err != nil {
		return in, fmt.Errorf("pack claims of %s: %w", path, err)
	}
	in.Packed = append(binary.AppendUvarint(nil, uint64(len(claims))), claims...)
	body, err := p.deflate(text)
	if err != nil {
		return in, fmt.Errorf("pack text of %s: %w", path, err)
	}
	in.Packed = append(in.Packed, body...)
	return in, nil
}

// deflate returns bytes that are good until the next call.
func (p *Packer) deflate(raw []byte) ([]byte, error) {
	p.buf.Reset()
	if p.w == nil {
		w, err := flate.NewWriter(&p.buf, flate.BestSpeed)
		if err != nil {
			return nil, err
		}
		p.w = w
	} else {
		p.w.Reset(&p.buf)
	}
	if _, err := p.w.Write(raw); err != nil {
		return nil, err
	}
	err := p.w.Close()
	return p.buf.Bytes(), err
}

// maxPacked bounds what one stream unpacks to, in bytes.
const maxPacked = 64 << 20

// streams splits packed claims into the two streams.
func streams(id string, packed []byte) (claims, text []byte, err error) {
	n, k := binary.Uvarint(packed)
	if k <= 0 || uint64(len(packed)-k) < n {
		return nil, nil, fmt.Errorf("the record of article %s is damaged: load the article again with --force", id)
	}
	return packed[k : k+int(n)], packed[k+int(n):], nil
}

func inflate(id string, b []byte) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(b)), maxPacked))
	if err != nil {
		return nil, fmt.Errorf("the record of article %s is damaged: load the article again with --force: %w", id, err)
	}
	return raw, nil
}

func decode(id string, packed []byte) (Claims, error) {
	var c Claims
	s, _, err := streams(id, packed)
	if err != nil {
		return c, err
	}
	raw, err := inflate(id, s)
	if err != nil {
		return c, err
	}
	if err := json.Unmarshal(raw, &c); err != nil {
		return c, fmt.Errorf("the record of article %s is damaged: load the article again with --force: %w", id, err)
	}
	return c, nil
}

// Unpack reads a record's claims and the article's text.
func Unpack(r graph.Record) (c Claims, text []byte, err error) {
	if c, err = decode(r.ID, r.Claims); err != nil {
		return c, nil, err
	}
	_, s, err := streams(r.ID, r.Claims)
	if err != nil {
		return c, nil, err
	}
	text, err = inflate(r.ID, s)
	return c, text, err
}

// Again makes an Incoming of a record as it is.
func Again(r graph.Record) (Incoming, error) {
	c, err := decode(r.ID, r.Claims)
	return Incoming{Claims: c, Packed: r.Claims, Sources: slices.Clone(r.Sources)}, err
}

// Path is the path of a record's article, "" for one known by its URL alone.
func Path(sources []string) string {
	for _, s := range sources {
		if !strings.Contains(s, "://") {
			return s
		}
	}
	return ""
}

// sameClaims tells whether two packed records say the same, by whatever
// version of the rules they were read.
func sameClaims(id string, a, b []byte) bool {
	if bytes.Equal(a, b) {
		return true
	}
	x, err := decode(id, a)
	if err != nil {
		return false
	}
	y, err := decode(id, b)
	if err != nil {
		return false
	}
	x.Pack = y.Pack
	p, err := json.Marshal(x)
	if err != nil {
		return false
	}
	q, err := json.Marshal(y)
	return err == nil && bytes.Equal(p, q)
}
