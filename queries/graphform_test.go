package queries_test

import (
	"strings"
	"testing"

	"cadre/graph"
	"cadre/graph/graphtest"
	"cadre/queries"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Neo4j reads a value that was written into a text as the value itself,
// whatever stands in it.
func TestInlineNeo4j(t *testing.T) {
	driver, err := neo4j.NewDriverWithContext(graphtest.Neo4j(t), neo4j.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(t.Context())
	for _, value := range []string{"Kiều Thế Lãm", "' OR true //", "'", `''"`, "`", "$a", "x') DETACH DELETE n //", "/* */ ' */", "’ʼ＇", `\`, `\u0027 OR true //`, `\\u0027`, `\'`, "a\nb", "\u202e"} {
		text := queries.Inline("RETURN $a AS a", graph.Args{"a": value})
		got, err := neo4j.ExecuteQuery(t.Context(), driver, text, nil, neo4j.EagerResultTransformer)
		if err != nil || len(got.Records) != 1 || got.Records[0].Values[0] != value {
			t.Errorf("%s answers %v, %v", text, got, err)
		}
	}
}

// A graph form with its values written in has no parameter left.
func TestDrawn(t *testing.T) {
	set, err := queries.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range set {
		if !q.HasGraph() {
			if q.Name != "stats" {
				t.Errorf("%s cannot be drawn: write queries/%s.graph.cypher", q.Name, q.Name)
			}
			continue
		}
		text, err := q.Drawn(everything(q))
		if err != nil {
			t.Errorf("%s: %v", q.Name, err)
		}
		if strings.Contains(text, "$") || strings.Contains(text, "//") {
			t.Errorf("%s is drawn by\n%s", q.Name, text)
		}
	}
}
