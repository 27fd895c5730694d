package console

import (
	"strings"

	"samspil/bot"
	"samspil/commands"
)

// show writes what the bot answered and keeps its buttons and its form.
func (s *session) show(out bot.Outcome) {
	reply := out.Reply
	if out.Person.Lang != "" {
		s.who.Lang = out.Person.Lang // it may have been chosen in this run
	}
	var before []button // a message to others lies beside the answer, whose buttons stay
	if s.receiver != "" {
		before = s.buttons
	}
	shown := render(reply.Blocks, before...)
	if len(shown.buttons) > 0 || reply.Replace {
		s.buttons = shown.buttons
	}
	if reply.View != nil {
		s.form = newForm(reply.View)
		if len(s.form.buttons) > 0 {
			s.buttons = s.form.buttons
		}
	}
	if s.form != nil && len(reply.Errors) > 0 {
		s.form.errors = reply.Errors
	}
	if s.JSON {
		s.out.print(s.object(out))
		return
	}
	s.out.print(s.words(out, shown) + "\n")
}

// words is the reply as text: a remark on who sees it, the message, and the form it opens or keeps open.
func (s *session) words(out bot.Outcome, shown rendered) string {
	var parts []string
	reply := out.Reply
	switch {
	case reply.Replace:
		parts = append(parts, nowReads.In(out.Lang))
	case s.receiver != "":
		parts = append(parts, sentTo.In(out.Lang, bot.Clean(s.receiver)))
	case reply.Public:
		parts = append(parts, sharedIn.In(out.Lang, s.channel))
	}
	message := shown.text
	if message == "" && reply.Text != "" {
		message = wrap(bot.Clean(reply.Text), width, "")
	}
	// A form's message says above it what the form says itself, for those who come back to the channel later.
	if message != "" && (reply.View == nil || message != s.form.intro) {
		parts = append(parts, message)
	}
	refused := len(reply.Errors) > 0 && !s.Interactive // at the keyboard the refused fields are asked again
	if s.form != nil && (reply.View != nil || refused) {
		parts = append(parts, s.form.describe(out.Lang, s.Interactive))
	}
	if len(parts) == 0 && len(reply.Errors) == 0 {
		parts = append(parts, nothingSaid.In(out.Lang))
	}
	return strings.Join(parts, "\n") + "\n"
}

// understood is nil when the feature reported nothing.
func understood(r commands.Reply) *commands.Understood {
	if r.Understood.Intent == "" && len(r.Understood.Slots) == 0 {
		return nil
	}
	u := r.Understood
	if u.Slots == nil {
		u.Slots = map[string]any{}
	}
	return &u
}
