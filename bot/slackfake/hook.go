package slackfake

import (
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"strings"
	"time"
)

// hook is a response_url.
type hook struct {
	team, channel, user string
	message             string // the ts of the message it belongs to; "" for a command's
	issued              time.Time
	uses                int
}

// newHook makes a response_url: https://docs.slack.dev/interactivity/handling-user-interaction. The lock is held.
func (s *Server) newHook(h hook) string {
	kind := "commands"
	if h.message != "" {
		kind = "actions"
	}
	h.issued = s.Now()
	id := sprintf("%s/%s/%d/%016x", kind, h.team, s.next(), s.next()*0x9E3779B97F4A7C)
	s.rules.hooks[id] = &h
	return s.HooksURL() + id
}

// hookBody is what may be sent to a response_url or in the acknowledgement of a command.
type hookBody struct {
	ResponseType    string `json:"response_type"`
	Text            string `json:"text"`
	Blocks          []any  `json:"blocks"`
	ThreadTS        string `json:"thread_ts"`
	ReplaceOriginal bool   `json:"replace_original"`
	DeleteOriginal  bool   `json:"delete_original"`
	UnfurlLinks     *bool  `json:"unfurl_links"`
	UnfurlMedia     *bool  `json:"unfurl_media"`
}

func (s *Server) serveHook(w http.ResponseWriter, r *http.Request) {
	fault := s.faults.take("response_url")
	if fault.before(w, r) {
		return
	}
	raw, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 4<<20))
	if err != nil {
		http.Error(w, "request_timeout", http.StatusBadRequest)
		return
	}
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	status, code := s.respond(strings.TrimPrefix(r.URL.Path, "/hooks/"), kind, raw)
	out := reply{"ok": code == ""}
	if code != "" {
		out["error"] = code
	}
	w = fault.wrap(w)
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(out)
}

// respond does what was sent to a response_url, and gives the status and the error.
func (s *Server) respond(id, kind string, raw []byte) (status int, code string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.posts.calls["response_url"]++
	h := s.rules.hooks[id]
	var b hookBody
	switch {
	case h == nil || s.Now().Sub(h.issued) > hookLimit:
		return http.StatusNotFound, "expired_url"
	case h.uses >= hookUses:
		return http.StatusNotFound, "used_url"
	case kind != "application/json" || json.Unmarshal(raw, &b) != nil:
		s.found.refuse(Refusal{Method: "response_url", Error: "invalid_payload"})
		return http.StatusBadRequest, "invalid_payload"
	}
	if no := b.check(h); no != nil {
		s.found.refuse(Refusal{Method: "response_url", Error: no.code, Messages: no.messages})
		return http.StatusBadRequest, no.code
	}
	h.uses++
	s.apply(h, b)
	return http.StatusOK, ""
}

func (b hookBody) check(h *hook) *refusal {
	switch {
	case b.DeleteOriginal && h.message == "":
		return broke("invalid_payload", "a command has no original to delete [json-pointer:/delete_original]")
	case b.DeleteOriginal:
		return nil
	case b.ResponseType != "" && b.ResponseType != "ephemeral" && b.ResponseType != "in_channel":
		return broke("invalid_payload", "unknown response_type [json-pointer:/response_type]")
	}
	return checkMessage(b.Text, b.Blocks)
}

// apply deletes, replaces or adds a message.
func (s *Server) apply(h *hook, b hookBody) {
	original := s.message(h.channel, h.message)
	switch {
	case b.DeleteOriginal:
		if original != nil {
			s.remove(original)
		}
	case b.ReplaceOriginal && original != nil:
		if original.For != "" && b.ResponseType == "in_channel" {
			s.found.problem("a response_url was told to make an ephemeral message public, which Slack does not do")
		}
		s.replace(original, b.Text, b.Blocks, "response_url")
	default:
		s.put(b.message(s, h, "response_url"))
	}
}

// message is the body as a new message.
func (b hookBody) message(s *Server, h *hook, via string) *Message {
	m := &Message{Channel: h.channel, ThreadTS: b.ThreadTS, User: s.world.installs[h.team].BotUser, For: h.user, Text: b.Text, Blocks: b.Blocks, Via: via,
		UnfurlLinks: b.UnfurlLinks, UnfurlMedia: b.UnfurlMedia, team: h.team, bot: true}
	if b.ResponseType == "in_channel" {
		m.For = ""
	}
	return m
}
