// Package extract reads one article and says what it tells of people, offices,
// meetings, documents and appointments, each fact with the byte span that says
// it and the rule that found it. It knows nothing of other articles, of a
// clock or of a network: the same article always gives the same Document.
//
//	x, err := extract.New()
//	doc := x.Extract(art)
//
// The words of a language are data in loaders/lang; what stands here is how
// the genre puts them together. Each stage fills one field of the analysis and
// reads those before it: text → lexicon hits → people and offices → dates →
// events → roles, documents, changes.
package extract
