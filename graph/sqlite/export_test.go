package sqlite

import (
	"context"
	"strings"
)

// Version is the version of the tables.
const Version = version

// Exec runs a statement on the writer's connection, to put a store into a
// state that users' machines bring about.
func (s *Store) Exec(ctx context.Context, text string) error {
	_, err := s.writer.conn.ExecContext(ctx, text)
	return s.fail(err)
}

// Tables is the text of all statements that make the tables.
func (s *Store) Tables() string {
	var all []string
	for _, t := range s.schema.tables() {
		all = append(all, t.create())
		all = append(all, t.indexes...)
	}
	return strings.Join(append(all, searchTable), ";\n") + ";\n"
}
