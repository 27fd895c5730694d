// Package console is the terminal workspace: the commands, mentions, buttons and forms of Samspil without Slack.
// What is typed takes the route a Slack envelope takes, and what is shown is made from the blocks and views Slack
// would get.
package console

import (
	"context"
	"errors"
	"io"
	"time"

	"samspil/bot"
	"samspil/commands"
	"samspil/internal/text"
)

// Handler is the bot the console talks to.
type Handler interface {
	Handle(ctx context.Context, in bot.Inbound) bot.Outcome
	Features() []commands.Feature
}

// Person is somebody the console can speak for.
type Person struct {
	Name string // as colleagues know them; the first word of it does for :as
	Team string
	User string
	Lang text.Lang // "" when they have chosen none
}

// Options are how a console runs. In, Out, Err, Bot and People are needed.
type Options struct {
	In  io.Reader
	Out io.Writer
	Err io.Writer // complaints in JSON mode

	Bot     Handler
	People  []Person
	As      string    // whom to speak for at the start: a name or user id; "" for the first of People
	Channel string    // to speak in; "" for DefaultChannel
	Lang    text.Lang // of all answers; "" for each person's own
	Locale  text.Lang // of people who have chosen none; "" for Danish
	Now     time.Time // the clock stands still there; zero for the real clock

	JSON        bool // one JSON object a line for each reply
	Interactive bool // somebody sits at the keyboard; else lines are echoed, as in a script
	// Messages gives what was sent to channels and people since it was asked last; nil where somebody else sends them.
	Messages func(context.Context) ([]commands.Message, error)
	Welcome  string // shown at the start when Interactive
}

// DefaultChannel is the channel the console speaks in until :channel names another.
const DefaultChannel = "samspil"

// ErrDirective is Run's result when a line that starts with ":" was wrong and nobody sat at the keyboard to see
// it. The run itself went on to its end.
var ErrDirective = errors.New("a console directive was wrong")

// session is one run of the console.
type session struct {
	Options
	lines   *lines
	out     printer
	who     Person
	channel string
	buttons []button // of the latest reply that had any
	form    *form    // the open one; nil when there is none
	echoed  string   // the line being answered, as it may be shown
	// receiver is who gets the message being shown; "" for the person spoken for.
	receiver string
	wrong    bool // a directive was wrong
	quit     bool
}

// Run reads lines until they end or :quit. Each reply is written before the next line is read, and a reply that
// cannot be written ends the run, so that nothing is done of which nobody is told. An unknown name in As is a
// crm.Error that lists the names; ctx ending the run is ctx's error.
func Run(ctx context.Context, o Options) error {
	o.Interactive = o.Interactive && !o.JSON // who reads JSON sits at no keyboard
	s := &session{Options: o, out: printer{w: o.Out}, channel: o.Channel}
	if s.channel == "" {
		s.channel = DefaultChannel
	}
	who, err := s.person(o.As)
	if err != nil {
		return err
	}
	s.who = who
	s.lines = newLines(o.In, o.Out, o.Interactive, s.complete)
	defer s.lines.close()
	if o.Interactive && o.Welcome != "" {
		s.say(o.Welcome)
	}
	return s.loop(ctx)
}

func (s *session) loop(ctx context.Context) error {
	for !s.quit && s.out.err == nil && ctx.Err() == nil {
		line, err := s.lines.next(ctx, s.prompt())
		switch {
		case errors.Is(err, io.EOF):
			s.quit = true
		case errors.Is(err, errLongLine):
			s.complain(errLineTooLong.In(s.lang(), text.Number(s.lang(), s.lines.limit())))
		case err != nil:
			return err
		default:
			if err := s.line(ctx, line); err != nil {
				return err
			}
		}
	}
	switch {
	case s.out.err != nil:
		return s.out.err
	case s.wrong && !s.Interactive:
		return ErrDirective
	}
	return ctx.Err()
}

func (s *session) prompt() string { return shortName(s.who.Name) + "> " }

// lang is the language the console itself speaks.
func (s *session) lang() text.Lang {
	for _, lang := range []text.Lang{s.Lang, s.who.Lang, s.Locale} {
		if lang != "" {
			return lang
		}
	}
	return text.Danish
}

// clock is the time a request counts as made.
func (s *session) clock() time.Time {
	if s.Now.IsZero() {
		return time.Now()
	}
	return s.Now
}
