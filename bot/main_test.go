package bot_test

import (
	"bytes"
	"context"
	"log/slog"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"samspil/bot"
	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

var noon = time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC)

// people is everybody the bot knows in these tests.
type people map[string]crm.Person

func (p people) Person(_ context.Context, team, user string) (crm.Person, error) {
	if person, ok := p[team+user]; ok {
		return person, nil
	}
	return crm.Person{}, crm.Errorf(crm.NotFound, text.New("ukendt", "unknown"))
}

var everybody = people{
	"TUANNA": {ID: 7, Team: "T", User: "UANNA", Name: "Anna Holm", Active: true, Org: crm.Org{Code: "JC-360"}},
	"TUBOB":  {ID: 8, Team: "T", User: "UBOB", Name: "Bob Reed", Active: true, Lang: text.English},
	"TUGONE": {ID: 9, Team: "T", User: "UGONE", Name: "Gone"},
}

// rig is a bot whose features note what they are asked.
type rig struct {
	*bot.Bot
	lock  sync.Mutex
	asked []commands.Request
	by    []string
	log   bytes.Buffer
}

func (r *rig) feature(name string, words, also []string) commands.Feature {
	note := func(_ context.Context, req commands.Request) (commands.Reply, error) {
		r.lock.Lock()
		defer r.lock.Unlock()
		r.asked, r.by = append(r.asked, req), append(r.by, name)
		return commands.Sentence(name + " answers"), nil
	}
	return commands.Feature{Name: name, Words: words, Also: also, Handle: note,
		Actions: map[string]commands.Handler{"undo": note}, Forms: map[string]commands.Handler{"form": note}}
}

// newRig makes a bot of visit, check and help, each changed by change.
func newRig(change ...func(*commands.Feature)) *rig {
	r := &rig{}
	visit := r.feature("visit", []string{"visit", "besoeg"}, []string{"besøg", "log"})
	visit.Claims = func(s string) float64 {
		if bytes.Contains([]byte(s), []byte("besøgte")) {
			return 0.8
		}
		return 0.2
	}
	check := r.feature("check", []string{"check", "tjek"}, nil)
	check.Claims = func(s string) float64 {
		if bytes.Contains([]byte(s), []byte("hvem")) {
			return 0.5
		}
		return 0
	}
	features := []commands.Feature{visit, check, r.feature("samspil", []string{"samspil"}, []string{"hjælp", "help", "?"})}
	for _, c := range change {
		c(&features[0])
	}
	r.Bot = bot.New(bot.Options{People: everybody, Features: features,
		Log: slog.New(slog.NewTextHandler(&r.log, nil)), NewID: func() string { return "REQ1" }})
	return r
}

// anna is something Anna sends.
func anna(kind bot.Kind) bot.Inbound {
	return bot.Inbound{Team: "T", User: "UANNA", Channel: "C1", Kind: kind, Now: noon}
}

func command(word, rest string) bot.Inbound {
	in := anna(bot.Command)
	in.Command, in.Text = word, rest
	return in
}

func sentence(s string) bot.Inbound {
	in := anna(bot.Sentence)
	in.Text = s
	return in
}
