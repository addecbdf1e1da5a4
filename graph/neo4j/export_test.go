package neo4j

import "cadre/graph"

// WriterTexts are the texts by which kinds of nodes and edges are written,
// dropped and looked for.
func WriterTexts() []string {
	s := newSchema(graph.Nodes(), graph.Edges())
	var all []string
	for _, l := range s.labels {
		k := s.nodes[l]
		all = append(all, k.put, k.make, k.unused, dropNode(l), dropByEnd("a", l), dropByEnd("b", l))
	}
	for _, t := range s.types {
		k := s.edges[t]
		for _, to := range k.To {
			all = append(all, k.put[to], k.make[to])
		}
		all = append(all, dropByKey(t, ""), dropByKey(t, unsupported))
	}
	for _, l := range s.edges[graph.Reports].To {
		all = append(all, reportersOf(l))
	}
	return append(all, putRecords(nil).text, putBlocks(nil).text)
}
