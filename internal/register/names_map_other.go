//go:build !unix

package register

import "os"

// mapFile reads a file.
func mapFile(name string) (content []byte, release func() error, err error) {
	content, err = os.ReadFile(name)
	return content, func() error { return nil }, err
}

func (x *nameIndex) onRelease(func() error) {}
