package slackfake

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
)

type deliveryKind int

const (
	kindCommand deliveryKind = iota
	kindInteraction
	kindOptions
	kindEvent
)

// delivery is one thing that Slack sends to the app.
type delivery struct {
	kind        deliveryKind
	payload     reply
	retry       int
	retryReason string
	reason      string // why it was not acknowledged
	// what went out last, to be sent again to the byte
	body     []byte
	header   http.Header
	envelope string
}

// ack is what came back, or why nothing did.
type ack struct {
	status  int
	body    []byte
	plain   bool   // not JSON by its Content-Type
	failed  string // as the user sees it: "operation_timeout", "dispatch_failed"
	reason  string // for the retry of an event
	noRetry bool
	again   *ack // of the second copy
	took    time.Duration
}

// deliver sends it whichever way the app is configured for, and waits for the acknowledgement.
func (s *Server) deliver(d *delivery, h Handling) *ack {
	s.mu.Lock()
	app := s.app
	s.mu.Unlock()
	if app.Socket {
		return s.deliverSocket(d, h)
	}
	address := app.address(d.kind)
	if address == "" {
		return &ack{failed: "dispatch_failed", reason: "connection_failed"}
	}
	d.body, d.header = s.encode(d, app, h)
	a := s.post(address, d)
	if h == Twice {
		a.again = s.post(address, d)
	}
	if h == AckLost {
		*a = ack{failed: "operation_timeout", reason: "http_timeout", took: a.took}
	}
	return a
}

// encode makes the body and its signature: https://docs.slack.dev/authentication/verifying-requests-from-slack
func (s *Server) encode(d *delivery, app App, h Handling) ([]byte, http.Header) {
	header := http.Header{"User-Agent": {"Slackbot 1.0 (+https://api.slack.com/robots)"}, "Content-Type": {"application/x-www-form-urlencoded"}}
	var body []byte
	switch d.kind {
	case kindCommand:
		form := url.Values{}
		for key, v := range d.payload {
			form.Set(key, sprintf("%v", v))
		}
		body = []byte(form.Encode())
	case kindEvent:
		body, _ = json.Marshal(d.payload)
		header.Set("Content-Type", "application/json")
	default:
		raw, _ := json.Marshal(d.payload)
		body = []byte(url.Values{"payload": {string(raw)}}.Encode())
	}
	if d.retry > 0 {
		header.Set("X-Slack-Retry-Num", sprintf("%d", d.retry))
		header.Set("X-Slack-Retry-Reason", d.retryReason)
	}
	body, stamp, secret := h.spoil(body, s.signClock(), app.SigningSecret)
	header.Set("X-Slack-Request-Timestamp", sprintf("%d", stamp.Unix()))
	header.Set("X-Slack-Signature", Sign(secret, stamp, body))
	return body, header
}

// Sign is Slack's signature of a request, version v0.
func Sign(secret string, stamp time.Time, body []byte) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(sprintf("v0:%d:", stamp.Unix())))
	mac.Write(body)
	return "v0=" + hex.EncodeToString(mac.Sum(nil))
}

// post sends the delivery's bytes over HTTP.
func (s *Server) post(address string, d *delivery) *ack {
	ctx, cancel := context.WithTimeout(context.Background(), s.ackWithin)
	defer cancel()
	began := time.Now()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(d.body))
	if err != nil {
		s.fatalf("the request URL %q: %v", address, err)
	}
	req.Header = d.header.Clone()
	resp, err := s.client.Do(req)
	var body []byte
	if err == nil {
		body, err = io.ReadAll(io.LimitReader(resp.Body, 4<<20))
		resp.Body.Close()
	}
	a := &ack{body: body, took: time.Since(began)}
	switch {
	case errors.Is(err, context.DeadlineExceeded) || isTimeout(err):
		a.failed, a.reason = "operation_timeout", "http_timeout"
	case err != nil:
		a.failed, a.reason = "dispatch_failed", "connection_failed"
	default:
		a.status, a.plain = resp.StatusCode, !strings.HasPrefix(resp.Header.Get("Content-Type"), "application/json")
		a.noRetry = resp.Header.Get("X-Slack-No-Retry") == "1"
		if a.status != http.StatusOK && (d.kind != kindEvent || a.status/100 != 2) {
			a.failed, a.reason = "dispatch_failed", "http_error"
		}
	}
	return a
}

func isTimeout(err error) bool {
	var t net.Error
	return errors.As(err, &t) && t.Timeout()
}

// challenged reports whether the challenge came back, as JSON or as plain text.
func challenged(body []byte, challenge string) bool {
	var v struct {
		Challenge string `json:"challenge"`
	}
	return strings.TrimSpace(string(body)) == challenge || json.Unmarshal(body, &v) == nil && v.Challenge == challenge
}
