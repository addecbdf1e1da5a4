//go:build !race

package world

// MostMemory is what a load may take, in bytes resident, however many articles.
const MostMemory = 300 << 20
