package console

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

// directive is a line for the console itself.
type directive struct {
	name  string // without its colon
	usage text.Text
	does  text.Text
	run   func(s *session, ctx context.Context, arg string) error
}

// directives lists them in the order :help shows. It is filled at start, because :help reads it.
var directives []directive

func init() {
	directives = []directive{
		{"as", usageAs, doesAs, (*session).speakAs},
		{"channel", usageChannel, doesChannel, (*session).speakIn},
		{"press", usagePress, doesPress, (*session).press},
		{"set", usageSet, doesSet, (*session).set},
		{"submit", usageSubmit, doesSubmit, (*session).submit},
		{"cancel", usageCancel, doesCancel, (*session).cancel},
		{"now", usageNow, doesNow, (*session).setNow},
		{"lang", usageLang, doesLang, (*session).setLang},
		{"help", usageHelp, doesHelp, (*session).help},
		{"quit", usageQuit, doesQuit, (*session).end},
	}
}

// directive does a line that starts with a colon. What is wrong with the line is told; any other error ends the
// run.
func (s *session) directive(ctx context.Context, line string) error {
	name, arg, _ := strings.Cut(line[1:], " ")
	i := slices.IndexFunc(directives, func(d directive) bool { return d.name == strings.ToLower(name) })
	if i < 0 {
		s.complain(errUnknownDirective.In(s.lang(), ":"+shown(name), directiveNames()))
		return nil
	}
	err := directives[i].run(s, ctx, strings.TrimSpace(arg))
	if e, ok := errors.AsType[*crm.Error](err); ok {
		s.complain(e.In(s.lang()))
		return nil
	}
	return err
}

func directiveNames() string {
	var names []string
	for _, d := range directives {
		names = append(names, ":"+d.name)
	}
	return strings.Join(names, ", ")
}

func (s *session) speakIn(_ context.Context, name string) error {
	name = strings.TrimPrefix(shown(name), "#")
	if name == "" || strings.Contains(name, " ") {
		return crm.Errorf(crm.Invalid, errChannelName)
	}
	s.channel = name
	s.say(nowIn.In(s.lang(), name))
	return nil
}

func (s *session) setNow(_ context.Context, arg string) error {
	now, err := ParseNow(arg)
	if err != nil {
		return err
	}
	s.Now = now
	s.say(clockStands.In(s.lang(), text.Time(s.lang(), now)))
	return nil
}

// ParseNow reads a moment as :now and --now take it: RFC 3339, or "2026-11-23 10:00" in Copenhagen. Anything
// else is a crm.Error that says so.
func ParseNow(s string) (time.Time, error) {
	s = strings.TrimSpace(s)
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t, nil
	}
	for _, layout := range []string{"2006-01-02 15:04", "2006-01-02T15:04", "2006-01-02 15:04:05"} {
		if t, err := time.ParseInLocation(layout, s, when.Copenhagen); err == nil {
			return t, nil
		}
	}
	return time.Time{}, crm.Errorf(crm.Invalid, errMoment, shown(s))
}

func (s *session) setLang(_ context.Context, arg string) error {
	lang, ok := text.ParseLang(strings.ToLower(arg))
	if !ok {
		return crm.Errorf(crm.Invalid, errLang)
	}
	s.Lang = lang
	s.say(nowSpeaks.In(lang))
	return nil
}

func (s *session) help(context.Context, string) error {
	lines := []string{helpLead.In(s.lang())}
	for _, d := range directives {
		lines = append(lines, bullet+d.usage.In(s.lang())+": "+d.does.In(s.lang()))
	}
	s.say(strings.Join(lines, "\n"))
	return nil
}

func (s *session) end(context.Context, string) error {
	s.quit = true
	return nil
}
