// Package commands is the contract between the chat edge and the features: what a feature is asked (Request),
// what it answers (Reply) and how it presents itself (Feature). A handler returns its reply; it never sends.
package commands

import (
	"context"
	"time"

	"github.com/slack-go/slack"

	"samspil/internal/crm"
	"samspil/internal/text"
)

// Request is one thing a person asked of one feature. Text and form values have been cleaned of control
// characters and CPR numbers before any feature sees them.
type Request struct {
	ID       string    // of this request, for the log and for error sentences
	Delivery string    // the sender's name for what arrived: what it changes is changed once; "" for none
	Now      time.Time // the only clock a feature may read
	Person   crm.Person
	Lang     text.Lang
	Channel  string // id of the channel it was asked in
	Command  string // the command word typed, without slash: "visit", "besoeg"; "" for buttons and forms
	Text     string // what follows the command word; what is being typed into a field that searches
	Files    []File // uploaded in the form, or on the message; without their Data
	Masked   int    // how many CPR numbers were masked in what the person wrote

	Action string // a pressed button: the part of its action id after the feature's name, "undo"
	Value  string // its value

	Form     string              // a submitted form: the part of its callback id after the feature's name
	Values   map[string][]string // by field name; a text field holds one string, an empty field none
	Metadata string              // what the form carried along
}

// Reply is a feature's answer. It is shown only to the person who asked, unless Public.
type Reply struct {
	Text    string // the whole answer in words, for screen readers and notifications; not escaped
	Blocks  []slack.Block
	View    *slack.ModalViewRequest // a form to open instead of, or beside, the message
	Errors  map[string]string       // a submitted form is kept open, with a sentence at each of these fields
	Options []Option                // what a field that searches offers, best first
	Files   []File                  // sent to the person who asked, beside the reply
	Public  bool
	Replace bool  // the message whose button was pressed turns into this reply
	Trouble error // went wrong beside what was done; the reply tells it in words, and the log gets the cause

	Understood Understood
}

// Understood says how the words were read: the intent and the slots, named as in the sample utterances.
type Understood struct {
	Intent string         `json:"intent"`
	Slots  map[string]any `json:"slots"`
}

// Handler answers one request. An error that is a crm.Error is shown to the person; any other is logged.
type Handler func(context.Context, Request) (Reply, error)

// Feature is one command with everything that belongs to it. Handle gets the command text; Actions, Forms and
// Searches are keyed by the part after the dot of an action or callback id ("visit.undo" is Actions["undo"] of "visit").
type Feature struct {
	Name     string   // "visit"; prefix of its action and callback ids
	Words    []string // command words, English first: "visit", "besoeg"
	Also     []string // further words people type for it in a mention: "besøg", "log"
	Summary  text.Text
	Hint     text.Text // what may follow the command word
	Examples []text.Text
	Handle   Handler
	Actions  map[string]Handler
	Forms    map[string]Handler
	Slow     map[string]text.Text // the Forms that may take longer than Slack waits, and what stands in the window until then
	Searches map[string]Handler   // what a form's field offers while somebody types in it; see Field.Search
	// Home is the feature's part of a person's Home tab, nil for none. It is shown below those before it in the list.
	Home Handler
	// Opens reports whether what was asked is answered with a form, so that one can be opened at once where it takes long.
	Opens func(Request) bool
	// TakesFiles: a direct message or mention with files and nothing else that fits goes here.
	TakesFiles bool
	// Undelivered is told of a Message whose Key begins with the feature's name and a dot, and which Slack will never take:
	// the channel is archived, or the bot was removed. reason is Slack's code.
	Undelivered func(ctx context.Context, m Message, reason string) error
	// Claims is how well a sentence without a command word fits this feature, 0 (not at all) to 1.
	Claims func(sentence string) float64
}
