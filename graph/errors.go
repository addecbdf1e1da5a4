package graph

import "errors"

// Errors that stores return, to be tested with errors.Is.
var (
	// ErrNewer is returned by Prepare for a store that a newer version wrote.
	ErrNewer = errors.New("the store was written by a newer version of cadre")
	// ErrNotStore is returned by Prepare and open for a file that is no store of cadre.
	ErrNotStore = errors.New("not a store of cadre")
	// ErrReadOnly is returned when a write meets a store that cannot be written.
	ErrReadOnly = errors.New("the store cannot be written")
	// ErrBusy is returned when another process holds the store for too long.
	ErrBusy = errors.New("the store is in use by another process")
	// ErrFull is returned when there is no space left to write; nothing was changed.
	ErrFull = errors.New("no space left for the store")
	// ErrTooLarge is returned when one transaction does not fit the server's memory; a smaller batch may.
	ErrTooLarge = errors.New("the batch is too large for one transaction")
	// ErrWriteQuery is returned by Query for a text that would change the store,
	// read files or call a procedure outside the allowed ones.
	ErrWriteQuery = errors.New("the query is not read-only")
	// ErrUnavailable is returned when a server cannot be reached or refuses the login.
	ErrUnavailable = errors.New("the server cannot be used")
)
