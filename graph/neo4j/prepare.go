package neo4j

import (
	"context"
	"fmt"

	"cadre/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// version is that of the layout. It rises when an older cadre must not write
// any more what a newer one has laid out otherwise. New indexes are made by
// themselves.
const version = 1

// Prepare makes the constraints and indexes that are missing, and marks the
// database as Cadre's. Other data in the database is left alone. A database
// opened read-only is only looked at; graph.ErrNotStore says that nothing has
// been loaded into it.
func (s *Store) Prepare(ctx context.Context) error {
	_, rows, err := s.read(ctx, "MATCH (c:Cadre {id: 'graph'}) RETURN c.schema", nil)
	if err != nil {
		return s.fail(err)
	}
	found := int64(0)
	if len(rows) > 0 {
		found, _ = rows[0].Values[0].(int64)
	}
	if found > version {
		return s.newer(found)
	}
	if s.opts.ReadOnly {
		if found == 0 {
			return s.unprepared()
		}
		return nil
	}
	missing, err := s.missing(ctx)
	if err != nil {
		return s.fail(err)
	}
	if len(missing) > 0 {
		if err := s.write(ctx, missing...); err != nil {
			return s.fail(fmt.Errorf("make constraints and indexes: %w", err))
		}
	}
	if _, _, err := s.read(ctx, "CALL db.awaitIndexes(600)", nil); err != nil {
		return s.fail(err)
	}
	if found == version {
		return nil
	}
	return s.fail(s.write(ctx, fmt.Sprintf("MERGE (c:Cadre {id: 'graph'}) SET c.schema = %d", version)))
}

func (s *Store) newer(found int64) error {
	return fmt.Errorf("%s: %w: its layout is of version %d, this cadre knows %d; use a newer cadre", s.uri, graph.ErrNewer, found, version)
}

func (s *Store) unprepared() error {
	return fmt.Errorf("%s: %w: nothing has been loaded into its database yet; run cadre load first", s.uri, graph.ErrNotStore)
}

// missing lists the statements for what the database does not have.
func (s *Store) missing(ctx context.Context) ([]string, error) {
	have := map[string]bool{}
	for _, text := range []string{"SHOW INDEXES YIELD name", "SHOW CONSTRAINTS YIELD name"} {
		_, rows, err := s.read(ctx, text, nil)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			name, _ := r.Values[0].(string)
			have[name] = true
		}
	}
	var texts []string
	names, statements := s.schema.ddl()
	for _, n := range names {
		if !have[n] {
			texts = append(texts, statements[n])
		}
	}
	return texts, nil
}

// write runs statements in one transaction.
func (s *Store) write(ctx context.Context, texts ...string) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(context.WithoutCancel(ctx))
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		for _, text := range texts {
			result, err := tx.Run(ctx, text, nil)
			if err == nil {
				_, err = result.Consume(ctx)
			}
			if err != nil {
				return nil, s.settle(err)
			}
		}
		return nil, nil
	})
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	return err
}
