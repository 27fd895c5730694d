package bot

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// poster sends answers to response_urls. The library's own way drops the flags against unfurling.
type poster struct {
	client *http.Client
	hosts  []string
}

func newPoster(hosts []string) poster {
	refuse := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return poster{&http.Client{Timeout: 10 * time.Second, CheckRedirect: refuse}, hosts}
}

// errHost keeps a forged response_url from making the program call somebody else.
var errHost = errors.New("the response_url is not Slack's")

// post sends one answer, and once more without its blocks where they are refused. No error holds the address: it is a
// secret.
func (p poster) post(ctx context.Context, address string, b messageBody) error {
	if !p.slacks(address) {
		return errHost
	}
	status, said, err := p.send(ctx, address, b)
	if err == nil && status == http.StatusBadRequest && len(b.Blocks) > 0 && strings.Contains(said, "blocks") {
		b.Text, b.Blocks = PlainText(b.Text), nil
		status, _, err = p.send(ctx, address, b)
	}
	if err == nil && status != http.StatusOK {
		err = statusError(status)
	}
	return err
}

func (p poster) send(ctx context.Context, address string, b messageBody) (status int, said string, err error) {
	raw, err := json.Marshal(b)
	if err != nil {
		return 0, "", err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(raw))
	if err != nil {
		return 0, "", errHost
	}
	req.Header.Set("Content-Type", "application/json; charset=utf-8")
	resp, err := p.client.Do(req)
	if err != nil {
		if failed, ok := errors.AsType[*url.Error](err); ok {
			err = failed.Err // without the address
		}
		return 0, "", err
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(io.LimitReader(resp.Body, 4096))
	return resp.StatusCode, string(answer), err
}

// slacks reports whether the address is one of Slack's own.
func (p poster) slacks(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.User != nil {
		return false
	}
	if slices.Contains(p.hosts, u.Host) {
		return true
	}
	return u.Scheme == "https" && (u.Host == "hooks.slack.com" || u.Host == "hooks.slack-gov.com")
}
