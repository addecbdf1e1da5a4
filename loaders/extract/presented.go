package extract

// findPresented ties documents to those who present them: the citations that
// stand behind the verb, in its clause.
func (a *analysis) findPresented(roles []Role) []Presentation { return nil }
