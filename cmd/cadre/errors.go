package main

import (
	"errors"
	"fmt"
)

// errStore marks an error of the store that none of graph's sentinels names.
var errStore = errors.New("")

// marked is an error in its own words that is also one of the marks above.
type marked struct {
	error
	mark error
}

func (m marked) Is(target error) bool { return target == m.mark }
func (m marked) Unwrap() error        { return m.error }

// usagef is a wrong command line.
func usagef(format string, args ...any) error {
	return marked{fmt.Errorf(format, args...), errUsage}
}
