package resolve

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"

	"cadre/graph"
)

// identities are the sources under which a later version replaces an article:
// its URLs, or else its paths.
func identities(sources []string) []string {
	var urls []string
	for _, s := range sources {
		if strings.Contains(s, "://") {
			urls = append(urls, s)
		}
	}
	if urls != nil {
		return urls
	}
	return sources
}

// admit settles which articles are current before and after: of the versions
// of one source the one published last, on a tie the one with the greater id.
func (c *change) admit(ctx context.Context, add []Incoming, remove []string, number int64, force bool) error {
	touched := set{}
	for _, a := range add {
		for _, s := range identities(a.Sources) {
			touched.add(sourceKey(s))
		}
	}
	ids := set{}
	for _, a := range add {
		ids.add(a.Claims.ID)
	}
	for _, id := range remove {
		ids.add(id)
	}
	if err := c.read(ctx, ids.list()); err != nil {
		return err
	}
	for id := range ids {
		if a := c.articles[id]; a != nil {
			for _, s := range identities(a.record.Sources) {
				touched.add(sourceKey(s))
			}
		}
	}
	states, err := c.from.Blocks(ctx, touched.list())
	if err != nil {
		return fmt.Errorf("read versions: %w", err)
	}
	rivals := set{}
	for _, k := range touched.list() {
		m := map[string]string{}
		if raw := states[k]; raw != nil {
			if err := json.Unmarshal(raw, &m); err != nil {
				return fmt.Errorf("versions of %q are damaged: %w", k, err)
			}
		}
		c.sources[k] = m
		for id := range m {
			rivals.add(id)
		}
	}
	if err := c.read(ctx, rivals.list()); err != nil {
		return err
	}
	for _, in := range add {
		id := in.Claims.ID
		a := c.articles[id]
		if a == nil {
			a = &subject{record: graph.Record{ID: id, Published: in.Claims.Published, Batch: number}}
			c.articles[id] = a
		}
		for _, s := range identities(in.Sources) {
			c.sources[sourceKey(s)][id] = string(in.Claims.Published)
		}
		for _, s := range in.Sources {
			if !slices.Contains(a.record.Sources, s) {
				a.record.Sources = append(slices.Clone(a.record.Sources), s)
				sort.Strings(a.record.Sources)
				a.moved = a.known
			}
		}
		if !a.known || force || !sameClaims(id, a.record.Claims, in.Packed) {
			a.packed, a.claims = in.Packed, in.Claims
		}
	}
	for _, id := range remove {
		a := c.articles[id]
		if a == nil {
			return fmt.Errorf("there is no article %q: cadre query search finds the ids of articles", id)
		}
		for _, s := range identities(a.record.Sources) {
			delete(c.sources[sourceKey(s)], id)
		}
		a.record.Sources = nil
	}
	return c.settle(force)
}

// settle compares each article's state before and after.
func (c *change) settle(force bool) error {
	for _, k := range slices.Sorted(maps.Keys(c.sources)) {
		m := c.sources[k]
		if len(m) == 0 {
			c.batch.PutBlocks[k] = nil
			continue
		}
		raw, err := json.Marshal(m)
		if err != nil {
			return fmt.Errorf("encode versions: %w", err)
		}
		c.batch.PutBlocks[k] = raw
	}
	for _, id := range slices.Sorted(maps.Keys(c.articles)) {
		a := c.articles[id]
		old := a.record
		current := false
		for _, s := range identities(a.record.Sources) {
			if m, ok := c.sources[sourceKey(s)]; !ok {
				current = current || old.Current // a source that nothing touches
			} else if newest(m) == id {
				current = true
			}
		}
		if a.known && old.Current {
			claims, err := decode(id, old.Claims)
			if err != nil {
				return err
			}
			a.was = c.before.parts(claims)
		}
		if current {
			switch {
			case a.packed == nil && a.was != nil:
				a.is = a.was
			case a.packed == nil:
				claims, err := decode(id, old.Claims)
				if err != nil {
					return err
				}
				a.is = c.after.parts(claims)
			default:
				a.is = c.after.parts(a.claims)
			}
		}
		switch {
		case len(a.record.Sources) == 0:
			c.batch.DropRecords = append(c.batch.DropRecords, id)
			c.out.Removed++
		case a.packed != nil || current != old.Current || !a.known || a.moved:
			rec := a.record
			rec.Current = current
			if a.packed != nil {
				rec.Claims = a.packed
			}
			c.batch.PutRecords = append(c.batch.PutRecords, rec)
			if current {
				c.out.Loaded++
			} else if a.was != nil || !a.known {
				c.out.Superseded++
			}
		default:
			if a.known {
				c.out.Unchanged++
			}
		}
		a.record.Current = current
	}
	return nil
}

// newest is the version that counts.
func newest(versions map[string]string) string {
	best := ""
	for id, published := range versions {
		if best == "" || published > versions[best] || published == versions[best] && id > best {
			best = id
		}
	}
	return best
}

func sourceKey(source string) string { return "s/" + source }

// read loads records that the change does not have yet.
func (c *change) read(ctx context.Context, ids []string) error {
	var missing []string
	for _, id := range ids {
		if c.articles[id] == nil {
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	recs, err := c.from.Records(ctx, missing)
	if err != nil {
		return fmt.Errorf("read articles: %w", err)
	}
	for id, rec := range recs {
		c.articles[id] = &subject{record: rec, known: true}
	}
	return nil
}
