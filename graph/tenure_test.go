package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"cadre/graph"
)

// chief is an office of one seat with three holders: A known by sightings, B
// until a day, C from a later day on.
var chief = []graph.Tenure{
	{Person: "A", FirstSeen: "2020-07-10", LastSeen: "2020-07-10"},
	{Person: "B", FirstSeen: "2023-09-29", LastSeen: "2024-05-16", Until: "2024-05-16"},
	{Person: "C", Since: "2024-06-03", FirstSeen: "2024-06-03", LastSeen: "2024-12-27"},
}

func answer(hs []graph.Holder) string {
	var out []string
	for _, h := range hs {
		out = append(out, strings.TrimSpace(h.Person+" "+string(h.Standing)))
	}
	return strings.Join(out, ", ")
}

func TestAsOf(t *testing.T) {
	member := []graph.Tenure{
		{Person: "A", Since: "2024-05-16", FirstSeen: "2024-05-16", LastSeen: "2024-05-16"},
		{Person: "B", FirstSeen: "2023-12-04", LastSeen: "2023-12-04"},
		{Person: "C", FirstSeen: "2023-01-01", LastSeen: "2024-01-01", Until: "2024-01-01"},
		{Person: "D", FirstSeen: "2026-03-03", LastSeen: "2026-03-03"},
	}
	for _, c := range []struct {
		name  string
		of    []graph.Tenure
		seats int
		on    graph.Date
		want  string
	}{
		{"between two sightings", chief, 1, "2023-12-04", "B certain"},
		{"between one holder and the next", chief, 1, "2021-03-01", "A possible, B possible"},
		{"between a known end and a known beginning", chief, 1, "2024-05-25", "vacant"},
		{"after the last sighting", chief, 1, "2025-06-01", "C possible"},
		{"before the first sighting", chief, 1, "2019-01-01", "A possible"},
		{"on the day of leaving", chief, 1, "2024-05-16", "B certain"},
		{"nothing is known", nil, 1, "2024-05-16", "unknown"},
		{"many seats: elected the day before", member, 0, "2024-05-17", "A certain, B possible, D possible"},
		{"many seats: too long after the election", member, 0, "2024-07-01", "B possible, A possible, D possible"},
		{"two at once", []graph.Tenure{{Person: "A", FirstSeen: "2024-12-27", LastSeen: "2024-12-27"}, {Person: "B", FirstSeen: "2024-12-27", LastSeen: "2024-12-27"}}, 1, "2024-12-27", "A contested, B contested"},
		{"handover of a day", []graph.Tenure{{Person: "A", FirstSeen: "2024-01-01", LastSeen: "2024-11-28", Until: "2024-11-28"}, {Person: "B", Since: "2024-11-28", FirstSeen: "2024-11-28", LastSeen: "2024-11-28"}}, 1, "2024-11-28", "A certain, B certain"},
		{"partial dates", []graph.Tenure{{Person: "A", Since: "2023-03", FirstSeen: "2024-12-27", LastSeen: "2024-12-27"}}, 1, "2023-05-01", "A certain"},
		{"within the month of the beginning", []graph.Tenure{{Person: "A", Since: "2023-03", FirstSeen: "2024-12-27", LastSeen: "2024-12-27"}}, 1, "2023-03-10", "A possible"},
		{"young, and another shown", []graph.Tenure{{Person: "A", Since: "2024-05-16", FirstSeen: "2024-05-16", LastSeen: "2024-05-16"}, {Person: "B", FirstSeen: "2024-06-03", LastSeen: "2024-06-03"}}, 1, "2024-06-03", "A contested, B contested"},
		{"young, but followed", []graph.Tenure{{Person: "A", Since: "2024-05-16", FirstSeen: "2024-05-16", LastSeen: "2024-05-16"}, {Person: "B", Since: "2024-06-03", FirstSeen: "2024-06-03", LastSeen: "2024-07-01"}}, 1, "2024-06-10", "B certain"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := answer(graph.AsOf(c.of, c.seats, c.on)); got != c.want {
				t.Errorf("AsOf(%s) = %q, want %q", c.on, got, c.want)
			}
		})
	}
}

func TestSuccessions(t *testing.T) {
	got := fmt.Sprint(graph.Successions(chief))
	if want := "[{A B } {B C 2024-06-03}]"; got != want {
		t.Errorf("Successions = %s, want %s", got, want)
	}
	// a holder of whom only the end is known follows nobody
	got = fmt.Sprint(graph.Successions([]graph.Tenure{
		{Person: "A", FirstSeen: "2024-01-17", LastSeen: "2024-01-17"},
		{Person: "B", Until: "2026-03-02"},
		{Person: "C", Since: "2026-03-02", FirstSeen: "2026-03-02", LastSeen: "2026-03-03"},
	}))
	if want := "[{B C 2026-03-02}]"; got != want {
		t.Errorf("Successions = %s, want %s", got, want)
	}
	// who is shown only on the day of leaving was there before the one who came
	got = fmt.Sprint(graph.Successions([]graph.Tenure{
		{Person: "B", Until: "2026-03-03", FirstSeen: "2026-03-03", LastSeen: "2026-03-03"},
		{Person: "C", Since: "2026-03-02", FirstSeen: "2026-03-02", LastSeen: "2026-03-03"},
	}))
	if want := "[{B C 2026-03-02}]"; got != want {
		t.Errorf("Successions = %s, want %s", got, want)
	}
}
