package slackfake

import (
	"slices"
	"strings"
	"testing"

	"github.com/slack-go/slack"
)

// The Web API as slack-go speaks it.

func TestChat(t *testing.T) {
	w := newTown(t)
	section := slack.NewSectionBlock(slack.NewTextBlockObject(slack.MarkdownType, "Besøg hos *Nordlys*", false, true), nil, nil)
	channel, ts, err := w.api.PostMessage(w.square.ID, slack.MsgOptionText("Besøg", false), slack.MsgOptionBlocks(section), slack.MsgOptionDisableLinkUnfurl())
	if err != nil || channel != w.square.ID {
		t.Fatal(channel, err)
	}
	m := w.WaitMessage(In(w.square), Saying("Nordlys"), Public())
	if m.Text != "Besøg" || m.UnfurlLinks == nil || *m.UnfurlLinks || m.UnfurlMedia != nil || m.Via != "chat.postMessage" {
		t.Errorf("%+v", m)
	}
	if _, _, _, err := w.api.UpdateMessage(channel, ts, slack.MsgOptionText("Fortrudt", false)); err != nil {
		t.Error(err)
	}
	if now := w.WaitReplaced(m); now.String() != "Fortrudt" || !now.Edited || len(now.Blocks) != 0 {
		t.Errorf("updated to %q", now)
	}
	if _, _, err := w.api.DeleteMessage(channel, ts); err != nil || len(w.square.History()) != 0 {
		t.Error("not deleted", err)
	}
	if _, _, _, err := w.api.UpdateMessage(channel, ts, slack.MsgOptionText("x", false)); code(err) != "message_not_found" {
		t.Error(err)
	}
	if w.Sent() != 1 || w.Calls("chat.update") != 2 {
		t.Error(w.Sent(), w.Calls("chat.update"))
	}
}

func TestEphemeral(t *testing.T) {
	w := newTown(t)
	if _, err := w.api.PostEphemeral(w.square.ID, w.anna.ID, slack.MsgOptionText("kun dig", false)); err != nil {
		t.Fatal(err)
	}
	m := w.WaitMessage(OnlyTo(w.anna))
	if len(w.square.History()) != 0 {
		t.Error("an ephemeral message is in the history")
	}
	if strings.Contains(w.Screen(w.bo), "kun dig") || !strings.Contains(w.Screen(w.anna), "kun dig") {
		t.Error("an ephemeral message is not for its user alone")
	}
	if _, _, _, err := w.api.UpdateMessage(w.square.ID, m.TS, slack.MsgOptionText("x", false)); code(err) != "message_not_found" {
		t.Error(err)
	}
	eva := w.User("T1", "eva")
	if _, err := w.api.PostEphemeral(w.square.ID, eva.ID, slack.MsgOptionText("x", false)); code(err) != "user_not_in_channel" {
		t.Error(err)
	}
}

func TestWhereTheBotMayWrite(t *testing.T) {
	w := newTown(t)
	w.Workspace("T2", "Søby")
	elsewhere := w.AddChannel("T2", "soeby")
	open, closed, old := w.AddChannel("T1", "aaben"), w.AddChannel("T1", "lukket").Private(), w.AddChannel("T1", "gammel").InviteBot().Archive()
	w.bo.Change(func(p *Person) { p.Deleted = true })
	for channel, want := range map[string]string{open.ID: "not_in_channel", closed.ID: "channel_not_found", elsewhere.ID: "channel_not_found", old.ID: "is_archived",
		"C404": "channel_not_found", w.anna.ID: "", w.bo.ID: "channel_not_found"} {
		if _, _, err := w.api.PostMessage(channel, slack.MsgOptionText("x", false)); code(err) != want {
			t.Errorf("%s: %v, want %q", channel, err, want)
		}
	}
	if m := w.WaitMessage(In(w.anna.Direct())); m.Text != "x" {
		t.Error(m)
	}
	if _, _, err := w.api.PostMessage(w.square.ID, slack.MsgOptionText("", false)); code(err) != "no_text" {
		t.Error(err)
	}
	w.anna.Types(w.square, "hej")
	if _, _, _, err := w.api.UpdateMessage(w.square.ID, w.square.History()[0].TS, slack.MsgOptionText("x", false)); code(err) != "cant_update_message" {
		t.Error(err)
	}
	w.Refusals()
}

func TestPeople(t *testing.T) {
	w := newTown(t)
	w.Workspace("T2", "Søby")
	w.Install("T2")
	carl, dora := w.AddUser(Person{Team: "T2", Name: "carl", Locale: "en-GB"}), w.User("T2", "dora")
	guest := w.AddUser(Person{Team: "T1", Name: "gert", UltraRestricted: true})
	shared := w.AddChannel("T1", "faelles", w.anna, carl).ConnectTo("T2").InviteBot()
	info := func(id string) *slack.User {
		u, err := w.api.GetUserInfo(id)
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
	if u := info(w.anna.ID); u.Locale != "da-DK" || u.TZ != "Europe/Copenhagen" || u.TeamID != "T1" || u.IsStranger {
		t.Errorf("%+v", u)
	}
	if u := info(carl.ID); u.Locale != "" || !u.IsStranger || u.TeamID != "T2" {
		t.Errorf("an external member: %+v", u)
	}
	if u := info(guest.ID); !u.IsUltraRestricted || !u.IsRestricted {
		t.Errorf("a guest: %+v", u)
	}
	if _, err := w.api.GetUserInfo(dora.ID); code(err) != "user_not_found" {
		t.Error("a stranger in no channel of ours is found", err)
	}
	c, err := w.api.GetConversationInfo(&slack.GetConversationInfoInput{ChannelID: shared.ID, IncludeNumMembers: true})
	if err != nil || !c.IsExtShared || !slices.Equal(c.ConnectedTeamIDs, []string{"T2"}) || c.NumMembers != 4 || c.Name != "faelles" {
		t.Errorf("%+v %v", c, err)
	}
	var members []string
	for cursor, pages := "", 0; pages == 0 || cursor != ""; pages++ {
		page, next, err := w.api.GetUsersInConversation(&slack.GetUsersInConversationParameters{ChannelID: shared.ID, Cursor: cursor, Limit: 3})
		if err != nil || len(page) > 3 {
			t.Fatal(page, err)
		}
		members, cursor = append(members, page...), next
	}
	if len(members) != 4 {
		t.Error(members)
	}
	if auth, err := w.api.AuthTest(); err != nil || auth.TeamID != "T1" || auth.UserID != w.bot.BotUser {
		t.Error(auth, err)
	}
}
