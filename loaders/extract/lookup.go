package extract

import "cadre/loaders/article"

// Office reads the name of an office as a user writes it, in either language
// and any wording; ok is false when the words are no office, or more than one.
func (x *Extractor) Office(name string) (o Office, ok bool) {
	for _, code := range []string{"vi", "en"} {
		p := x.packs[code]
		a := &analysis{article: article.Article{Text: []byte(name), Language: code}, pack: p}
		a.text = cut(a.article.Text, 0, nil, p.lexicon.id)
		a.hits = p.lexicon.find(a.text)
		a.index()
		a.findPeople()
		if len(a.offices) == 1 && a.offices[0].from == 0 && a.offices[0].to >= len(a.tokens) {
			return a.offices[0].office, true
		}
	}
	return Office{}, false
}
