package bot_test

import (
	"context"
	"log/slog"
	"testing"

	"samspil/bot"
	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// whoReads is who reads every channel.
type whoReads struct {
	are crm.Audience
	err error
}

// Audience implements commands.Channels.
func (w whoReads) Audience(context.Context, crm.Person, string) (crm.Audience, error) {
	return w.are, w.err
}

// TestWhoReadsIsAskedWhenAMessageIsSent: somebody may have come into the channel since it was stored.
func TestWhoReadsIsAskedWhenAMessageIsSent(t *testing.T) {
	own, public, private := crm.Org{ID: 1}, crm.Org{ID: 2, Public: true}, crm.Org{ID: 3}
	for name, c := range map[string]struct {
		readers commands.Readers
		who     crm.Audience
		err     error
		sent    bool
		again   bool // it is tried once more
	}{
		"its own":            {commands.Readers{Orgs: []int64{1}}, crm.Audience{Orgs: []crm.Org{own}}, nil, true, false},
		"a public body":      {commands.Readers{Orgs: []int64{1}, Public: true}, crm.Audience{Orgs: []crm.Org{own, public}}, nil, true, false},
		"one it is not for":  {commands.Readers{Orgs: []int64{1}}, crm.Audience{Orgs: []crm.Org{own, public}}, nil, false, false},
		"a private partner":  {commands.Readers{Orgs: []int64{1}, Public: true}, crm.Audience{Orgs: []crm.Org{own, private}}, nil, false, false},
		"a stranger":         {commands.Readers{Orgs: []int64{1}}, crm.Audience{Orgs: []crm.Org{own}, Unknown: 1}, nil, false, false},
		"no longer in it":    {commands.Readers{Orgs: []int64{1}}, crm.Audience{}, &crm.Error{Kind: crm.Forbidden}, false, false},
		"Slack does not say": {commands.Readers{Orgs: []int64{1}}, crm.Audience{}, &crm.Error{Kind: crm.Unavailable}, false, true},
	} {
		t.Run(name, func(t *testing.T) {
			var refused []string
			r := newEdge(t, func(f *commands.Feature) {
				f.Undelivered = func(_ context.Context, m commands.Message, reason string) error {
					refused = append(refused, m.Key+" "+reason)
					return nil
				}
			})
			edge := bot.NewEdge(bot.EdgeOptions{Bot: r.Bot, Slack: r.workspace, Deliveries: r.workspace, Moves: r.workspace, Posts: r.workspace,
				Audience: whoReads{c.who, c.err}, Log: slog.New(slog.NewTextHandler(&r.logs, nil))})
			m := commands.Message{Team: "T1", Channel: "C1", Key: "visit.7", Lang: text.Danish, Text: "svar", Readers: &c.readers}
			job, err := m.Job()
			if err != nil {
				t.Fatal(err)
			}
			err = edge.Jobs()[commands.MessageJob](t.Context(), job)
			if sent := len(r.sent) > 0; sent != c.sent || (err != nil) != c.again || (len(refused) > 0) != (!c.sent && !c.again) {
				t.Errorf("sent %q, told the feature %q, %v", r.sent, refused, err)
			}
		})
	}
}
