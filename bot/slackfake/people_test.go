package slackfake

import (
	"errors"
	"slices"
	"testing"

	"github.com/slack-go/slack"
)

// client is the program's Web API client in a workspace.
func (w *town) client(in *Installation) *slack.Client {
	return slack.New(in.BotToken, slack.OptionAPIURL(w.URL()))
}

func infoOf(api *slack.Client, channel string) (*slack.Channel, error) {
	return api.GetConversationInfo(&slack.GetConversationInfoInput{ChannelID: channel})
}

// membersOf turns the pages of conversations.members.
func membersOf(api *slack.Client, channel string, limit int) (all []string, pages int, err error) {
	cursor := ""
	for {
		page, next, err := api.GetUsersInConversation(&slack.GetUsersInConversationParameters{ChannelID: channel, Cursor: cursor, Limit: limit})
		if err != nil {
			return nil, pages, err
		}
		all, cursor, pages = append(all, page...), next, pages+1
		if cursor == "" {
			return all, pages, nil
		}
	}
}

// TestChannelsByWorkspace has three workspaces: T1 and T2 share a channel, T3 shares none.
func TestChannelsByWorkspace(t *testing.T) {
	w := open(t)
	w.Workspace("T2", "Søby")
	w.Workspace("T3", "Havneby")
	soeby, havneby := w.client(w.Install("T2")), w.client(w.Install("T3"))
	carl, eva := w.User("T2", "carl"), w.User("T3", "eva")
	shared := w.AddChannel("T1", "faelles", w.anna, carl).ConnectTo("T2").InviteBot()
	secret := w.AddChannel("T1", "ledelse", w.anna).Private()
	for _, c := range []struct {
		name    string
		api     *slack.Client
		channel *Channel
		want    string
		ext     bool
	}{
		{"our own", w.api, w.square, "", false}, {"shared, as host", w.api, shared, "", true}, {"shared, as guest", soeby, shared, "", true},
		{"of another workspace", soeby, w.square, "channel_not_found", false}, {"shared with others", havneby, shared, "channel_not_found", false},
		{"private without us", w.api, secret, "channel_not_found", false},
	} {
		got, err := infoOf(c.api, c.channel.ID)
		if code(err) != c.want || err == nil && (got.IsExtShared != c.ext || got.ID != c.channel.ID) {
			t.Errorf("%s: %v, %+v", c.name, err, got)
		}
		if _, _, err := membersOf(c.api, c.channel.ID, 2); code(err) != c.want {
			t.Errorf("the members of a channel that is %s: %v", c.name, err)
		}
	}
	if got, err := infoOf(w.api, secret.InviteBot().ID); err != nil || !got.IsPrivate || !got.IsMember || got.IsExtShared {
		t.Errorf("private, with us in it: %v, %+v", err, got)
	}
	for id, want := range map[string]string{w.anna.ID: "T1", carl.ID: "T2"} {
		if u, err := soeby.GetUserInfo(id); err != nil || u.TeamID != want || u.IsStranger != (want != "T2") {
			t.Errorf("%+v, %v", u, err)
		}
	}
	if _, err := w.api.GetUserInfo(eva.ID); code(err) != "user_not_found" {
		t.Error("somebody we share no channel with is found", err)
	}
	if got := w.Unexpected(); len(got) != 0 {
		t.Error(got)
	}
}

func TestMembersByPage(t *testing.T) {
	w := open(t)
	var people []*User
	for _, name := range []string{"a", "b", "c", "d", "e", "f"} {
		people = append(people, w.User("T1", name))
	}
	hall := w.AddChannel("T1", "salen", people...).InviteBot() // seven with the bot
	whole, _, err := membersOf(w.api, hall.ID, 1000)
	if err != nil || len(whole) != 7 || !slices.Contains(whole, w.bot.BotUser) {
		t.Fatal(whole, err)
	}
	for limit, want := range map[int]int{0: 1, 1: 7, 3: 3, 6: 2, 7: 1} { // 0 is not sent
		if got, pages, err := membersOf(w.api, hall.ID, limit); err != nil || pages != want || !slices.Equal(got, whole) {
			t.Errorf("by %d: %d pages, %v, %v", limit, pages, got, err)
		}
	}
	if _, _, err := membersOf(w.api, hall.ID, 1001); code(err) != "invalid_limit" {
		t.Error(err)
	}
	if _, _, err := w.api.GetUsersInConversation(&slack.GetUsersInConversationParameters{ChannelID: hall.ID, Cursor: "8"}); code(err) != "invalid_cursor" {
		t.Error(err)
	}
	for i := range 94 {
		hall.Join(w.User("T1", sprintf("x%d", i)))
	}
	if _, pages, _ := membersOf(w.api, hall.ID, 0); pages != 2 {
		t.Errorf("101 members come in %d pages", pages)
	}
}

// TestScopesOfReading takes one scope away at a time.
func TestScopesOfReading(t *testing.T) {
	w := open(t)
	hall, back := w.AddChannel("T1", "salen", w.anna).InviteBot(), w.AddChannel("T1", "bag", w.anna).InviteBot().Private()
	direct := w.anna.Direct()
	reads := map[string]func(*slack.Client) error{
		"channels:read": func(api *slack.Client) error { _, err := infoOf(api, hall.ID); return err },
		"groups:read":   func(api *slack.Client) error { _, err := infoOf(api, back.ID); return err },
		"im:read":       func(api *slack.Client) error { _, err := infoOf(api, direct.ID); return err },
		"users:read":    func(api *slack.Client) error { _, err := api.GetUserInfo(w.anna.ID); return err },
	}
	members := map[string]string{"channels:read": hall.ID, "groups:read": back.ID, "im:read": direct.ID}
	all := sortedIDs(reads)
	for _, missing := range all {
		api := w.client(w.Install("T1", slices.DeleteFunc(slices.Clone(all), func(s string) bool { return s == missing })...))
		for _, scope := range all {
			err := reads[scope](api)
			if members[scope] != "" && err == nil {
				_, _, err = membersOf(api, members[scope], 10)
			}
			var refused slack.SlackErrorResponse
			if scope == missing && (!errors.As(err, &refused) || refused.Err != "missing_scope" || refused.Needed != missing) || scope != missing && err != nil {
				t.Errorf("%s without %s: %v", scope, missing, err)
			}
		}
		if _, _, err := membersOf(api, members[missing], 10); members[missing] != "" && code(err) != "missing_scope" {
			t.Errorf("the members without %s: %v", missing, err)
		}
	}
}
