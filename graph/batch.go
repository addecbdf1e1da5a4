package graph

// Props holds the properties of a node or an edge under the names of its kind;
// values have the Go type that Kind names. Absent means unknown.
type Props map[string]any

// Node is one node of the graph.
type Node struct {
	Label Label
	ID    string
	Props Props
}

// Ref points at a node.
type Ref struct {
	Label Label
	ID    string
}

// Ref is the node's reference.
func (n Node) Ref() Ref { return Ref{n.Label, n.ID} }

// Edge is one edge of the graph. Key is unique over all edges and tells two
// edges between the same ends apart (see Key); an edge never changes its ends:
// another end is another key.
type Edge struct {
	Type     Type
	Key      string
	From, To Ref
	Props    Props
}

// Record is one article's claims as they were extracted: the source of truth
// from which the graph is made. It never changes but for Sources and Current.
type Record struct {
	// ID is the hash of the content and of what the loader was told of it.
	ID string
	// Sources are the article's identities, sorted: its URL, or else the paths
	// it was loaded from. Of two records with one source only one is current.
	Sources []string
	// Published is the article's date, "" where it has none.
	Published Date
	// Claims is the compressed form of what was extracted; only loaders/resolve
	// reads it.
	Claims []byte
	// Current is false while a later version of the article stands in for it:
	// it then has no Article node and no edges.
	Current bool
	// Batch numbers the load that brought it; not part of the graph's export.
	Batch int64
}

// Batch is one set of changes, applied whole or not at all. Deletions come
// first, then nodes, then edges. Put a node or an edge that is there already
// replaces its properties.
type Batch struct {
	PutNodes []Node
	PutEdges []Edge
	// DropEdges are deleted by key. Their ends of the labels Position,
	// Institution and Place are deleted too when, after the whole batch, no edge
	// of another owner reaches them any more (see Vocabulary).
	DropEdges []Edge
	DropNodes []Ref
	// DropUnsupported are deleted only if no REPORTS edge supports them once
	// the rest of the batch is applied.
	DropUnsupported []Edge
	PutRecords      []Record
	DropRecords     []string
	// PutBlocks stores the state of blocks by key; nil deletes one.
	PutBlocks map[string][]byte
}

// Changes counts what a batch did.
type Changes struct {
	NodesPut, EdgesPut, NodesDropped, EdgesDropped, RecordsPut int
}

// Add sums two counts.
func (c Changes) Add(o Changes) Changes {
	return Changes{c.NodesPut + o.NodesPut, c.EdgesPut + o.EdgesPut, c.NodesDropped + o.NodesDropped, c.EdgesDropped + o.EdgesDropped, c.RecordsPut + o.RecordsPut}
}
