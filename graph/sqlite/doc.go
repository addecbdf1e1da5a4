// Package sqlite keeps a graph in one SQLite file, without cgo.
//
// Tables are made from graph.Nodes and graph.Edges: one a node label, named in
// lower case (person, position, ...), and one a group of edge kinds (holds,
// change, role, document, structure, reports). Columns bear the names of the
// properties; lists are JSON text, booleans 0 and 1. Besides them stand
//
//	record, record_source   the articles' claims
//	block                   the resolver's states
//	search                  FTS5 over the folded names: ... MATCH 'truong thi mai'
//	search_doc              what search indexes, by the node's id
//
// One connection writes, in the write-ahead log's mode; readers have
// connections of their own and see the graph as the last commit left it.
package sqlite
