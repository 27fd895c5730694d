package model

import (
	"context"
	"errors"
	"net"
	"strings"

	"github.com/sashabaranov/go-openai"

	"samspil/internal/text"
)

// Reason is why a card is no draft. It is meant for the log and for whoever tries the model: it holds neither a word of the
// document nor of what a server said, which may be anything, also the document.
type Reason struct {
	say    text.Text
	status int // of the server's refusal; 0 where there was none
}

// Error implements error.
func (r Reason) Error() string { return "model: " + r.In(text.English) }

// In is the reason in that language.
func (r Reason) In(lang text.Lang, _ ...any) string {
	if r.status != 0 {
		return r.say.In(lang, r.status)
	}
	return r.say.In(lang)
}

// refusal is what tells one refusal of a server from another. Code and param are compared, and never shown.
type refusal struct {
	status      int
	code, param string
}

// Error implements error.
func (r refusal) Error() string { return Reason{sayStatus, r.status}.Error() }

// refusalOf reads a refusal of the server. RequestError comes first: of some servers an error is both, and the other has no
// status then.
func refusalOf(err error) (r refusal, ok bool) {
	known, isKnown := errors.AsType[*openai.APIError](err)
	if isKnown {
		r.status = known.HTTPStatusCode
		r.code, _ = known.Code.(string)
		if known.InnerError != nil && known.InnerError.Code != "" {
			r.code = strings.ToLower(known.InnerError.Code)
		}
		if known.Param != nil {
			r.param = *known.Param
		}
	}
	if refused, isRefused := errors.AsType[*openai.RequestError](err); isRefused {
		r.status = refused.HTTPStatusCode
	}
	return r, r.status >= 400
}

// reason is what may be told of an error.
func reason(err error) error {
	if err == nil {
		return nil
	}
	if r, ok := errors.AsType[Reason](err); ok {
		return r
	}
	if r, ok := errors.AsType[refusal](err); ok {
		switch {
		case r.filtered():
			return errRefused
		case r.tooLong():
			return errTooLong
		}
		return Reason{sayStatus, r.status}
	}
	if slow, ok := errors.AsType[net.Error](err); ok && slow.Timeout() || errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		return errLate
	}
	return errReach
}

func (r refusal) filtered() bool {
	return strings.Contains(r.code, "content_filter") || strings.Contains(r.code, "responsibleai")
}

func (r refusal) tooLong() bool { return r.code == "context_length_exceeded" || r.status == 413 }

// ofForm reports that the server did not understand the request: an older one has no response_format.
func (r refusal) ofForm() bool {
	return (r.status == 400 || r.status == 422 || r.status == 501) && !r.filtered() && !r.tooLong()
}

// ofLimits reports that this model wants the newer name of the answer's length, or no temperature, whatever it is called.
func (r refusal) ofLimits() bool {
	return r.status == 400 && (r.param == "max_tokens" || r.param == "temperature")
}

// passing reports that the server may take the same request later.
func (r refusal) passing() bool {
	switch r.status {
	case 429:
		return r.code != "insufficient_quota"
	case 500, 502, 503, 504:
		return true
	}
	return false
}
