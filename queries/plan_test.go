package queries_test

import (
	"context"
	"regexp"
	"testing"

	"cadre/graph"
	"cadre/graph/graphtest"
	"cadre/graph/neo4j"
	"cadre/queries"
)

// scan is a whole table read from end to end; reading what another step of the
// plan made (found, tenure) is none.
var scan = regexp.MustCompile(`\bSCAN (\w+)(?: USING COVERING INDEX \w+)?$`)

// made are the names that the texts give to what they have found so far.
var made = map[string]bool{"f": true, "found": true, "tenure": true, "n": true, "json_each": true, "CONSTANT": true, "named": true, "m": true, "linked": true, "l": true}

// indexed calls fn with the arguments of each question about a person, an
// office, a day or a number: the one that it is asked by and those it must have.
func indexed(t *testing.T, fn func(q queries.Query, by string, args map[string]string)) {
	t.Helper()
	set, err := queries.Embedded()
	if err != nil {
		t.Fatal(err)
	}
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
			fn(q, p.Name, args)
		}
	}
}

// A question about a person, an office, a day or a number finds it by an index:
// no table is read whole.
func TestPlans(t *testing.T) {
	s := explained{fixture(t), t}
	indexed(t, func(q queries.Query, by string, args map[string]string) {
		for _, step := range s.plan(q, args) {
			if m := scan.FindStringSubmatch(step); m != nil && !made[m[1]] {
				t.Errorf("%s by %s: %s", q.Name, by, step)
			}
		}
	})
}

// So does Neo4j, as its EXPLAIN tells.
func TestPlansNeo4j(t *testing.T) {
	address := graphtest.Neo4j(t)
	s, err := neo4j.Open(t.Context(), address, neo4j.Options{})
	kept := &keep{Store: filled(t, s, err)}
	// statistics of a graph that is worth an index
	if err := s.Update(t.Context(), func(ctx context.Context, tx graph.Tx) error {
		_, err := tx.Apply(ctx, graphtest.Articles(0, 500))
		return err
	}); err != nil {
		t.Fatal(err)
	}
	explain := graphtest.Explain(t, address)
	indexed(t, func(q queries.Query, by string, args map[string]string) {
		q.Run(t.Context(), kept, args) // fails for want of columns
		for _, step := range explain(kept.text, kept.args) {
			if graphtest.Scans(step) {
				t.Errorf("%s by %s: %s", q.Name, by, step)
			}
		}
	})
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
