//go:build unix

package register

import (
	"errors"
	"math"
	"os"
	"runtime"
	"syscall"
)

// mapFile gives a file's content without reading it: the system fetches what is looked at, and may let it go again.
func mapFile(name string) (content []byte, release func() error, err error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	info, err := file.Stat()
	if err != nil {
		return nil, nil, err
	}
	if info.Size() == 0 || info.Size() > math.MaxInt32 || !info.Mode().IsRegular() {
		return nil, nil, errStale
	}
	content, err = syscall.Mmap(int(file.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_PRIVATE)
	if err != nil {
		return nil, nil, err
	}
	return content, func() error { return syscall.Munmap(content) }, nil
}

// onRelease gives the memory back once nobody uses the index.
func (x *nameIndex) onRelease(release func() error) {
	runtime.AddCleanup(x, func(release func() error) { _ = release() }, release)
}
