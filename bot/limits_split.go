package bot

import (
	"slices"

	"github.com/slack-go/slack"
)

// section gives further sections for the fields that one has no room for.
func (c *clamper) section(b *slack.SectionBlock) []slack.Block {
	first := *b
	first.Text, first.Fields, first.Accessory = words(b.Text, limitText), nil, nil
	var fields []*slack.TextBlockObject
	for _, f := range b.Fields {
		if f = words(f, limitField); f != nil {
			fields = append(fields, f)
		}
	}
	if first.Text == nil && len(fields) == 0 {
		return nil
	}
	first.BlockID, first.Accessory = c.id(b.BlockID), c.accessory(b.Accessory)
	list := []slack.Block{&first}
	for i, some := range slices.Collect(slices.Chunk(fields, limitFields)) {
		if i == 0 {
			first.Fields = some
			continue
		}
		list = append(list, slack.NewSectionBlock(nil, some, nil))
	}
	return list
}

// context gives further contexts for the elements that one has no room for.
func (c *clamper) context(b *slack.ContextBlock) []slack.Block {
	var elements []slack.MixedElement
	for _, e := range b.ContextElements.Elements {
		e, is := pointer(e)
		if !is {
			continue
		}
		switch e := e.(type) {
		case *slack.TextBlockObject:
			if t := words(e, limitText); t != nil {
				elements = append(elements, t)
			}
		case *slack.ImageBlockElement:
			if picture, fits := c.element(e, inContext).(*slack.ImageBlockElement); fits {
				elements = append(elements, picture)
			}
		default:
			c.short = true
		}
	}
	var list []slack.Block
	for some := range slices.Chunk(elements, limitContext) {
		list = append(list, slack.NewContextBlock(c.first(list, b.BlockID), some...))
	}
	return list
}

// actions begins another block where one is full, or holds an element of that action id already.
func (c *clamper) actions(b *slack.ActionBlock) []slack.Block {
	if b.Elements == nil {
		return nil
	}
	var sets [][]slack.BlockElement
	used := map[string]bool{}
	for _, e := range b.Elements.ElementSet {
		e = c.element(e, inActions)
		if e == nil {
			continue
		}
		id := actionID(e)
		if last := len(sets) - 1; last < 0 || len(sets[last]) == limitActions || id != "" && used[id] {
			sets, used = append(sets, nil), map[string]bool{}
		}
		sets[len(sets)-1], used[id] = append(sets[len(sets)-1], e), true
	}
	var list []slack.Block
	for _, set := range sets {
		list = append(list, slack.NewActionBlock(c.first(list, b.BlockID), set...))
	}
	return list
}

// first gives the block's id to the first of those it becomes.
func (c *clamper) first(list []slack.Block, id string) string {
	if len(list) > 0 {
		return ""
	}
	return c.id(id)
}
