package bot_test

import (
	"context"
	"strings"
	"testing"

	"github.com/slack-go/slack"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// send does a feature's message as the outbox does.
func send(t *testing.T, r *rigged, m commands.Message) error {
	t.Helper()
	m.Team, m.Lang, m.Channel = "T1", text.Danish, "C1"
	job, err := m.Job()
	if err != nil {
		t.Fatal(err)
	}
	return r.edge.Jobs()[commands.MessageJob](context.Background(), job)
}

func TestMessageWithKeyIsEdited(t *testing.T) {
	r := newEdge(t)
	for _, words := range []string{"en", "to"} {
		if err := send(t, r, commands.Message{Key: "visit.1", Text: words}); err != nil {
			t.Fatal(err)
		}
	}
	if err := send(t, r, commands.Message{Under: "visit.1", Text: "under"}); err != nil {
		t.Fatal(err)
	}
	r.workspace.lost = slack.SlackErrorResponse{Err: "message_not_found"} // somebody deleted it
	if err := send(t, r, commands.Message{Key: "visit.1", Text: "igen"}); err != nil {
		t.Fatal(err)
	}
	got := strings.Join(r.sent, "\n")
	want := "post C1  en\nedit C1 1  to\npost C1 1 under\npost C1  igen"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestUndeliveredIsTold(t *testing.T) {
	var told []string
	r := newEdge(t, func(f *commands.Feature) {
		f.Undelivered = func(_ context.Context, m commands.Message, reason string) error {
			told = append(told, m.Key+" "+reason)
			return nil
		}
	})
	r.blocks = slack.SlackErrorResponse{Err: "is_archived"}
	err := send(t, r, commands.Message{Key: "visit.9", Text: "x"})
	if _, parked := err.(*crm.Parked); !parked {
		t.Errorf("another attempt is made: %v", err)
	}
	if len(told) != 1 || told[0] != "visit.9 is_archived" {
		t.Errorf("told: %q", told)
	}
}

func TestFilesGoToTheAsker(t *testing.T) {
	r := newEdge(t, func(f *commands.Feature) {
		f.Handle = func(context.Context, commands.Request) (commands.Reply, error) {
			reply := commands.Sentence("Her")
			reply.Files = []commands.File{{Name: "overblik.csv", Data: []byte("a;b")}}
			return reply, nil
		}
	})
	_, sent := r.takes(t, r.envelope(command("/visit", "")))
	if got := strings.Join(sent, "\n"); got != "post UANNA  Her er filen \"overblik.csv\".\nupload UANNA overblik.csv" {
		t.Errorf("got\n%s", got)
	}
}
