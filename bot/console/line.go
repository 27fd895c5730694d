package console

import (
	"context"
	"strings"

	"samspil/bot"
	"samspil/commands"
)

// line does what one line says. Its error ends the run.
func (s *session) line(ctx context.Context, raw string) error {
	line := strings.TrimSpace(raw)
	if line == "" || strings.HasPrefix(line, "#") && !s.Interactive {
		return nil
	}
	s.echo(line)
	if strings.HasPrefix(line, ":") {
		return s.directive(ctx, line)
	}
	s.leaveForm()
	in := s.inbound(bot.Sentence)
	in.Text = line
	if strings.HasPrefix(line, "/") {
		in.Kind = bot.Command
		in.Command, in.Text, _ = strings.Cut(line, " ")
	}
	s.send(ctx, in)
	return s.converse(ctx)
}

// inbound is a request of the person the console speaks for.
func (s *session) inbound(kind bot.Kind) bot.Inbound {
	return bot.Inbound{
		Team: s.who.Team, User: s.who.User, Channel: s.channel,
		Kind: kind, Lang: s.Lang, Locale: string(s.Locale), Now: s.clock(),
	}
}

// send hands a request to the bot and shows what comes back.
func (s *session) send(ctx context.Context, in bot.Inbound) {
	s.show(s.Bot.Handle(ctx, in))
	s.post(ctx)
}

// post shows the messages that the answer caused.
func (s *session) post(ctx context.Context) {
	if s.Messages == nil {
		return
	}
	list, err := s.Messages(ctx)
	if err != nil {
		s.complain(errMessages.In(s.lang()))
	}
	channel := s.channel
	for _, m := range list {
		s.channel, s.receiver = m.Channel, ""
		if m.Channel == "" {
			s.receiver = s.nameOf(m.User)
		}
		s.show(bot.Outcome{Lang: m.Lang, Reply: commands.Reply{Text: m.Text, Blocks: m.Blocks.BlockSet, Public: m.Channel != ""}})
	}
	s.channel, s.receiver = channel, ""
}

// nameOf is the name of the person with that user id; the id where nobody has it.
func (s *session) nameOf(user string) string {
	for _, p := range s.People {
		if p.User == user {
			return p.Name
		}
	}
	return user
}

// echo shows the line that is about to be answered, when nobody saw themselves type it.
func (s *session) echo(line string) {
	s.echoed, _ = bot.Presentable(line)
	if !s.Interactive && !s.JSON {
		s.out.print("> " + s.echoed + "\n")
	}
}

// leaveForm closes the open form without sending it.
func (s *session) leaveForm() {
	if s.form == nil {
		return
	}
	s.form = nil
	s.say(formLeft.In(s.lang()))
}

// say shows a remark of the console's own; in JSON mode there is nobody to read it.
func (s *session) say(remark string) {
	if !s.JSON {
		s.out.print(wrap(bot.Clean(remark), width, "") + "\n")
	}
}

// complain tells that a line cannot be done.
func (s *session) complain(sentence string) {
	s.wrong = true
	sentence = wrap("! "+bot.Clean(sentence), width, "  ") + "\n"
	if s.JSON {
		errOut := printer{w: s.Err}
		errOut.print(sentence)
		return
	}
	s.out.print(sentence)
}
