// Package loaders brings articles into a graph: Load reads them, extracts
// their claims with several workers, and hands them in batches to one writer,
// which resolves who is who and writes each batch whole or not at all. A bad
// article goes into the report with its reason; it never stops the rest.
package loaders
