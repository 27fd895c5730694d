package bot

import (
	"encoding/json"
	"errors"
	"unicode/utf8"

	"github.com/slack-go/slack"

	"samspil/internal/text"
)

// Slack's limits, in characters unless said: https://docs.slack.dev/reference/block-kit/blocks and the pages beside it.
// What exceeds one is refused whole, so everything is clamped before it is sent.
const (
	limitMessageBlocks = 50
	limitViewBlocks    = 100
	limitMessageText   = 12_000 // of all blocks together; Slack refuses from about 13,000 on. Also of all markdown blocks
	limitText          = 3000   // of a text object where nothing else is said, and of a section
	limitHeader        = 150
	limitFields        = 10
	limitField         = 2000
	limitActions       = 25
	limitContext       = 10
	limitLabel         = 2000 // of an input, its hint, and of an image
	limitButton        = 75
	limitValue         = 2000
	limitURL           = 3000
	limitID            = 255
	limitOptions       = 100 // also groups, and options in each
	limitBoxes         = 10  // checkboxes and radio buttons
	limitOverflow      = 5
	limitOption        = 75 // text, description and value; one of Slack's SDKs allows a value of 150
	limitPlaceholder   = 150
	limitInput         = 3000
	limitFiles         = 10
	limitConfirmTitle  = 100
	limitConfirmText   = 300
	limitConfirmButton = 30
	limitTableRows     = 100
	limitTableCells    = 20
	limitTableText     = 10_000 // of all tables together
	limitCharts        = 2      // of a message; Slack's pages name no number, its answer does
	limitRichText      = 100    // elements; Slack's pages name no number
	limitTitle         = 24
	limitMetadata      = 3000
	limitViewBytes     = 250_000
	limitSocketAck     = 20_480 // bytes; a longer acknowledgement is dropped without a word
	socketEnvelope     = 128    // bytes of it that are not the payload: the envelope id, 36 long, and the names
)

var (
	textShortened = text.New("Svaret er forkortet, for at der er plads til det.", "The answer was shortened to fit.")
	textFewer     = text.New("Der er flere valgmuligheder, end der er plads til, så nogle af dem vises ikke.", "There are more choices than there is room for, so some of them are not shown.")
)

// errView is a form that cannot be made to fit: what it carries along must not be cut, and what Slack demands is missing.
var errView = errors.New("the form exceeds Slack's limits")

// ClampMessage gives a message within Slack's limits: the text, escaped already, and the blocks. What does not fit is
// left out from the end, and said to be.
func ClampMessage(lang text.Lang, escaped string, blocks []slack.Block) (string, []slack.Block) {
	return clipMrkdwn(escaped, limitMessageText), fit(lang, onMessage, blocks, limitMessageText)
}

// PlainText is what is sent where blocks are refused.
func PlainText(escaped string) string { return clipMrkdwn(escaped, limitMessageText) }

// ClampView gives a form within Slack's limits. An id or metadata that is too long is an error: cut, it would name
// something else; and so is a form without a title, or with fields and no button to send them.
func ClampView(lang text.Lang, v slack.ModalViewRequest) (slack.ModalViewRequest, error) {
	v.Title, v.Submit, v.Close = plain(v.Title, limitTitle), plain(v.Submit, limitTitle), plain(v.Close, limitTitle)
	bare := v
	bare.Blocks = slack.Blocks{BlockSet: []slack.Block{}}
	v.Blocks = slack.Blocks{BlockSet: fit(lang, onModal, v.Blocks.BlockSet, roomIn(bare))}
	switch {
	case v.Title == nil, v.Submit == nil && hasInput(v.Blocks.BlockSet):
		return v, errView
	case runes(v.PrivateMetadata) > limitMetadata, runes(v.CallbackID) > limitID, runes(v.ExternalID) > limitID:
		return v, errView
	}
	return v, nil
}

// ClampHome gives the blocks of a Home tab within Slack's limits.
func ClampHome(lang text.Lang, blocks []slack.Block) []slack.Block {
	bare := slack.HomeTabViewRequest{Type: slack.VTHomeTab, Blocks: slack.Blocks{BlockSet: []slack.Block{}}}
	return fit(lang, onHome, blocks, roomIn(bare))
}

// ClampOptions gives what a searching menu is answered with, within Slack's limits: at most 100 options, from the front.
// An option whose value does not fit is dropped: cut, it would name another.
func ClampOptions(list []*slack.OptionBlockObject) []*slack.OptionBlockObject {
	kept, _ := clampOptions(list, limitOptions, inMenu)
	return kept
}

// FitsSocket reports whether a Socket Mode acknowledgement may carry the payload.
func FitsSocket(payload any) bool {
	raw, err := json.Marshal(payload)
	return err == nil && len(raw)+socketEnvelope < limitSocketAck
}

// roomIn is how many bytes of blocks, each with a comma, a view has room for that has none yet.
func roomIn(bare any) int { return limitViewBytes - jsonSize(bare) + len(",") }

func hasInput(blocks []slack.Block) bool {
	for _, b := range blocks {
		if _, is := b.(*slack.InputBlock); is {
			return true
		}
	}
	return false
}

func runes(s string) int { return utf8.RuneCountInString(s) }
