package bot

import (
	"slices"

	"github.com/slack-go/slack"
)

// clampBlock gives the block within its limits, a copy where it changes; nil for one that says nothing.
func clampBlock(b slack.Block) slack.Block {
	switch b := b.(type) {
	case *slack.HeaderBlock:
		c := *b
		if c.Text = within(b.Text, limitHeader); c.Text == nil {
			return nil
		}
		return &c
	case *slack.SectionBlock:
		return clampSection(b)
	case *slack.ContextBlock:
		return clampContext(b)
	case *slack.ActionBlock:
		return clampActions(b)
	case *slack.InputBlock:
		c := *b
		c.Label, c.Hint, c.Element = within(b.Label, limitLabel), within(b.Hint, limitLabel), clampElement(b.Element)
		if c.Element == nil || c.Label == nil {
			return nil
		}
		return &c
	case *slack.ImageBlock:
		c := *b
		c.AltText, c.Title = clip(b.AltText, limitLabel), within(b.Title, limitLabel)
		if runes(c.ImageURL) > limitURL || c.AltText == "" {
			return nil
		}
		return &c
	}
	return b
}

func clampSection(b *slack.SectionBlock) slack.Block {
	c := *b
	c.Text, c.Fields = within(b.Text, limitSection), nil
	for _, f := range b.Fields[:min(len(b.Fields), limitFields)] {
		if f = within(f, limitField); f != nil {
			c.Fields = append(c.Fields, f)
		}
	}
	if b.Accessory != nil && b.Accessory.ButtonElement != nil {
		c.Accessory = nil
		if button, ok := clampElement(b.Accessory.ButtonElement).(*slack.ButtonBlockElement); ok {
			c.Accessory = slack.NewAccessory(button)
		}
	}
	if c.Text == nil && len(c.Fields) == 0 {
		return nil
	}
	return &c
}

func clampContext(b *slack.ContextBlock) slack.Block {
	c := *b
	c.ContextElements.Elements = nil
	for _, e := range b.ContextElements.Elements {
		if t, ok := e.(*slack.TextBlockObject); ok {
			if t = within(t, limitSection); t == nil {
				continue
			}
			e = t
		}
		if len(c.ContextElements.Elements) < limitContext {
			c.ContextElements.Elements = append(c.ContextElements.Elements, e)
		}
	}
	if len(c.ContextElements.Elements) == 0 {
		return nil
	}
	return &c
}

// clampActions drops what would be refused, or would mean something else when cut: a value, an id.
func clampActions(b *slack.ActionBlock) slack.Block {
	if b.Elements == nil {
		return nil
	}
	c := *b
	set := &slack.BlockElements{}
	used := map[string]bool{}
	for _, e := range b.Elements.ElementSet {
		e = clampElement(e)
		button, isButton := e.(*slack.ButtonBlockElement)
		if e == nil || len(set.ElementSet) == limitActions || isButton && used[button.ActionID] {
			continue
		}
		if isButton {
			used[button.ActionID] = true
		}
		set.ElementSet = append(set.ElementSet, e)
	}
	if c.Elements = set; len(set.ElementSet) == 0 {
		return nil
	}
	return &c
}

// clampElement gives the element within its limits; nil where it cannot be.
func clampElement(e slack.BlockElement) slack.BlockElement {
	switch e := e.(type) {
	case *slack.ButtonBlockElement:
		c := *e
		c.Text = within(e.Text, limitButton)
		if c.Text == nil || runes(e.Value) > limitValue || runes(e.ActionID) > limitID || runes(e.URL) > limitURL {
			return nil
		}
		return &c
	case *slack.PlainTextInputBlockElement:
		c := *e
		c.MaxLength = min(e.MaxLength, limitInput)
		most := limitInput
		if c.MaxLength > 0 {
			most = c.MaxLength
		}
		c.InitialValue, c.Placeholder = clip(e.InitialValue, most), within(e.Placeholder, limitPlaceholder)
		return &c
	case *slack.SelectBlockElement:
		c := *e
		c.Options, c.Placeholder = clampOptions(e.Options, limitOptions), within(e.Placeholder, limitPlaceholder)
		c.InitialOption = nil
		if chosen := initial(c.Options, []*slack.OptionBlockObject{e.InitialOption}); len(chosen) == 1 {
			c.InitialOption = chosen[0]
		}
		if e.Type == slack.OptTypeStatic && len(c.Options)+len(c.OptionGroups) == 0 {
			return nil
		}
		return &c
	case *slack.MultiSelectBlockElement:
		c := *e
		c.Options, c.Placeholder = clampOptions(e.Options, limitOptions), within(e.Placeholder, limitPlaceholder)
		c.InitialOptions = initial(c.Options, e.InitialOptions)
		return &c
	case *slack.CheckboxGroupsBlockElement:
		c := *e
		c.Options = clampOptions(e.Options, limitBoxes)
		c.InitialOptions = initial(c.Options, e.InitialOptions)
		return &c
	}
	return e
}

// clampOptions drops an option whose value does not fit: cut, it would name another.
func clampOptions(options []*slack.OptionBlockObject, most int) []*slack.OptionBlockObject {
	var kept []*slack.OptionBlockObject
	for _, o := range options {
		if o == nil || runes(o.Value) > limitOption || o.Value == "" || len(kept) == most {
			continue
		}
		c := *o
		c.Text, c.Description = within(o.Text, limitOption), within(o.Description, limitOption)
		if c.Text != nil {
			kept = append(kept, &c)
		}
	}
	return kept
}

// initial keeps the chosen options that are offered, as they are offered.
func initial(options, chosen []*slack.OptionBlockObject) []*slack.OptionBlockObject {
	var kept []*slack.OptionBlockObject
	for _, o := range options {
		if slices.ContainsFunc(chosen, func(c *slack.OptionBlockObject) bool { return c != nil && c.Value == o.Value }) {
			kept = append(kept, o)
		}
	}
	return kept
}
