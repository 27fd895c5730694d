package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"

	"samspil/internal/crm"
)

// What a workbook may be made of besides its tables: styles, pictures, drawings.
const (
	mostParts  = 4000
	mostPart   = 8 << 20 // bytes of one, unpacked
	mostBeside = 64 << 20
	mostDepth  = 64 // of elements inside each other, in a table
)

// lookOver unpacks every part of a workbook once, keeping nothing, and refuses what would cost the library more memory
// than its tables are worth: parts that unpack to far more than they are, very long texts, very many, elements nested
// without end. What the parts say of their own size does not count.
func lookOver(file io.ReaderAt, size int64, limits Limits) error {
	pack, err := zip.NewReader(file, size)
	if err != nil {
		return crm.Errorf(crm.Invalid, errDamaged).Because(err)
	}
	if len(pack.File) > mostParts {
		return crm.Errorf(crm.Invalid, errBomb)
	}
	tables, beside, workbook := limits.Unpacked, int64(mostBeside), false
	for _, part := range pack.File {
		name := strings.ToLower(strings.ReplaceAll(part.Name, "\\", "/"))
		workbook = workbook || name == "xl/workbook.xml"
		if strings.HasPrefix(name, "xl/worksheets/sheet") || name == "xl/sharedstrings.xml" {
			l := &look{longest: limits.Record}
			if name == "xl/sharedstrings.xml" {
				l.most = limits.Strings
			}
			err = looked(part, &tables, l)
		} else {
			allowed := min(beside, mostPart)
			before := allowed
			err = looked(part, &allowed, nil)
			beside -= before - allowed
		}
		if err != nil {
			return err
		}
	}
	if !workbook {
		return crm.Errorf(crm.Invalid, errNoBook)
	}
	return nil
}

// looked reads the part through, taking its size from allowed.
func looked(part *zip.File, allowed *int64, l *look) error {
	from, err := part.Open()
	if err != nil {
		return crm.Errorf(crm.Invalid, errDamaged).Because(err)
	}
	defer from.Close()
	buf := make([]byte, 64<<10)
	for {
		n, err := from.Read(buf)
		if *allowed -= int64(n); *allowed < 0 {
			return crm.Errorf(crm.Invalid, errBomb)
		}
		if l != nil && !l.over(buf[:n]) {
			return crm.Errorf(crm.Invalid, errBomb)
		}
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return crm.Errorf(crm.Invalid, errDamaged).Because(err)
		}
	}
}

// look counts what matters of XML as it goes by: texts, their lengths, and how deep elements lie in each other. It does
// not know attributes from texts, which makes it strict and not lenient.
type look struct {
	length   int // of the text or tag that we are in
	longest  int // that length may be
	elements int // that are begun
	most     int // that elements may be; 0 for any number
	depth    int
	first    byte // of the tag's name; 0 outside a tag
	last     byte // before the next one
}

// over reports whether the part is within limits so far.
func (l *look) over(part []byte) bool {
	for len(part) > 0 {
		if l.last != '<' { // nothing happens before the next mark
			i := bytes.IndexAny(part, "<>")
			if i < 0 {
				l.length += len(part)
				l.last = part[len(part)-1]
				return l.length <= l.longest
			}
			if l.length += i; l.length > l.longest {
				return false
			}
			if i > 0 {
				l.last = part[i-1]
			}
			part = part[i:]
		}
		l.step(part[0])
		if l.depth > mostDepth || l.most > 0 && l.elements > l.most {
			return false
		}
		part = part[1:]
	}
	return true
}

// step takes a mark, or the first byte of a tag's name.
func (l *look) step(b byte) {
	switch {
	case b == '<':
		l.length = 0
	case b == '>':
		if l.last == '/' || l.first == '?' || l.first == '!' {
			l.depth--
		}
		l.length, l.first = 0, 0
	case b == '/':
		l.first = b
		l.depth--
	default:
		l.first = b
		l.depth++
		l.elements++
	}
	l.last = b
}
