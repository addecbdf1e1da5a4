package neo4j

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"cadre/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"
)

// Options say how to log in. The zero value uses the server's default database
// without a login.
type Options struct {
	// User is who logs in; "" with a password is neo4j.
	User string
	// Password never appears in an error.
	Password string
	// Database is the database's name; "" is the user's home database.
	Database string
	// ReadOnly never changes the database.
	ReadOnly bool
	// Retry is how long a transaction is tried again while the server is away,
	// restarts or has a deadlock; 0 is a minute.
	Retry time.Duration
}

// Store is a graph in one database of a Neo4j server. Open makes it.
type Store struct {
	uri       string // without a login
	opts      Options
	routing   bool
	schema    schema
	driver    neo4j.DriverWithContext
	bookmarks neo4j.BookmarkManager
}

var _ graph.Store = (*Store)(nil)

// Open connects to the server at uri and logs in: bolt:// is one server,
// neo4j:// a cluster or one server; with +s it is TLS with a certificate that is
// checked, with +ssc TLS with one that is not. It returns
// graph.ErrUnavailable when there is no server, when it refuses the login and
// when it has no such database. What is in the database is looked at by
// Prepare only.
func Open(ctx context.Context, uri string, opts Options) (*Store, error) {
	schemes := []string{"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"}
	u, err := url.Parse(uri)
	switch {
	case err != nil || u.Host == "":
		return nil, errors.New("the address of the server is none: write it like bolt://127.0.0.1:7687")
	case u.User != nil:
		return nil, fmt.Errorf("the address of %s holds a login: give user and password apart from it", u.Host)
	case !slices.Contains(schemes, u.Scheme):
		return nil, fmt.Errorf("%s is no address of Neo4j: it begins with one of %s", uri, strings.Join(schemes, ", "))
	}
	if opts.Retry == 0 {
		opts.Retry = time.Minute
	}
	if opts.User == "" && opts.Password != "" {
		opts.User = "neo4j"
	}
	auth := neo4j.NoAuth()
	if opts.User != "" {
		auth = neo4j.BasicAuth(opts.User, opts.Password, "")
	}
	s := &Store{uri: uri, opts: opts, routing: strings.HasPrefix(u.Scheme, "neo4j"), schema: newSchema(graph.Nodes(), graph.Edges())}
	s.driver, err = neo4j.NewDriverWithContext(uri, auth, func(c *config.Config) {
		c.MaxTransactionRetryTime = opts.Retry
		c.SocketConnectTimeout = 5 * time.Second
		c.ConnectionAcquisitionTimeout = opts.Retry
		c.FetchSize = 2000
		c.UserAgent = "cadre"
		c.TelemetryDisabled = true
		// Nobody reads them, and making them costs the server time.
		c.NotificationsMinSeverity = notifications.DisabledLevel
	})
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", uri, err)
	}
	// In a cluster a session reads at least what the sessions before it wrote.
	s.bookmarks = neo4j.NewBookmarkManager(neo4j.BookmarkManagerConfig{})
	if err := s.reach(ctx); err != nil {
		s.driver.Close(context.WithoutCancel(ctx))
		return nil, s.fail(err)
	}
	return s, nil
}

// reach logs in and asks the database for something, once: whoever opens a
// store that is not there wants to know at once.
func (s *Store) reach(ctx context.Context) error {
	if err := s.driver.VerifyConnectivity(ctx); err != nil {
		return err
	}
	session := s.session(ctx, neo4j.AccessModeRead)
	defer session.Close(context.WithoutCancel(ctx))
	result, err := session.Run(ctx, "RETURN 1", nil)
	if err != nil {
		return err
	}
	_, err = result.Consume(ctx)
	return err
}

func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: mode, DatabaseName: s.opts.Database, BookmarkManager: s.bookmarks})
}

// read runs a text in a read transaction, again when that may help, and
// returns all its rows.
func (s *Store) read(ctx context.Context, text string, args map[string]any) (keys []string, rows []*neo4j.Record, err error) {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer session.Close(context.WithoutCancel(ctx))
	_, err = session.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		result, err := tx.Run(ctx, text, args)
		if err != nil {
			return nil, err
		}
		if keys, err = result.Keys(); err != nil {
			return nil, err
		}
		rows, err = result.Collect(ctx)
		return nil, err
	})
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	return keys, rows, err
}

// Dialect is graph.Cypher.
func (s *Store) Dialect() graph.Dialect { return graph.Cypher }

// Close ends the connections.
func (s *Store) Close(ctx context.Context) error { return s.fail(s.driver.Close(ctx)) }
