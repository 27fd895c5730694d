package main

import (
	"context"
	"io"
	"log"
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slack-go/slack"
	"github.com/slack-go/slack/socketmode"

	"samspil/bot"
	"samspil/bot/slackfake"
	"samspil/internal/demo"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

// TestStoryInSlack is the main job as two colleagues see it in Slack, over HTTP and over Socket Mode, word for word. The
// fake fails the test on anything sent that nobody looked at, and on anything Slack would refuse.
func TestStoryInSlack(t *testing.T) {
	for _, lang := range []text.Lang{text.Danish, text.English} {
		var first string
		for _, mode := range []string{"http", "socket"} {
			t.Run(string(lang)+"/"+mode, func(t *testing.T) {
				told := inSlack(t, lang, mode == "socket").tells()
				if first == "" {
					first = told
				}
				if diff := cmp.Diff(first, told); diff != "" {
					t.Error("the two ways differ:", diff)
				}
				golden(t, filepath.Join("testdata", "slack-story."+string(lang)+".txt"), told)
			})
		}
	}
}

// golden compares with a file, which SAMSPIL_UPDATE=1 writes anew.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("SAMSPIL_UPDATE") != "" {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
}

// teller is Anna and Bo in a workspace with the program.
type teller struct {
	*testing.T
	srv      *slackfake.Server
	anna, bo *slackfake.User
	channel  *slackfake.Channel
	lang     text.Lang
}

func inSlack(t *testing.T, lang text.Lang, socket bool) teller {
	now := time.Date(2026, 11, 23, 10, 0, 0, 0, when.Copenhagen)
	st, _ := storetest.SQLite(t)
	if err := demo.Seed(t.Context(), st, now); err != nil {
		t.Fatal(err)
	}
	people, err := st.People(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		if err := st.SetLang(t.Context(), p.ID, lang); err != nil {
			t.Fatal(err)
		}
	}
	srv := slackfake.New(t)
	srv.Workspace(demo.Team, "Demo")
	installed := srv.Install(demo.Team)
	s := teller{T: t, srv: srv, lang: lang}
	s.anna, s.bo = srv.AddUser(slackfake.Person{ID: "U0ANNA", Team: demo.Team, Name: "anna"}), srv.AddUser(slackfake.Person{ID: "U0BO", Team: demo.Team, Name: "bo"})
	s.channel = srv.AddChannel(demo.Team, "erhverv", s.anna, s.bo).Private().InviteBot()

	api := slack.New(installed.BotToken, slack.OptionAppLevelToken(srv.AppToken()), slack.OptionAPIURL(srv.URL()))
	quiet := slog.New(slog.NewTextHandler(io.Discard, nil))
	search, stopNames, err := startNames(t.Context(), st, config{}, "", quiet)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stopNames)
	awaitNames(t.Context(), search)
	members := bot.NewMembers(st, api)
	edge := bot.NewEdge(bot.EdgeOptions{Bot: bot.New(bot.Options{People: members, Access: st, Features: features(st, slackChat{bot.Readers{Slack: api, Members: members}, bot.Files{Slack: api}}, search, nil), Log: quiet}),
		Slack: api, Deliveries: st, Queue: st, Moves: st, Posts: st, Audience: bot.Readers{Slack: api, Members: members}, Log: quiet, Hosts: []string{srv.Host()}, Now: func() time.Time { return now },
		Gone: func(context.Context, string) error { return nil }})
	jobs, err := st.RunJobs(t.Context(), store.JobOptions{Handlers: edge.Jobs(), Workers: 1, Log: quiet})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := jobs.Stop(ctx); err != nil {
			t.Error(err)
		}
	})
	if socket {
		srv.App(slackfake.App{Socket: true})
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		connect := func() *socketmode.Client {
			return socketmode.New(api, socketmode.OptionLog(log.New(io.Discard, "", 0)))
		}
		go func() { ended <- edge.Socket(ctx, bot.SocketOptions{Connect: connect}) }()
		t.Cleanup(func() {
			cancel()
			if err := <-ended; err != nil {
				t.Error(err)
			}
		})
		srv.WaitConnected(2)
		return s
	}
	program := httptest.NewServer(edge.HTTP("secret"))
	t.Cleanup(program.Close)
	at := program.URL + "/slack/"
	srv.App(slackfake.App{SigningSecret: "secret", Commands: at + "commands", Interactions: at + "interactions", Options: at + "options", Events: at + "events"})
	return s
}

// says is the label in the story's language.
func (s teller) says(da, en string) string {
	if s.lang == text.Danish {
		return da
	}
	return en
}

// tells plays the story and gives what Anna and Bo saw.
func (s teller) tells() string {
	s.anna.Types(s.channel, s.says("/besoeg lolland betonelementer mandag telefon", "/visit lolland betonelementer Monday phone"))
	form := s.srv.NextView(s.anna)
	s.anna.Fills(form, slackfake.Fields{"date": "2026-11-20"})
	receipt := s.anna.Submits(form)
	s.anna.Presses(receipt.View(), s.says("Fortryd", "Undo"))
	s.srv.NextView(s.anna)
	s.anna.Types(s.channel, s.says("/besoeg 99001941 i går telefon opkvalificering", "/visit 99001941 yesterday phone upskilling"))
	answer := s.bo.Types(s.channel, s.says("/tjek ærø maskinfabrik", "/check ærø maskinfabrik"))
	s.bo.Presses(answer.Message(), s.says("Del her", "Share here"))
	preview := s.srv.WaitMessage(slackfake.OnlyTo(s.bo), slackfake.Saying(s.says("Intet er delt endnu", "Nothing is shared yet")))
	s.bo.Presses(preview, s.says("Del i kanalen", "Share in the channel"))
	s.srv.WaitReplaced(preview)
	shared := s.srv.WaitMessage(slackfake.In(s.channel), slackfake.Public())
	s.anna.Presses(shared, s.says("Tjek selv", "Check for yourself"))
	s.srv.WaitMessage(slackfake.OnlyTo(s.anna), slackfake.Saying("# Ærø Maskinfabrik ApS"))
	s.bo.Presses(answer.Message(), s.says("Planlæg", "Plan"))
	plan := s.srv.NextView(s.bo)
	s.bo.Searches(plan, "company", "køge k")
	s.bo.Submits(s.bo.Fills(plan, slackfake.Fields{"date": "2026-11-26"}))
	s.srv.WaitReplaced(answer.Message())
	s.bo.Mentions(s.channel, s.says("tjek køge kran", "check køge kran"))
	s.srv.WaitMessage(slackfake.OnlyTo(s.bo), slackfake.Saying("Køge Kran ApS"))
	s.bo.OpensHome()
	s.srv.NextHome(s.bo)
	return s.srv.Transcript(s.anna) + "\n" + s.srv.Transcript(s.bo)
}
