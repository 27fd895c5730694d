package bot

import (
	"slices"

	"github.com/slack-go/slack"
)

// block gives what the block becomes within its limits: copies where it changes, several where it holds too much, none
// where it says nothing, is not for this surface, or is of a kind whose limits are not known here.
func (c *clamper) block(b slack.Block) []slack.Block {
	b, is := pointer(b)
	if !is {
		return nil
	}
	var list []slack.Block
	switch b := b.(type) {
	case *slack.DividerBlock:
		list = []slack.Block{&slack.DividerBlock{Type: slack.MBTDivider, BlockID: c.id(b.BlockID)}}
	case *slack.HeaderBlock:
		list = c.header(b)
	case *slack.SectionBlock:
		list = c.section(b)
	case *slack.ContextBlock:
		list = c.context(b)
	case *slack.ActionBlock:
		list = c.actions(b)
	case *slack.InputBlock:
		list = c.input(b)
	case *slack.ImageBlock:
		list = c.image(b)
	case *slack.MarkdownBlock:
		list = c.markdown(b)
	case *slack.TableBlock:
		list = c.tableBlock(b)
	case *slack.RichTextBlock:
		list = c.richText(b)
	case *slack.DataVisualizationBlock:
		list = c.chart(b)
	default:
		c.short = true
	}
	return list
}

// id is the block's id where it can keep it; it means something only where a block is a field, see input.
func (c *clamper) id(id string) string {
	if runes(id) > limitID || c.ids[id] {
		return ""
	}
	if id != "" {
		c.ids[id] = true
	}
	return id
}

func (c *clamper) header(b *slack.HeaderBlock) []slack.Block {
	words := plain(b.Text, limitHeader)
	if words == nil {
		return nil
	}
	n := *b
	n.Text, n.BlockID = words, c.id(b.BlockID)
	return []slack.Block{&n}
}

// input drops a field that cannot keep its id: what is filled in would be taken for another's.
func (c *clamper) input(b *slack.InputBlock) []slack.Block {
	n := *b
	n.Label, n.Hint = plain(b.Label, limitLabel), plain(b.Hint, limitLabel)
	id := c.id(b.BlockID)
	if c.on == onMessage || n.Label == nil || id != b.BlockID {
		c.short = true
		return nil
	}
	if n.Element = c.element(b.Element, inInput); n.Element == nil {
		c.short = true
		return nil
	}
	return []slack.Block{&n}
}

func (c *clamper) image(b *slack.ImageBlock) []slack.Block {
	n := *b
	n.AltText, n.Title = clip(b.AltText, limitLabel), plain(b.Title, limitLabel)
	if runes(n.ImageURL) > limitURL || n.AltText == "" || n.ImageURL == "" && n.SlackFile == nil {
		c.short = true
		return nil
	}
	n.BlockID = c.id(b.BlockID)
	return []slack.Block{&n}
}

func (c *clamper) markdown(b *slack.MarkdownBlock) []slack.Block {
	if c.on != onMessage {
		c.short = true
		return nil
	}
	if isBlank(b.Text) {
		return nil
	}
	n := *b
	n.Text, n.BlockID = clip(b.Text, limitMessageText), c.id(b.BlockID)
	return []slack.Block{&n}
}

// richText is kept whole, or as many of its paragraphs as there may be: Slack names no limit for what is in them.
func (c *clamper) richText(b *slack.RichTextBlock) []slack.Block {
	n := *b
	n.Elements = nil
	for _, e := range b.Elements {
		if e, is := pointer(e); is {
			n.Elements = append(n.Elements, e)
		}
	}
	if len(n.Elements) > limitRichText {
		n.Elements, c.short = slices.Clip(n.Elements[:limitRichText]), true
	}
	if len(n.Elements) == 0 {
		return nil
	}
	n.BlockID = c.id(b.BlockID)
	return []slack.Block{&n}
}
