package bot_test

import (
	"net/url"
	"testing"
	"time"
)

// fuzzed sends a signed body to the path: whatever it holds, it is answered or refused, and nothing panics.
func fuzzed(t *testing.T, path, body string) {
	r := newEdge(t)
	status, _ := r.serves(signed(path, body, time.Now()))
	if err := r.edge.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	switch status {
	case 200, 400, 413:
	default:
		t.Errorf("status %d", status)
	}
}

func FuzzCommandBody(f *testing.F) {
	f.Add(url.Values{"team_id": {"T"}, "user_id": {"UANNA"}, "command": {"/visit"}, "text": {"99001941 i går"}, "trigger_id": {"1"}}.Encode())
	f.Add("ssl_check=1")
	f.Add("team_id=T&user_id=U&command=%00&text=<!channel>")
	f.Fuzz(func(t *testing.T, body string) { fuzzed(t, "/slack/commands", body) })
}

func FuzzInteractionBody(f *testing.F) {
	for _, payload := range []string{
		`{"type":"block_actions","user":{"id":"UANNA","team_id":"T"},"actions":[{"action_id":"visit.undo","block_id":"b","type":"button","value":"1"}]}`,
		`{"type":"view_submission","user":{"id":"UANNA","team_id":"T"},"view":{"id":"V","callback_id":"visit.form","private_metadata":"{}","state":{"values":{"note":{"value":{"type":"plain_text_input","value":"x"}}}}}}`,
		`{"type":"message_action","callback_id":"visit.undo","user":{"id":"UANNA","team_id":"T"},"message":{"text":"x"}}`,
		`{"type":"block_actions","user":{"id":"U","team_id":"T"},"actions":[null]}`, `[]`, `null`,
	} {
		f.Add(payload)
	}
	f.Fuzz(func(t *testing.T, payload string) {
		fuzzed(t, "/slack/interactions", url.Values{"payload": {payload}}.Encode())
	})
}

func FuzzEventBody(f *testing.F) {
	f.Add(`{"type":"url_verification","challenge":"abc"}`)
	f.Add(`{"type":"event_callback","team_id":"T","event_id":"E1","event":{"type":"app_mention","user":"UANNA","channel":"C1","text":"<@U0BOT> besøg x"}}`)
	f.Add(`{"type":"event_callback","event":null}`)
	f.Fuzz(func(t *testing.T, body string) { fuzzed(t, "/slack/events", body) })
}
