package article

import (
	"errors"
	"fmt"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// What can be wrong with a file. Each reads on after the name of the file and
// says what to do; Error wraps one of them.
var (
	// ErrNotFound: Walk, nothing has that name.
	ErrNotFound = errors.New("no such file or directory; check the spelling")
	// ErrNoArticles: Walk, a directory without a single article.
	ErrNoArticles = errors.New("holds no articles; give a directory with .txt files in it")
	// ErrKind: Walk, a named file is not of a kind that can be read.
	ErrKind = errors.New("is not a kind of file that can be read; give .txt files, directories of them, or - for standard input")
	// ErrSpecial: Walk and Source.Read, a pipe, socket or device.
	ErrSpecial = errors.New("is not a regular file; give a text file, or - to read standard input")
	// ErrTooLarge: Source.Read and Parse, more than MaxSize bytes or MaxLines lines.
	ErrTooLarge = errors.New("is too large; one file holds one article of at most 8 MiB and 100,000 lines, so split it")
	// ErrNotText: Source.Read and Parse, bytes that are no text.
	ErrNotText = errors.New("is not text; save the article as plain text in UTF-8")
	// ErrEmpty: Source.Read and Parse, no text beside the front matter.
	ErrEmpty = errors.New("is empty; an article needs a text")
	// ErrFrontMatter: Source.Read and Parse, a front matter that cannot be read.
	ErrFrontMatter = errors.New("bad front matter")
	// ErrTold: Source.Read and Parse, what the loader was told cannot be used.
	ErrTold = errors.New("is no date; give the day of publication as YYYY-MM-DD")
)

// Error is what is wrong with one file.
type Error struct {
	Path string // as given
	Line int    // counted from 1; 0 when no line is meant
	Err  error  // wraps one of the errors above, or what the system said
}

func (e *Error) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d: %v", PrintPath(e.Path), e.Line, e.Err)
	}
	return fmt.Sprintf("%s: %v", PrintPath(e.Path), e.Err)
}

// Unwrap gives the reason, for errors.Is.
func (e *Error) Unwrap() error { return e.Err }

// PrintPath is a path fit for a terminal: as it is, or quoted when it holds
// control characters or bytes that are no UTF-8.
func PrintPath(path string) string {
	if !utf8.ValidString(path) {
		return strconv.Quote(path)
	}
	for _, r := range path {
		if !unicode.IsPrint(r) {
			return strconv.Quote(path)
		}
	}
	return path
}
