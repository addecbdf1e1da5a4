package extract

import "cadre/loaders/lang"

// pack is a language pack made ready for reading: its lists in one lexicon,
// its tables in the shape that the stages ask for.
type pack struct {
	*lang.Pack
	lexicon *lexicon
}

// compile builds a pack. Errors name file and line of what cannot be used.
func compile(p *lang.Pack) (*pack, error) {
	c := &pack{Pack: p, lexicon: newLexicon()}
	for _, name := range p.Names() {
		for _, e := range p.Lists[name] {
			c.lexicon.add(name, e)
		}
	}
	return c, nil
}
