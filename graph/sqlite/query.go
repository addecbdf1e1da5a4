package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"cadre/graph"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// Query runs one SELECT (or VALUES, or EXPLAIN of one) with args bound to
// $name. Lists come back as their JSON text and booleans as 0 and 1.
func (s *Store) Query(ctx context.Context, text string, args graph.Args) (graph.Table, error) {
	if err := check(text); err != nil {
		return graph.Table{}, err
	}
	var named []any
	for name, v := range args {
		if d, ok := v.(graph.Date); ok {
			v = string(d)
		}
		named = append(named, sql.Named(name, v))
	}
	table, err := s.query(ctx, text, named)
	var se *sqlite.Error
	if errors.As(err, &se) && (se.Code()&0xff == lib.SQLITE_AUTH || se.Code()&0xff == lib.SQLITE_READONLY) {
		return graph.Table{}, fmt.Errorf("%w: it may only read tables of the store", graph.ErrWriteQuery)
	}
	return table, s.fail(err)
}

func (s *Store) query(ctx context.Context, text string, args []any) (graph.Table, error) {
	rows, err := s.reads.QueryContext(ctx, text, args...)
	if err != nil {
		return graph.Table{}, err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return graph.Table{}, err
	}
	table := graph.Table{Columns: columns}
	for rows.Next() {
		row, to := make([]any, len(columns)), make([]any, len(columns))
		for i := range row {
			to[i] = &row[i]
		}
		if err := rows.Scan(to...); err != nil {
			return graph.Table{}, err
		}
		for i, v := range row {
			if b, ok := v.([]byte); ok {
				row[i] = string(b)
			}
		}
		table.Rows = append(table.Rows, row)
	}
	return table, rows.Err()
}

// check refuses texts that are not one reading statement. What passes is
// still held to reading by the connection (onlyReads).
func check(text string) error {
	first, rest := skip(text), ""
	for i := 0; i < len(first); i += token(first[i:]) {
		if first[i] == ';' {
			rest = skip(first[i+1:])
			break
		}
	}
	word := first
	if end := strings.IndexFunc(first, func(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') }); end >= 0 {
		word = first[:end]
	}
	switch strings.ToUpper(word) {
	case "SELECT", "WITH", "VALUES", "EXPLAIN":
	default:
		if first == "" {
			return errors.New("the query is empty: write a SELECT")
		}
		return fmt.Errorf("%w: write a SELECT", graph.ErrWriteQuery)
	}
	if rest != "" {
		return fmt.Errorf("%w: it holds more than one statement", graph.ErrWriteQuery)
	}
	return nil
}

// skip cuts white space and comments at the start of a text.
func skip(text string) string {
	for {
		text = strings.TrimLeft(text, " \t\r\n\f\v\ufeff")
		if !strings.HasPrefix(text, "--") && !strings.HasPrefix(text, "/*") {
			return text
		}
		text = text[token(text):]
	}
}

// token is the length of the comment or the quoted text at the start of a
// text, else of its first byte.
func token(text string) int {
	until := func(end string, from int) int {
		if n := strings.Index(text[from:], end); n >= 0 {
			return from + n + len(end)
		}
		return len(text)
	}
	switch {
	case strings.HasPrefix(text, "--"):
		return until("\n", 2)
	case strings.HasPrefix(text, "/*"):
		return until("*/", 2)
	case text[0] == '\'' || text[0] == '"' || text[0] == '`':
		return until(text[:1], 1) // a doubled quote begins another token
	case text[0] == '[':
		return until("]", 1)
	}
	return 1
}
