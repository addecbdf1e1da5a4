package queries_test

import (
	"context"
	"regexp"
	"testing"

	"cadre/graph"
	"cadre/queries"
)

// scan is a whole table read from end to end; reading what another step of the
// plan made (found, tenure) is none.
var scan = regexp.MustCompile(`\bSCAN (\w+)(?: USING COVERING INDEX \w+)?$`)

// made are the names that the texts give to what they have found so far.
var made = map[string]bool{"f": true, "found": true, "tenure": true, "n": true, "json_each": true, "CONSTANT": true, "named": true, "m": true, "linked": true, "l": true}

// A question about a person, an office, a day or a number finds it by an index:
// no table is read whole.
func TestPlans(t *testing.T) {
	set, err := queries.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	s := explained{fixture(t), t}
	for _, q := range set {
		for _, p := range q.Params {
			switch p.Type {
			case "name", "office", "date", "from", "number", "words", "whole":
			default:
				continue
			}
			switch {
			case p.Name == "place":
				continue // a filter on what another argument or a period finds
			case q.Name == "presented" && (p.Type == "date" || p.Type == "from"):
				continue // presentations are few, and have no index on their day
			case q.Name == "conflicts":
				continue // looks at all offices of one seat
			}
			args := map[string]string{p.Name: some(p)}
			for _, r := range q.Params {
				if r.Required {
					args[r.Name] = some(r)
				}
			}
			for _, step := range s.plan(q, args) {
				if m := scan.FindStringSubmatch(step); m != nil && !made[m[1]] {
					t.Errorf("%s by %s: %s", q.Name, p.Name, step)
				}
			}
		}
	}
}

// explained answers with the plan of a text.
type explained struct {
	graph.Store
	t *testing.T
}

func (e explained) plan(q queries.Query, args map[string]string) []string {
	kept := &keep{Store: e.Store}
	q.Run(context.Background(), kept, args) // fails for want of columns
	table, err := e.Query(context.Background(), "EXPLAIN QUERY PLAN "+kept.text, kept.args)
	if err != nil {
		e.t.Fatalf("%s: %v\n%s", q.Name, err, kept.text)
	}
	var steps []string
	for _, row := range table.Rows {
		step, _ := row[len(row)-1].(string)
		steps = append(steps, step)
	}
	return steps
}

// keep keeps the text and the arguments that a store is asked.
type keep struct {
	graph.Store
	text string
	args graph.Args
}

func (k *keep) Query(_ context.Context, text string, args graph.Args) (graph.Table, error) {
	k.text, k.args = text, args
	return graph.Table{}, nil
}
