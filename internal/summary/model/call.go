package model

import (
	"context"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/sashabaranov/go-openai"
)

const (
	attempts  = 3                // for one question, where the server asks to come again
	mostPause = 10 * time.Second // between two of them; a server that asks for more is not asked again
	mostReply = 4 << 20          // bytes of one answer
)

// complete asks, and again where the server says when to come again. The error is a refusal, or a Reason.
func (m *Model) complete(ctx context.Context, r openai.ChatCompletionRequest) (said string, err error) {
	for n := 1; ; n++ {
		resp, err := m.client.CreateChatCompletion(ctx, r)
		if err == nil {
			return content(resp)
		}
		refused, ok := refusalOf(err)
		if !ok {
			return "", reason(err)
		}
		wait := after(resp.Header(), n)
		if n == attempts || !refused.passing() || wait > mostPause {
			return "", refused
		}
		if err := m.pause(ctx, wait); err != nil {
			return "", refused
		}
	}
}

// after is how long to wait for the next attempt: Retry-After in seconds or as a time by the server's own clock.
func after(h http.Header, n int) time.Duration {
	asked := h.Get("Retry-After")
	if seconds, err := strconv.Atoi(asked); err == nil && seconds >= 0 {
		return time.Duration(min(seconds, 3600)) * time.Second
	}
	at, err := http.ParseTime(asked)
	now, err2 := http.ParseTime(h.Get("Date"))
	if err == nil && err2 == nil {
		return max(0, at.Sub(now))
	}
	return time.Duration(n) * 500 * time.Millisecond
}

func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// capped ends an answer after mostReply bytes, as the library reads any length, and refuses redirects, which would carry
// the key along.
type capped struct{ http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (c capped) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := c.RoundTripper.RoundTrip(r)
	if err != nil {
		return resp, err
	}
	if resp.StatusCode >= 300 && resp.StatusCode < 400 {
		_ = resp.Body.Close()
		return nil, errRedirects
	}
	resp.Body = struct {
		io.Reader
		io.Closer
	}{io.LimitReader(resp.Body, mostReply), resp.Body}
	return resp, nil
}
