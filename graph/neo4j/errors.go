package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"cadre/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// fail gives an error of the server or of the way to it the store's address
// and, where there is one, the sentinel of package graph. Any other error stays
// as it is.
func (s *Store) fail(err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	for _, last := range attempts(err) { // the last failure says most
		if e, ok := errors.AsType[*neo4j.Neo4jError](last); ok {
			advice, kind := s.meaning(e)
			if kind == nil {
				// Not wrapped: an error that passes here again is not named twice.
				return fmt.Errorf("%s: %s", s.uri, plain(e.Msg))
			}
			return fmt.Errorf("%s: %w: %s", s.uri, kind, advice)
		}
		if e, ok := errors.AsType[*neo4j.ConnectivityError](last); ok {
			return s.lost(e)
		}
		if _, ok := errors.AsType[*neo4j.UsageError](last); ok {
			return fmt.Errorf("%s: %s", s.uri, plain(last.Error()))
		}
	}
	return err
}

// attempts are the errors of a transaction's tries, the last one first.
func attempts(err error) []error {
	limit, ok := errors.AsType[*neo4j.TransactionExecutionLimit](err)
	if !ok {
		return []error{err}
	}
	var all []error
	for _, e := range limit.Errors {
		all = append([]error{e}, all...)
	}
	return all
}

// lost is the error for a connection that cannot be made or has broken.
func (s *Store) lost(e *neo4j.ConnectivityError) error {
	why := plain(e.Inner.Error())
	switch {
	case strings.Contains(why, "x509:"):
		return fmt.Errorf("%s: %w: its certificate is not trusted (%s); get one that is, or write +ssc for +s to take any", s.uri, graph.ErrUnavailable, why)
	case strings.Contains(why, "tls: ") || strings.Contains(why, "check that TLS is enabled"):
		return fmt.Errorf("%s: %w: it does not speak TLS there (%s); write the address without +s or +ssc", s.uri, graph.ErrUnavailable, why)
	}
	return fmt.Errorf("%s: %w: no Neo4j answers there, or it went away (%s); start it, or check address and port", s.uri, graph.ErrUnavailable, why)
}

// meaning finds the sentinel for an error of the server, and what the user can do.
func (s *Store) meaning(e *neo4j.Neo4jError) (advice string, kind error) {
	switch e.Code {
	case "Neo.ClientError.Security.Unauthorized":
		if s.opts.User == "" {
			return "it asks for a login; give user and password", graph.ErrUnavailable
		}
		return fmt.Sprintf("it refuses the login of %s; check user and password", s.opts.User), graph.ErrUnavailable
	case "Neo.ClientError.Security.AuthenticationRateLimit":
		return "too many wrong passwords; wait a little, then check the password", graph.ErrUnavailable
	case "Neo.ClientError.Security.CredentialsExpired":
		return fmt.Sprintf("the password of %s must be changed first; do so in the Browser", s.opts.User), graph.ErrUnavailable
	case "Neo.ClientError.Security.Forbidden":
		return fmt.Sprintf("%s has no right to do this", s.opts.User), graph.ErrReadOnly
	case "Neo.ClientError.Database.DatabaseNotFound":
		return fmt.Sprintf("it has no database %s; check the name (Neo4j Community has only neo4j)", s.opts.Database), graph.ErrUnavailable
	case "Neo.TransientError.Database.DatabaseUnavailable", "Neo.TransientError.General.DatabaseUnavailable":
		return "its database is not up; wait, or start it", graph.ErrUnavailable
	case "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase",
		"Neo.ClientError.Cluster.NotALeader", "Neo.ClientError.General.ReadOnly":
		return "its database is read-only; see server.databases.read_only in neo4j.conf", graph.ErrReadOnly
	case "Neo.ClientError.Statement.AccessMode":
		return "it may only read", graph.ErrWriteQuery
	case "Neo.TransientError.General.MemoryPoolOutOfMemoryError", "Neo.ClientError.General.TransactionOutOfMemoryError",
		"Neo.TransientError.General.OutOfMemoryError":
		return "load in smaller batches, or raise db.memory.transaction.max in neo4j.conf", graph.ErrTooLarge
	case "Neo.TransientError.Transaction.LockAcquisitionTimeout", "Neo.TransientError.Transaction.DeadlockDetected",
		"Neo.ClientError.Transaction.LockAcquisitionTimeout":
		return "wait for it to end", graph.ErrBusy
	}
	return "", nil
}

// plain is a server's text on one line, without control characters.
func plain(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
	return strings.Join(strings.Fields(text), " ")
}
