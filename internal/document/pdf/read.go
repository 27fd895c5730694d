package pdf

import (
	"context"
	"errors"
	"unicode/utf8"

	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"samspil/internal/document"
)

// Reader makes a document.PDFReader that keeps the compiled PDFium in the folder; "" compiles it each time.
func Reader(folder string) document.PDFReader {
	return func(ctx context.Context, content []byte, limits document.Limits) (document.Sheets, error) {
		e, err := start(ctx, folder)
		if err != nil {
			return document.Sheets{}, err
		}
		defer e.close(ctx)
		return e.read(content, limits)
	}
}

func (e *engine) read(content []byte, limits document.Limits) (document.Sheets, error) {
	opened, err := e.OpenDocument(&requests.OpenDocument{File: &content})
	if err != nil {
		return document.Sheets{}, &document.Refused{Why: why(err)}
	}
	defer e.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: opened.Document})
	count, err := e.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	switch {
	case err != nil || count.PageCount <= 0:
		return document.Sheets{}, &document.Refused{Why: document.Corrupt}
	case count.PageCount > limits.Pages:
		return document.Sheets{}, &document.Refused{Why: document.TooLong, Numbers: []int{count.PageCount, limits.Pages}}
	}
	sheets := document.Sheets{Title: e.title(opened.Document), Attached: e.attached(opened.Document)}
	runes := 0
	for i := range count.PageCount {
		leaf := e.leaf(opened.Document, i)
		sheets.Pages = append(sheets.Pages, leaf)
		if runes += utf8.RuneCountInString(leaf.Text); runes > limits.Runes {
			break
		}
	}
	return sheets, nil
}

// why tells a password from damage.
func why(err error) document.Refusal {
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword), errors.Is(err, pdfiumerrors.ErrSecurity):
		return document.Password
	}
	return document.Corrupt
}

func (e *engine) title(d references.FPDF_DOCUMENT) string {
	meta, err := e.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: d, Tag: "Title"})
	if err != nil {
		return ""
	}
	return meta.Value
}

// mostAttached is how many attachments are named.
const mostAttached = 10

// attached gives the names of the files in the file. They are not opened.
func (e *engine) attached(d references.FPDF_DOCUMENT) (names []string) {
	count, err := e.FPDFDoc_GetAttachmentCount(&requests.FPDFDoc_GetAttachmentCount{Document: d})
	if err != nil {
		return nil
	}
	for i := range min(count.AttachmentCount, mostAttached) {
		got, err := e.FPDFDoc_GetAttachment(&requests.FPDFDoc_GetAttachment{Document: d, Index: i})
		if err != nil {
			continue
		}
		if name, err := e.FPDFAttachment_GetName(&requests.FPDFAttachment_GetName{Attachment: got.Attachment}); err == nil {
			names = append(names, name.Name)
		}
	}
	return names
}

// leaf reads a page. One that cannot be read does not stop the others.
func (e *engine) leaf(d references.FPDF_DOCUMENT, index int) document.Leaf {
	loaded, err := e.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: d, Index: index})
	if err != nil {
		return document.Leaf{Broken: true}
	}
	defer e.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
	page := requests.Page{ByReference: &loaded.Page}
	e.flatten(page)
	leaf := e.withoutHidden(page)
	text, err := e.GetPageText(&requests.GetPageText{Page: page})
	if err != nil {
		leaf.Broken = true
		return leaf
	}
	leaf.Text = e.withColumns(page, text.Text)
	return leaf
}

// flatten makes what is written in form fields a part of the page, as it is shown on a screen: PDFium reads the text
// of the page alone, and an application is often a form.
func (e *engine) flatten(page requests.Page) {
	n, err := e.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: page})
	if err != nil || n.Count == 0 {
		return
	}
	// Where it fails, the page is read as it is.
	_, _ = e.FPDFPage_Flatten(&requests.FPDFPage_Flatten{Page: page, Usage: requests.FPDFPage_FlattenUsageNormalDisplay})
}
