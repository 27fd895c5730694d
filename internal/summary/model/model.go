// Package model has a language model draft parts of a proposal's card: names, who takes part, deadlines and sentences. It
// sees masked text only, and nothing it says is shown before summary.Prove has found it in the document. Amounts applied
// for and budgets are read by rules alone. Whatever the model does, a card comes back.
package model

import (
	"context"
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
	mostTokens   = 4000  // of one answer
	mostThought  = 16000 // of one answer with what the model thinks before it
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
		// A redirect would carry the key along; capped refuses it before this is asked.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return &Model{openai.NewClientWithConfig(settings), c.Name, formats[from:], c.Timeout, pause}, nil
}

// allowed reports whether an address may be called: encrypted, or one that never leaves a private network. A name without
// a point is one that only the own network knows, such as a container's.
func allowed(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return false
	}
	ip := net.ParseIP(u.Hostname())
	private := ip != nil && (ip.IsLoopback() || ip.IsPrivate()) || ip == nil && !strings.Contains(u.Hostname(), ".")
	return u.Scheme == "https" || u.Scheme == "http" && private
}

// Draft gives the card of the pages with what the model drafted and the proof check let pass; drafted is false where it
// is the extract alone, and why, a Reason, then says what was wrong with the model. No model is none to complain of: the
// extract, and no reason.
func (m *Model) Draft(ctx context.Context, pages []summary.Page, on when.Date) (card summary.Card, drafted bool, why error) {
	if m == nil {
		return summary.Extract(pages, on), false, nil
	}
	ctx, cancel := context.WithTimeout(ctx, m.timeout)
	defer cancel()
	said, err := m.ask(ctx, summary.Readable(pages))
	if err == nil && said.silent() {
		err = errEmpty
	}
	if err != nil {
		return summary.Extract(pages, on), false, reason(err)
	}
	card, _, drafted = summary.Prove(said.card(), pages, on)
	if !drafted {
		return card, false, errStruck
	}
	return card, true, nil
}
