package bot

import (
	"time"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// Kind says in which way a person turned to the bot.
type Kind string

// The ways.
const (
	Command  Kind = "command"  // a slash command
	Sentence Kind = "sentence" // a mention or a direct message
	Action   Kind = "action"   // a pressed button
	Submit   Kind = "submit"   // a submitted form
	Shortcut Kind = "shortcut" // chosen from a menu of Slack's, perhaps on a message
	Suggest  Kind = "suggest"  // typing in a field that searches
	Home     Kind = "home"     // looking at their Home tab
)

// Inbound is one thing that arrived, whichever way it came. Everything a person wrote in it is as they wrote it.
type Inbound struct {
	Delivery string // the sender's id of this delivery; the same id twice is the same thing twice
	Team     string
	User     string
	Name     string // as the sender's profile has it; "" where not told
	Channel  string
	Kind     Kind
	Locale   string    // the sender's: "da-DK"; "" where unknown
	Lang     text.Lang // asked for this once, above the person's own setting; "" for none
	Now      time.Time // the moment the request counts as made

	Command string // Command: the command word, with or without its slash
	Text    string // Command: what follows the word. Sentence: all of it. Shortcut: the message it was chosen on. Suggest: what is typed so far

	Action string // Action, Suggest: the whole action id, "visit.undo"
	Value  string // Action: the button's value, which is ours

	Callback string              // Submit, Shortcut: the whole callback id, "visit.form"
	Values   map[string][]string // Submit: by field name
	Metadata string              // Submit: what the form carried along, which is ours

	Files []commands.File // Submit: uploaded in it. Shortcut, Sentence: on the message
}

// Outcome is what became of an Inbound.
type Outcome struct {
	Reply     commands.Reply
	Err       *crm.Error // what the person was told went wrong; nil when nothing did
	RequestID string
	Person    crm.Person // who asked; the zero Person when unknown
	Lang      text.Lang  // of the reply
	Masked    int        // how many CPR numbers were masked in what the person wrote
}
