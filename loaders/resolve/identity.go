package resolve

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"cadre/graph"
)

// relation says what two facets of one folded name say of each other.
type relation struct {
	conflict bool // they cannot be one person
	score    int  // what speaks for one person; under 1 is too little
}

// clusters tells the people of a block apart. Facets that one article gives to
// one person are one (Links); then the two groups with the most that speaks for
// one person are joined, again and again, as long as nothing speaks against it.
// The order of joining depends on the facets alone.
func (s *personState) clusters(folded string, v *Vocabulary, d Decisions) []personCluster {
	keys := make([]string, 0, len(s.Facets))
	for k := range s.Facets {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	at := make(map[string]int, len(keys))
	group := make([]int, len(keys)) // facet -> lowest facet of its group
	offices := make([]Office, len(keys))
	for i, k := range keys {
		at[k], group[i] = i, i
		offices[i] = v.Office(s.Facets[k].Office)
	}
	join := func(a, b int) {
		a, b = group[a], group[b]
		if a > b {
			a, b = b, a
		}
		for i := range group {
			if group[i] == b {
				group[i] = a
			}
		}
	}
	for _, l := range s.Links {
		a, b, _ := strings.Cut(l, "\x1e")
		if i, ok := at[a]; ok {
			if j, ok := at[b]; ok {
				join(i, j)
			}
		}
	}
	s.merge(folded, keys, offices, group, join, v, d)
	members := map[int][]int{}
	var roots []int
	for i, g := range group {
		if len(members[g]) == 0 {
			roots = append(roots, g)
		}
		members[g] = append(members[g], i)
	}
	roots = s.place(roots, members, keys, offices)
	return s.name(folded, roots, members, keys, offices, v)
}

// bond is what the facets of two groups say of each other.
type bond struct {
	conflicts int  // pairs that cannot be held by one person
	never     bool // spelled apart, or decided to be two
	score     int
}

const (
	decided = 100 // an analyst said so
	sure    = 12  // one seat among the leaders of Party and State under one name
	slips   = 2   // conflicts that may be errors of articles where the seat is sure
)

// holds tells whether two groups may be joined.
func (b bond) holds() bool {
	switch {
	case b.never:
		return false
	case b.score >= decided:
		return true
	}
	return b.conflicts == 0 || b.score >= sure && b.conflicts <= slips
}

// merge joins groups of facets, the pair with the most that speaks for one
// person first, until no pair is left that something speaks for and nothing
// against.
func (s *personState) merge(folded string, keys []string, offices []Office, group []int, join func(a, b int), v *Vocabulary, d Decisions) {
	n := len(keys)
	rel := make([]bond, n*n) // between groups, at [lowest facet of one][of the other]
	held := coheld(group, offices)
	common := v.common(folded)
	add := func(a, b int, x bond) {
		r := &rel[a*n+b]
		r.conflicts += x.conflicts
		r.never = r.never || x.never
		r.score = max(r.score, x.score)
	}
	roots := map[int]bool{}
	for i := range keys {
		roots[group[i]] = true
		for j := range i {
			if group[i] == group[j] {
				continue
			}
			f, g := s.Facets[keys[j]], s.Facets[keys[i]]
			x := relate(f, g, offices[j], offices[i], v, common)
			if x.conflict && held[[2]string{offices[i].Name, offices[j].Name}] && sameClass(f, g) {
				x = relation{}
			}
			w := bond{score: x.score}
			if x.conflict {
				w.conflicts = 1
			}
			w.never = !sameClass(f, g)
			if same, ok := d.person(folded, f, g); ok {
				w = bond{never: !same, score: decided}
			}
			add(group[i], group[j], w)
			add(group[j], group[i], w)
		}
	}
	order := make([]int, 0, len(roots))
	for i := range keys {
		if roots[i] {
			order = append(order, i)
		}
	}
	for {
		best, bi, bj := 0, -1, -1
		for x, i := range order {
			for _, j := range order[x+1:] {
				if r := rel[i*n+j]; r.holds() && r.score > best {
					best, bi, bj = r.score, i, j
				}
			}
		}
		if bi < 0 {
			return
		}
		join(bi, bj)
		for _, k := range order {
			if k != bi && k != bj {
				x := rel[bj*n+k]
				add(bi, k, x)
				add(k, bi, x)
			}
		}
		order = slices.DeleteFunc(order, func(i int) bool { return i == bj })
	}
}

// coheld are the pairs of offices that an article gives to one person: they
// speak against nothing when other articles name them apart.
func coheld(group []int, offices []Office) map[[2]string]bool {
	out := map[[2]string]bool{}
	for i := range group {
		for j := range group {
			if i != j && group[i] == group[j] {
				out[[2]string{offices[i].Name, offices[j].Name}] = true
			}
		}
	}
	return out
}

// sameClass tells whether two facets may be spellings of one name.
func sameClass(a, b *facet) bool { return a.Class == b.Class || a.Class == "" || b.Class == "" }

// place puts the groups that have no office, which the name alone or a
// province describes, with the person they most likely mean: the one who holds
// an office in that province, else the only one, else the most senior. Where
// the block has nobody with an office they stay one person.
func (s *personState) place(roots []int, members map[int][]int, keys []string, offices []Office) []int {
	var known, bare []int
	for _, r := range roots {
		if offices[r].Name != "" {
			known = append(known, r)
			continue
		}
		held := false
		for _, m := range members[r] {
			held = held || offices[m].Name != ""
		}
		if held {
			known = append(known, r)
		} else {
			bare = append(bare, r)
		}
	}
	sort.SliceStable(known, func(i, j int) bool { return senior(members[known[i]], offices) < senior(members[known[j]], offices) })
	for _, b := range bare {
		f := s.Facets[keys[b]]
		to := -1
		for _, k := range known {
			if !s.spelled(members[k], keys, f.Class) {
				continue
			}
			if to < 0 {
				to = k
			}
			inScope := false
			for _, m := range members[k] {
				inScope = inScope || f.Scope != "" && offices[m].Province == f.Scope
			}
			if inScope {
				to = k
				break
			}
		}
		if to < 0 {
			known = append(known, b)
			continue
		}
		members[to] = append(members[to], members[b]...)
		delete(members, b)
	}
	sort.Ints(known)
	return known
}

// spelled tells whether a group's name may be written as class.
func (s *personState) spelled(group []int, keys []string, class string) bool {
	if class == "" {
		return true
	}
	for _, m := range group {
		if c := s.Facets[keys[m]].Class; c != "" && c != class {
			return false
		}
	}
	return true
}

// senior is the rank of the most senior office of a group.
func senior(group []int, offices []Office) int {
	best := 999
	for _, m := range group {
		if offices[m].Name != "" && offices[m].Rank < best {
			best = offices[m].Rank
		}
	}
	return best
}

// name gives the groups their ids: the most senior person has the bare slug of
// the name, the others carry the place, body or words of their most senior office.
func (s *personState) name(folded string, roots []int, members map[int][]int, keys []string, offices []Office, v *Vocabulary) []personCluster {
	order := append([]int(nil), roots...)
	sort.SliceStable(order, func(i, j int) bool {
		a, b := senior(members[order[i]], offices), senior(members[order[j]], offices)
		if a != b {
			return a < b
		}
		return keys[order[i]] < keys[order[j]]
	})
	used := map[string]bool{}
	out := make([]personCluster, 0, len(order))
	for n, r := range order {
		c := personCluster{id: slug(folded)}
		var facets []*facet
		var names list
		top := -1
		for _, m := range members[r] {
			f := s.Facets[keys[m]]
			facets = append(facets, f)
			names = union(names, f.Names)
			c.facets = append(c.facets, keys[m])
			if offices[m].Name != "" && (top < 0 || offices[m].Rank < offices[top].Rank || offices[m].Rank == offices[top].Rank && offices[m].Name < offices[top].Name) {
				top = m
			}
		}
		sort.Strings(c.facets)
		if n > 0 && top >= 0 {
			for _, more := range []string{offices[top].Place, offices[top].Body, offices[top].Name} {
				if id := slug(folded) + "--" + slug(graph.Fold(more)); more != "" && !used[id] {
					c.id = id
					break
				}
			}
		}
		for i := 2; used[c.id]; i++ {
			c.id = slug(folded) + "--" + string(rune('0'+i%10)) + slug(graph.Fold(strings.Join(c.facets, " ")))
		}
		used[c.id] = true
		c.name = fullest(names)
		c.aliases = slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == c.name })
		c.tenures = tenures(facets)
		moves(c.tenures, v)
		out = append(out, c)
	}
	return out
}

// fullest chooses the name to show: the longest, of those the one with most
// diacritics, then the last by bytes, in which a slip like "KIm" comes first.
func fullest(names list) string {
	best := ""
	weight := func(s string) [2]int {
		f := graph.Fold(s)
		return [2]int{len(strings.Fields(f)), len(s) - len(f)}
	}
	for _, n := range names {
		a, b := weight(n), weight(best)
		if best == "" || a[0] > b[0] || a[0] == b[0] && a[1] >= b[1] {
			best = n
		}
	}
	return best
}

// slug is a folded text as part of an id.
func slug(folded string) string {
	var b strings.Builder
	dash := false
	for _, r := range folded {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			dash = false
			b.WriteRune(r)
		case r == '\'' || r == '’':
		case r > 0x7f:
			// letters of other scripts keep their code so that two names stay two
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			dash = false
			b.WriteString("u" + strconv.FormatInt(int64(r), 16))
		default:
			dash = true
		}
	}
	return b.String()
}
