package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"samspil/internal/document"
	"samspil/internal/summary"
	"samspil/internal/text"
	"samspil/internal/when"
)

// proposalCmd is project proposals: a field for each subcommand.
type proposalCmd struct {
	Read proposalReadCmd `cmd:"" help:"Print the card of a proposal: PDF, DOCX, ODT, HTML, mail or text."`
}

type proposalReadCmd struct {
	File  string `arg:"" help:"The proposal; - for text on standard input."`
	JSON  bool   `name:"json" help:"Print JSON: each field as {value, quote, page, confidence}."`
	Lang  string `placeholder:"da|en" help:"Language of the card, instead of the document's."`
	Model bool   `help:"Let the language model of SAMSPIL_LLM_URL draft; what it says is checked against the document."`
	Cache string `placeholder:"DIR" help:"Where the prepared reader of PDF is kept; a folder of this user alone."`
}

// Run reads the file as the bot reads an upload, and prints its card. Nothing is stored and nothing is sent.
func (c *proposalReadCmd) Run(t *terminal) error {
	lang, ok := text.ParseLang(c.Lang)
	if c.Lang != "" && !ok {
		return wrongUse(errLangSetting, "--lang", c.Lang)
	}
	d, err := c.read(t)
	if err != nil {
		return err
	}
	card := proposalCard(d, when.DateOf(time.Now()))
	if c.Model {
		m, err := languageModel(t.config)
		if err != nil {
			return err
		}
		var why error
		if card, _, why = drafted(t.ctx, m, d, when.DateOf(time.Now())); why != nil {
			fmt.Fprintln(t.err, textExtracted.In(t.lang, why))
		}
	}
	if c.Lang == "" {
		lang = card.Lang
	}
	if !c.JSON {
		_, err := io.WriteString(t.out, card.Text(lang))
		return err
	}
	line, err := card.JSON(lang)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := json.Indent(&b, line, "", "  "); err != nil {
		return err
	}
	b.WriteByte('\n')
	_, err = b.WriteTo(t.out)
	return err
}

func (c *proposalReadCmd) read(t *terminal) (document.Document, error) {
	var content []byte
	var err error
	if c.File == "-" {
		content, err = io.ReadAll(io.LimitReader(t.in, int64(document.DefaultLimits.Bytes)+1))
	} else {
		content, err = os.ReadFile(c.File)
	}
	if err != nil {
		return document.Document{}, wrongUse(errDocument, c.File)
	}
	r, err := documentReader(document.DefaultLimits, c.Cache)
	if err != nil {
		return document.Document{}, err
	}
	return r.Read(t.ctx, filepath.Base(c.File), content)
}

// proposalCard makes the card of a document that was read, with what the reading itself warns of.
func proposalCard(d document.Document, on when.Date) summary.Card {
	return warned(summary.Extract(proposalPages(d), on), d)
}

func proposalPages(d document.Document) (pages []summary.Page) {
	for _, p := range d.Pages {
		pages = append(pages, summary.Page{Number: p.Number, Text: p.Text})
	}
	return pages
}

// warned adds what the reading of the document warns of.
func warned(card summary.Card, d document.Document) summary.Card {
	for _, w := range d.Warnings {
		if w.Concern == document.Instruction { // the card has its own, with the page
			continue
		}
		page := 0
		if len(w.Pages) > 0 {
			page = w.Pages[0]
		}
		card.Warnings = append(card.Warnings, summary.Warning{Say: w.In, Quote: w.Passage, Page: page})
	}
	return card
}
