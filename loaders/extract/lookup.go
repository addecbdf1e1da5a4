package extract

import "cadre/loaders/article"

// Office reads the name of an office as a user writes it, in either language
// and any wording; ok is false when the words are no office, or more than one.
func (x *Extractor) Office(name string) (o Office, ok bool) {
	for _, code := range []string{"vi", "en"} {
		p := x.packs[code]
		a := read(article.Article{Text: []byte(name), Language: code}, p, nil)
		a.findPeople()
		start := 0
		if h, ok := a.hitAt(0, "article"); ok {
			start = h.to // "The Secretary of …"
		}
		if len(a.offices) == 1 && a.offices[0].from == start && a.offices[0].to >= len(a.tokens) {
			return a.offices[0].office, true
		}
	}
	return Office{}, false
}
