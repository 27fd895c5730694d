package slackfake

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack"
)

func TestTokensAndScopes(t *testing.T) {
	w := newTown(t)
	with := func(token string) error {
		_, _, err := slack.New(token, slack.OptionAPIURL(w.URL())).PostMessage(w.square.ID, slack.MsgOptionText("x", false))
		return err
	}
	for token, want := range map[string]string{"": "not_authed", "xoxb-wrong": "invalid_auth", w.AppToken(): "not_allowed_token_type"} {
		if err := with(token); code(err) != want {
			t.Errorf("%q: %v, want %s", token, err, want)
		}
	}
	w.Workspace("T2", "Søby")
	bare := w.Install("T2", "commands")
	_, _, err := slack.New(bare.BotToken, slack.OptionAPIURL(w.URL())).PostMessage("C1", slack.MsgOptionText("x", false))
	var r slack.SlackErrorResponse
	if !errors.As(err, &r) || r.Err != "missing_scope" || r.Needed != "chat:write" || r.Provided != "commands" {
		t.Errorf("%+v", r)
	}
	if _, _, _, err := w.api.OpenConversation(&slack.OpenConversationParameters{Users: []string{w.anna.ID}}); code(err) != "missing_scope" {
		t.Error(err)
	}
	if _, err := w.api.GetTeamInfo(); code(err) != "missing_scope" {
		t.Error(err)
	}
	if _, _, err := w.api.GetConversations(&slack.GetConversationsParameters{}); code(err) != "unknown_method" {
		t.Error(err)
	}
	if got := len(w.Refusals()); got != 6 {
		t.Errorf("%d refusals", got)
	}
	p := newProgram(t, w.Server)
	w.RevokeTokens("T1")
	if err := with(w.bot.BotToken); code(err) != "token_revoked" {
		t.Error(err)
	}
	w.Uninstall("T1")
	if err := with(w.bot.BotToken); code(err) != "account_inactive" {
		t.Error(err)
	}
	if got := p.got(); len(got) != 2 || got[0].text("event", "type") != "tokens_revoked" || got[1].text("event", "type") != "app_uninstalled" {
		t.Error(got)
	}
	again := w.Install("T1")
	if err := with(again.BotToken); err != nil || again.BotUser != w.bot.BotUser {
		t.Error(err)
	}
	w.IgnoreMessages()
}

func TestScopesHeader(t *testing.T) {
	w := newTown(t)
	var scopes string
	api := slack.New(w.bot.BotToken, slack.OptionAPIURL(w.URL()), slack.OptionOnResponseHeaders(func(_ string, h http.Header) { scopes = h.Get("X-OAuth-Scopes") }))
	if _, err := api.AuthTest(); err != nil || !strings.Contains(scopes, "chat:write") {
		t.Error(scopes, err)
	}
}

func TestFiles(t *testing.T) {
	w := newTown(t)
	f := w.AddFile(File{Name: "forslag.txt", MimeType: "text/plain", Content: []byte("et forslag")})
	info, _, _, err := w.api.GetFileInfo(f.ID, 1, 1)
	if err != nil || info.Name != "forslag.txt" || info.Size != 10 {
		t.Fatal(info, err)
	}
	var b strings.Builder
	if err := w.api.GetFile(info.URLPrivateDownload, &b); err != nil || b.String() != "et forslag" {
		t.Error(b.String(), err)
	}
	if _, _, _, err := w.api.GetFileInfo("F404", 1, 1); code(err) != "file_not_found" {
		t.Error(err)
	}
}

func TestPace(t *testing.T) {
	w := newTown(t)
	post := func(channel string) error {
		_, _, err := w.api.PostMessage(channel, slack.MsgOptionText("x", false))
		return err
	}
	other := w.AddChannel("T1", "andet").InviteBot()
	if err := errors.Join(post(w.square.ID), post(other.ID)); err != nil {
		t.Fatal(err)
	}
	limited, ok := errors.AsType[*slack.RateLimitedError](post(w.square.ID))
	if !ok || limited.RetryAfter != time.Second {
		t.Fatal("a second message in the same second went through")
	}
	w.Advance(time.Second)
	if err := post(w.square.ID); err != nil {
		t.Error(err)
	}
	w.IgnoreMessages()
	if found := w.Unexpected(); len(found) > 0 {
		t.Error(found)
	}
}

func msg(s string) slack.MsgOption { return slack.MsgOptionText(s, false) }
