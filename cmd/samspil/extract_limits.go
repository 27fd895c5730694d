//go:build linux || darwin

package main

import (
	"io/fs"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"time"

	"samspil/internal/document"
)

// What a process that reads a document may have beside its heap: the reader of PDF has up to 256 MiB of its own, its
// machine code is 25 MB, and the Go runtime reserves addresses that it does not use.
const (
	addressesBeside = 512 << 20
	mostWritten     = 64 << 20 // bytes of a file: the prepared reader of PDF
	grace           = 2 * time.Second
)

// confine limits this process for good: processor time, addresses, heap, what it writes, and no memory dumps, which
// would hold the document. It ends itself soon after its time is over, also when nobody is left to end it.
func confine(limits document.Limits) error {
	debug.SetMemoryLimit(int64(limits.Memory))
	time.AfterFunc(limits.Time+grace, func() { os.Exit(document.ExitSlow) })
	seconds := uint64((limits.Time + grace) / time.Second)
	most := map[int]uint64{
		syscall.RLIMIT_CORE:  0,
		syscall.RLIMIT_CPU:   2 * seconds, // preparing uses several processors
		syscall.RLIMIT_FSIZE: mostWritten,
	}
	if now, ok := addresses(); ok {
		most[syscall.RLIMIT_AS] = now + uint64(limits.Memory) + addressesBeside
	}
	for resource, most := range most {
		if err := lower(resource, most); err != nil {
			return err
		}
	}
	return nil
}

// addresses are the bytes of addresses this process has already, which can be very many and cost nothing; false
// where the system does not tell.
func addresses() (uint64, bool) {
	statm, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0, false
	}
	pages, _, _ := strings.Cut(string(statm), " ")
	n, err := strconv.ParseUint(pages, 10, 64)
	return n * uint64(os.Getpagesize()), err == nil
}

// lower sets a limit of this process, unless it is lower already.
func lower(resource int, most uint64) error {
	var now syscall.Rlimit
	if err := syscall.Getrlimit(resource, &now); err != nil {
		return os.NewSyscallError("getrlimit", err)
	}
	most = min(most, now.Max)
	return os.NewSyscallError("setrlimit", syscall.Setrlimit(resource, &syscall.Rlimit{Cur: min(most, now.Cur), Max: most}))
}

// isMine reports whether the folder belongs to who runs this program.
func isMine(info fs.FileInfo) bool {
	s, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(s.Uid) == os.Geteuid()
}
