package queries

import (
	"fmt"
	"slices"

	"cadre/graph"
)

// steps are what a header may name under "then": reasoning over the rows of
// both engines that neither query language is fit for.
var steps = []string{"standing", "succession", "deduction"}

// reasoned carries out the step that the header names on the grouped rows.
func (q Query) reasoned(t graph.Table, args graph.Args) graph.Table {
	switch q.Then {
	case "standing":
		return q.standing(t, args)
	case "succession":
		return q.succession(t)
	case "deduction":
		return q.deduction(t)
	}
	return t
}

// at finds a column of the header.
func (q Query) at(name string) int {
	return slices.IndexFunc(q.Columns, func(c Column) bool { return c.Name == name })
}

// tenure reads the tenure of a row; its Person is the row's number, so that two
// people of one name stay two.
func (q Query) tenure(row []any, n int) graph.Tenure {
	date := func(name string) graph.Date {
		s, _ := row[q.at(name)].(string)
		return graph.Date(s)
	}
	return graph.Tenure{Person: fmt.Sprintf("%09d", n), Since: date("since"), Until: date("until"), FirstSeen: date("first_seen"), LastSeen: date("last_seen")}
}

func rowOf(t graph.Tenure) (n int) {
	fmt.Sscanf(t.Person, "%d", &n)
	return n
}

// standing keeps the holders of a day and says how sure each is. A month or a
// year means its first day.
func (q Query) standing(t graph.Table, args graph.Args) graph.Table {
	on, _ := args["date"].(graph.Date)
	on = on.First()
	out := graph.Table{Columns: t.Columns}
	for _, rows := range q.by(t, "position_id") {
		var tenures []graph.Tenure
		seats := 0
		for _, n := range rows {
			tenures = append(tenures, q.tenure(t.Rows[n], n))
			if s, ok := t.Rows[n][q.at("seats")].(int64); ok {
				seats = int(s)
			}
		}
		for _, h := range graph.AsOf(tenures, seats, on) {
			row := make([]any, len(t.Columns))
			if h.Person == "" {
				first := t.Rows[rows[0]]
				for _, c := range []string{"position", "position_id", "seats"} {
					row[q.at(c)] = first[q.at(c)]
				}
				for i, c := range q.Columns {
					if c.Type == "each" {
						row[i] = []any{}
					}
				}
			} else {
				row = slices.Clone(t.Rows[rowOf(h.Tenure)])
			}
			row[q.at("standing")] = string(h.Standing)
			out.Rows = append(out.Rows, row)
		}
	}
	return out
}

// by groups the numbers of rows by a column, in the order of the rows.
func (q Query) by(t graph.Table, columns ...string) [][]int {
	var out [][]int
	index := map[string]int{}
	for n, row := range t.Rows {
		key := ""
		for _, c := range columns {
			key += fmt.Sprintf("%v\x00", row[q.at(c)])
		}
		i, ok := index[key]
		if !ok {
			i = len(out)
			index[key] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], n)
	}
	return out
}

// succession keeps the holders who came after another and names that one.
func (q Query) succession(t graph.Table) graph.Table {
	out := graph.Table{Columns: t.Columns}
	for _, rows := range q.by(t, "position_id") {
		var tenures []graph.Tenure
		for _, n := range rows {
			tenures = append(tenures, q.tenure(t.Rows[n], n))
		}
		for _, s := range graph.Successions(tenures) {
			from := t.Rows[rowOf(graph.Tenure{Person: s.From})]
			row := slices.Clone(t.Rows[rowOf(graph.Tenure{Person: s.To})])
			row[q.at("predecessor")], row[q.at("predecessor_id")] = from[q.at("person")], from[q.at("person_id")]
			out.Rows = append(out.Rows, row)
		}
	}
	return out
}

// deduction names the one person who must have held an office on the day that
// it acted without a name.
func (q Query) deduction(t graph.Table) graph.Table {
	out := graph.Table{Columns: t.Columns}
	for _, rows := range q.by(t, "date", "position_id", "article", "as", "role") {
		first := t.Rows[rows[0]]
		on, _ := first[q.at("date")].(string)
		var tenures []graph.Tenure
		seats := 0
		for _, n := range rows {
			if t.Rows[n][q.at("person_id")] == nil {
				continue
			}
			tenures = append(tenures, q.tenure(t.Rows[n], n))
			if s, ok := t.Rows[n][q.at("seats")].(int64); ok {
				seats = int(s)
			}
		}
		row := slices.Clone(first)
		for _, c := range []string{"person", "person_id", "since", "until", "first_seen", "last_seen"} {
			row[q.at(c)] = nil
		}
		for i, c := range q.Columns {
			if c.Type == "each" {
				row[i] = []any{}
			}
		}
		row[q.at("standing")] = string(graph.Unknown)
		holders := graph.AsOf(tenures, seats, graph.Date(on))
		if seats == 1 && len(on) == len("2006-01-02") && len(holders) == 1 && holders[0].Standing == graph.Certain {
			row = slices.Clone(t.Rows[rowOf(holders[0].Tenure)])
			row[q.at("standing")] = "deduced"
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}
