package document

import (
	"encoding/xml"
	"errors"
	"io"
)

// How XML may be built. A table in a table in a text box in a form is some 40 deep.
const (
	mostDepth = 256
	mostRun   = 1 << 20 // bytes of text without an element between, which no word processor comes near
)

// walker is told of elements as they come. local is the name without its prefix: prefixes differ between programs,
// and the names that matter differ without them.
type walker interface {
	start(local string, attrs []xml.Attr) error
	end(local string) error
	chars(text []byte) error
}

// walk reads XML, with bounded depth. It refuses document types, so there are no entities but the five of XML, and
// stops without an error when the walker has enough.
func walk(r io.Reader, w walker) error {
	d := xml.NewDecoder(&steady{from: r})
	d.CharsetReader = charset
	depth := 0
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) && depth == 0 {
			return nil
		}
		if err != nil {
			return asRefused(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > mostDepth {
				return refused(Unsafe)
			}
			err = w.start(t.Name.Local, t.Attr)
		case xml.EndElement:
			if depth--; depth < 0 {
				return refused(Corrupt)
			}
			err = w.end(t.Name.Local)
		case xml.CharData:
			err = w.chars(t)
		case xml.Directive:
			return refused(Unsafe)
		}
		if errors.Is(err, errEnough) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// steady refuses XML that goes on without any "<" for longer than mostRun, before all of it is in memory.
type steady struct {
	from io.Reader
	run  int
}

func (s *steady) Read(p []byte) (int, error) {
	n, err := s.from.Read(p)
	for _, c := range p[:n] {
		if s.run++; c == '<' {
			s.run = 0
		}
		if s.run > mostRun {
			return 0, refused(Unsafe)
		}
	}
	return n, err
}

// asRefused keeps a Refused, and takes every other error for a damaged file.
func asRefused(err error) error {
	if r, ok := errors.AsType[*Refused](err); ok {
		return r
	}
	return refused(Corrupt)
}

// attr gives the value of the attribute with that name, "" for none.
func attr(attrs []xml.Attr, local string) string {
	for _, a := range attrs {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
