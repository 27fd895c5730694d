package register

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"samspil/internal/crm"
)

// maxDocument is the most bytes of one of Virk's documents: a company with thousands of sites takes some megabytes.
const maxDocument = 16 << 20

// virkLines reads Virk's documents, one a line: what a hit has in "_source", or the whole hit.
type virkLines struct {
	from *bufio.Reader
	line int64
}

func newVirkLines(content io.Reader) *virkLines {
	return &virkLines{from: bufio.NewReaderSize(content, maxLine)}
}

// next gives the next document of a line that is not empty.
func (v *virkLines) next() (record, error) {
	raw, err := v.document()
	r := record{line: v.line}
	if errors.Is(err, errLong) {
		r.why = crm.Errorf(crm.Invalid, whyLong)
		return r, nil
	}
	if err != nil {
		return r, damagedBelow(err)
	}
	r.company, r.why = companyOf(raw)
	return r, nil
}

// document gives the next line that is not empty.
func (v *virkLines) document() ([]byte, error) {
	for {
		var line []byte
		part, err := v.from.ReadSlice('\n')
		for errors.Is(err, bufio.ErrBufferFull) && len(line) <= maxDocument {
			line = append(line, part...)
			part, err = v.from.ReadSlice('\n')
		}
		long := len(line) > maxDocument
		for errors.Is(err, bufio.ErrBufferFull) {
			_, err = v.from.ReadSlice('\n')
		}
		if line = append(line, part...); err != nil && (len(line) == 0 || !errors.Is(err, io.EOF)) {
			return nil, err
		}
		v.line++
		if long {
			return nil, errLong
		}
		if strings.Trim(string(line), " \t\r\n"+bom) != "" {
			return []byte(strings.TrimPrefix(string(line), bom)), nil
		}
	}
}

// companyOf reads a document: a company, or one without a name of which it tells a site.
func companyOf(raw []byte) (crm.Company, *crm.Error) {
	var hit struct {
		virkDoc
		Source *virkDoc `json:"_source"`
	}
	if err := json.Unmarshal(raw, &hit); err != nil {
		return crm.Company{}, crm.Errorf(crm.Invalid, whyJSON)
	}
	doc := hit.virkDoc
	if hit.Source != nil {
		doc = *hit.Source
	}
	switch {
	case doc.Company != nil:
		return doc.Company.company()
	case doc.Site != nil:
		return doc.Site.company()
	}
	return crm.Company{}, crm.Errorf(crm.Invalid, whyJSON)
}
