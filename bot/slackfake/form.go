package slackfake

import (
	"encoding/json"
	"net/mail"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Fields are what a user fills in, by label, action id or block id. A value is a string, or several for boxes and
// menus with several choices; a choice is named by its text or value, and "" or no value clears the field.
type Fields map[string]any

// Fills fills in fields of a form, and gives the form as it then stands. A menu that searches is typed in first. A field
// that tells the app at once (dispatch_action) does so.
func (u *User) Fills(v *View, fields Fields) *View {
	s := u.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, word := range sortedKeys(fields) {
		p, state := s.filled(u, v, word, fields[word])
		s.did(u.ID, "fills in "+p.label+": "+strings.ReplaceAll(strings.Join(wantedOf(fields[word]), ", "), "\n", " / "))
		s.step(s.modals.all[v.ID], func(v *View) { v.values.set(p, state) })
		if p.input == nil || p.input["dispatch_action"] == true {
			u.acts(v, p, state)
		}
	}
	return s.modals.all[v.ID]
}

// filled finds the field and makes the value. A mistake ends the test.
func (s *Server) filled(u *User, v *View, word string, value any) (placed, map[string]any) {
	all := s.surface(u, v)
	hits := find(all, word)
	if len(hits) != 1 {
		s.fatalf("%d fields are %q; there are %s", len(hits), word, strings.Join(labels(all), ", "))
	}
	state, why := s.fill(u, v, hits[0], value)
	if why != "" {
		s.fatalf("%s: %s", word, why)
	}
	return hits[0], state
}

// Submits sends a form: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload. Slack's own
// checks come first: what is required, too long or no number never reaches the app.
func (u *User) Submits(v *View) *Answer {
	s := u.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	all := s.surface(u, v)
	now := s.modals.all[v.ID]
	if now.JSON["submit"] == nil {
		s.fatalf("the form has no button to send it:\n%s", now)
	}
	s.did(u.ID, "submits ["+plainText(now.JSON["submit"])+"]")
	if wrong := now.incomplete(all); len(wrong) > 0 {
		s.showView(s.step(now, func(v *View) { v.Errors = wrong }), complains)
		return &Answer{srv: s, did: "submitting", errors: wrong}
	}
	now = s.step(now, func(v *View) { v.Errors = nil })
	payload := u.payload("view_submission", now)
	payload["response_urls"] = s.hooksOf(u, now, all)
	delete(payload, "container")
	a := s.asks("submitting "+now.CallbackID, &delivery{kind: kindInteraction, payload: payload})
	a.submitted(u, now)
	return a
}

// hooksOf are the response_urls of fields that choose a channel to answer in (response_url_enabled).
func (s *Server) hooksOf(u *User, v *View, all []placed) []any {
	urls := []any{}
	for _, p := range all {
		field, _, _ := stateField(p.kind)
		channel := textOf(v.values[p.block][p.action][field])
		if p.element["response_url_enabled"] == true && channel != "" {
			urls = append(urls, reply{"block_id": p.block, "action_id": p.action, "channel_id": channel,
				"response_url": s.newHook(hook{team: v.Team, channel: channel, user: u.ID})})
		}
	}
	return urls
}

// incomplete is what Slack says at the fields before it asks the app.
func (v *View) incomplete(all []placed) map[string]string {
	wrong := map[string]string{}
	for _, p := range all {
		if p.input == nil {
			continue
		}
		field, _, _ := stateField(p.kind)
		value := v.values[p.block][p.action][field]
		list, many := value.([]any)
		text := textOf(value)
		switch {
		case value == nil || many && len(list) == 0 || !many && value == "":
			if p.input["optional"] != true {
				wrong[p.block] = "Please complete this required field."
			}
		case !fits(p, text):
			wrong[p.block] = "This is not a valid value."
		}
	}
	return wrong
}

// fits is Slack's own check of what was typed.
func fits(p placed, text string) bool {
	least, _ := p.element["min_length"].(float64)
	most, limited := p.element["max_length"].(float64)
	if n := float64(utf8.RuneCountInString(text)); p.kind == "plain_text_input" && (n < least || limited && n > most || n > maxInputLength) {
		return false
	}
	switch p.kind {
	case "number_input":
		n, err := strconv.ParseFloat(text, 64)
		low, noLow := strconv.ParseFloat(textOf(p.element["min_value"]), 64)
		high, noHigh := strconv.ParseFloat(textOf(p.element["max_value"]), 64)
		return err == nil && (p.element["is_decimal_allowed"] == true || n == float64(int64(n))) && (noLow != nil || n >= low) && (noHigh != nil || n <= high)
	case "email_text_input":
		_, err := mail.ParseAddress(text)
		return err == nil
	case "url_text_input":
		address, err := url.Parse(text)
		return err == nil && address.Host != ""
	}
	return true
}

// viewAck is how an app answers a submission: https://docs.slack.dev/surfaces/modals
type viewAck struct {
	Action string            `json:"response_action"`
	View   any               `json:"view"`
	Errors map[string]string `json:"errors"`
}

// submitted does what the acknowledgement says. The lock is held.
func (a *Answer) submitted(u *User, v *View) {
	s := a.srv
	var b viewAck
	body := strings.TrimSpace(string(a.body))
	switch {
	case a.failed != "":
		s.sees(u.ID, "error: "+a.failed)
		return
	case body == "" || body == "null" || body == "{}":
		b.Action = "close"
	case json.Unmarshal(a.body, &b) != nil:
		b.Action = "what is no JSON"
	}
	if !s.isOpen(v) {
		return // views.update or the user was faster
	}
	v = s.modals.all[v.ID]
	switch b.Action {
	case "close":
		s.closeTop(u.ID)
		s.sees(u.ID, "the form closes")
	case "clear":
		s.closeAll(u.ID)
		s.sees(u.ID, "the forms close")
	case "errors":
		a.atFields(u, v, b.Errors)
	case "update", "push":
		a.nextView(u, v, b)
	default:
		a.trouble(u, "response_action "+b.Action)
	}
}
