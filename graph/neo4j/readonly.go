package neo4j

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"cadre/graph"
)

// begins tells whether a reading query may begin with a word.
func begins(word string) bool {
	switch word {
	case "MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL":
		return true
	}
	return false
}

// forbidden tells whether a clause that begins with a word changes the graph,
// its schema or the server, reads a file or looks into another database.
func forbidden(word string) bool {
	switch word {
	case "CREATE", "INSERT", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "FOREACH", "DROP", "LOAD", "USE", "SHOW", "TERMINATE":
		return true
	}
	return false
}

// allowed tells whether a procedure reads nothing but the graph and its schema.
func allowed(procedure string) bool {
	switch procedure {
	case "db.index.fulltext.queryNodes", "db.index.fulltext.queryRelationships",
		"db.labels", "db.relationshipTypes", "db.propertyKeys",
		"db.schema.visualization", "db.schema.nodeTypeProperties", "db.schema.relTypeProperties":
		return true
	}
	return false
}

// readOnly refuses a text that is not one reading query. It knows Cypher's
// words, not its grammar, so it refuses a few harmless texts, too: a variable
// named like a forbidden clause has to be put in backticks.
func readOnly(text string) error {
	words, err := tokens(text)
	if err != nil {
		return err
	}
	for len(words) > 0 && words[0].word && (strings.EqualFold(words[0].text, "EXPLAIN") || strings.EqualFold(words[0].text, "PROFILE")) {
		words = words[1:]
	}
	if len(words) == 0 {
		return errors.New("the query is empty: write MATCH … RETURN …")
	}
	if first := words[0]; !first.word || !begins(strings.ToUpper(first.text)) {
		return fmt.Errorf("%w: it begins with %q; begin with MATCH, UNWIND, WITH, RETURN or CALL", graph.ErrWriteQuery, first.text)
	}
	for i, w := range words {
		if !w.word || isName(words, i) {
			continue
		}
		upper := strings.ToUpper(w.text)
		switch {
		case upper == "LOAD":
			return fmt.Errorf("%w: LOAD CSV reads files", graph.ErrWriteQuery)
		case forbidden(upper):
			return fmt.Errorf("%w: it says %s; if that is a name, put it in backticks", graph.ErrWriteQuery, upper)
		case upper == "CALL":
			if name := procedure(words[i+1:]); name != "{" && name != "(" && !allowed(name) {
				return fmt.Errorf("%w: it calls %q; use db.index.fulltext.queryNodes, the only procedure a question needs, or none", graph.ErrWriteQuery, name)
			}
		}
	}
	return nil
}

// isName tells whether a word is a property, a label, a parameter or the key
// of a map rather than the beginning of a clause.
func isName(words []token, i int) bool {
	if i == 0 {
		return false
	}
	switch words[i-1].text {
	case "{", ",", "(", "[":
		return i+1 < len(words) && words[i+1].text == ":"
	case ":", "$":
		return true
	case ".": // but not the point that ends a number
		return i < 2 || !words[i-2].number
	}
	return false
}

// procedure is the name after CALL, "{" or "(" where a subquery follows.
func procedure(words []token) string {
	if len(words) > 0 && (words[0].text == "{" || words[0].text == "(") && !words[0].quoted {
		return words[0].text
	}
	var name strings.Builder
	for i, w := range words {
		if i%2 == 1 && w.text != "." || i%2 == 0 && !w.word && !w.quoted {
			break
		}
		name.WriteString(w.text)
	}
	return name.String()
}

// token is a word, a quoted name, a number, a string or one other character.
// White space and comments are none.
type token struct {
	text                 string // a quoted name without its backticks
	word, quoted, number bool
}

// tokens cuts a text as Neo4j does. The server replaces \uXXXX before it
// looks for strings and comments, so that a text with one could be read
// otherwise there than here: it is refused.
func tokens(text string) ([]token, error) {
	if !utf8.ValidString(text) {
		return nil, errors.New("the query is not UTF-8")
	}
	if strings.Contains(text, `\u`) || strings.Contains(text, `\U`) {
		return nil, fmt.Errorf(`%w: it has a \u; write the character itself`, graph.ErrWriteQuery)
	}
	var all []token
	for rest := text; rest != ""; {
		r, size := utf8.DecodeRuneInString(rest)
		n := size
		switch {
		case strings.HasPrefix(rest, "//"):
			if n = strings.IndexAny(rest, "\r\n"); n < 0 {
				n = len(rest)
			}
		case strings.HasPrefix(rest, "/*"):
			end := strings.Index(rest[2:], "*/")
			if end < 0 {
				return nil, errors.New("a comment in the query has no end: write */")
			}
			n = 2 + end + 2
		case r == '\'' || r == '"':
			if n = quoted(rest, byte(r)); n < 0 {
				return nil, fmt.Errorf("a text in the query has no end: write %c", r)
			}
			all = append(all, token{text: rest[:n]})
		case r == '`':
			name, end := backticked(rest)
			if n = end; n < 0 {
				return nil, errors.New("a name in the query has no end: write `")
			}
			all = append(all, token{text: name, quoted: true})
		case unicode.IsLetter(r) || r == '_':
			n = run(rest)
			all = append(all, token{text: rest[:n], word: true})
		case unicode.IsDigit(r):
			n = len(rest) - len(strings.TrimLeftFunc(rest, unicode.IsDigit)) // letters at its end are a word
			all = append(all, token{text: rest[:n], number: true})
		case unicode.IsSpace(r):
		default:
			all = append(all, token{text: rest[:n]})
		}
		rest = rest[n:]
	}
	return all, nil
}

// quoted is the length of the string at the start of a text, -1 without end.
func quoted(text string, quote byte) int {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case quote:
			return i + 1
		}
	}
	return -1
}

// backticked is the name at the start of a text and its length with its
// backticks, of which a doubled one stands for itself; -1 without end.
func backticked(text string) (name string, length int) {
	for i := 1; i < len(text); i++ {
		if text[i] != '`' {
			continue
		}
		if i+1 < len(text) && text[i+1] == '`' {
			i++
			continue
		}
		return strings.ReplaceAll(text[1:i], "``", "`"), i + 1
	}
	return "", -1
}

// run is the length of the word at the start of a text.
func run(text string) int {
	n := strings.IndexFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && r != '_'
	})
	if n < 0 {
		return len(text)
	}
	return n
}
