// Package neo4j keeps the graph in a Neo4j server, version 5.26 or later,
// Community or Enterprise, over bolt. Nodes and edges are stored as the schema
// of package graph names them, so that they can be read in the Neo4j Browser;
// a node or an edge may carry properties of the user's own, which stay. Three
// kinds of nodes are Cadre's alone and lead nowhere:
//
//	(:Cadre  {id, schema})                                        the version; locked by whoever writes
//	(:Claims {id, sources, published, claims, current, batch})    one a record
//	(:Block  {key, state})                                        one a block
package neo4j
