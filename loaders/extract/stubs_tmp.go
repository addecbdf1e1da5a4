package extract

type dateMention struct{ from, to int }
type paperMention struct{ from, to, paper int }
type eventMention struct{ from, to, event int }

func (a *analysis) findPeople()                               {}
func (a *analysis) findDates()                                {}
func (a *analysis) findPapers()                               {}
func (a *analysis) findEvents()                               {}
func (a *analysis) findRoles() ([]Role, []Unnamed)            { return nil, nil }
func (a *analysis) findPresented(roles []Role) []Presentation { return nil }
func (a *analysis) findChanges() []Change                     { return nil }
