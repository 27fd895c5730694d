package bot

import "github.com/slack-go/slack"

// place is where an element stands; each takes its own kinds.
type place int

const (
	inInput place = iota
	inActions
	inSection
	inContext
)

// element gives the element within its limits, a copy; nil where it cannot be, which is taken down.
func (c *clamper) element(e slack.BlockElement, at place) slack.BlockElement {
	e, is := pointer(e)
	if !is {
		return nil
	}
	out := c.elementAt(e, at)
	if out == nil || runes(actionID(out)) > limitID {
		c.fewer = true
		return nil
	}
	c.focus(out)
	return out
}

func (c *clamper) elementAt(e slack.BlockElement, at place) slack.BlockElement {
	if picture, is := e.(*slack.ImageBlockElement); is {
		if at == inSection || at == inContext {
			return clampPicture(picture)
		}
		return nil
	}
	switch {
	case at == inContext:
		return nil
	case at != inInput:
		if out := c.pressed(e); out != nil {
			return out
		}
	default:
		if out := c.typed(e); out != nil {
			return out
		}
	}
	if _, many := e.(*slack.MultiSelectBlockElement); many && at == inActions {
		return nil
	}
	return c.chosen(e)
}

// pressed is what stands everywhere but in a field.
func (c *clamper) pressed(e slack.BlockElement) slack.BlockElement {
	switch e := e.(type) {
	case *slack.ButtonBlockElement:
		n := *e
		confirm, fits := clampConfirm(e.Confirm)
		n.Text, n.Confirm, n.AccessibilityLabel = plain(e.Text, limitButton), confirm, clip(e.AccessibilityLabel, limitButton)
		if n.Text == nil || !fits || runes(e.Value) > limitValue || runes(e.URL) > limitURL {
			return nil
		}
		return &n
	case *slack.OverflowBlockElement:
		n := *e
		options, lost := clampOptions(e.Options, limitOverflow, inOverflow)
		confirm, fits := clampConfirm(e.Confirm)
		if n.Options, n.Confirm = options, confirm; !fits || len(options) == 0 {
			return nil
		}
		c.fewer = c.fewer || lost
		return &n
	}
	return nil
}

// typed is what stands in a field alone.
func (c *clamper) typed(e slack.BlockElement) slack.BlockElement {
	switch e := e.(type) {
	case *slack.PlainTextInputBlockElement:
		n := *e
		n.Placeholder = plain(e.Placeholder, limitPlaceholder)
		n.MaxLength = max(0, min(e.MaxLength, limitInput))
		most := limitInput
		if n.MaxLength > 0 {
			most = n.MaxLength
		}
		n.MinLength = max(0, min(e.MinLength, most))
		if n.InitialValue = clipRaw(e.InitialValue, most); runes(n.InitialValue) < n.MinLength {
			n.InitialValue = ""
		}
		return &n
	case *slack.EmailTextInputBlockElement:
		n := *e
		n.Placeholder, n.InitialValue = plain(e.Placeholder, limitPlaceholder), whole(e.InitialValue, limitInput)
		return c.modalOnly(&n)
	case *slack.URLTextInputBlockElement:
		n := *e
		n.Placeholder, n.InitialValue = plain(e.Placeholder, limitPlaceholder), whole(e.InitialValue, limitInput)
		return c.modalOnly(&n)
	case *slack.NumberInputBlockElement:
		n := *e
		n.Placeholder = plain(e.Placeholder, limitPlaceholder)
		return c.modalOnly(&n)
	case *slack.FileInputBlockElement:
		n := *e
		n.MaxFiles = max(0, min(e.MaxFiles, limitFiles))
		return c.modalOnly(&n)
	}
	return nil
}

func (c *clamper) modalOnly(e slack.BlockElement) slack.BlockElement {
	if c.on != onModal {
		return nil
	}
	return e
}

func clampPicture(e *slack.ImageBlockElement) slack.BlockElement {
	n := *e
	n.AltText = clip(e.AltText, limitLabel)
	linked := e.ImageURL != nil && *e.ImageURL != ""
	if n.AltText == "" || !linked && e.SlackFile == nil || linked && runes(*e.ImageURL) > limitURL {
		return nil
	}
	return &n
}
