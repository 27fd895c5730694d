package model

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/sashabaranov/go-openai"

	"samspil/internal/summary"
)

// What was wrong with the model. No error holds what a server said: it may be anything, also the document.
var (
	errEmpty    = errors.New("model: the answer says nothing")
	errStruck   = errors.New("model: more than a third of the draft is not in the document")
	errNoJSON   = errors.New("model: the answer is not the JSON asked for")
	errCut      = errors.New("model: the answer was cut off")
	errRefused  = errors.New("model: the model refused")
	errNoChoice = errors.New("model: the answer has no choice")
	errReach    = errors.New("model: no answer in time, or none that is the protocol's")
)

const (
	attempts  = 3                // for one question, where the server asks to come again
	mostPause = 10 * time.Second // between two of them
)

// ask gives the model's answer: by the strictest format the server takes, and asked once more where it is not JSON.
func (m *Model) ask(ctx context.Context, pages []summary.Page) (answer, error) {
	talk := question(pages)
	repaired := false
	for i := 0; i < len(m.formats); {
		said, err := m.complete(ctx, m.request(talk, m.formats[i]))
		if refusesFormat(err) && i+1 < len(m.formats) {
			i++
			continue
		}
		if err != nil {
			return answer{}, err
		}
		a, err := parse(said)
		if err == nil || repaired {
			return a, err
		}
		repaired = true
		talk = append(talk, openai.ChatCompletionMessage{Role: openai.ChatMessageRoleUser, Content: onlyJSON})
	}
	return answer{}, errNoJSON
}

func (m *Model) request(talk []openai.ChatCompletionMessage, f Format) openai.ChatCompletionRequest {
	r := openai.ChatCompletionRequest{Model: m.name, Messages: talk}
	if reasons(m.name) {
		r.MaxCompletionTokens = mostTokens // the library refuses the others for these names
	} else {
		//lint:ignore SA1019 local servers know no other
		r.MaxTokens = mostTokens
		r.Temperature = math.SmallestNonzeroFloat32 // 0 is not sent
	}
	switch f {
	case Schema:
		r.ResponseFormat = &openai.ChatCompletionResponseFormat{Type: openai.ChatCompletionResponseFormatTypeJSONSchema,
			JSONSchema: &openai.ChatCompletionResponseFormatJSONSchema{Name: "card", Strict: true, Schema: schema}}
	case Object:
		r.ResponseFormat = &openai.ChatCompletionResponseFormat{Type: openai.ChatCompletionResponseFormatTypeJSONObject}
	}
	return r
}

func reasons(name string) bool {
	for _, start := range []string{"o1", "o3", "o4", "gpt-5"} {
		if strings.HasPrefix(name, start) {
			return true
		}
	}
	return false
}

// complete asks, and again where the server says when to come again.
func (m *Model) complete(ctx context.Context, r openai.ChatCompletionRequest) (said string, err error) {
	for n := 1; ; n++ {
		resp, err := m.client.CreateChatCompletion(ctx, r)
		if err == nil {
			return content(resp)
		}
		status := statusOf(err)
		if n == attempts || status != http.StatusTooManyRequests && status < http.StatusInternalServerError {
			return "", failure(err, status)
		}
		if err := m.pause(ctx, after(resp.Header().Get("Retry-After"), n)); err != nil {
			return "", errReach
		}
	}
}

// content is what the model said, when it said all of it.
func content(r openai.ChatCompletionResponse) (string, error) {
	if len(r.Choices) == 0 {
		return "", errNoChoice // also a status of 200 with an error in it
	}
	switch c := r.Choices[0]; {
	case c.Message.Refusal != "" || c.FinishReason == openai.FinishReasonContentFilter:
		return "", errRefused
	case c.FinishReason == openai.FinishReasonLength:
		return "", errCut
	default:
		return c.Message.Content, nil
	}
}

// statusOf is the HTTP status of a refusal, 0 where there was none. RequestError comes first: of some servers an error is
// both, and the other has no status then.
func statusOf(err error) int {
	if refused, ok := errors.AsType[*openai.RequestError](err); ok {
		return refused.HTTPStatusCode
	}
	if refused, ok := errors.AsType[*openai.APIError](err); ok {
		return refused.HTTPStatusCode
	}
	return 0
}

// statusError is a refusal of which only the status is told.
type statusError int

func (s statusError) Error() string { return fmt.Sprintf("model: status %d", int(s)) }

func failure(err error, status int) error {
	if status != 0 {
		return statusError(status)
	}
	return errReach
}

// refusesFormat reports a request that the server did not understand: an older one has no response_format.
func refusesFormat(err error) bool {
	status, ok := errors.AsType[statusError](err)
	return ok && (status == http.StatusBadRequest || status == http.StatusUnprocessableEntity || status == http.StatusNotImplemented)
}

// after is how long to wait for the next attempt.
func after(header string, n int) time.Duration {
	if seconds, err := strconv.Atoi(header); err == nil && seconds >= 0 {
		return min(time.Duration(seconds)*time.Second, mostPause)
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

// capped ends an answer after mostReply bytes: the library reads any length.
type capped struct{ http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (c capped) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := c.RoundTripper.RoundTrip(r)
	if err == nil {
		resp.Body = struct {
			io.Reader
			io.Closer
		}{io.LimitReader(resp.Body, mostReply), resp.Body}
	}
	return resp, err
}
