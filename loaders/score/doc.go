// Package score compares what was found in articles with what careful readers
// say is there: the facts of single articles (Score), and one graph made of
// many (World). It reads the lines that `cadre extract` and `cadre export` print
// and nothing else of this program, so that it can measure other extractors too.
//
//	words, err := score.NewWords()
//	golds, err := score.ReadGold("gold/")
//	s := score.New(words)
//	for _, g := range golds {
//		found, err := score.ParseFacts(line) // of the article of that name
//		s.Add(g, found, text)
//	}
//	for _, row := range s.Rows() { … }
//
// Names are compared without diacritics, offices as sets of words after spelling
// variants and abbreviations are folded (words.txt), events by date and name.
package score
