package bot

import (
	"encoding/json"
	"errors"
	"maps"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"samspil/commands"
)

// Envelope is an Inbound that came from Slack, with what it takes to answer it there.
type Envelope struct {
	Inbound
	TriggerID   string   // opens a form: once, within 3 seconds
	ResponseURL string   // takes 5 answers within 30 minutes; a secret
	ViewID      string   // the form that was submitted, or in which a button was pressed
	Thread      string   // the thread a mention stands in
	Direct      bool     // a direct message
	AtHome      bool     // a button on the Home tab was pressed
	Fields      []string // of the form that was submitted, in their order
}

// errGarbled is what cannot have come from Slack as its documentation describes it.
var errGarbled = errors.New("not what Slack sends")

// parseCommand reads the form of a slash command.
func parseCommand(form url.Values, now time.Time) (Envelope, error) {
	e := Envelope{TriggerID: form.Get("trigger_id"), ResponseURL: form.Get("response_url")}
	e.Kind, e.Now = Command, now
	e.Team, e.User, e.Channel = form.Get("team_id"), form.Get("user_id"), form.Get("channel_id")
	e.Command, e.Text = form.Get("command"), commands.Unescape(form.Get("text"))
	e.Delivery = delivery("trigger", e.TriggerID)
	if e.Team == "" || e.User == "" || e.Command == "" {
		return e, errGarbled
	}
	return e, nil
}

// parseInteraction reads the payload of a button, a form or a shortcut. ok is false for what needs no answer, such as a
// closed form.
func parseInteraction(payload []byte, now time.Time) (e Envelope, ok bool, err error) {
	var in slack.InteractionCallback
	if err := json.Unmarshal(payload, &in); err != nil {
		return e, false, errGarbled
	}
	e = Envelope{TriggerID: in.TriggerID, ResponseURL: in.ResponseURL, ViewID: in.View.ID}
	e.Team, e.User, e.Name, e.Channel, e.Now = in.User.TeamID, in.User.ID, in.User.Name, in.Channel.ID, now
	if e.Team == "" {
		e.Team = in.Team.ID
	}
	e.Delivery = delivery("trigger", in.TriggerID)
	if in.View.Type == slack.VTHomeTab {
		// The Home tab stays; forms open over it, and answers go to the person's own channel.
		e.ViewID, e.AtHome = "", true
	}
	if e.Team == "" || e.User == "" {
		return e, false, errGarbled
	}
	switch in.Type {
	case slack.InteractionTypeBlockActions:
		return e.action(in)
	case slack.InteractionTypeViewSubmission:
		e.Kind, e.Callback, e.Metadata, e.Values = Submit, in.View.CallbackID, in.View.PrivateMetadata, fieldValues(in.View.State)
		e.Delivery = delivery("view", in.View.ID+"/"+in.View.Hash) // pressed twice, it is one form; changed, it is another
		e.Fields, e.Files = fieldNames(in.View.Blocks.BlockSet), uploaded(in.View.State)
		return e, true, nil
	case slack.InteractionTypeBlockSuggestion:
		e.Kind, e.Action, e.Text, e.Delivery, e.ViewID = Suggest, in.ActionID, in.Value, "", ""
		return e, true, nil
	case slack.InteractionTypeShortcut, slack.InteractionTypeMessageAction:
		e.Kind, e.Callback, e.Text = Shortcut, in.CallbackID, commands.Unescape(in.Message.Text)
		e.Files = filesOf(in.Message.Files)
		return e, true, nil
	}
	return e, false, nil
}

func (e Envelope) action(in slack.InteractionCallback) (Envelope, bool, error) {
	if len(in.ActionCallback.BlockActions) == 0 || in.ActionCallback.BlockActions[0] == nil {
		return e, false, errGarbled
	}
	a := in.ActionCallback.BlockActions[0]
	e.Kind, e.Action, e.Value = Action, a.ActionID, a.Value
	if a.ActionID == commands.ValueAction {
		return e, false, nil // a field of a form, which tells its value when it is submitted
	}
	return e, true, nil
}

// fieldValues are a form's values by block id, which is the field's name.
func fieldValues(state *slack.ViewState) map[string][]string {
	values := map[string][]string{}
	if state == nil {
		return values
	}
	for field, elements := range state.Values {
		values[field] = nil
		for _, e := range elements {
			values[field] = append(values[field], chosen(e)...)
		}
	}
	return values
}

// fieldNames are the names of a form's fields, in their order.
func fieldNames(blocks []slack.Block) (names []string) {
	for _, b := range blocks {
		if input, ok := b.(*slack.InputBlock); ok {
			names = append(names, input.BlockID)
		}
	}
	return names
}

// chosen is what was typed into, or chosen in, one element.
func chosen(e slack.BlockAction) []string {
	var list []string
	for _, v := range []string{e.Value, e.SelectedOption.Value, e.SelectedDate, e.SelectedTime, e.SelectedUser} {
		if v != "" {
			list = append(list, v)
		}
	}
	for _, o := range e.SelectedOptions {
		list = append(list, o.Value)
	}
	return list
}

// uploaded are the files of a form's fields.
func uploaded(state *slack.ViewState) (files []commands.File) {
	if state == nil {
		return nil
	}
	for _, field := range slices.Sorted(maps.Keys(state.Values)) {
		for _, e := range state.Values[field] {
			files = append(files, filesOf(e.Files)...)
		}
	}
	return files
}

// filesOf are Slack's files as features know them. Their content is asked for by id: an address in what arrives may be
// anybody's.
func filesOf(given []slack.File) (files []commands.File) {
	for _, f := range given {
		if f.ID != "" {
			files = append(files, commands.File{ID: f.ID, Name: f.Name, Size: int64(f.Size)})
		}
	}
	return files
}

// delivery names a delivery by what Slack calls it; "" where Slack gave no name.
func delivery(kind, id string) string {
	if id == "" {
		return ""
	}
	return kind + ":" + id
}

// event is the outer part of what the Events API sends: https://docs.slack.dev/apis/events-api
type event struct {
	Type      string `json:"type"`
	Challenge string `json:"challenge"`
	TeamID    string `json:"team_id"`
	ContextID string `json:"context_team_id"`
	EventID   string `json:"event_id"`
	Event     struct {
		Type        string       `json:"type"`
		Subtype     string       `json:"subtype"`
		User        string       `json:"user"`
		UserTeam    string       `json:"user_team"`
		Team        string       `json:"team"`
		BotID       string       `json:"bot_id"`
		Text        string       `json:"text"`
		Channel     string       `json:"channel"`
		ChannelType string       `json:"channel_type"`
		ThreadTS    string       `json:"thread_ts"`
		Files       []slack.File `json:"files"`
		Tab         string       `json:"tab"`
		OldChannel  string       `json:"old_channel_id"`
		NewChannel  string       `json:"new_channel_id"`
		Tokens      struct {
			Bot []string `json:"bot"`
		} `json:"tokens"`
	} `json:"event"`
}

func parseEvent(body []byte) (event, error) {
	var ev event
	if err := json.Unmarshal(body, &ev); err != nil || ev.Type == "" {
		return ev, errGarbled
	}
	return ev, nil
}

// sentence is the event as a mention or a direct message; ok is false when it is neither, or not a person's.
func (ev event) sentence(now time.Time) (e Envelope, ok bool) {
	inner := ev.Event
	direct := inner.Type == "message" && inner.ChannelType == "im"
	if !direct && inner.Type != "app_mention" || inner.Subtype != "" && inner.Subtype != "file_share" || inner.BotID != "" || inner.User == "" {
		return e, false
	}
	e = Envelope{Thread: inner.ThreadTS, Direct: direct}
	e.Kind, e.Now, e.User, e.Channel = Sentence, now, inner.User, inner.Channel
	for _, team := range []string{inner.UserTeam, inner.Team, ev.ContextID, ev.TeamID} {
		if e.Team == "" {
			e.Team = team
		}
	}
	e.Text, e.Files = commands.Unescape(strings.TrimSpace(inner.Text)), filesOf(inner.Files)
	e.Delivery = delivery("event", ev.EventID)
	return e, e.Team != ""
}
