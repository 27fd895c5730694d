package main

import (
	"context"

	"samspil/internal/document"
	"samspil/internal/summary"
	"samspil/internal/summary/model"
	"samspil/internal/text"
	"samspil/internal/when"
)

var (
	errNoModel    = text.New("Der er ingen sprogmodel: sæt SAMSPIL_LLM_URL og SAMSPIL_LLM_MODEL.", "There is no language model: set SAMSPIL_LLM_URL and SAMSPIL_LLM_MODEL.")
	errModel      = text.New("Sprogmodellens indstillinger kan ikke bruges: %s.", "The settings of the language model cannot be used: %s.")
	textExtracted = text.New("Kortet er et udtræk uden sprogmodel (%s).", "The card is an extract without the model (%s).")
)

// languageModel is the model of the settings; an error where there is none.
func languageModel(c config) (*model.Model, error) {
	if c.ModelURL == "" {
		return nil, wrongUse(errNoModel)
	}
	m, err := model.New(model.Config{URL: c.ModelURL, Key: c.ModelKey, Name: c.ModelName, Format: model.Format(c.ModelFormat),
		AzureVersion: c.ModelAzure, Timeout: c.ModelTimeout}, nil)
	if err != nil {
		return nil, wrongUse(errModel, err.Error())
	}
	return m, nil
}

// drafted is the card of a document as the model drafted it and the proof check let pass; drafted is false where it is the
// extract, and why says what was wrong.
func drafted(ctx context.Context, m *model.Model, d document.Document, on when.Date) (card summary.Card, is bool, why error) {
	card, is, why = m.Draft(ctx, proposalPages(d), on)
	return warned(card, d), is, why
}
