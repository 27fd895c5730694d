package console

import (
	"context"
	"errors"
	"strings"

	"samspil/bot"
	"samspil/commands"
	"samspil/internal/crm"
)

// set fills in fields of the open form. What fits is kept, and each thing that does not is told.
func (s *session) set(_ context.Context, arg string) error {
	if s.form == nil {
		return crm.Errorf(crm.NotFound, errNoForm)
	}
	pairs, err := assignments(arg)
	if err != nil {
		return err
	}
	for _, p := range pairs {
		x := s.form.field(p.name)
		if x == nil {
			s.complain(errField.In(s.lang(), shown(p.name), strings.Join(s.form.names(), ", ")))
			continue
		}
		if e, ok := errors.AsType[*crm.Error](x.fill(p.value, s.clock(), s.lang())); ok {
			s.complain(e.In(s.lang()))
			continue
		}
		delete(s.form.errors, x.name)
		s.say(x.line(s.lang()))
	}
	return nil
}

type assignment struct{ name, value string }

// assignments reads `name=value name2="value with spaces"`. Inside quotes \" \\ and \n stand for a quote, a
// backslash and a line end.
func assignments(s string) ([]assignment, error) {
	var list []assignment
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		name, rest, ok := strings.Cut(s, "=")
		if !ok || name == "" || strings.ContainsAny(name, " \"") {
			return nil, crm.Errorf(crm.Invalid, errSet)
		}
		value, after, ok := word(rest)
		if !ok {
			return nil, crm.Errorf(crm.Invalid, errSet)
		}
		list = append(list, assignment{name, value})
		s = after
	}
	if len(list) == 0 {
		return nil, crm.Errorf(crm.Invalid, errSet)
	}
	return list, nil
}

// word reads a value up to a space, or a quoted one; ok is false when the closing quote is missing.
func word(s string) (value, rest string, ok bool) {
	if !strings.HasPrefix(s, `"`) {
		value, rest, _ = strings.Cut(s, " ")
		return value, rest, true
	}
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"':
			return b.String(), s[i+1:], true
		case c == '\\' && i+1 < len(s) && s[i+1] == 'n':
			i++
			b.WriteByte('\n')
		case c == '\\' && i+1 < len(s):
			i++
			b.WriteByte(s[i])
		default:
			b.WriteByte(c)
		}
	}
	return "", "", false
}

// submit sends the open form. It stays open, with what was filled in, until it goes through.
func (s *session) submit(ctx context.Context, _ string) error {
	if s.form == nil {
		return crm.Errorf(crm.NotFound, errNoForm)
	}
	s.deliver(ctx)
	return s.converse(ctx)
}

// deliver sends the open form and reports whether it went through.
func (s *session) deliver(ctx context.Context) bool {
	sent := s.form
	sent.errors = nil
	if missing := sent.missing(s.lang()); len(missing) > 0 {
		s.show(bot.Outcome{Reply: commands.Reply{Errors: missing}, Lang: s.lang()})
		return false
	}
	out := s.Bot.Handle(ctx, sent.submission(s.inbound(bot.Submit)))
	if out.Err == nil && len(out.Reply.Errors) == 0 {
		s.form = nil
	}
	s.show(out)
	s.post(ctx)
	if s.form == sent && len(out.Reply.Errors) == 0 {
		s.say(formStays.In(s.lang()))
	}
	return s.form != sent
}

// cancel closes the open form without sending it.
func (s *session) cancel(context.Context, string) error {
	if s.form == nil {
		return crm.Errorf(crm.NotFound, errNoForm)
	}
	s.leaveForm()
	return nil
}

// converse asks for the fields of a form that is open, where somebody sits at the keyboard.
func (s *session) converse(ctx context.Context) error {
	if s.form == nil || !s.Interactive {
		return nil
	}
	return s.ask(ctx)
}
