package bot_test

import (
	"testing"

	"github.com/slack-go/slack"

	"samspil/bot"
	"samspil/bot/slackfake"
	"samspil/internal/text"
)

// TestSlackTakesWhatIsClamped sends the same chaos to the fake Slack, whose limits are written down on their own.
func TestSlackTakesWhatIsClamped(t *testing.T) {
	srv := slackfake.New(t, slackfake.WithoutRecord(), slackfake.WithMessageSpacing(0))
	srv.Workspace("T1", "Middelby")
	installed := srv.Install("T1")
	anna := srv.User("T1", "anna")
	square := srv.AddChannel("T1", "erhverv", anna).InviteBot()
	api := slack.New(installed.BotToken, slack.OptionAPIURL(srv.URL()))
	srv.IgnoreMessages()
	srv.IgnoreViews()
	for seed := range uint64(12) {
		blocks := several(int(seed)%12, newChaos(seed, "& <!channel> æ").block)
		_, message := bot.ClampMessage(text.Danish, "", blocks)
		if _, _, err := api.PostMessage(square.ID, slack.MsgOptionText("x", false), slack.MsgOptionBlocks(message...)); err != nil {
			t.Errorf("seed %d: %v %v", seed, err, srv.Refusals())
		}
		home := slack.HomeTabViewRequest{Type: slack.VTHomeTab, Blocks: slack.Blocks{BlockSet: bot.ClampHome(text.Danish, blocks)}}
		if _, err := api.PublishView(anna.ID, home, ""); err != nil {
			t.Errorf("seed %d, at home: %v %v", seed, err, srv.Refusals())
		}
	}
}
