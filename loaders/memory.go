package loaders

import (
	"os"
	"runtime/debug"
)

// BoundMemory keeps a process that loads below 300 MB however large the store
// is: its own heap below 170 MB, to which SQLite adds some 100. Below that it
// collects garbage half as often as Go does by itself. What the environment
// says of GOGC and GOMEMLIMIT goes before. It holds for the whole process, so
// only a main function calls it.
func BoundMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(170 << 20)
	}
}
