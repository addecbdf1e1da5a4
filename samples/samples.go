// Package samples holds the articles that `cadre quickstart` loads: fourteen
// short news pages, Vietnamese and English, that tell one connected story.
//
// Every person, province and event in them is invented; README.md lists the
// facts that a reader should find. The package holds no code, only the files:
//
//	names, err := fs.Glob(samples.FS, "*.txt")
package samples

import "embed"

// FS holds the sample articles, one UTF-8 text file each, at its root. The
// names start with the day of publication, so they sort in time order.
//
//go:embed *.txt
var FS embed.FS
