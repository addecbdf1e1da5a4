package neo4j

import (
	"fmt"
	"slices"
	"strings"

	"cadre/graph"
)

// schema holds the texts that the kinds of the graph ask for, made once.
type schema struct {
	nodes  map[graph.Label]nodeKind
	labels []graph.Label
	edges  map[graph.Type]edgeKind
	types  []graph.Type
}

type nodeKind struct {
	graph.NodeKind
	put    string // rows of id and properties
	make   string // the same for nodes that are not there
	unused string // which of $in.list no edge keeps
}

type edgeKind struct {
	graph.EdgeKind
	put  map[graph.Label]string // by the label of the end; rows of from, to, key and properties
	make map[graph.Label]string // the same for edges that are not there
}

func newSchema(nodes []graph.NodeKind, edges []graph.EdgeKind) schema {
	s := schema{nodes: map[graph.Label]nodeKind{}, edges: map[graph.Type]edgeKind{}}
	for _, k := range nodes {
		s.labels = append(s.labels, k.Label)
		node := " (x:" + string(k.Label) + " {id: row[0]})" + setProps(k.Props, 1)
		s.nodes[k.Label] = nodeKind{k, "UNWIND $in.list AS row MERGE" + node, "UNWIND $in.list AS row CREATE" + node, unused(k.Label, edges)}
	}
	for _, k := range edges {
		s.types = append(s.types, k.Type)
		e := edgeKind{k, map[graph.Label]string{}, map[graph.Label]string{}}
		for _, to := range k.To {
			ends := fmt.Sprintf("UNWIND $in.list AS row MATCH (a:%s {id: row[0]}) MATCH (b:%s {id: row[1]}) ", k.From, to)
			edge := fmt.Sprintf(" (a)-[x:%s {key: row[2]}]->(b)%s RETURN count(*) AS n", k.Type, setProps(k.Props, 3))
			e.put[to], e.make[to] = ends+"MERGE"+edge, ends+"CREATE"+edge
		}
		s.edges[k.Type] = e
	}
	return s
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

// unused is the query for those of a list of a label's nodes that no edge
// leads to and no edge leaves but those they own.
func unused(l graph.Label, edges []graph.EdgeKind) string {
	text := "MATCH (n:" + string(l) + ") WHERE n.id IN $in.list AND NOT EXISTS { (n)<--() }"
	var others []string
	for _, k := range edges {
		if k.From == l && !graph.Owned(k.Type) {
			others = append(others, string(k.Type))
		}
	}
	if len(others) > 0 {
		text += " AND NOT EXISTS { (n)-[:" + strings.Join(others, "|") + "]->() }"
	}
	return text + " RETURN n.id"
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
