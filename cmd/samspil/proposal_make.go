package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"
	"sync"

	"samspil/commands"
	"samspil/commands/proposal"
	"samspil/internal/crm"
	"samspil/internal/document"
	"samspil/internal/summary/model"
	"samspil/internal/when"
)

// cardMaker is the proposal.Maker of the program: it reads files in child processes and makes the card by rules, or has a model draft it.
type cardMaker struct {
	fetch  commands.Fetcher
	reader func() (*document.Reader, error)
	model  *model.Model // nil where none is set up
}

func newCardMaker(fetch commands.Fetcher, m *model.Model) cardMaker {
	return cardMaker{fetch, sync.OnceValues(func() (*document.Reader, error) { return documentReader(document.DefaultLimits, "") }), m}
}

// Make implements proposal.Maker. Pages of several files are numbered on, so that a quote's page is one page only. A file
// that cannot be read is refused with its sentence; the rest are used. Where nothing can be read, the error is the first
// refusal.
func (m cardMaker) Make(ctx context.Context, from proposal.Source, on when.Date) (made proposal.Made, err error) {
	reader, err := m.reader()
	if err != nil {
		return made, err
	}
	var read joined
	for _, f := range from.Files {
		d, content, err := m.file(ctx, reader, f)
		if shown, ok := errors.AsType[*crm.Error](err); ok {
			made.Refused = append(made.Refused, proposal.Refused{Name: f.Name, Why: shown})
			continue
		}
		if err != nil {
			return made, err
		}
		made.Documents = append(made.Documents, kept(d, f.Name, content))
		read.add(d)
	}
	if strings.TrimSpace(from.Text) != "" {
		d, err := reader.Read(ctx, "", []byte(from.Text))
		if err != nil {
			return made, err
		}
		made.Documents = append(made.Documents, kept(d, "", []byte(from.Text)))
		read.add(d)
	}
	if len(made.Documents) == 0 && len(made.Refused) > 0 {
		return made, made.Refused[0].Why
	}
	made.Card, made.How = proposalCard(read.Document, on), "extract"
	if m.model != nil && from.Model {
		card, is, _ := drafted(ctx, m.model, read.Document, on) // why not is for whoever tries it on the command line
		if is {
			made.Card, made.How = card, "draft"
		}
	}
	return made, ctx.Err()
}

// Drafts is as proposal.Maker says.
func (m cardMaker) Drafts() bool { return m.model != nil }

func (m cardMaker) file(ctx context.Context, reader *document.Reader, f commands.File) (document.Document, []byte, error) {
	content, err := m.fetch.Fetch(ctx, f, int64(document.DefaultLimits.Bytes))
	if err != nil {
		return document.Document{}, nil, err
	}
	d, err := reader.Read(ctx, f.Name, content)
	return d, content, err
}

// joined is several documents as one.
type joined struct{ document.Document }

func (j *joined) add(d document.Document) {
	before := len(j.Pages)
	for i, p := range d.Pages {
		p.Number = before + i + 1
		j.Pages = append(j.Pages, p)
	}
	for _, w := range d.Warnings {
		pages := make([]int, len(w.Pages))
		for i, n := range w.Pages {
			pages[i] = before + n
		}
		w.Pages = pages
		j.Warnings = append(j.Warnings, w)
	}
}

// kept is what is stored of a document that was read: its text, by pages, and not the file.
func kept(d document.Document, name string, content []byte) crm.ProposalDocument {
	sum := sha256.Sum256(content)
	doc := crm.ProposalDocument{Name: name, Kind: string(d.Kind), Size: int64(len(content)), Sum: hex.EncodeToString(sum[:])}
	for _, p := range d.Pages {
		doc.Pages = append(doc.Pages, p.Text)
	}
	return doc
}
