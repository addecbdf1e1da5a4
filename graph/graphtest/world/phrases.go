package world

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"strings"
)

// phrases are the sentences of a language by part of an article.
type phrases map[string][]string

func readPhrases(name string) (phrases, error) {
	f, err := data.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out := phrases{}
	part := ""
	for s := bufio.NewScanner(f); s.Scan(); {
		line := s.Text()
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			part = strings.Trim(line, "[]")
		case part == "":
			return nil, fmt.Errorf("%s: %q stands before any part", name, line)
		default:
			out[part] = append(out[part], line)
		}
	}
	return out, nil
}

// one chooses a sentence of a part, or "" where the language has none.
func (p phrases) one(r *rand.Rand, part string) string {
	if len(p[part]) == 0 {
		return ""
	}
	return p[part][r.IntN(len(p[part]))]
}

// expand fills the slots of a sentence: {name} or {name:form}. A slot that
// begins with a capital begins a sentence.
func expand(sentence string, fill func(name, form string) string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(sentence, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		slot, after, _ := strings.Cut(rest, "}")
		name, form, _ := strings.Cut(slot, ":")
		text := fill(strings.ToLower(name), form)
		if name != strings.ToLower(name) || b.Len() == 0 {
			text = capital(text)
		}
		b.WriteString(text)
		sentence = after
	}
}

// chooser draws posts as often as their fame says.
type chooser struct{ posts, upTo []int }

func (c *chooser) add(post, fame int) {
	if n := len(c.upTo); n > 0 {
		fame += c.upTo[n-1]
	}
	c.posts = append(c.posts, post)
	c.upTo = append(c.upTo, fame)
}

func (c *chooser) draw(r *rand.Rand) int {
	at := r.IntN(c.upTo[len(c.upTo)-1])
	for i, n := range c.upTo {
		if at < n {
			return c.posts[i]
		}
	}
	return c.posts[0]
}
