package sqlite

import (
	"context"
	"errors"
	"fmt"

	"cadre/graph"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// fail gives an error of SQLite the store's name and, where there is one, the
// sentinel of package graph. An error that is none of SQLite's stays as it is.
func (s *Store) fail(err error) error {
	var se *sqlite.Error
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) || !errors.As(err, &se) {
		return err
	}
	if advice, kind := meaning(se.Code()); kind != nil {
		return fmt.Errorf("%s: %w: %s (%s)", s.path, kind, advice, plain(se))
	}
	// Not wrapped: an error that passes here again on its way out is not named twice.
	return fmt.Errorf("%s: %v", s.path, err)
}

// meaning says what the user can do about a result code, and finds its sentinel.
func meaning(code int) (advice string, kind error) {
	switch code {
	case lib.SQLITE_IOERR_SHMSIZE:
		return "free some space and load again", graph.ErrFull
	}
	switch code & 0xff {
	case lib.SQLITE_FULL:
		return "free some space and load again", graph.ErrFull
	case lib.SQLITE_READONLY, lib.SQLITE_PERM, lib.SQLITE_CANTOPEN:
		return "check the rights on the file and on its directory", graph.ErrReadOnly
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return "wait for it to end", graph.ErrBusy
	case lib.SQLITE_NOTADB:
		return "name another file", graph.ErrNotStore
	case lib.SQLITE_CORRUPT:
		return "the file is damaged; load the articles into a new one", graph.ErrNotStore
	}
	return "", nil
}

// plain is the name of a result code.
func plain(se *sqlite.Error) string {
	if text, ok := sqlite.ErrorCodeString[se.Code()&0xff]; ok {
		return text
	}
	return se.Error()
}
