//go:build unix

package timing

import (
	"syscall"
	"time"
)

// used is the processor time of the process so far.
func used() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // there is no process without it
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
