//go:build !linux && !darwin

package main

import (
	"io/fs"
	"os"
	"runtime/debug"
	"time"

	"samspil/internal/document"
)

// confine limits the heap and the time; this system has no other limits that a process sets for itself.
func confine(limits document.Limits) error {
	debug.SetMemoryLimit(int64(limits.Memory))
	time.AfterFunc(limits.Time+2*time.Second, func() { os.Exit(document.ExitSlow) })
	return nil
}

// isMine cannot tell here: a user's folders are the user's own.
func isMine(fs.FileInfo) bool { return true }
