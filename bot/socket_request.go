package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/url"
	"time"

	"github.com/slack-go/slack/socketmode"
)

// take answers one request and acknowledges it. A panic costs one answer, not the program.
func (s *socket) take(ctx context.Context, client *socketmode.Client, req socketmode.Request) {
	arrived := time.Now()
	ctx = context.WithoutCancel(ctx)
	var body any
	defer func() {
		if p := recover(); p != nil {
			s.failed(ctx, "socket", fmt.Errorf("panic: %v", p))
		}
	}()
	env, ok, err := parseSocket(req, s.Now())
	if ev, failed := parseEvent(req.Payload); failed == nil && req.Type == string(socketmode.EventTypeEventsAPI) {
		if _, err := s.happened(ctx, ev); err != nil {
			return // not acknowledged, it comes again
		}
	}
	if err != nil {
		s.Metrics.Refused("garbled")
		s.Log.LogAttrs(ctx, slog.LevelWarn, "refused", slog.String("path", req.Type), slog.String("cause", err.Error()))
	}
	if ok && err == nil {
		body = s.Take(ctx, env)
	}
	if !req.AcceptsResponsePayload || !FitsSocket(body) {
		s.acknowledge(ctx, client, req, s.instead(ctx, env, body))
		s.Metrics.Acknowledged("socket", time.Since(arrived))
		s.beside(ctx, env, body)
		return
	}
	s.acknowledge(ctx, client, req, body)
	s.Metrics.Acknowledged("socket", time.Since(arrived))
}

func (s *socket) acknowledge(ctx context.Context, client *socketmode.Client, req socketmode.Request, body any) {
	ctx, cancel := context.WithTimeout(ctx, ackWithin)
	defer cancel()
	s.failed(ctx, "acknowledgement", client.AckCtx(ctx, req.EnvelopeID, body))
}

// instead acknowledges what has no room: a form stays open until beside changes it, where nothing would close it.
func (s *socket) instead(ctx context.Context, env Envelope, body any) any {
	if answer, ok := body.(viewBody); ok && answer.View != nil {
		return viewBody{Action: "update", View: sentenceView(s.langOf(ctx, env), textWorking)}
	}
	return nil
}

// beside sends what has no room in the acknowledgement another way.
func (s *socket) beside(ctx context.Context, env Envelope, body any) {
	switch body := body.(type) {
	case messageBody:
		s.failed(ctx, "response_url", s.poster.post(ctx, env.ResponseURL, body))
	case viewBody:
		if body.View != nil {
			_, err := s.Slack.UpdateViewContext(ctx, *body.View, "", "", env.ViewID)
			s.failed(ctx, "view", err)
		}
	}
}

// parseSocket reads a request by its type; ok is false for what needs no answer.
func parseSocket(req socketmode.Request, now time.Time) (env Envelope, ok bool, err error) {
	switch socketmode.EventType(req.Type) {
	case socketmode.EventTypeSlashCommand:
		var fields map[string]any
		if err := json.Unmarshal(req.Payload, &fields); err != nil {
			return env, false, errGarbled
		}
		form := url.Values{}
		for name, value := range fields {
			if words, ok := value.(string); ok {
				form.Set(name, words)
			}
		}
		env, err = parseCommand(form, now)
		ok = err == nil
	case socketmode.EventTypeInteractive:
		env, ok, err = parseInteraction(req.Payload, now)
	case socketmode.EventTypeEventsAPI:
		_, err = parseEvent(req.Payload)
	}
	if env.Delivery == "" {
		env.Delivery = delivery("envelope", req.EnvelopeID)
	}
	return env, ok, err
}
