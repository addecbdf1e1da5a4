//go:build unix

package article_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"cadre/loaders/article"

	"github.com/google/go-cmp/cmp"
)

// walk gives what Walk visits: paths below dir, or what is wrong with them.
func walk(t *testing.T, dir string, args ...string) (visited []string, passed int) {
	t.Helper()
	for i, a := range args {
		args[i] = filepath.Join(dir, a)
	}
	passed, err := article.Walk(t.Context(), args, nil, func(s article.Source, err error) error {
		if err == nil {
			_, err = s.Read(article.Told{})
		}
		text := strings.TrimPrefix(s.Path, filepath.ToSlash(dir)+"/")
		if err != nil {
			text = strings.ReplaceAll(err.Error(), filepath.ToSlash(dir)+"/", "")
		}
		visited = append(visited, text)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return visited, passed
}

func TestWalk(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"news/b.txt", "news/a/2.TXT", "news/a/1.text", "news/notes.md", "news/a/x.jpg", "news/.git/c.txt", "news/._b.txt", "pictures/x.jpg"} {
		write(name, para)
	}
	write("bad/binary.txt", "PK\x03\x04\x00\x00")
	write("bad/latin1.txt", "Bi th\xf0 T\xednh u\xfd")
	write("bad/empty.txt", "\ufeff \r\n\n")
	write("bad/half.txt", "\xff\xfeab\x00")
	write("bad/front.txt", "---\ntitle: x\npublished: 17/01/2024\n---\n"+para)
	write("bad/open.txt", "---\ntitle: x\n"+para)
	write("bad/yaml.txt", "---\ntitle: x\n\tb: [\n---\n"+para)
	write("bad/list.txt", "---\n- x\n---\n"+para)
	write("bad/url.txt", "---\nurl: javascript:alert(1)\n---\n"+para)
	write("bad/deep.txt", "---\na: "+strings.Repeat("[", 40)+strings.Repeat("]", 40)+"\n---\n"+para)
	write("bad/long.txt", "---\na: "+strings.Repeat("x", 70<<10)+"\n---\n"+para)
	write("bad/\x1b[31mred.txt", "")
	if err := os.Truncate(filepath.Join(dir, "bad/empty.txt"), 0); err != nil {
		t.Fatal(err)
	}
	huge := filepath.Join(dir, "bad/huge.txt")
	if err := errors.Join(os.WriteFile(huge, nil, 0o644), os.Truncate(huge, 50<<20)); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(
		os.Symlink(filepath.Join(dir, "news"), filepath.Join(dir, "news/a/circle")),
		os.Symlink(filepath.Join(dir, "news/b.txt"), filepath.Join(dir, "news/link.txt")),
		syscall.Mkfifo(filepath.Join(dir, "news/pipe.txt"), 0o644)); err != nil {
		t.Skip("no links or pipes here:", err)
	}

	for _, test := range []struct {
		args   []string
		want   []string
		passed int
	}{
		{[]string{"news"}, []string{"news/a/1.text", "news/a/2.TXT", "news/b.txt", "news/link.txt"}, 4},
		{[]string{"news/b.txt", "news/a"}, []string{"news/b.txt", "news/a/1.text", "news/a/2.TXT"}, 2},
		{[]string{"none.txt", "news/b.txt"}, []string{"none.txt: no such file or directory; check the spelling", "news/b.txt"}, 0},
		{[]string{"news/notes.md"}, []string{"news/notes.md: is not a kind of file that can be read; give .txt files, directories of them, or - for standard input"}, 0},
		{[]string{"news/pipe.txt"}, []string{"news/pipe.txt: is not a regular file; give a text file, or - to read standard input"}, 0},
		{[]string{"pictures"}, []string{"pictures: holds no articles; give a directory with .txt files in it (files of other kinds in it: 1)"}, 1},
		{[]string{"bad"}, []string{
			`"bad/\x1b[31mred.txt": is empty; an article needs a text`,
			"bad/binary.txt: is not text; save the article as plain text in UTF-8 (byte 4 is NUL)",
			"bad/deep.txt:2: bad front matter: it is nested deeper than 16 levels",
			"bad/empty.txt: is empty; an article needs a text",
			"bad/front.txt:3: bad front matter: published is no date; write it as YYYY-MM-DD",
			"bad/half.txt: is not text; save the article as plain text in UTF-8 (UTF-16 of an odd number of bytes)",
			"bad/huge.txt: is too large; one file holds one article of at most 8 MiB and 100,000 lines, so split it",
			"bad/latin1.txt: is not text; save the article as plain text in UTF-8 (byte 5 is no UTF-8)",
			"bad/list.txt:2: bad front matter: write it as lines of \"key: value\"",
			"bad/long.txt:1: bad front matter: it is larger than 64 KiB",
			"bad/open.txt:1: bad front matter: end it with a line of three dashes",
			"bad/url.txt:2: bad front matter: url is no web address; begin it with https:// or http://",
			"bad/yaml.txt:3: bad front matter: found a tab character that violates indentation",
		}, 0},
	} {
		got, passed := walk(t, dir, test.args...)
		for i := range got { // the whole path is quoted
			got[i] = strings.ReplaceAll(got[i], `"`+filepath.ToSlash(dir)+`/`, `"`)
		}
		if diff := cmp.Diff(test.want, got); diff != "" || passed != test.passed {
			t.Errorf("%v: passed over %d, want %d; %s", test.args, passed, test.passed, diff)
		}
	}
}

func TestWalkStops(t *testing.T) {
	enough := errors.New("enough")
	visit := func(article.Source, error) error { return enough }
	if _, err := article.Walk(t.Context(), []string{article.Stdin}, strings.NewReader(para), visit); err != enough {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := article.Walk(ctx, []string{"."}, nil, visit); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestStdin(t *testing.T) {
	read := func(text string) (a article.Article, err error) {
		_, walkErr := article.Walk(t.Context(), []string{"-"}, strings.NewReader(text), func(s article.Source, _ error) error {
			a, err = s.Read(article.Told{})
			return nil
		})
		return a, errors.Join(err, walkErr)
	}
	if a, err := read(para); err != nil || string(a.Text) != para || a.Path != "-" {
		t.Errorf("%q %v", a.Text, err)
	}
	if _, err := read(strings.Repeat("x", article.MaxSize+1)); !errors.Is(err, article.ErrTooLarge) {
		t.Error(err)
	}
	for _, text := range []string{strings.Repeat("a\n", article.MaxLines+1), strings.Repeat("a\n", article.MaxSize/2)} {
		if _, err := article.Parse("a.txt", []byte(text), article.Told{}); !errors.Is(err, article.ErrTooLarge) {
			t.Error(err)
		}
	}
	if _, err := article.Parse("a.txt", []byte(strings.Repeat("Ảnh:", article.MaxSize/32)), article.Told{}); err != nil {
		t.Error(err) // and in no time
	}
	if _, err := article.Parse("a.txt", []byte(para), article.Told{Published: "hôm nay"}); !errors.Is(err, article.ErrTold) {
		t.Error(err)
	}
}
