package article

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
)

const (
	maxFrontMatter = 64 << 10
	maxDepth       = 16
)

// frontMatter is what stands between two lines of three dashes at the top. Other
// keys than these four are left alone: exports of archives carry many.
type frontMatter struct {
	URL, Published, Source, Title string
}

// readFrontMatter gives the front matter and where the text after it begins. The
// line that it returns is that of an error.
func readFrontMatter(text []byte, from int) (fm frontMatter, body, line int, err error) {
	first, rest := cutLine(text, from)
	if string(first) != "---" {
		return frontMatter{}, from, 0, nil
	}
	start := rest
	for rest < len(text) && rest-start <= maxFrontMatter {
		at := rest
		var l []byte
		if l, rest = cutLine(text, rest); string(l) != "---" && string(l) != "..." {
			continue
		}
		fm, line, err = parseFrontMatter(text[start:at])
		return fm, rest, line, err
	}
	if rest-start > maxFrontMatter {
		return fm, 0, 1, fmt.Errorf("%w: it is larger than 64 KiB", ErrFrontMatter)
	}
	return fm, 0, 1, fmt.Errorf("%w: end it with a line of three dashes", ErrFrontMatter)
}

// cutLine gives the line at from, without its end and trailing blanks, and where
// the next one begins.
func cutLine(text []byte, from int) (line []byte, next int) {
	end := bytes.IndexByte(text[from:], '\n')
	if end < 0 {
		return bytes.TrimRight(text[from:], " \t\r"), len(text)
	}
	return bytes.TrimRight(text[from:from+end], " \t\r"), from + end + 1
}

func parseFrontMatter(b []byte) (fm frontMatter, line int, err error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(b, &doc); err != nil {
		line, what := yamlError(err)
		return fm, line, fmt.Errorf("%w: %s", ErrFrontMatter, what)
	}
	if len(doc.Content) == 0 {
		return fm, 0, nil
	}
	top := doc.Content[0]
	if top.Kind != yaml.MappingNode {
		return fm, top.Line + 1, fmt.Errorf("%w: write it as lines of \"key: value\"", ErrFrontMatter)
	}
	if depth(top, maxDepth) > maxDepth {
		return fm, top.Line + 1, fmt.Errorf("%w: it is nested deeper than %d levels", ErrFrontMatter, maxDepth)
	}
	for i := 0; i+1 < len(top.Content); i += 2 {
		key, value := top.Content[i], top.Content[i+1]
		if err := fm.set(strings.ToLower(key.Value), value); err != nil {
			return fm, key.Line + 1, fmt.Errorf("%w: %s %w", ErrFrontMatter, strings.ToLower(key.Value), err)
		}
	}
	return fm, 0, nil
}

// yamlError takes the line out of what the YAML reader says ("yaml: line 2: …"),
// whose first line is the second of the file.
func yamlError(err error) (line int, what string) {
	what = strings.TrimPrefix(clean(err.Error()), "yaml: ")
	if rest, ok := strings.CutPrefix(what, "line "); ok {
		number, message, _ := strings.Cut(rest, ": ")
		if n, err := strconv.Atoi(number); err == nil && message != "" {
			return n + 1, message
		}
	}
	return 1, what
}

func (fm *frontMatter) set(key string, value *yaml.Node) error {
	var field *string
	switch key {
	case "url":
		field = &fm.URL
	case "published":
		field = &fm.Published
	case "source":
		field = &fm.Source
	case "title":
		field = &fm.Title
	default:
		return nil
	}
	if value.Kind != yaml.ScalarNode {
		return errors.New("must be one line of text")
	}
	if *field != "" {
		return errors.New("stands twice")
	}
	text := clean(value.Value)
	if value.Tag == "!!null" {
		text = ""
	}
	var err error
	switch {
	case text == "":
	case key == "published":
		text, err = isoDay(text)
	case key == "url":
		err = checkURL(text)
	}
	*field = text
	return err
}

// isoDay gives the day of a date, or of a date and time as the outlet wrote it.
func isoDay(s string) (string, error) {
	day, rest := s, ""
	if len(s) > len(time.DateOnly) {
		day, rest = s[:len(time.DateOnly)], s[len(time.DateOnly):]
	}
	if _, err := time.Parse(time.DateOnly, day); err != nil || (rest != "" && !strings.ContainsAny(rest[:1], "Tt ")) {
		return "", errors.New("is no date; write it as YYYY-MM-DD")
	}
	return day, nil
}

func checkURL(s string) error {
	u, err := url.Parse(s)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		return errors.New("is no web address; begin it with https:// or http://")
	}
	return nil
}

// depth counts the levels of a node, and stops counting after most.
func depth(n *yaml.Node, most int) int {
	deepest := 0
	for _, c := range n.Content {
		if most == 0 {
			break
		}
		deepest = max(deepest, depth(c, most-1))
	}
	return deepest + 1
}
