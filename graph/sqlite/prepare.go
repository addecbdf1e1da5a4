package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"cadre/graph"
)

const (
	// applicationID marks a file as ours in its header ("Cadr").
	applicationID = 0x43616472
	// version is that of the tables. It rises when the kinds of the graph or the
	// tables here change (a test holds them together), so that an older cadre
	// refuses the file. New tables, columns and indexes are added by themselves;
	// what else a version needs stands in migrations.
	version = 1
)

// migrations are the statements that bring a file from the version of their
// place (the first from 1 to 2) to the next, once its new columns are there.
var migrations = [version - 1][]string{}

// querier is a connection or a pool of them.
type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// Prepare makes the tables of a new file or brings those of an older one up to
// date, in one transaction. A file opened read-only is only looked at.
func (s *Store) Prepare(ctx context.Context) error {
	if s.writer == nil {
		found, err := s.found(ctx, s.reads)
		if err == nil && found < version {
			err = fmt.Errorf("%s: %w: its tables are of version %d, an older cadre's; load anything once to bring it up to date", s.path, graph.ErrReadOnly, found)
		}
		return s.fail(err)
	}
	if err := s.writer.acquire(ctx); err != nil {
		return err
	}
	defer s.writer.release()
	found, err := s.found(ctx, s.writer.conn)
	if err != nil || found == version {
		return s.fail(err)
	}
	// Not possible inside a transaction, and kept by the file from then on.
	if _, err := s.writer.conn.ExecContext(ctx, "PRAGMA journal_mode = WAL"); err != nil {
		return s.fail(err)
	}
	return s.fail(s.writer.transaction(ctx, func() error { return s.migrate(ctx) }))
}

// found is the version of the tables in the file, 0 for an empty one.
func (s *Store) found(ctx context.Context, q querier) (int, error) {
	var app, have, tables int
	// One statement, so that another process's migration is seen whole.
	err := q.QueryRowContext(ctx, `SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_application_id, pragma_user_version`).Scan(&app, &have, &tables)
	if err != nil {
		return 0, err
	}
	switch {
	case app == 0 && have == 0 && tables == 0 && s.writer != nil:
		return 0, nil
	case app != applicationID:
		return 0, fmt.Errorf("%s: %w: it is another program's file; name another one", s.path, graph.ErrNotStore)
	case have > version:
		return 0, fmt.Errorf("%s: %w: its tables are of version %d, this cadre knows %d; use a newer cadre", s.path, graph.ErrNewer, have, version)
	}
	return have, nil
}

// migrate runs in a transaction. Another process may have been quicker, so it
// looks again.
func (s *Store) migrate(ctx context.Context) error {
	found, err := s.found(ctx, s.writer.conn)
	if err != nil || found == version {
		return err
	}
	statements, err := s.missing(ctx)
	if err != nil {
		return err
	}
	for from := max(found, 1); from < version; from++ {
		statements = append(statements, migrations[from-1]...)
	}
	statements = append(statements, fmt.Sprintf("PRAGMA application_id = %d", applicationID), fmt.Sprintf("PRAGMA user_version = %d", version))
	for _, text := range statements {
		if _, err := s.writer.conn.ExecContext(ctx, text); err != nil {
			return fmt.Errorf("bring the tables up to date: %w", err)
		}
	}
	return nil
}

// missing lists the statements that make the tables, columns and indexes the
// file does not have.
func (s *Store) missing(ctx context.Context) ([]string, error) {
	var statements []string
	for _, t := range s.schema.tables() {
		statements = append(statements, t.create())
		for _, c := range t.columns {
			var tables, columns int
			err := s.writer.conn.QueryRowContext(ctx, "SELECT count(*), coalesce(sum(name = ?), 0) FROM pragma_table_xinfo(?)", c.name, t.name).Scan(&tables, &columns)
			if err != nil {
				return nil, err
			}
			if tables > 0 && columns == 0 && c.name != "" && c.name != "rowid" {
				statements = append(statements, fmt.Sprintf("ALTER TABLE %s ADD COLUMN %s", quote(t.name), c.sql()))
			}
		}
		statements = append(statements, t.indexes...)
	}
	return append(statements, searchTable), nil
}
