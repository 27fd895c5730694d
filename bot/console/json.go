package console

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/slack-go/slack"

	"samspil/bot"
	"samspil/commands"
)

// object is a reply in JSON mode.
type object struct {
	Command    string                  `json:"command"` // the line answered, CPR numbers masked
	To         string                  `json:"to"`      // a person, or the channel of a public reply
	Ephemeral  bool                    `json:"ephemeral"`
	Text       string                  `json:"text"` // escaped, as Slack gets it
	Blocks     []slack.Block           `json:"blocks"`
	View       *slack.ModalViewRequest `json:"view,omitempty"`
	Errors     map[string]string       `json:"errors,omitempty"` // sentences at the fields of the form that stays open
	Error      *string                 `json:"error"`
	Understood *commands.Understood    `json:"understood"`
}

// object is the reply as one line of JSON.
func (s *session) object(out bot.Outcome) string {
	o := object{
		Command: s.echoed, To: s.who.Name, Ephemeral: !out.Reply.Public,
		Text: commands.Escape(out.Reply.Text), Blocks: out.Reply.Blocks,
		View: out.Reply.View, Errors: out.Reply.Errors, Understood: understood(out.Reply),
	}
	switch {
	case out.Reply.Public:
		o.To = s.channel
	case s.receiver != "":
		o.To = s.receiver
	}
	if o.Blocks == nil {
		o.Blocks = []slack.Block{}
	}
	if out.Err != nil {
		sentence := out.Err.In(out.Lang)
		o.Error = &sentence
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(o); err != nil {
		panic(fmt.Sprintf("console: a reply that is no JSON: %v", err)) // blocks and slots are plain data
	}
	return armoured(b.String())
}

// armoured escapes what JSON lets through but a terminal would act on: DEL, the C1 controls and format
// characters. They can stand in strings only, so that \u escapes are allowed wherever they are.
func armoured(line string) string {
	var b strings.Builder
	for _, r := range line {
		if r == '\n' || !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r) {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
	}
	return b.String()
}
