package neo4j

import (
	"slices"

	"cadre/graph"
)

// WriterTexts are the texts by which kinds of nodes and edges are written,
// dropped and looked for.
func WriterTexts() []string {
	s := newSchema(graph.Nodes(), graph.Edges())
	all := []string{dropRecords, dropBlocks, supported}
	for _, l := range s.edges[graph.Reports].To {
		all = append(all, reportersOf(l))
	}
	for _, x := range slices.Concat(s.fresh, s.putNodes, s.putEdges, s.keep, s.dropEdges, s.dropEnds, s.dropNodes, s.unused) {
		all = append(all, x.text)
	}
	return all
}
