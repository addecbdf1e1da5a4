package queries_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"cadre/queries"
)

const head = "// title: T\n// param: who name optional somebody\n// column: a string\n"

func folder(cypher, sql string) fstest.MapFS {
	return fstest.MapFS{"q.cypher": {Data: []byte(cypher)}, "q.sql": {Data: []byte(sql)}}
}

func TestLoad(t *testing.T) {
	set, err := queries.Load(folder(head+"RETURN 1 AS a", "-- twin of q.cypher\nSELECT 1 AS a"))
	if err != nil || len(set) != 1 || set[0].Params[0].Help != "somebody" {
		t.Fatalf("Load = %v, %v", set, err)
	}
	embedded, err := queries.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	if got := embedded.Add(set); len(got) != len(embedded)+1 || got[len(got)-1].Name < got[0].Name {
		t.Errorf("Add does not keep the set sorted: %v", got.Names())
	}
}

// A mistake in a user's file is named with file and line.
func TestLoadErrors(t *testing.T) {
	for name, c := range map[string]struct{ cypher, sql, want string }{
		"no twin":        {head, "", "q.sql:1: the first line"},
		"other twin":     {head, "-- twin of p.cypher\n", "q.sql:1:"},
		"no title":       {"// column: a string\nRETURN 1", "", "q.cypher: no header line \"// title"},
		"no column":      {"// title: T\n", "", "no header line \"// column"},
		"no key":         {"// Title T\n", "", "q.cypher:1: a header line is"},
		"unknown key":    {"// title: T\n// colum: a string\n", "", `q.cypher:2: unknown key "colum"`},
		"unknown type":   {"// param: a text optional x\n", "", `unknown type "text"`},
		"unknown column": {"// column: a text\n", "", `unknown type "text"`},
		"no help":        {"// param: a name optional\n", "", "says nothing of what it is"},
		"bad default":    {"// param: a int default=x number\n", "", "its default is no number"},
		"twice":          {head + "// param: who name optional x\n", "", "stands twice"},
	} {
		_, err := queries.Load(folder(c.cypher, c.sql))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	if _, err := queries.Load(fstest.MapFS{"q.sql": {}}); err == nil || !strings.Contains(err.Error(), "q.cypher is missing") {
		t.Errorf("one text alone: %v", err)
	}
}

func FuzzHeader(f *testing.F) {
	f.Add(head)
	f.Add("// param: a enum(x,y) default=x which\n//\n")
	f.Fuzz(func(t *testing.T, cypher string) {
		queries.Load(folder(cypher, "-- twin of q.cypher\n"))
	})
}
