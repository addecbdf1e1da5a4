//go:build race

package world

// MostMemory is what a load may take, in bytes resident, when the race detector
// keeps its own notes on all memory in use beside it.
const MostMemory = 600 << 20
