package resolve

// Decisions are an analyst's answers on doubtful pairs; they win over what the
// claims say. The zero value decides nothing.
type Decisions struct {
	// People, by folded name, hold pairs of facet keys and whether they are one.
	People map[string]map[[2]string]bool
	// Events hold pairs of report keys and whether they are one meeting.
	Events map[[2]string]bool
}

func (d Decisions) person(folded, a, b string) (same, ok bool) {
	if a > b {
		a, b = b, a
	}
	same, ok = d.People[folded][[2]string{a, b}]
	return same, ok
}

func (d Decisions) event(a, b string) (same, ok bool) {
	if a > b {
		a, b = b, a
	}
	same, ok = d.Events[[2]string{a, b}]
	return same, ok
}
