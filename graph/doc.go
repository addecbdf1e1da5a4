// Package graph is the domain of Cadre: which kinds of nodes and edges the
// graph has, how its dates are written, what a batch of changes is and what a
// store must promise. It does no I/O and imports nothing of this module; the
// engines in graph/sqlite and graph/neo4j build their tables and statements
// from the schema here.
//
// What is stored first is each article's own claims (Record). Everything else
// in the graph is a deterministic function of the set of records: package
// loaders/resolve computes it and hands the difference to a Store as a Batch.
//
//	(:Article)-[:REPORTS {supports, quote}]->(:Person)-[:HOLDS]->(:Position)-[:IN_BODY]->(:Institution)
//	                                          (:Person)-[:CHAIRED]->(:Conference)-[:HELD_AT]->(:Place)
package graph
