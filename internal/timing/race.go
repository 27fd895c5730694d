//go:build race

package timing

// Raced says that the race detector is on.
const Raced = true
