// Package article reads news articles: it finds what frames the text (front
// matter, headline, dateline, byline, photo credits, menus) and leaves the text
// itself alone. It judges no fact: that is the work of the extractor.
//
// Listing and reading are apart, so that a loader can list in order and parse
// in parallel:
//
//	passed, err := article.Walk(ctx, []string{"news/"}, os.Stdin, func(src article.Source, err error) error {
//		if err != nil { … } // of type *Error: this argument only
//		a, err := src.Read(article.Told{}) // or later, in another goroutine
//		…
//	})
package article

// Article is one news article as read, before any interpretation of its facts.
// Every offset counts bytes of Text.
type Article struct {
	Path      string   // as shown to the user, with forward slashes; "-" is standard input
	ID        string   // first 16 hex digits of SHA-256 over the raw bytes and what the loader was told
	URL       string   // front matter, else the link on a source line of the text, else ""
	Source    string   // outlet: front matter, else told, else ""
	Title     string   // front matter, else the headline of the text; "" when the text has none
	Published string   // YYYY-MM-DD: front matter, else dateline, else told, else ""
	Language  string   // "vi" or "en"
	Authors   []string // in the order of the bylines
	Text      []byte   // the whole file as UTF-8, byte-order mark and front matter included; read only
	Body      int      // where the article's own text begins, after mark and front matter
	TitleSpan Span     // the headline in Text; empty when there is none or only the front matter has it
	Skip      []Span   // what frames the text and tells no fact of it, in order, apart from each other
}

// Kind says what a skipped span is.
type Kind string

// The kinds of Span that Article.Skip holds.
const (
	KindDateline Kind = "dateline" // when it was published
	KindByline   Kind = "byline"   // who wrote it
	KindCredit   Kind = "credit"   // who took a picture, and the words that say so
	KindMenu     Kind = "menu"     // site names, breadcrumbs, buttons, related links
	KindSource   Kind = "source"   // where it was taken from
)

// Span is a stretch of Article.Text: Text[Start:End].
type Span struct {
	Start, End int
	Kind       Kind
}

// Told is what the loader was told for what the text lacks: what the text says of
// itself comes first. It belongs to the content: an article with another Told
// has another ID.
type Told struct {
	Published string // YYYY-MM-DD, or ""
	Source    string // outlet, or ""
}
