package graph

import (
	"context"
	"iter"
)

// Dialect is the query language of an engine.
type Dialect string

// The two dialects; also the file endings of the query texts.
const (
	SQL    Dialect = "sql"
	Cypher Dialect = "cypher"
)

// Args are the arguments of a query by parameter name: string, int64, bool,
// Date or nil. They are bound, never pasted into the text.
type Args map[string]any

// Table is a query's answer. Values are string, int64, float64, bool, []any or nil.
type Table struct {
	Columns []string
	Rows    [][]any
}

// Store is one engine's graph. Its methods may be called from several
// goroutines. Keys, ids and properties are settled before the store, so that
// applying two batches in either order gives the same graph.
type Store interface {
	// Dialect says which of two twin texts Query takes.
	Dialect() Dialect
	// Prepare makes tables, constraints and indexes, or brings them up to date;
	// repeating it changes nothing. It returns ErrNewer, ErrNotStore, ErrReadOnly
	// or ErrUnavailable.
	Prepare(context.Context) error
	// Update runs fn in one write transaction, alone among writers: all that it
	// reads is what the batches before it wrote. fn may be run again when the
	// engine has to retry. Nothing is changed when fn or the commit fails. It
	// returns fn's error, ErrBusy, ErrFull, ErrReadOnly, ErrTooLarge or
	// ErrUnavailable.
	Update(ctx context.Context, fn func(context.Context, Tx) error) error
	// Reader reads beside a writer: each of its methods sees what was committed
	// when it was called.
	Reader() Reader
	// Query runs a read-only text in the store's dialect. It returns
	// ErrWriteQuery for one that is not.
	Query(ctx context.Context, text string, args Args) (Table, error)
	// Nodes yields all nodes of a label by ascending id.
	Nodes(context.Context, Label) iter.Seq2[Node, error]
	// Edges yields all edges of a type by ascending key.
	Edges(context.Context, Type) iter.Seq2[Edge, error]
	// Records yields all records by ascending id.
	Records(context.Context) iter.Seq2[Record, error]
	// Close releases the store.
	Close(context.Context) error
}

// Reader reads what loading needs of a store.
type Reader interface {
	// Records returns those of the records asked for that exist, by id.
	Records(ctx context.Context, ids []string) (map[string]Record, error)
	// RecordsOfBatch returns the ids of the records that a load brought, sorted.
	RecordsOfBatch(ctx context.Context, batch int64) ([]string, error)
	// LastBatch is the number of the newest load that still has records, 0 if none.
	LastBatch(context.Context) (int64, error)
	// Blocks returns the states of those of the blocks asked for that exist.
	Blocks(ctx context.Context, keys []string) (map[string][]byte, error)
	// Reporters returns the ids of the articles with a REPORTS edge to any of
	// the nodes, sorted.
	Reporters(ctx context.Context, nodes []Ref) ([]string, error)
}

// Tx is what an Update reads and writes.
type Tx interface {
	Reader
	// Apply makes the changes of a batch.
	Apply(context.Context, Batch) (Changes, error)
}
