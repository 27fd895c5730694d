package slackfake

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"
	"github.com/slack-go/slack"
)

func section(n int) string {
	return `{"type":"section","text":{"type":"mrkdwn","text":"` + strings.Repeat("x", n) + `"}}`
}

// TestAllTextTogether: to the character.
func TestAllTextTogether(t *testing.T) {
	full := strings.Repeat(section(3000)+",", 4)
	if no := checkMessage("", parsed(t, "["+full+section(1000)+"]")); no != nil {
		t.Errorf("13,000 characters: %v", no)
	}
	expect(t, checkMessage("", parsed(t, "["+full+section(1001)+"]")), "msg_blocks_too_long", "")
	data := func(n int) string {
		return `[{"type":"data_table","caption":"x","rows":[[{"type":"raw_text","text":"x"}],[{"type":"raw_text","text":"` + strings.Repeat("x", n-1) + `"}]]}]`
	}
	expect(t, checkMessage("", parsed(t, data(20001))), "invalid_blocks", "must be less than 20001 characters")
	if no := checkMessage("", parsed(t, data(20000))); no == nil || no.code != "msg_blocks_too_long" { // more than a message holds, and no more than the table does
		t.Errorf("20,000 characters in a table: %v", no)
	}
}

func TestMarkdownArgument(t *testing.T) {
	w := open(t)
	for n, want := range map[int]string{12000: "", 12001: "msg_too_long"} {
		_, _, err := w.api.PostMessage(w.square.ID, slack.MsgOptionMarkdownText(strings.Repeat("å", n)))
		if code(err) != want {
			t.Errorf("%d characters: %v", n, err)
		}
	}
}

// TestViewBytes: a view of 250,000 bytes is shown, one of a byte more is not.
func TestViewBytes(t *testing.T) {
	for size, want := range map[int]string{250_000: "", 250_001: "view_too_large"} {
		build := func(last int) map[string]any {
			return object(t, modal("", strings.Repeat(section(2900)+",", 84)+section(last)))
		}
		raw, _ := json.Marshal(build(1))
		if len(raw) > size || size-len(raw) > 2900 {
			t.Fatalf("%d bytes cannot be filled up to %d", len(raw), size)
		}
		switch no := checkView(build(1+size-len(raw)), onModal); {
		case no == nil && want != "", no != nil && no.code != want:
			t.Errorf("%d bytes: %v", size, no)
		}
	}
}

// TestSocketBytes: an acknowledgement of 20,480 bytes is dropped, one of a byte less is not.
func TestSocketBytes(t *testing.T) {
	for size, want := range map[int]string{20479: "", 20480: "operation_timeout"} {
		w := open(t, WithAckTimeout(500*time.Millisecond))
		w.App(App{Socket: true})
		ws := w.dial(t)
		frame(t, ws)
		var work sync.WaitGroup
		work.Go(func() {
			envelope := frame(t, ws)["envelope_id"]
			ack := func(n int) []byte {
				raw, _ := json.Marshal(map[string]any{"envelope_id": envelope, "payload": map[string]any{"text": strings.Repeat("x", n)}})
				return raw
			}
			_ = ws.WriteMessage(websocket.TextMessage, ack(size-len(ack(0))))
		})
		a := w.anna.Types(w.square, "/check")
		work.Wait()
		if a.Failed() != want {
			t.Errorf("%d bytes: %q", size, a.Failed())
		}
	}
}

func TestThreeForms(t *testing.T) {
	w := open(t)
	next := simpleModal("mere")
	p := newProgram(t, w.Server)
	p.answers(func(in received) (int, any) {
		if in.text("type") == "view_submission" {
			return 200, slack.NewPushViewSubmissionResponse(&next)
		}
		return 200, nil
	})
	next.Submit = plainObject("Videre")
	w.anna.Types(w.square, "/besoeg")
	if _, err := w.api.OpenView(p.trigger(), next); err != nil {
		t.Fatal(err)
	}
	for forms := 2; forms <= 4; forms++ {
		a := w.anna.Submits(w.View(w.anna))
		if failed := a.Failed() != ""; failed != (forms > 3) {
			t.Errorf("form %d: %q", forms, a.Failed())
		}
	}
}
