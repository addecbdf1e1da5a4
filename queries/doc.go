// Package queries holds the questions that can be asked of a graph: each is a
// pair of texts, NAME.cypher and NAME.sql, that answer the same rows in the
// same order. The header of the .cypher says once what the question is, which
// arguments it takes and which columns it answers with; arguments are checked
// and typed here, before any store sees them.
//
//	set, err := queries.Embedded()
//	chaired, err := set.Find("chaired")
//	answer, err := chaired.Run(ctx, store, map[string]string{"person": "Kiều Thế Lãm"})
//
// # Header
//
// Comment lines at the top of the .cypher, in this order:
//
//	// title: Who chaired which conference
//	// about: One or more lines that say more.
//	// param: person name optional the chair, in any spelling or by id
//	// param: limit int default=200 how many rows at most (0: all)
//	// column: date date
//	// column: source each
//	// example: --person "Kiều Thế Lãm"
//
// The .sql starts with the line "-- twin of NAME.cypher".
//
// # Text
//
// A line that ends in //? NAME (--? NAME in SQL) stands in the text only when
// that argument is given, so that an argument left out costs nothing and one
// given finds its index. Rows that differ only in their "each" columns are one
// row of the answer, which lists those values.
package queries
