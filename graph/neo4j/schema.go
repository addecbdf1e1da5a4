package neo4j

import (
	"fmt"
	"slices"
	"strings"

	"cadre/graph"
)

// schema holds the texts that the kinds of the graph ask for, made once. What
// they look for they find by an index that they name: no plan depends on what
// the server counts when it makes it.
type schema struct {
	nodes  map[graph.Label]graph.NodeKind
	labels []graph.Label
	edges  map[graph.Type]graph.EdgeKind
	types  []graph.Type

	// Each text works on what usually comes together: the server plans a text
	// whole, with the sections that nothing is given to.
	fresh     []sections // ids by label: those that are there
	putNodes  []sections // rows of id and properties, by rowsOf
	putEdges  []sections // rows of from, to, key and properties, by edgesOf
	keep      []sections // rows of records and of blocks
	dropEdges []sections // keys by type
	dropEnds  []sections // ids of nodes by label: drops their edges
	dropNodes []sections // ids by label, of nodes without edges
	unused    []sections // ids by label: those that no edge keeps
}

// rowsOf and edgesOf name the lists of the texts that put: make is for what is
// not there.
func rowsOf(l graph.Label, committee, make bool) string {
	name := "put"
	if make {
		name = "make"
	}
	if committee {
		name += "Committee"
	}
	return name + string(l)
}

func edgesOf(t graph.Type, to graph.Label, make bool) string {
	if make {
		return "make" + string(t) + string(to)
	}
	return "put" + string(t) + string(to)
}

func newSchema(nodes []graph.NodeKind, edges []graph.EdgeKind) schema {
	s := schema{nodes: map[graph.Label]graph.NodeKind{}, edges: map[graph.Type]graph.EdgeKind{}}
	var fresh, unused []section
	var put [2][]section // those that make, and those that put
	for _, k := range nodes {
		s.labels = append(s.labels, k.Label)
		s.nodes[k.Label] = k
		name := string(k.Label)
		among := fmt.Sprintf("MATCH (n:%[1]s) USING INDEX n:%[1]s(id) WHERE n.id IN $in.%[1]s ", name)
		fresh = append(fresh, section{name, among + "RETURN collect(n.id)"})
		s.dropEnds = append(s.dropEnds, together(section{name, among + "MATCH (n)-[x]-() WITH DISTINCT x" + dropMatched}))
		s.dropNodes = append(s.dropNodes, together(section{name, among + "DELETE n RETURN count(*)"}))
		if graph.Vocabulary(k.Label) {
			unused = append(unused, section{name, among + unkept(k.Label, edges) + " RETURN collect(n.id)"})
		}
		put[0] = append(put[0], nodeSections(k, true)...)
		put[1] = append(put[1], nodeSections(k, false)...)
	}
	s.fresh = append(s.fresh, together(fresh...))
	s.unused = append(s.unused, together(unused...))
	s.putNodes = append(s.putNodes, together(put[0]...), together(put[1]...))
	s.keep = append(s.keep, together(
		section{"records", `UNWIND $in.records AS row MERGE (x:Claims {id: row[0]})
			SET x.sources = row[1], x.published = row[2], x.claims = row[3], x.current = row[4], x.batch = row[5] RETURN count(*)`},
		section{"blocks", "UNWIND $in.blocks AS row MERGE (x:Block {key: row[0]}) SET x.state = row[1] RETURN count(*)"}))
	for len(edges) > 0 { // a group after the other, as the table has them
		n := 1
		for n < len(edges) && edges[n].Group == edges[0].Group {
			n++
		}
		s.group(edges[:n])
		edges = edges[n:]
	}
	return s
}

// nodeSections write nodes of a kind; institutions that are committees, too,
// have a second label.
func nodeSections(k graph.NodeKind, make bool) []section {
	verb := "MERGE"
	if make {
		verb = "CREATE"
	}
	put := func(committee bool, more string) section {
		name := rowsOf(k.Label, committee, make)
		return section{name, fmt.Sprintf("UNWIND $in.%s AS row %s (x:%s {id: row[0]})%s%s RETURN count(*)", name, verb, k.Label, setProps(k.Props, 1), more)}
	}
	switch {
	case k.Label != graph.Institution:
		return []section{put(false, "")}
	case make:
		return []section{put(false, ""), put(true, " SET x:Committee")}
	}
	return []section{put(false, " REMOVE x:Committee"), put(true, " SET x:Committee")}
}

// group makes the texts of edge kinds that come together.
func (s *schema) group(edges []graph.EdgeKind) {
	var drop []section
	var put [2][]section
	for _, k := range edges {
		s.types = append(s.types, k.Type)
		s.edges[k.Type] = k
		name := string(k.Type)
		drop = append(drop, section{name, fmt.Sprintf("MATCH ()-[x:%[1]s]->() USING INDEX x:%[1]s(key) WHERE x.key IN $in.%[1]s WITH x", name) + dropMatched})
		for _, to := range k.To {
			for i, verb := range []string{"CREATE", "MERGE"} {
				name := edgesOf(k.Type, to, verb == "CREATE")
				put[i] = append(put[i], section{name, fmt.Sprintf(`UNWIND $in.%[1]s AS row MATCH (a:%[2]s {id: row[0]}) USING INDEX a:%[2]s(id) MATCH (b:%[3]s {id: row[1]}) USING INDEX b:%[3]s(id)
					%[4]s (a)-[x:%[5]s {key: row[2]}]->(b)%[6]s RETURN count(*)`, name, k.From, to, verb, k.Type, setProps(k.Props, 3))})
			}
		}
	}
	s.putEdges = append(s.putEdges, together(put[0]...), together(put[1]...))
	s.dropEdges = append(s.dropEdges, together(drop...))
}

// setProps sets x's properties to a row's values from place first on; null
// removes one. It names each, so that the planner knows that the key stays.
func setProps(props []graph.Prop, first int) string {
	set := make([]string, len(props))
	for i, p := range props {
		set[i] = fmt.Sprintf("x.`%s` = row[%d]", p.Name, first+i)
	}
	if len(set) == 0 {
		return ""
	}
	return " SET " + strings.Join(set, ", ")
}

// unkept is the condition under which no edge leads to a label's node n and
// none leaves it but those that it owns.
func unkept(l graph.Label, edges []graph.EdgeKind) string {
	text := "AND NOT EXISTS { (n)<--() }"
	var others []string
	for _, k := range edges {
		if k.From == l && !graph.Owned(k.Type) {
			others = append(others, string(k.Type))
		}
	}
	if len(others) > 0 {
		text += " AND NOT EXISTS { (n)-[:" + strings.Join(others, "|") + "]->() }"
	}
	return text
}

// search is the name of the full-text index over the names of all kinds.
const search = "names"

// ddl lists the constraints and indexes by name, with the statement for each.
func (s schema) ddl() (names []string, statements map[string]string) {
	statements = map[string]string{}
	add := func(name, text string) {
		names = append(names, name)
		statements[name] = text
	}
	unique := func(label, prop string) {
		name := "cadre_" + strings.ToLower(label) + "_" + prop
		add(name, fmt.Sprintf("CREATE CONSTRAINT %s IF NOT EXISTS FOR (x:%s) REQUIRE x.%s IS UNIQUE", name, label, prop))
	}
	unique("Cadre", "id")
	unique("Claims", "id")
	unique("Block", "key")
	add("cadre_claims_batch", "CREATE INDEX cadre_claims_batch IF NOT EXISTS FOR (x:Claims) ON (x.batch)")
	var labels, props []string
	for _, l := range s.labels {
		k := s.nodes[l]
		unique(string(l), "id")
		for _, p := range k.Index {
			name := "cadre_" + strings.ToLower(string(l)) + "_" + p
			add(name, fmt.Sprintf("CREATE INDEX %s IF NOT EXISTS FOR (x:%s) ON (x.`%s`)", name, l, p))
		}
		if len(k.Search) > 0 {
			labels = append(labels, string(l))
		}
		for _, p := range k.Search {
			if !slices.Contains(props, "x."+p) {
				props = append(props, "x."+p)
			}
		}
	}
	for _, t := range s.types {
		name := "cadre_" + strings.ToLower(string(t))
		add(name+"_key", fmt.Sprintf("CREATE CONSTRAINT %s_key IF NOT EXISTS FOR ()-[x:%s]-() REQUIRE x.key IS UNIQUE", name, t))
		for _, p := range s.edges[t].Index {
			add(name+"_"+p, fmt.Sprintf("CREATE INDEX %s_%s IF NOT EXISTS FOR ()-[x:%s]-() ON (x.`%s`)", name, p, t, p))
		}
	}
	add(search, fmt.Sprintf("CREATE FULLTEXT INDEX %s IF NOT EXISTS FOR (x:%s) ON EACH [%s] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}",
		search, strings.Join(labels, "|"), strings.Join(props, ", ")))
	return names, statements
}
