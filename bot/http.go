package bot

import (
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"time"
)

// HTTP gives the handler for what Slack sends over HTTP: /slack/commands, /slack/interactions, /slack/options
// and /slack/events, each signed with the secret.
func (e *Edge) HTTP(secret string) http.Handler {
	mux := http.NewServeMux()
	for path, take := range map[string]func(*http.Request, []byte) (any, error){
		"/slack/commands": e.command, "/slack/interactions": e.interaction, "/slack/options": e.interaction, "/slack/events": e.event,
	} {
		mux.HandleFunc("POST "+path, func(w http.ResponseWriter, r *http.Request) {
			arrived := time.Now()
			body, err := signedBody(w, r, secret)
			if err != nil {
				e.refuse(w, r, err)
				return
			}
			ack, err := take(r, body)
			if err != nil {
				e.refuse(w, r, err)
				return
			}
			acknowledge(w, ack)
			e.Metrics.Acknowledged("http", time.Since(arrived))
		})
	}
	return mux
}

func (e *Edge) command(r *http.Request, body []byte) (any, error) {
	form, err := url.ParseQuery(string(body))
	if err != nil {
		return nil, errGarbled
	}
	if form.Get("ssl_check") == "1" {
		return nil, nil
	}
	env, err := parseCommand(form, e.Now())
	if err != nil {
		return nil, err
	}
	return e.Take(r.Context(), env), nil
}

func (e *Edge) interaction(r *http.Request, body []byte) (any, error) {
	form, err := url.ParseQuery(string(body))
	if err != nil {
		return nil, errGarbled
	}
	env, ok, err := parseInteraction([]byte(form.Get("payload")), e.Now())
	if err != nil || !ok {
		return nil, err
	}
	return e.Take(r.Context(), env), nil
}

// challenge answers Slack's question whether the address is ours.
type challenge struct {
	Challenge string `json:"challenge"`
}

func (e *Edge) event(r *http.Request, body []byte) (any, error) {
	ev, err := parseEvent(body)
	if err != nil {
		return nil, err
	}
	if ev.Type == "url_verification" {
		return challenge{ev.Challenge}, nil
	}
	return e.happened(r.Context(), ev)
}

// refuse answers what Slack cannot have sent, and says why in the log, never what it was.
func (e *Edge) refuse(w http.ResponseWriter, r *http.Request, err error) {
	status := http.StatusBadRequest
	switch {
	case errors.Is(err, errUnsigned):
		status = http.StatusUnauthorized
	case errors.Is(err, errNotKept):
		status = http.StatusServiceUnavailable
	case errors.Is(err, errTooLarge):
		status = http.StatusRequestEntityTooLarge
	}
	e.Metrics.Refused(refusal(r, err))
	e.Log.LogAttrs(r.Context(), slog.LevelWarn, "refused", slog.String("path", r.URL.Path), slog.String("cause", err.Error()))
	http.Error(w, http.StatusText(status), status)
}

func acknowledge(w http.ResponseWriter, ack any) {
	if ack == nil {
		w.WriteHeader(http.StatusOK)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	_ = json.NewEncoder(w).Encode(ack) // who hung up is not told
}
