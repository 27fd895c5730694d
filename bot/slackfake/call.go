package slackfake

import (
	"encoding/json"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// call is one call of the Web API.
type call struct {
	srv     *Server
	method  string
	args    map[string]any
	install *Installation // nil for an app-level token
}

// parse reads the arguments: JSON, or a form in which the structured ones are JSON of their own.
// https://docs.slack.dev/apis/web-api/#methods_supporting_json
func (c *call) parse(r *http.Request, body []byte) *refusal {
	c.args = map[string]any{}
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if r.URL.Query().Has("token") {
		return broke("invalid_auth", "a token in the query string is refused [json-pointer:/token]")
	}
	if kind == "application/json" {
		if len(body) > 0 && json.Unmarshal(body, &c.args) != nil {
			return broke("invalid_json")
		}
		return nil
	}
	form, err := url.ParseQuery(string(body))
	if err != nil {
		return broke("invalid_form_data")
	}
	for _, values := range []url.Values{r.URL.Query(), form} {
		for key := range values {
			c.args[key] = values.Get(key)
		}
	}
	return nil
}

// admit finds out whose token this is, and whether it may.
func (c *call) admit(r *http.Request, m method) *refusal {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok {
		token = c.text("token")
	}
	switch {
	case token == "":
		return broke("not_authed")
	case strings.HasPrefix(token, "xapp-") != m.appToken && (token == c.srv.app.token() || strings.HasPrefix(token, "xoxb-")):
		return broke("not_allowed_token_type")
	case m.appToken:
		return c.admitApp(token)
	}
	return c.admitBot(token, m.scope)
}

func (c *call) admitApp(token string) *refusal {
	switch {
	case token != c.srv.app.token():
		return refused("invalid_auth")
	case !c.srv.app.Socket:
		return refused("socket_mode_not_enabled")
	}
	return nil
}

func (c *call) admitBot(token, scope string) *refusal {
	for _, in := range c.srv.world.installs {
		if in.BotToken == token {
			c.install = in
		}
	}
	switch {
	case c.install == nil:
		return refused("invalid_auth")
	case c.install.gone != "":
		return refused(c.install.gone)
	}
	return c.need(scope)
}

// need refuses a token without the scope: https://docs.slack.dev/authentication
func (c *call) need(scope string) *refusal {
	if scope == "" || slices.Contains(c.install.Scopes, scope) {
		return nil
	}
	return &refusal{code: "missing_scope", needed: scope, broken: true}
}

// text is an argument as a string; "" when absent.
func (c *call) text(key string) string {
	s, _ := c.args[key].(string)
	return s
}

// truth is an argument as a boolean; nil when absent.
func (c *call) truth(key string) *bool {
	yes := false
	switch v := c.args[key].(type) {
	case bool:
		yes = v
	case string:
		yes = v == "true" || v == "1"
	default:
		return nil
	}
	return &yes
}

// structure is an argument that is an object or a list, given as such or as JSON in a string. ok is false for what is
// neither.
func (c *call) structure(key string) (v any, ok bool) {
	v = c.args[key]
	if s, is := v.(string); is {
		if s == "" {
			return nil, true
		}
		return v, json.Unmarshal([]byte(s), &v) == nil
	}
	return v, true
}

// list is an argument that is a list.
func (c *call) list(key string) ([]any, bool) {
	v, ok := c.structure(key)
	if !ok || v == nil {
		return nil, ok
	}
	list, ok := v.([]any)
	return list, ok
}
