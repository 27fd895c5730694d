// Package document makes pages of text out of the files people send: PDF, DOCX, ODT, HTML, mail and plain text.
// What comes out is clean (no control characters, no CPR numbers, no text that a reader of the file would not see)
// and says what was left out.
//
// A Reader has files read in a child process with limits on time and memory (see Extract, which is what runs there);
// PDF itself is read by the package document/pdf, which only the child needs.
package document

import (
	"fmt"
	"sort"
	"time"
)

// Kind is what a file turned out to be, whatever its name says.
type Kind string

// The kinds that can be read.
const (
	PDF  Kind = "pdf"
	DOCX Kind = "docx"
	ODT  Kind = "odt"
	HTML Kind = "html"
	Mail Kind = "mail" // a message file, or a message pasted with its lines of from, to and subject
	Text Kind = "text"
)

// Document is the text of a file.
type Document struct {
	Name      string    `json:"name,omitempty"` // as it was given
	Kind      Kind      `json:"kind"`
	Title     string    `json:"title,omitempty"` // what the file itself says its title or subject is; often wrong, "" for none
	Pages     []Page    `json:"pages"`           // at least one, and one at most for what has no pages
	Warnings  []Warning `json:"warnings,omitempty"`
	Truncated bool      `json:"truncated,omitempty"` // the text goes on, beyond Limits.Runes
	Masked    int       `json:"masked,omitempty"`    // how many CPR numbers were masked
}

// Page is one page, or all of a file that has none.
type Page struct {
	Number  int      `json:"number"`            // from 1
	Text    string   `json:"text"`              // lines end in "\n"; cells of a table's row are apart by tabs
	Anchors []Anchor `json:"anchors,omitempty"` // in the order of the text; none in a PDF, where the page is the place
}

// Anchor says where a paragraph begins.
type Anchor struct {
	Offset    int    `json:"offset"`            // of its first byte in Page.Text
	Paragraph int    `json:"paragraph"`         // from 1; rows of tables count as paragraphs
	Heading   string `json:"heading,omitempty"` // the heading it stands under, "" before the first
}

// At gives the anchor of the paragraph that holds the byte at the offset; false where the page has none.
func (p Page) At(offset int) (Anchor, bool) {
	i := sort.Search(len(p.Anchors), func(i int) bool { return p.Anchors[i].Offset > offset })
	if i == 0 {
		return Anchor{}, false
	}
	return p.Anchors[i-1], true
}

// Limits are what a file may cost. What is beyond them is refused with a sentence, but for Runes.
type Limits struct {
	Bytes  int           // of the file
	Pages  int           // of a PDF
	Runes  int           // of text; what is beyond is left out and Document.Truncated says so
	Time   time.Duration // of the child process, from start to end
	Memory int           // bytes the child's heap may have, and the PDF reader beside it (see docs/operate.md)
}

// DefaultLimits are those of docs/operate.md: 20 MiB is the most a form takes, 200 pages and 400,000 characters are
// some four times the longest application seen. The time allows for the first PDF after an installation, which waits
// 6 seconds of processor time for the PDF reader to be compiled.
var DefaultLimits = Limits{Bytes: 20 << 20, Pages: 200, Runes: 400_000, Time: 45 * time.Second, Memory: 512 << 20}

// Arguments are the limits as the flags of the child's command line; see cmd/samspil/extract.go.
func (l Limits) Arguments() []string {
	return []string{fmt.Sprintf("--bytes=%d", l.Bytes), fmt.Sprintf("--pages=%d", l.Pages), fmt.Sprintf("--runes=%d", l.Runes),
		fmt.Sprintf("--time=%s", l.Time), fmt.Sprintf("--memory=%d", l.Memory)}
}
