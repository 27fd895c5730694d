//go:build !unix

package timing

import "time"

var start = time.Now()

// used is the time of the clock, where the processor's is not known.
func used() time.Duration { return time.Since(start) }
