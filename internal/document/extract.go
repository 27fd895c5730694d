package document

import (
	"context"
)

// Sheets is what a reader of PDF gives: the pages, before anything is cleaned.
type Sheets struct {
	Title    string
	Pages    []Leaf
	Attached []string // names of files in the file
}

// Leaf is a page of a PDF as it is.
type Leaf struct {
	Text       string
	Hidden     []string // what is written there and cannot be seen; it is not in Text
	Pictured   bool     // a picture fills most of it
	Recognised bool     // it has text that lies invisibly on a picture, as programs put it that read scans
	Broken     bool     // it could not be read
	Unchecked  bool     // it is too complicated to be searched for hidden text
}

// PDFReader reads at most limits.Pages pages; more are a Refused. It stops when the text is limits.Runes long.
type PDFReader func(ctx context.Context, content []byte, limits Limits) (Sheets, error)

// Extract reads a file in this process. It costs what the file makes it cost: a Reader has it done in a process of
// its own. Every error that is about the file is a Refused; a panic of a parser is one too.
func Extract(ctx context.Context, content []byte, limits Limits, pdf PDFReader) (d Document, err error) {
	defer func() {
		if recover() != nil {
			d, err = Document{}, refused(Corrupt)
		}
	}()
	return extract(ctx, content, limits, pdf)
}

// extract is Extract where a panic is one.
func extract(ctx context.Context, content []byte, limits Limits, pdf PDFReader) (Document, error) {
	if len(content) > limits.Bytes {
		return Document{}, refused(TooLarge, limits.Bytes>>20)
	}
	kind, err := kindOf(content)
	if err != nil {
		return Document{}, err
	}
	switch kind {
	case PDF:
		if pdf == nil {
			return Document{}, refused(Failed)
		}
		sheets, err := pdf(ctx, content, limits)
		if err != nil {
			return Document{}, err
		}
		return fromSheets(sheets, limits)
	case DOCX, ODT:
		p, err := openPack(content)
		if err != nil {
			return Document{}, err
		}
		if kind == DOCX {
			return readDOCX(p, limits)
		}
		return readODT(p, limits)
	case HTML:
		return readHTML(decodedHTML(content), limits)
	case Mail:
		if isMessage(decoded(content[:min(len(content), 64<<10)])) {
			return readMail(content, limits)
		}
	}
	return readText(decoded(content), kind, limits)
}
