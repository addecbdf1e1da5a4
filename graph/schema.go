package graph

// Label names a kind of node.
type Label string

// The kinds of nodes.
const (
	Person      Label = "Person"
	Position    Label = "Position"
	Institution Label = "Institution"
	Conference  Label = "Conference"
	Resolution  Label = "Resolution"
	Place       Label = "Place"
	Article     Label = "Article"
)

// Type names a kind of edge.
type Type string

// The kinds of edges. Role and change edges take their names from the words of
// the extraction contract, in capitals.
const (
	Holds Type = "HOLDS"

	Appointed   Type = "APPOINTED"
	Elected     Type = "ELECTED"
	Reelected   Type = "REELECTED"
	Approved    Type = "APPROVED"
	Dismissed   Type = "DISMISSED"
	Resigned    Type = "RESIGNED"
	Transferred Type = "TRANSFERRED"
	Retired     Type = "RETIRED"
	Died        Type = "DIED"
	Disciplined Type = "DISCIPLINED"

	Chaired       Type = "CHAIRED"
	CoChaired     Type = "CO_CHAIRED"
	ChairedBridge Type = "CHAIRED_BRIDGE"
	Attended      Type = "ATTENDED"
	Opened        Type = "OPENED"
	Concluded     Type = "CONCLUDED"
	Moderated     Type = "MODERATED"
	SpokeAt       Type = "SPOKE_AT"
	PresentedAt   Type = "PRESENTED_AT"
	SignedAt      Type = "SIGNED_AT"
	Received      Type = "RECEIVED"
	Visited       Type = "VISITED"

	Presented Type = "PRESENTED"
	Signed    Type = "SIGNED"

	InBody      Type = "IN_BODY"
	PartOf      Type = "PART_OF"
	SucceededBy Type = "SUCCEEDED_BY"
	LocatedIn   Type = "LOCATED_IN"
	MergedInto  Type = "MERGED_INTO"

	Organized Type = "ORGANIZED"
	Issued    Type = "ISSUED"
	Discussed Type = "DISCUSSED"
	Follows   Type = "FOLLOWS"
	HeldAt    Type = "HELD_AT"

	Reports Type = "REPORTS"
)

// Kind is the type of a property's value.
type Kind int

// The kinds of property values, and the Go type each has in Props.
const (
	String  Kind = iota // string
	Int                 // int64
	Bool                // bool
	ISODate             // Date: "2024", "2024-01" or "2024-01-17"
	Strings             // []string, sorted
)

// Prop is one property of a node or an edge. A property that has no value is
// absent from Props, never an empty string.
type Prop struct {
	Name string
	Kind Kind
}

// NodeKind is one row of the table of nodes. Every node has an ID besides.
// Key properties are indexed; Search ones are found by full text.
type NodeKind struct {
	Label  Label
	Props  []Prop
	Index  []string
	Search []string
}

// Group names the edge kinds that share properties and are asked for together;
// an SQL engine keeps one table a group.
type Group string

// The groups of edge kinds.
const (
	GroupHolds     Group = "holds"
	GroupChange    Group = "change"
	GroupRole      Group = "role"
	GroupDocument  Group = "document"
	GroupStructure Group = "structure"
	GroupReports   Group = "reports"
)

// EdgeKind is one row of the table of edges. Every edge has a key besides,
// unique over all edges.
type EdgeKind struct {
	Type  Type
	Group Group
	From  Label
	To    []Label
	Props []Prop
	Index []string
}

// Nodes is the table of node kinds. IDs are unique over all labels: a person's
// is the bare slug of the name (truong-thi-mai), others carry their kind
// (position/…, conference/…).
func Nodes() []NodeKind {
	s := func(n string) Prop { return Prop{n, String} }
	d := func(n string) Prop { return Prop{n, ISODate} }
	i := func(n string) Prop { return Prop{n, Int} }
	b := func(n string) Prop { return Prop{n, Bool} }
	l := func(n string) Prop { return Prop{n, Strings} }
	return []NodeKind{
		// died: the day of death, where an article reports it.
		{Person, []Prop{s("name"), s("folded"), l("aliases"), d("died")}, []string{"folded"}, []string{"name", "aliases"}},
		// seats: 1 or n; absent when not limited. rank: smaller is more senior.
		{Position, []Prop{s("name"), s("name_en"), s("folded"), s("title"), i("rank"), i("seats")}, []string{"folded"}, []string{"name", "name_en"}},
		// committee: true where the node is also a :Committee in Neo4j.
		{Institution, []Prop{s("name"), s("name_en"), s("folded"), s("kind"), s("level"), s("term"), b("committee"), d("since"), d("until")}, []string{"folded"}, []string{"name", "name_en"}},
		{Conference, []Prop{s("name"), s("folded"), s("kind"), d("date"), d("end"), s("precision"), b("online"), s("status"), s("series"), i("ordinal"), s("term")}, []string{"date", "folded", "series"}, []string{"name"}},
		{Resolution, []Prop{s("name"), s("number"), s("folded"), s("kind"), s("title"), s("issuer"), d("issued")}, []string{"folded", "issued"}, []string{"name", "title"}},
		{Place, []Prop{s("name"), s("folded"), s("kind"), d("since"), d("until")}, []string{"folded"}, []string{"name"}},
		{Article, []Prop{s("name"), s("title"), s("path"), s("url"), s("hash"), s("source"), d("published"), s("language")}, []string{"published"}, []string{"title"}},
	}
}

// Edges is the table of edge kinds.
func Edges() []EdgeKind {
	on := []Prop{{"on", ISODate}}
	role := []Prop{{"on", ISODate}, {"at", String}}
	act := []Prop{{"on", ISODate}, {"conference", String}}
	span := []Prop{{"since", ISODate}, {"until", ISODate}}
	var t []EdgeKind
	// since, until: from reports of change; first_seen, last_seen: from sightings;
	// former: articles know the person only as a former holder.
	t = append(t, EdgeKind{Holds, GroupHolds, Person, []Label{Position},
		[]Prop{{"since", ISODate}, {"until", ISODate}, {"first_seen", ISODate}, {"last_seen", ISODate}, {"acting", Bool}, {"former", Bool}}, []string{"first_seen", "last_seen"}})
	for _, n := range []Type{Appointed, Elected, Reelected, Approved, Dismissed, Resigned, Transferred, Retired, Died, Disciplined} {
		t = append(t, EdgeKind{n, GroupChange, Person, []Label{Position}, on, []string{"on"}})
	}
	for _, n := range []Type{Chaired, CoChaired, ChairedBridge, Attended, Opened, Concluded, Moderated, SpokeAt, PresentedAt, SignedAt, Received, Visited} {
		t = append(t, EdgeKind{n, GroupRole, Person, []Label{Conference}, role, []string{"on"}})
	}
	t = append(t,
		EdgeKind{Presented, GroupDocument, Person, []Label{Resolution}, act, []string{"on"}},
		EdgeKind{Signed, GroupDocument, Person, []Label{Resolution}, act, []string{"on"}},
		EdgeKind{InBody, GroupStructure, Position, []Label{Institution}, span, nil},
		EdgeKind{PartOf, GroupStructure, Institution, []Label{Institution}, span, nil},
		EdgeKind{SucceededBy, GroupStructure, Institution, []Label{Institution}, on, nil},
		EdgeKind{LocatedIn, GroupStructure, Institution, []Label{Place}, span, nil},
		EdgeKind{MergedInto, GroupStructure, Place, []Label{Place}, on, nil},
		EdgeKind{Organized, GroupStructure, Institution, []Label{Conference}, on, nil},
		EdgeKind{Issued, GroupStructure, Institution, []Label{Resolution}, on, nil},
		EdgeKind{Discussed, GroupStructure, Conference, []Label{Resolution}, on, nil},
		EdgeKind{Follows, GroupStructure, Conference, []Label{Conference}, nil, nil},
		EdgeKind{HeldAt, GroupStructure, Conference, []Label{Place}, on, nil},
		// as: the name as written (fullest in the article); quote, start, end: the words
		// and their byte span in the article; supports: key of the edge the quote proves;
		// capacity: the offices the article names with the act; ordinal: place in its list;
		// on: the day for which the article says it (valid time), published its own day.
		EdgeKind{Reports, GroupReports, Article, []Label{Person, Position, Institution, Conference, Resolution, Place},
			[]Prop{{"published", ISODate}, {"on", ISODate}, {"as", String}, {"quote", String}, {"start", Int}, {"end", Int}, {"rule", String}, {"supports", String}, {"capacity", String}, {"ordinal", Int}}, []string{"supports"}})
	return t
}

// NodeKindOf finds the row of a label; ok is false for a label not in the table.
func NodeKindOf(l Label) (k NodeKind, ok bool) {
	for _, n := range Nodes() {
		if n.Label == l {
			return n, true
		}
	}
	return k, false
}

// EdgeKindOf finds the row of an edge type; ok is false for one not in the table.
func EdgeKindOf(t Type) (k EdgeKind, ok bool) {
	for _, e := range Edges() {
		if e.Type == t {
			return e, true
		}
	}
	return k, false
}
