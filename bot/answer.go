package bot

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"samspil/commands"
	"samspil/internal/text"
)

var (
	textWorking   = text.New("Jeg arbejder på det. Svaret kommer om et øjeblik.", "I am working on it. The answer will be here in a moment.")
	textSendAgain = text.New("Det tager længere end ventet. Send formularen igen om et øjeblik; intet bliver gemt to gange.", "This takes longer than expected. Send the form again in a moment; nothing is saved twice.")
	textNoForm    = text.New("Formularen kunne ikke åbnes. Skriv kommandoen igen.", "The form could not be opened. Type the command again.")
	textOpenForm  = text.New("Åbn formularen", "Open the form")
	textClose     = text.New("Luk", "Close")
	textApp       = text.New("Samspil", "Samspil")
)

// againAction is the action, of every feature with a form, that reads its button's value as what was typed.
const againAction = ".again"

// newAction is the action, of every feature that a bare command opens a form of, that opens it.
const newAction = ".new"

// loadWithin is how long Slack may take to open the form that says to wait: the acknowledgement waits for it.
const loadWithin = 600 * time.Millisecond

// showWithin is how long it may take to show what came of a slow form.
const showWithin = 10 * time.Second

// messageBody answers a slash command in its acknowledgement, or goes to a response_url:
// https://docs.slack.dev/interactivity/handling-user-interaction
type messageBody struct {
	ResponseType string        `json:"response_type,omitempty"`
	Replace      bool          `json:"replace_original"`
	Text         string        `json:"text"`
	Blocks       []slack.Block `json:"blocks,omitempty"`
	UnfurlLinks  bool          `json:"unfurl_links"`
	UnfurlMedia  bool          `json:"unfurl_media"`
}

// viewBody answers a submitted form.
type viewBody struct {
	Action string                  `json:"response_action"`
	Errors map[string]string       `json:"errors,omitempty"`
	View   *slack.ModalViewRequest `json:"view,omitempty"`
}

// optionsBody is what a field offers: https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload
type optionsBody struct {
	Options []*slack.OptionBlockObject `json:"options"`
}

func offers(list []commands.Option) optionsBody {
	body := optionsBody{Options: []*slack.OptionBlockObject{}}
	for _, o := range list {
		label := slack.NewTextBlockObject(slack.PlainTextType, o.Label, false, false)
		body.Options = append(body.Options, slack.NewOptionBlockObject(o.Value, label, nil))
	}
	body.Options = ClampOptions(body.Options)
	return body
}

// answer gives what travels in the acknowledgement, and what is to be done after it, if anything.
// A message beside the acknowledgement is in the outbox before Slack is told that all is well.
func (e *Edge) answer(ctx context.Context, env Envelope, out Outcome) (ack any, after func(context.Context)) {
	e.sendFiles(ctx, env, out)
	switch {
	case env.Kind == Suggest:
		return offers(out.Reply.Options), nil
	case env.Kind == Submit:
		e.turn(ctx, env, out)
		return e.toForm(env, out), nil
	case out.Reply.View != nil:
		return nil, func(ctx context.Context) { e.open(ctx, env, out) }
	case env.Kind == Command:
		return body(out), nil
	case e.Queue != nil && env.ViewID == "":
		e.handOver(ctx, env, out)
		return nil, nil
	}
	return nil, func(ctx context.Context) { e.send(ctx, env, out) }
}

// toForm answers a submitted form inside it: with sentences at its fields, with another form, or with the receipt.
func (e *Edge) toForm(env Envelope, out Outcome) any {
	if len(out.Reply.Errors) > 0 {
		return viewBody{Action: "errors", Errors: out.Reply.Errors}
	}
	if keptOpen(env, out) { // what was typed would be lost with it
		return viewBody{Action: "errors", Errors: map[string]string{env.Fields[0]: out.Reply.Text}}
	}
	view, err := ClampView(out.Lang, *shownView(out))
	if err != nil {
		e.failed(context.Background(), "view", err)
		view = plainView(out)
	}
	return viewBody{Action: "update", View: &view}
}

// keptOpen reports whether a submitted form stays as it is, with sentences at its fields.
func keptOpen(env Envelope, out Outcome) bool {
	return env.Kind == Submit && (len(out.Reply.Errors) > 0 || out.Err != nil && len(env.Fields) > 0)
}

// answerForm shows what came of a form whose work took long: in the window that says to wait, or as a message where the
// window was closed. What was wrong stands there with a button that opens the form anew.
func (e *Edge) answerForm(ctx context.Context, env Envelope, out Outcome) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), showWithin) // the work may have taken all its time
	defer cancel()
	e.turn(ctx, env, out)
	if name, _, _ := strings.Cut(env.Callback, "."); out.Err != nil || len(out.Reply.Errors) > 0 {
		page := commands.NewPage()
		for _, said := range sentencesOf(out) {
			page.Para(said)
		}
		out.Reply = page.Buttons(commands.Button{ID: name + newAction, Label: textOpenForm.In(out.Lang), Primary: true}).Reply()
	}
	if err := e.update(ctx, env, out); isSlackError(err, "not_found", "view_not_found", "expired_trigger_id") {
		env.ViewID = ""
		e.handOver(ctx, env, out)
	}
}

// sentencesOf are what was wrong with a form.
func sentencesOf(out Outcome) []string {
	if len(out.Reply.Errors) == 0 {
		return []string{out.Reply.Text}
	}
	return slices.Sorted(maps.Values(out.Reply.Errors))
}

// sendAgain keeps a form open whose work takes too long.
func (e *Edge) sendAgain(ctx context.Context, env Envelope) any {
	lang := e.langOf(ctx, env)
	if len(env.Fields) == 0 {
		return viewBody{Action: "update", View: sentenceView(lang, textSendAgain)}
	}
	return viewBody{Action: "errors", Errors: map[string]string{env.Fields[0]: textSendAgain.In(lang)}}
}

// langOf is the language of somebody who has not been answered yet.
func (e *Edge) langOf(ctx context.Context, env Envelope) text.Lang {
	return langOf(env.Inbound, e.Bot.asker(ctx, env.Inbound))
}

// sentenceView is a view of one sentence.
func sentenceView(lang text.Lang, t text.Text) *slack.ModalViewRequest {
	return shownView(Outcome{Lang: lang, Reply: commands.Sentence(t.In(lang))})
}

// shownView is the reply's form, or its message as a view without a button to send.
func shownView(out Outcome) *slack.ModalViewRequest {
	if out.Reply.View != nil {
		return out.Reply.View
	}
	return &slack.ModalViewRequest{Type: slack.VTModal, Blocks: slack.Blocks{BlockSet: out.Reply.Blocks},
		Title: slack.NewTextBlockObject(slack.PlainTextType, textApp.In(out.Lang), false, false),
		Close: slack.NewTextBlockObject(slack.PlainTextType, textClose.In(out.Lang), false, false)}
}

// open opens the reply's form. Where Slack gave no trigger for it, or takes it no more, a button offers it again.
func (e *Edge) open(ctx context.Context, env Envelope, out Outcome) {
	view, err := ClampView(out.Lang, *out.Reply.View)
	switch {
	case err != nil:
	case env.ViewID != "":
		_, err = e.Slack.UpdateViewContext(ctx, view, "", "", env.ViewID)
	case env.TriggerID != "":
		var opened *slack.ViewResponse
		if opened, err = e.Slack.OpenViewContext(ctx, env.TriggerID, view); err == nil {
			e.origins.remember(opened.ID, env, time.Now())
		}
	default:
		e.send(ctx, env, e.offered(env, out))
		return
	}
	if err != nil {
		e.failed(ctx, "form", err)
		e.send(ctx, env, e.offered(env, out))
	}
}

// turn changes the message whose button opened the form into what came of it.
func (e *Edge) turn(ctx context.Context, env Envelope, out Outcome) {
	if out.Err != nil || len(out.Reply.Errors) > 0 || out.Reply.View != nil {
		return // the form is not done
	}
	from, ok := e.origins.take(env.ViewID, time.Now())
	switch {
	case !ok:
	case from.AtHome:
		e.work.Go(func() { e.showHome(context.WithoutCancel(ctx), env.Team, env.User) })
	default:
		out.Reply.Replace = true
		e.handOver(ctx, from, out)
	}
}

// loading opens a form that says to wait, where a form is what will come: the trigger runs out before it does.
func (e *Edge) loading(ctx context.Context, env Envelope) Envelope {
	if env.TriggerID == "" || env.ViewID != "" || !e.Bot.Opens(env.Inbound) {
		return env
	}
	view := sentenceView(e.langOf(ctx, env), textWorking)
	ctx, cancel := context.WithTimeout(ctx, loadWithin)
	defer cancel()
	opened, err := e.Slack.OpenViewContext(ctx, env.TriggerID, *view)
	if err != nil {
		e.failed(ctx, "loading", err)
		return env
	}
	e.origins.remember(opened.ID, env, time.Now())
	env.ViewID = opened.ID
	return env
}

// offered turns a reply with a form into one with a button that opens it.
func (e *Edge) offered(env Envelope, out Outcome) Outcome {
	name, _, _ := strings.Cut(out.Reply.View.CallbackID, ".")
	page := commands.NewPage().Para(out.Reply.Text)
	if env.Kind != Action && e.Bot.Opens(env.Inbound) {
		page.Buttons(commands.Button{ID: name + newAction, Label: textOpenForm.In(out.Lang), Primary: true})
	} else if written, _ := Presentable(env.Text); written != "" && len(written) <= 1900 {
		page.Buttons(commands.Button{ID: name + againAction, Value: written, Label: textOpenForm.In(out.Lang), Primary: true})
	} else {
		page.Para(textNoForm.In(out.Lang))
	}
	out.Reply = page.Reply()
	return out
}

// answerLate hands over what was not ready for the acknowledgement. A trigger has run out by then.
func (e *Edge) answerLate(ctx context.Context, env Envelope, out Outcome) {
	env.TriggerID = ""
	e.sendFiles(ctx, env, out)
	switch {
	case env.Kind == Suggest:
	case env.Kind == Submit:
		e.answerForm(ctx, env, out)
	case env.ViewID != "":
		e.update(ctx, env, out)
	case out.Reply.View != nil:
		e.send(ctx, env, e.offered(env, out))
	default:
		e.send(ctx, env, out)
	}
}

// working is the word that what was asked was heard.
func working(lang text.Lang) Outcome {
	return Outcome{Lang: lang, Reply: commands.Sentence(textWorking.In(lang))}
}

// waiting is the acknowledgement of what takes longer.
func (e *Edge) waiting(ctx context.Context, env Envelope) any {
	switch env.Kind {
	case Submit:
		said, _ := e.Bot.Meanwhile(env.Inbound)
		return viewBody{Action: "update", View: sentenceView(e.langOf(ctx, env), said)}
	case Command:
		if env.ViewID != "" {
			return nil // a form says so
		}
		return body(working(e.langOf(ctx, env)))
	case Suggest:
		return offers(nil) // what was typed by now is asked about anew
	}
	return nil
}

// send hands a message over beside the acknowledgement.
func (e *Edge) send(ctx context.Context, env Envelope, out Outcome) {
	if env.ViewID != "" && out.Err != nil && env.TriggerID != "" && e.push(ctx, env, out) {
		return
	}
	if env.ViewID != "" {
		e.update(ctx, env, out)
		return
	}
	e.handOver(ctx, env, out)
}

// body is the message for an acknowledgement or a response_url.
func body(out Outcome) messageBody {
	b := messageBody{ResponseType: slack.ResponseTypeEphemeral, Replace: out.Reply.Replace}
	if out.Reply.Public {
		b.ResponseType = slack.ResponseTypeInChannel
	}
	b.Text, b.Blocks = ClampMessage(out.Lang, commands.Escape(out.Reply.Text), out.Reply.Blocks)
	return b
}

// push lays what went wrong over the form in which a button was pressed, which keeps what it shows.
func (e *Edge) push(ctx context.Context, env Envelope, out Outcome) bool {
	view, err := ClampView(out.Lang, *shownView(out))
	if err == nil {
		_, err = e.Slack.PushViewContext(ctx, env.TriggerID, view)
	}
	e.failed(ctx, "view", err)
	return err == nil
}

func (e *Edge) update(ctx context.Context, env Envelope, out Outcome) error {
	view, err := ClampView(out.Lang, *shownView(out))
	if err == nil {
		_, err = e.Slack.UpdateViewContext(ctx, view, "", "", env.ViewID)
	}
	if err != nil && (refusesView(err) || errors.Is(err, errView)) {
		e.failed(ctx, "view", err)
		_, err = e.Slack.UpdateViewContext(ctx, plainView(out), "", "", env.ViewID)
	}
	e.failed(ctx, "view", err)
	return err
}

// plainView is the answer's words in a view, where Slack refuses its blocks.
func plainView(out Outcome) slack.ModalViewRequest {
	return *shownView(Outcome{Lang: out.Lang, Reply: commands.Reply{Blocks: plainBlocks(out)}})
}

func plainBlocks(out Outcome) []slack.Block {
	return commands.NewPage().Para(text.Cut(out.Reply.Text, limitText)).Reply().Blocks
}

// refusesView reports the errors after which a view is sent with its words alone.
func refusesView(err error) bool {
	return isSlackError(err, "invalid_arguments", "invalid_blocks", "view_too_large")
}

// post sends a message to a channel or a person; without its blocks where Slack refuses them.
func (e *Edge) post(ctx context.Context, channel, thread, message string, blocks []slack.Block) error {
	_, _, err := e.place(ctx, channel, thread, message, blocks)
	return err
}

// place is post that tells where the message stands.
func (e *Edge) place(ctx context.Context, channel, thread, message string, blocks []slack.Block) (in, ts string, err error) {
	in, ts, err = e.Slack.PostMessageContext(ctx, channel, options(message, thread, blocks)...)
	if refusesBlocks(err) {
		e.failed(ctx, "blocks", err)
		in, ts, err = e.Slack.PostMessageContext(ctx, channel, options(PlainText(message), thread, nil)...)
	}
	return in, ts, err
}

// whisper shows a message to one person in a channel.
func (e *Edge) whisper(ctx context.Context, env Envelope, message string, blocks []slack.Block) error {
	_, err := e.Slack.PostEphemeralContext(ctx, env.Channel, env.User, options(message, env.Thread, blocks)...)
	if refusesBlocks(err) {
		e.failed(ctx, "blocks", err)
		_, err = e.Slack.PostEphemeralContext(ctx, env.Channel, env.User, options(PlainText(message), env.Thread, nil)...)
	}
	return err
}

func options(message, thread string, blocks []slack.Block) []slack.MsgOption {
	list := []slack.MsgOption{slack.MsgOptionText(message, false), slack.MsgOptionDisableLinkUnfurl(), slack.MsgOptionDisableMediaUnfurl()}
	if len(blocks) > 0 {
		list = append(list, slack.MsgOptionBlocks(blocks...))
	}
	if thread != "" {
		list = append(list, slack.MsgOptionTS(thread))
	}
	return list
}

// refusesBlocks reports the errors after which the same words are sent without blocks.
func refusesBlocks(err error) bool {
	return isSlackError(err, "invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long")
}
