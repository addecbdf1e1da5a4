package graphtest

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"cadre/graph"
)

// Dump writes a whole store as text, a line a node, edge, record and block, in
// an order that does not depend on the engine: two stores hold the same graph
// exactly if their dumps are equal. Batch numbers are left out, as they are
// from exports. Of the blocks, which a store does not list, it writes those
// with the keys given.
func Dump(ctx context.Context, s graph.Store, blocks ...string) (string, error) {
	var b strings.Builder
	for _, k := range graph.Nodes() {
		for n, err := range s.Nodes(ctx, k.Label) {
			if err != nil {
				return "", fmt.Errorf("dump nodes %s: %w", k.Label, err)
			}
			fmt.Fprintf(&b, "node %s %s %s\n", n.Label, n.ID, props(n.Props))
		}
	}
	for _, k := range graph.Edges() {
		for e, err := range s.Edges(ctx, k.Type) {
			if err != nil {
				return "", fmt.Errorf("dump edges %s: %w", k.Type, err)
			}
			fmt.Fprintf(&b, "edge %s %s (%s %s) (%s %s) %s\n", e.Type, e.Key, e.From.Label, e.From.ID, e.To.Label, e.To.ID, props(e.Props))
		}
	}
	for r, err := range s.Records(ctx) {
		if err != nil {
			return "", fmt.Errorf("dump records: %w", err)
		}
		fmt.Fprintf(&b, "record %s %q %q %t %d bytes %x\n", r.ID, r.Sources, r.Published, r.Current, len(r.Claims), sha256.Sum256(r.Claims))
	}
	if len(blocks) == 0 {
		return b.String(), nil
	}
	err := s.Update(ctx, func(ctx context.Context, tx graph.Tx) error {
		found, err := tx.Blocks(ctx, blocks)
		for _, key := range slices.Sorted(slices.Values(blocks)) {
			if state, ok := found[key]; ok {
				fmt.Fprintf(&b, "block %s %q\n", key, state)
			}
		}
		return err
	})
	return b.String(), err
}

// props writes properties by name with the Go type of each value.
func props(p graph.Props) string {
	typed := map[string]string{}
	for name, v := range p {
		typed[name] = fmt.Sprintf("%T %q", v, fmt.Sprint(v))
		if l, ok := v.([]string); ok {
			typed[name] = fmt.Sprintf("%T %q", v, l)
		}
	}
	text, _ := json.Marshal(typed) // strings cannot fail; keys come out sorted
	return string(text)
}
