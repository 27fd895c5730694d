package followup

import (
	"strings"
	"time"

	"samspil/commands"
	"samspil/internal/when"
)

// asked is what was understood of one line.
type asked struct {
	act    act
	ids    []int64
	all    bool
	state  string     // overdue, or ""
	now    when.Date  // the day it was written
	period *when.Expr // the days that "alle i uge 52" and a list speak of
	target *when.Expr // where something is moved to
	to     string     // who gets it, as typed; a user id where user
	user   bool
	name   string // what is left: the words for a company, a text or an organisation
	said   string // the whole line
	text   string // actNew: everything behind the opening words
}

// mostWords is more than any line has that asks for an act or a list.
const mostWords = 100

// read understands a line in any word order.
func read(text string, now time.Time) asked {
	tokens := strings.Fields(strings.ReplaceAll(text, ",", ", "))
	words := lower(tokens)
	if n, ok := afterNew(words); ok {
		return asked{act: actNew, text: strings.TrimLeft(strings.Join(tokens[n:], " "), ":,- ")}
	}
	if len(tokens) > mostWords {
		return asked{act: actUnclear, said: text}
	}
	r := &reader{now, tokens, words, make([]bool, len(tokens)), asked{now: when.DateOf(now), said: text}}
	r.verb()
	r.states()
	r.mention()
	switch r.out.act {
	case actMove:
		r.moveTarget()
	case actGive:
		r.giveTarget()
	}
	if r.out.act != actMove || r.out.target != nil || r.out.all {
		r.period()
	}
	r.numbers()
	r.names()
	r.doubt(strings.TrimSpace(text))
	if r.out.act == actList && len(r.out.ids) > 0 {
		r.out.act = actShow
		if r.out.period != nil {
			r.out.act = actUnclear // "12 fredag" may mean several things
		}
	}
	return r.out
}

// intents are named as in the sample utterances, where they have the act.
var intents = map[act]string{actDone: "followup.done", actMove: "followup.reschedule", actGive: "followup.handover"}

func (a asked) understood() commands.Understood {
	s := map[string]any{}
	if len(a.ids) > 0 {
		s["followup"] = a.ids
	}
	if a.target != nil {
		s["date"] = a.target.From.String()
	}
	if a.all {
		s["all"] = true
	}
	if a.period != nil {
		s["period_text"] = a.period.Text
	}
	if a.name != "" {
		s["company"] = a.name
	}
	if a.to != "" {
		s["owner"] = a.to
	}
	return commands.Understood{Intent: intents[a.act], Slots: s}
}

// createIntent is that of a new follow-up.
const createIntent = "followup.create"
