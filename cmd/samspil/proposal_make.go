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
	"samspil/internal/summary"
	"samspil/internal/when"
)

// drafter makes a card of pages with a language model; how tells what came of it, as in crm.Proposal.Made.
type drafter func(ctx context.Context, pages []summary.Page, on when.Date) (card summary.Card, how string, err error)

// cardMaker is the proposal.Maker of the program: it reads files in child processes and makes the card by rules.
type cardMaker struct {
	fetch  commands.Fetcher
	reader func() (*document.Reader, error)
	draft  drafter // nil where no model is set up
}

func newCardMaker(fetch commands.Fetcher, draft drafter) cardMaker {
	return cardMaker{fetch, sync.OnceValues(func() (*document.Reader, error) { return documentReader(document.DefaultLimits, "") }), draft}
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
	if m.draft != nil && from.Model {
		return m.drafted(ctx, made, read.Document, on)
	}
	return made, nil
}

// drafted puts a model's card in the place of the rules' one; where it makes none, theirs stays.
func (m cardMaker) drafted(ctx context.Context, made proposal.Made, d document.Document, on when.Date) (proposal.Made, error) {
	var pages []summary.Page
	for _, p := range d.Pages {
		pages = append(pages, summary.Page{Number: p.Number, Text: p.Text})
	}
	card, how, err := m.draft(ctx, pages, on)
	if ctx.Err() != nil {
		return made, ctx.Err()
	}
	if err == nil {
		warnings := made.Card.Warnings // what the reading of the files warns of is the rules' own
		made.Card, made.How = card, how
		made.Card.Warnings = warnings
	}
	return made, nil
}

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
