package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"samspil/internal/crm"
	"samspil/internal/register"
	"samspil/internal/text"
)

// refusals is the list of lines that an import could not use: number, CVR number where it has one, and why. It never
// holds the line itself, which may have somebody's CPR number in it.
type refusals struct {
	name string
	lang text.Lang
	file *os.File
	out  *bufio.Writer
	err  error // the first one
}

// add writes a line. The file is made, for its owner only, when there is one to write; it takes the place of the list of
// an import before at the end.
func (r *refusals) add(f register.Refusal) {
	if r.err != nil {
		return
	}
	if r.file == nil {
		if r.file, r.err = os.CreateTemp(filepath.Dir(r.name), filepath.Base(r.name)+".*"); r.err != nil {
			return
		}
		r.out = bufio.NewWriter(r.file)
		fmt.Fprintln(r.out, refusedHeader.In(r.lang))
	}
	_, r.err = fmt.Fprintf(r.out, "%d\t%s\t%s\n", f.Line, f.CVR, f.Why.In(r.lang))
}

// close puts the list in its place. Without one, that of an import before goes when this one was done.
func (r *refusals) close(done bool) error {
	err := r.err
	switch {
	case r.err != nil && r.file == nil:
	case r.file != nil:
		err = errors.Join(r.err, r.out.Flush(), r.file.Close(), os.Rename(r.file.Name(), r.name))
	case done:
		if err = os.Remove(r.name); errors.Is(err, fs.ErrNotExist) {
			return nil
		}
	}
	if err != nil {
		return crm.Errorf(crm.Unavailable, errRefusedFile, r.name).Because(err)
	}
	return nil
}
