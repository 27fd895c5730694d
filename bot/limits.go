package bot

import (
	"encoding/json"
	"errors"
	"unicode/utf8"

	"github.com/slack-go/slack"

	"samspil/commands"
	"samspil/internal/text"
)

// Slack's limits, in characters unless said: https://docs.slack.dev/reference/block-kit/blocks and the pages beside it.
// What exceeds one is refused whole, so everything is clamped before it is sent.
const (
	limitMessageBlocks = 50
	limitViewBlocks    = 100
	limitMessageText   = 12_000 // of all blocks together; Slack refuses from about 13,000 on
	limitHeader        = 150
	limitSection       = 3000
	limitFields        = 10
	limitField         = 2000
	limitActions       = 25
	limitContext       = 10
	limitLabel         = 2000
	limitButton        = 75
	limitValue         = 2000
	limitURL           = 3000
	limitID            = 255
	limitOptions       = 100
	limitBoxes         = 10
	limitOption        = 75
	limitPlaceholder   = 150
	limitInput         = 3000
	limitTitle         = 24
	limitMetadata      = 3000
	limitViewBytes     = 250_000
	limitSocketAck     = 20_480 // bytes; a longer acknowledgement is dropped without a word
)

var textShortened = text.New("Svaret er forkortet, for at der er plads til det.", "The answer was shortened to fit.")

// errView is a form that cannot be made to fit: what it carries along must not be cut.
var errView = errors.New("the form exceeds Slack's limits")

// ClampMessage gives a message within Slack's limits: the text, escaped already, and the blocks. What does not fit is
// left out from the end, and said to be.
func ClampMessage(lang text.Lang, escaped string, blocks []slack.Block) (string, []slack.Block) {
	return clip(escaped, limitMessageText), clampBlocks(lang, blocks, limitMessageBlocks, limitMessageText)
}

// PlainText is what is sent where blocks are refused.
func PlainText(escaped string) string { return clip(escaped, limitMessageText) }

// ClampView gives a form within Slack's limits. An id or metadata that is too long is an error: cut, it would name
// something else.
func ClampView(lang text.Lang, v slack.ModalViewRequest) (slack.ModalViewRequest, error) {
	v.Title, v.Submit, v.Close = within(v.Title, limitTitle), within(v.Submit, limitTitle), within(v.Close, limitTitle)
	v.Blocks = slack.Blocks{BlockSet: clampBlocks(lang, v.Blocks.BlockSet, limitViewBlocks, limitViewBytes)}
	raw, err := json.Marshal(v)
	switch {
	case err != nil:
		return v, err
	case runes(v.PrivateMetadata) > limitMetadata, runes(v.CallbackID) > limitID, len(raw) > limitViewBytes:
		return v, errView
	}
	return v, nil
}

// FitsSocket reports whether a Socket Mode acknowledgement may carry the payload.
func FitsSocket(payload any) bool {
	raw, err := json.Marshal(payload)
	return err == nil && len(raw) < limitSocketAck
}

// clampBlocks keeps as many blocks as there is room for, each within its own limits.
func clampBlocks(lang text.Lang, blocks []slack.Block, most, budget int) []slack.Block {
	var kept []slack.Block
	used := map[string]bool{}
	for i, b := range blocks {
		c := clampBlock(b)
		if c == nil || c.ID() != "" && (used[c.ID()] || runes(c.ID()) > limitID) {
			continue
		}
		size := blockText(c)
		full := len(kept) == most-1 && i < len(blocks)-1 || size > budget
		if full {
			return append(kept, shortened(lang))
		}
		used[c.ID()], budget = true, budget-size
		kept = append(kept, c)
	}
	return kept
}

func shortened(lang text.Lang) slack.Block {
	return commands.NewPage().Small(textShortened.In(lang)).Reply().Blocks[0]
}

// blockText is how many characters a reader sees in the block.
func blockText(b slack.Block) int {
	n := 0
	switch b := b.(type) {
	case *slack.HeaderBlock:
		n = runesOf(b.Text)
	case *slack.SectionBlock:
		n = runesOf(b.Text)
		for _, f := range b.Fields {
			n += runesOf(f)
		}
	case *slack.ImageBlock:
		n = runes(b.AltText) + runesOf(b.Title)
	case *slack.ContextBlock:
		for _, e := range b.ContextElements.Elements {
			if t, ok := e.(*slack.TextBlockObject); ok {
				n += runesOf(t)
			}
		}
	}
	return n
}

func runesOf(t *slack.TextBlockObject) int {
	if t == nil {
		return 0
	}
	return runes(t.Text)
}

func runes(s string) int { return utf8.RuneCountInString(s) }
