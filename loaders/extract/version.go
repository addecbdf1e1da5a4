package extract

// rules is raised whenever the code of this package reads an article
// differently; the words it reads with have a version of their own.
const rules = "1"

// Version names the rules and words that an extractor reads with; articles
// read with one version need reading again under another.
func (x *Extractor) Version() string {
	v := rules
	for _, code := range []string{"vi", "en"} {
		v += "-" + x.packs[code].Version[:8]
	}
	return v
}
