// Package timing is for tests that hold code to a time on machines that do other things too.
package timing

import "time"

// Best is the least processor time, in this process, of a few runs; it stops at the first that takes no more than enough.
// The time of a clock would be that of the neighbours as well.
func Best(enough time.Duration, run func()) time.Duration {
	best := time.Duration(-1)
	for range 5 {
		begin := used()
		run()
		if took := used() - begin; best < 0 || took < best {
			best = took
		}
		if best <= enough {
			break
		}
	}
	return best
}

// Some is n, and a fifth of it under the race detector, which makes code five to twenty times as slow.
func Some(n int) int {
	if Raced {
		return n / 5
	}
	return n
}
