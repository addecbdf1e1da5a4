package resolve

import (
	"context"
	"fmt"

	"cadre/graph"
)

// KeptDecisions are the decisions that a store keeps, for Decide.
func KeptDecisions(ctx context.Context, from graph.Reader) ([]Decision, error) {
	kept, err := from.Blocks(ctx, []string{decisionsKey})
	if err != nil {
		return nil, fmt.Errorf("read decisions: %w", err)
	}
	d, err := decodeDecisions(kept[decisionsKey])
	return d.list, err
}

// Check returns an error for claims that refer to a person, a meeting or a
// document that is not among them, as those of a damaged or forged store may.
func (c Claims) Check() error {
	var err error
	in := func(what string, i, least, count int) {
		if err == nil && (i < least || i >= count) {
			err = fmt.Errorf("the record of article %s is damaged: it speaks of %s %d of %d; load the article again", c.ID, what, i, count)
		}
	}
	person := func(i int) { in("person", i, 0, len(c.People)) }
	for _, p := range c.Positions {
		person(p.Person)
	}
	for _, r := range c.Roles {
		person(r.Person)
		in("meeting", r.Event, 0, len(c.Events))
	}
	for _, a := range c.Presented {
		person(a.Person)
		in("meeting", a.Event, -1, len(c.Events))
		in("document", a.Paper, 0, len(c.Papers))
	}
	for _, x := range c.Changes {
		person(x.Person)
	}
	for _, u := range c.Unnamed {
		in("meeting", u.Event, -1, len(c.Events))
	}
	return err
}
