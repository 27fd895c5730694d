package console

import "io"

// printer writes each thing whole and at once. The first error is kept, and nothing is written after it.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) print(s string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.w, s)
	}
}
