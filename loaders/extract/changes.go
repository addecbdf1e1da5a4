package extract

func (a *analysis) findChanges() []Change { return nil }
