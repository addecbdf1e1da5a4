package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// file is where connections lead.
type file struct {
	path string
	uri  string
	sync string // PRAGMA synchronous
	wait time.Duration
}

// fileURI names a file in a way that lets no character of its path be read as
// an option.
func fileURI(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	return "file:" + (&url.URL{Path: filepath.ToSlash(abs)}).EscapedPath(), nil
}

// dsn adds the driver's options to the address.
func (f file) dsn(options ...string) string {
	options = append(options, fmt.Sprintf("_busy_timeout=%d", f.wait.Milliseconds()), "_defensive=1", "_dqs=0")
	return f.uri + "?" + strings.Join(options, "&")
}

// openWriter opens the one connection that writes. The driver's memory rounds a
// page and its header up to the next power of two, so that a cache of 24 MB
// takes twice that. In a large file a batch of articles changes as many pages as
// the cache holds and more; the log takes three such batches before it is brought
// into the file, as the pages that all of them change are then written there once.
func openWriter(ctx context.Context, f file) (*writer, error) {
	connector, err := sqlite.NewConnector(f.dsn("_foreign_keys=1", "_synchronous="+f.sync, "_pragma=temp_store(MEMORY)", "_pragma=cache_size(-24576)",
		"_pragma=wal_autocheckpoint(64000)", "_pragma=journal_size_limit(134217728)"))
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(connector)
	conn, err := db.Conn(ctx)
	if err != nil {
		db.Close()
		return nil, err
	}
	return &writer{db: db, conn: conn, lock: make(chan struct{}, 1), stmts: map[string]*sql.Stmt{}}, nil
}

// openReads opens the readers' connections. A file on a medium that cannot be
// written, with no log beside it, is read as one that does not change.
func openReads(ctx context.Context, f file, readOnly bool) (*sql.DB, error) {
	options := []string{"mode=ro", "_query_only=1", "_pragma=temp_store(MEMORY)"}
	db, err := openGuarded(ctx, f.dsn(options...))
	if readOnly && noLog(err) && !exists(f.path+"-wal") {
		return openGuarded(ctx, f.dsn(append(options, "immutable=1")...))
	}
	return db, err
}

func openGuarded(ctx context.Context, dsn string) (*sql.DB, error) {
	connector, err := sqlite.NewConnector(dsn)
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(guarded{connector})
	db.SetMaxIdleConns(4)
	// Reading anything is what fails where the log cannot be made. Other errors
	// are about the content, of which Prepare knows more.
	var n int
	err = db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&n)
	if noLog(err) {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// noLog tells whether a file was refused because no log can be made beside it,
// or because it cannot be opened at all.
func noLog(err error) bool {
	var se *sqlite.Error
	return errors.As(err, &se) && (se.Code()&0xff == lib.SQLITE_CANTOPEN || se.Code()&0xff == lib.SQLITE_READONLY)
}

// guarded opens connections on which only reading statements compile.
type guarded struct{ driver.Connector }

// Connect opens a connection and puts the guard on it.
func (g guarded) Connect(ctx context.Context) (driver.Conn, error) {
	conn, err := g.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	r, ok := conn.(sqlite.AuthorizerRegisterer)
	if !ok {
		return nil, errors.Join(errors.New("the SQLite driver cannot guard a connection"), conn.Close())
	}
	if err := r.RegisterAuthorizer(onlyReads); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return conn, nil
}

// onlyReads allows what a SELECT needs, and the PRAGMAs that FTS5 asks before
// each search and Prepare once.
func onlyReads(action sqlite.AuthorizerActionCode, arg1, arg2, _, _ string) sqlite.AuthorizerReturnCode {
	switch action {
	case sqlite.AuthSelect, sqlite.AuthRead, sqlite.AuthFunction, sqlite.AuthRecursive:
		return sqlite.AuthorizerOK
	case sqlite.AuthPragma:
		switch strings.ToLower(arg1) {
		case "data_version", "application_id", "user_version":
			if arg2 == "" {
				return sqlite.AuthorizerOK
			}
		}
	}
	return sqlite.AuthorizerDeny
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
