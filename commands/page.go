package commands

import (
	"fmt"
	"slices"
	"strings"

	"github.com/slack-go/slack"
)

// Limits of Block Kit that a page keeps: https://docs.slack.dev/reference/block-kit/blocks
const (
	headerLimit  = 150
	sectionLimit = 3000
	buttonLimit  = 75
)

// Page builds a reply from plain sentences: it makes the blocks and the fallback text from the same words, so
// that a screen reader gets all of them, and escapes everything, so that no user's text can mention or link.
type Page struct {
	reply  Reply
	lines  []string
	tabled bool // it has its one table
	charts int
}

// NewPage starts an empty page.
func NewPage() *Page { return &Page{} }

// Heading adds a heading.
func (p *Page) Heading(plain string) *Page {
	header := slack.NewHeaderBlock(slack.NewTextBlockObject(slack.PlainTextType, cut(plain, headerLimit), false, false))
	return p.add(header, plain)
}

// Lead adds the sentence the reader must not miss, in bold.
func (p *Page) Lead(plain string) *Page {
	return p.add(section("*"+Escape(strings.ReplaceAll(plain, "*", "∗"))+"*"), plain)
}

// Para adds a paragraph. Paragraphs longer than a section holds go on in further sections.
func (p *Page) Para(plain string) *Page {
	for _, part := range split(Escape(plain), sectionLimit) {
		p.reply.Blocks = append(p.reply.Blocks, section(part))
	}
	p.lines = append(p.lines, plain)
	return p
}

// List adds a bulleted list under a label; nothing when there are no items.
func (p *Page) List(label string, items []string) *Page {
	if len(items) == 0 {
		return p
	}
	return p.Para(label + "\n• " + strings.Join(items, "\n• "))
}

// Small adds a remark in small print.
func (p *Page) Small(plain string) *Page {
	text := slack.NewTextBlockObject(slack.MarkdownType, cut(Escape(plain), sectionLimit), false, true)
	return p.add(slack.NewContextBlock("", text), plain)
}

// Rule adds a dividing line, which has no words.
func (p *Page) Rule() *Page {
	p.reply.Blocks = append(p.reply.Blocks, slack.NewDividerBlock())
	return p
}

// AgainMark parts an action id from a running number: Slack wants every action id of a row to be different, also
// where several buttons do the same with different values.
const AgainMark = "#"

// Button is a button: ID is the whole action id ("visit.undo"), Value comes back when it is pressed.
type Button struct {
	ID, Value, Label string
	Primary          bool
}

// Buttons adds a row of buttons, at most 25. Their labels are not part of the fallback text: Slack reads buttons
// out itself.
func (p *Page) Buttons(buttons ...Button) *Page {
	if len(buttons) == 0 {
		return p
	}
	row := make([]slack.BlockElement, 0, len(buttons))
	used := map[string]int{}
	for _, b := range buttons[:min(len(buttons), 25)] {
		label := slack.NewTextBlockObject(slack.PlainTextType, cut(b.Label, buttonLimit), false, false)
		id := b.ID
		if used[b.ID]++; used[b.ID] > 1 {
			id = fmt.Sprintf("%s%s%d", b.ID, AgainMark, used[b.ID])
		}
		element := slack.NewButtonBlockElement(id, b.Value, label)
		if b.Primary {
			element.Style = slack.StylePrimary
		}
		row = append(row, element)
	}
	p.reply.Blocks = append(p.reply.Blocks, slack.NewActionBlock("", row...))
	return p
}

// Append adds what another reply shows.
func (p *Page) Append(r Reply) *Page {
	p.reply.Blocks = append(p.reply.Blocks, r.Blocks...)
	p.lines = append(p.lines, r.Text)
	return p
}

// WithoutButtons is the reply as it reads without its rows of buttons.
func (r Reply) WithoutButtons() Reply {
	r.Blocks = slices.DeleteFunc(slices.Clone(r.Blocks), func(b slack.Block) bool { return b.BlockType() == slack.MBTAction })
	return r
}

// Reply is the page as a reply.
func (p *Page) Reply() Reply {
	reply := p.reply
	reply.Text = strings.Join(p.lines, "\n")
	return reply
}

func (p *Page) add(block slack.Block, plain string) *Page {
	p.reply.Blocks = append(p.reply.Blocks, block)
	p.lines = append(p.lines, plain)
	return p
}

// Offer is the reply of a field that searches.
func Offer[S ~struct{ Value, Label string }](found []S) Reply {
	var reply Reply
	for _, choice := range found {
		reply.Options = append(reply.Options, Option(choice))
	}
	return reply
}

// Sentence is a reply of one sentence.
func Sentence(plain string) Reply { return NewPage().Para(plain).Reply() }

func section(mrkdwn string) *slack.SectionBlock {
	text := slack.NewTextBlockObject(slack.MarkdownType, cut(mrkdwn, sectionLimit), false, true)
	return slack.NewSectionBlock(text, nil, nil)
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// Escape makes plain text safe as mrkdwn: the three characters with which mentions and links begin and end.
// https://docs.slack.dev/messaging/formatting-message-text
func Escape(plain string) string { return escaper.Replace(plain) }

// Unescape is the inverse of Escape.
func Unescape(mrkdwn string) string {
	return strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(mrkdwn)
}

// cut shortens s to limit runes, never in the middle of an escape.
func cut(s string, limit int) string { return split(s, limit)[0] }

// split divides s into pieces of at most limit runes, at a line or word end where there is one in the second
// half, and never in the middle of an escape ("&amp;").
func split(s string, limit int) []string {
	runes := []rune(s)
	var pieces []string
	for len(runes) > limit {
		end := limit
		if i := lastBreak(runes[:limit]); i > limit/2 {
			end = i
		} else if i := lastIndex(runes[:limit], '&'); i > limit-len("&amp;") {
			end = i
		}
		pieces = append(pieces, string(runes[:end]))
		runes = runes[end:]
	}
	return append(pieces, string(runes))
}

func lastBreak(runes []rune) int {
	if i := lastIndex(runes, '\n'); i > 0 {
		return i
	}
	return lastIndex(runes, ' ')
}

func lastIndex(runes []rune, r rune) int {
	for i := len(runes) - 1; i >= 0; i-- {
		if runes[i] == r {
			return i
		}
	}
	return -1
}
