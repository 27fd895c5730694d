// Package model has a language model draft parts of a proposal's card: names, who takes part, deadlines and sentences. It
// sees masked text only, and nothing it says is shown before summary.Prove has found it in the document. Amounts applied
// for and budgets are read by rules alone. Whatever the model does, a card comes back.
package model

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/sashabaranov/go-openai"

	"samspil/internal/summary"
	"samspil/internal/when"
)

// Format is how the model is asked for JSON. Servers differ, and a server that refuses one is asked by the next.
type Format string

// The formats, the strictest first.
const (
	Schema Format = "json_schema"
	Object Format = "json_object"
	Plain  Format = "plain"
)

var formats = []Format{Schema, Object, Plain}

// Config says which model. There is no address unless one is given.
type Config struct {
	URL          string // "https://llm.example.dk/v1"; Azure: without /openai
	Key          string
	Name         string // of the model; Azure: of the deployment
	Format       Format // "" for Schema
	AzureVersion string // "2024-10-21" or later; "" where it is not Azure
	Timeout      time.Duration
}

const (
	usualTimeout = 15 * time.Second
	mostReply    = 4 << 20 // bytes of one answer
	mostTokens   = 4000    // of one answer
)

// The settings that cannot be used. None of them holds the key.
var (
	ErrAddress = errors.New("the model's address is to be https:// (http:// only on this machine or a private network), without a password")
	ErrName    = errors.New("the model's name is missing")
	ErrFormat  = errors.New("the format is none of json_schema, json_object, plain")
)

// Model is a language model behind an OpenAI-compatible address. It is safe for several requests at once.
type Model struct {
	client  *openai.Client
	name    string
	formats []Format
	timeout time.Duration
	pause   func(context.Context, time.Duration) error
}

// New makes a Model that calls over transport, http.DefaultTransport when nil.
func New(c Config, transport http.RoundTripper) (*Model, error) {
	if c.Format == "" {
		c.Format = Schema
	}
	from := -1
	for i, f := range formats {
		if f == c.Format {
			from = i
		}
	}
	switch {
	case !allowed(c.URL):
		return nil, ErrAddress
	case c.Name == "":
		return nil, ErrName
	case from < 0:
		return nil, ErrFormat
	}
	if c.Timeout <= 0 {
		c.Timeout = usualTimeout
	}
	if transport == nil {
		transport = http.DefaultTransport
	}
	settings := openai.DefaultConfig(c.Key)
	if c.AzureVersion != "" {
		settings = openai.DefaultAzureConfig(c.Key, c.URL)
		settings.APIVersion = c.AzureVersion
		settings.AzureModelMapperFunc = func(name string) string { return name }
	}
	settings.BaseURL = strings.TrimRight(c.URL, "/")
	settings.HTTPClient = &http.Client{
		Timeout:   c.Timeout,
		Transport: capped{transport},
		// A redirect would carry the key along.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return &Model{openai.NewClientWithConfig(settings), c.Name, formats[from:], c.Timeout, pause}, nil
}

// allowed reports whether an address may be called: encrypted, or one that never leaves a private network.
func allowed(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.User != nil || u.RawQuery != "" {
		return false
	}
	ip := net.ParseIP(u.Hostname())
	private := u.Hostname() == "localhost" || ip != nil && (ip.IsLoopback() || ip.IsPrivate())
	return u.Scheme == "https" || u.Scheme == "http" && private
}

// Draft gives the card of the pages with what the model drafted and the proof check let pass; drafted is false where it
// is the extract alone, and why then says what was wrong with the model, without a word of the document or the answer.
func (m *Model) Draft(ctx context.Context, pages []summary.Page, on when.Date) (card summary.Card, drafted bool, why error) {
	extract := func(why error) (summary.Card, bool, error) { return summary.Extract(pages, on), false, why }
	ctx, cancel := context.WithTimeout(ctx, m.timeout)
	defer cancel()
	answer, err := m.ask(ctx, pages)
	if err != nil {
		return extract(err)
	}
	draft := answer.card()
	if draft.Title.Stated() || draft.SummaryDA != "" || draft.SummaryEN != "" {
		card, _, drafted = summary.Prove(draft, pages, on)
	} else {
		return extract(errEmpty)
	}
	if !drafted {
		return card, false, errStruck
	}
	return card, true, nil
}
