package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"path"
	"slices"
)

// slackMethods are the methods of the Web API that the program calls.
var slackMethods = []string{"apps.connections.open", "auth.test", "chat.getPermalink", "chat.postEphemeral", "chat.postMessage", "chat.update",
	"conversations.info", "users.info", "views.open", "views.publish", "views.push", "views.update"}

// answerLimit is more than Slack's answer to any of them, in bytes.
const answerLimit = 4 << 20

// countCalls counts each call of the Web API that goes over next, by method and by how it ended: "ok", "refused" (Slack
// says no), "ratelimited", "unavailable" (another status than 200, or an answer that is not Slack's) or "failed" (none).
func (m *metrics) countCalls(next http.RoundTripper) http.RoundTripper {
	return countedCalls{m, next}
}

type countedCalls struct {
	metrics *metrics
	next    http.RoundTripper
}

// RoundTrip implements http.RoundTripper.
func (c countedCalls) RoundTrip(req *http.Request) (*http.Response, error) {
	method := path.Base(req.URL.Path)
	if !slices.Contains(slackMethods, method) {
		method = other
	}
	resp, err := c.next.RoundTrip(req)
	c.metrics.calls.WithLabelValues(method, ended(resp, err)).Inc()
	return resp, err
}

// ended says how a call ended. Slack says no under status 200, so the answer is read, and put back for the caller.
func ended(resp *http.Response, err error) string {
	switch {
	case err != nil:
		return "failed"
	case resp.StatusCode == http.StatusTooManyRequests:
		return "ratelimited"
	case resp.StatusCode != http.StatusOK:
		return "unavailable"
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, answerLimit))
	resp.Body = putBack{io.MultiReader(bytes.NewReader(body), errorOrRest(err, resp.Body)), resp.Body}
	var answer struct {
		OK bool `json:"ok"`
	}
	switch {
	case err != nil:
		return "failed"
	case json.Unmarshal(body, &answer) != nil:
		return "unavailable"
	case !answer.OK:
		return "refused"
	}
	return "ok"
}

// putBack is a body of which something was read.
type putBack struct {
	io.Reader
	io.Closer
}

// errorOrRest is what follows what was read: the error that ended it, or the rest.
func errorOrRest(err error, rest io.Reader) io.Reader {
	if err != nil {
		return failing{err}
	}
	return rest
}

type failing struct{ err error }

// Read implements io.Reader.
func (f failing) Read([]byte) (int, error) { return 0, f.err }
