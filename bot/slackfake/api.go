package slackfake

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
)

// refusal is an error as the Web API tells it.
type refusal struct {
	code     string
	messages []string // for response_metadata, each naming a JSON pointer
	needed   string   // the missing scope
	retry    int      // seconds; with them the answer is a 429
	broken   bool     // a limit or rule was broken, which the test must have looked at
}

func refused(code string, messages ...string) *refusal {
	return &refusal{code: code, messages: messages}
}

// broke is a refusal of what a program should not have sent at all.
func broke(code string, messages ...string) *refusal {
	return &refusal{code: code, messages: messages, broken: true}
}

// reply is the body of an answer; "ok" is added.
type reply map[string]any

// method is one method of the Web API.
type method struct {
	scope    string // that the token needs; "" for none
	appToken bool   // takes an app-level token instead of a bot's
	do       func(*call) (reply, *refusal)
}

// methods are those the bot may use: https://docs.slack.dev/reference/methods
var methods = map[string]method{
	"auth.test":                    {do: (*call).authTest},
	"apps.connections.open":        {scope: "connections:write", appToken: true, do: (*call).openConnection},
	"chat.postMessage":             {scope: "chat:write", do: (*call).postMessage},
	"chat.postEphemeral":           {scope: "chat:write", do: (*call).postEphemeral},
	"chat.update":                  {scope: "chat:write", do: (*call).updateMessage},
	"chat.delete":                  {scope: "chat:write", do: (*call).deleteMessage},
	"views.open":                   {do: (*call).openView},
	"views.push":                   {do: (*call).pushView},
	"views.update":                 {do: (*call).updateView},
	"views.publish":                {do: (*call).publishView},
	"users.info":                   {scope: "users:read", do: (*call).userInfo},
	"team.info":                    {scope: "team:read", do: (*call).teamInfo},
	"files.info":                   {scope: "files:read", do: (*call).fileInfo},
	"files.getUploadURLExternal":   {scope: "files:write", do: (*call).uploadURL},
	"files.completeUploadExternal": {scope: "files:write", do: (*call).completeUpload},
	"conversations.info":           {do: (*call).conversationInfo},
	"conversations.members":        {do: (*call).conversationMembers},
	"conversations.open":           {do: (*call).openConversation},
}

// serveAPI answers one call of the Web API.
func (s *Server) serveAPI(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/api/")
	fault := s.faults.take(name)
	if fault.before(w, r) {
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 4<<20))
	if err != nil {
		http.Error(w, "request_timeout", http.StatusBadRequest)
		return
	}
	c := &call{srv: s, method: name}
	out, no := c.run(r, body)
	if fault.kind == faultSays {
		out, no = nil, refused(fault.code)
	}
	c.respond(fault.wrap(w), out, no)
}

// run parses, admits and does the call.
func (c *call) run(r *http.Request, body []byte) (reply, *refusal) {
	s := c.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	s.posts.calls[c.method]++
	m, known := methods[c.method]
	if !known {
		return nil, c.note(broke("unknown_method"))
	}
	if no := c.parse(r, body); no != nil {
		return nil, c.note(no)
	}
	if no := c.admit(r, m); no != nil {
		return nil, c.note(no)
	}
	out, no := m.do(c)
	s.changed()
	return out, c.note(no)
}

// note keeps a refusal that the test must have looked at.
func (c *call) note(no *refusal) *refusal {
	if no != nil && no.broken {
		c.srv.found.refuse(Refusal{Method: c.method, Error: no.code, Messages: no.messages, Needed: no.needed})
	}
	return no
}

// respond writes the answer: 200 whatever happened, but for 429.
func (c *call) respond(w http.ResponseWriter, out reply, no *refusal) {
	h := w.Header()
	h.Set("Content-Type", "application/json; charset=utf-8")
	if c.install != nil {
		h.Set("X-OAuth-Scopes", strings.Join(c.install.Scopes, ","))
	}
	if accepted := methods[c.method].scope; accepted != "" {
		h.Set("X-Accepted-OAuth-Scopes", accepted)
	}
	status := http.StatusOK
	switch {
	case no == nil:
		if out == nil {
			out = reply{}
		}
		out["ok"] = true
	case no.retry > 0:
		status = http.StatusTooManyRequests
		h.Set("Retry-After", sprintf("%d", no.retry))
		out = reply{"ok": false, "error": "ratelimited"}
	default:
		out = no.body(c.install)
	}
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(out) // who hung up is not told
}

// body tells the error, and under "errors" and response_metadata where it lies.
func (no *refusal) body(in *Installation) reply {
	out := reply{"ok": false, "error": no.code}
	if len(no.messages) > 0 {
		var marked []string
		for _, m := range no.messages {
			marked = append(marked, "[ERROR] "+m)
		}
		out["errors"], out["response_metadata"] = no.messages, reply{"messages": marked}
	}
	if no.needed != "" {
		out["needed"], out["provided"] = no.needed, ""
		if in != nil {
			out["provided"] = strings.Join(in.Scopes, ",")
		}
	}
	return out
}
