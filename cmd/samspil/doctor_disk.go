//go:build linux || darwin

package main

import "syscall"

// freeBytes is the room for this user on the disk of that folder; ok is false where it cannot be told.
func freeBytes(folder string) (free uint64, ok bool) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(folder, &s); err != nil {
		return 0, false
	}
	return uint64(s.Bavail) * uint64(s.Bsize), true
}
