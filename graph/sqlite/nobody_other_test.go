//go:build !unix

package sqlite_test

import "testing"

// asNobody is for root, whom only Unix knows.
func asNobody(t *testing.T) { t.Skip("there is no root here") }
