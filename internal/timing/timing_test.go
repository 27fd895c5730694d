package timing

import (
	"testing"
	"time"
)

// Work is counted, and sleep is not where the system knows the difference.
func TestBest(t *testing.T) {
	sum := 0
	work := func() {
		for begin := time.Now(); time.Since(begin) < 30*time.Millisecond; {
			sum++
		}
	}
	if took := Best(time.Microsecond, work); took < time.Millisecond {
		t.Errorf("work took %v", took)
	}
	runs := 0
	if Best(time.Hour, func() { runs++ }); runs != 1 {
		t.Errorf("%d runs, though the first was quick enough", runs)
	}
	runs = 0
	if Best(-1, func() { runs++ }); runs != 5 {
		t.Errorf("%d runs", runs)
	}
}
