package neo4j

import (
	"context"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// section is a part of a text that works on one list, $in.NAME, and returns one
// value under that name. A list that is not given is an empty one.
type section struct{ name, text string }

// sections is one text made of many, so that the server is asked once for what
// would be one statement a kind otherwise.
type sections struct {
	text  string
	names []string
}

func together(parts ...section) sections {
	s := sections{}
	var text strings.Builder
	for _, p := range parts {
		fmt.Fprintf(&text, "CALL { %s AS %s }\n", p.text, p.name)
		s.names = append(s.names, p.name)
	}
	s.text = text.String() + "RETURN " + strings.Join(s.names, ", ")
	return s
}

// runSections runs those of the texts that have something to work on, chunk by
// chunk, and gives fn each section's part of its list and what came of it.
func runSections[T any](ctx context.Context, run runner, texts []sections, lists map[string][]T, fn func(name string, part []T, got any) error) error {
	for _, s := range texts {
		if err := runText(ctx, run, s, lists, fn); err != nil {
			return err
		}
	}
	return nil
}

func runText[T any](ctx context.Context, run runner, s sections, lists map[string][]T, fn func(name string, part []T, got any) error) error {
	in, size := map[string]any{}, 0
	parts := map[string][]T{}
	flush := func() error {
		if size == 0 {
			return nil
		}
		rows, err := run(ctx, s.text, map[string]any{"in": in})
		if err != nil {
			return err
		}
		for i, name := range s.names {
			if len(parts[name]) == 0 {
				continue
			}
			if err := fn(name, parts[name], rows[0].Values[i]); err != nil {
				return err
			}
		}
		in, size, parts = map[string]any{}, 0, map[string][]T{}
		return nil
	}
	for _, name := range s.names {
		for list := lists[name]; len(list) > 0; {
			n := min(chunk-size, len(list))
			in[name], parts[name] = list[:n], list[:n]
			size += n
			if list = list[n:]; size == chunk {
				if err := flush(); err != nil {
					return err
				}
			}
		}
	}
	return flush()
}

// runner runs one text and returns all its rows.
type runner func(ctx context.Context, text string, args map[string]any) ([]*neo4j.Record, error)
