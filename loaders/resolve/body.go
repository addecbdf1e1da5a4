package resolve

import (
	"strings"

	"cadre/graph"
)

// Institution is what is known of a body by its name.
type Institution struct {
	Name, English, Kind, Level, Place, Term string
	Since, Until                            graph.Date
	Successor                               string
	Parent                                  string
	Committee                               bool
	id                                      string // of its node
}

var levelNames = [...]string{"central", "provincial", "district", "commune"}

// Institution reads a body's canonical name.
func (v *Vocabulary) Institution(name string) Institution { return v.bodyOf.get(name, v.institution) }

func (v *Vocabulary) institution(name string) Institution {
	out := Institution{Name: name, id: institutionID(name)}
	f := graph.Fold(name)
	place, _, level := v.standing(name)
	out.Place, out.Level = place, levelNames[level]
	if b, ok := v.bodies[f]; ok {
		out.Kind, out.English, out.Since, out.Until, out.Successor = b.kind, b.en, b.since, b.until, b.successor
		if b.level != "" {
			out.Level = b.level
		}
	} else if place != "" {
		if b, ok := v.bodies[strings.TrimSpace(strings.TrimSuffix(f, graph.Fold(place)))]; ok {
			out.Kind = b.kind
		}
	}
	for _, w := range v.words {
		if out.Kind == "" && w.kind != "" && (f == w.words || strings.HasPrefix(f, w.words+" ")) {
			out.Kind = w.kind
		}
	}
	if out.Kind == "" {
		out.Kind = "agency"
	}
	out.Committee = out.Kind == "committee" || out.Kind == "commission"
	out.Parent = v.parent(name)
	return out
}

// parent is the Party committee of a province or below that a commission or
// standing committee belongs to: the part of its name from the committee's on.
// Like all that makes ids it looks at folded words only, so that two spellings
// of a name have one parent.
func (v *Vocabulary) parent(name string) string {
	words := strings.Fields(name)
	for i := 1; i < len(words); i++ {
		rest := graph.Fold(strings.Join(words[i:], " "))
		for _, w := range v.words {
			if w.own && (rest == w.words || strings.HasPrefix(rest, w.words+" ")) {
				return strings.Join(words[i:], " ")
			}
		}
	}
	return ""
}

// BodyName is the canonical name of a body: without its term, and in
// Vietnamese where the tables know the name that an article uses.
func (v *Vocabulary) BodyName(name string) string {
	f := graph.Fold(name)
	if _, ok := v.bodies[f]; ok {
		return name
	}
	if to, ok := v.called[strings.TrimPrefix(f, "the ")]; ok {
		return to
	}
	for _, t := range v.termWords {
		if i := strings.Index(f+" ", t); i > 0 {
			n := len(strings.Fields(f[:i]))
			return v.BodyName(strings.Join(strings.Fields(name)[:n], " "))
		}
	}
	return name
}
