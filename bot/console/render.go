package console

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/slack-go/slack"

	"samspil/bot"
	"samspil/commands"
)

// button is a button that can be pressed, counted from 1 through its reply.
type button struct{ action, value, label string }

// rendered is blocks as text.
type rendered struct {
	text    string
	buttons []button
}

// renderer gathers blocks as text.
type renderer struct {
	parts   []string
	buttons []button
}

// render makes text of blocks: an empty line between two, except before small print, which belongs to what is
// above it. It holds no control characters. Its buttons are counted on from those that can be pressed already.
func render(blocks []slack.Block, pressable ...button) rendered {
	r := renderer{buttons: slices.Clip(pressable)}
	for _, block := range blocks {
		part := r.block(block)
		if part == "" {
			continue
		}
		if len(r.parts) > 0 && block.BlockType() != slack.MBTContext {
			r.parts = append(r.parts, "")
		}
		r.parts = append(r.parts, part)
	}
	return rendered{strings.Join(r.parts, "\n"), r.buttons}
}

func (r *renderer) block(block slack.Block) string {
	switch b := block.(type) {
	case *slack.HeaderBlock:
		return underlined(words(b.Text))
	case *slack.SectionBlock:
		return r.section(b)
	case *slack.ContextBlock:
		return small(b)
	case *slack.DividerBlock:
		return strings.Repeat("-", 40)
	case *slack.ActionBlock:
		if b.Elements == nil {
			return ""
		}
		return r.row(b.Elements.ElementSet)
	case *slack.TableBlock:
		return table(b)
	case *slack.DataVisualizationBlock:
		return chart(b)
	case *slack.ImageBlock:
		return "[" + bot.Clean(b.AltText) + "]"
	case *slack.MarkdownBlock:
		return wrap(bot.Clean(b.Text), width, "")
	}
	return "[" + string(block.BlockType()) + "]"
}

func (r *renderer) section(b *slack.SectionBlock) string {
	var lines []string
	if b.Text != nil {
		lines = append(lines, wrap(words(b.Text), width, ""))
	}
	for _, f := range b.Fields {
		lines = append(lines, wrap("• "+strings.ReplaceAll(words(f), "\n", ": "), width, ""))
	}
	if b.Accessory != nil && b.Accessory.ButtonElement != nil {
		lines = append(lines, r.row([]slack.BlockElement{b.Accessory.ButtonElement}))
	}
	return strings.Join(lines, "\n")
}

// row is a row of buttons with their numbers. Other elements are shown by their kind: no feature uses them in a
// message.
func (r *renderer) row(elements []slack.BlockElement) string {
	var labels []string
	for _, e := range elements {
		b, ok := e.(*slack.ButtonBlockElement)
		if !ok {
			labels = append(labels, "["+string(e.ElementType())+"]")
			continue
		}
		label := words(b.Text)
		r.buttons = append(r.buttons, button{b.ActionID, b.Value, label})
		labels = append(labels, fmt.Sprintf("[%d] %s", len(r.buttons), label))
	}
	return wrap(strings.Join(labels, "  "), width, "")
}

func small(b *slack.ContextBlock) string {
	var said []string
	for _, e := range b.ContextElements.Elements {
		switch e := e.(type) {
		case *slack.TextBlockObject:
			said = append(said, words(e))
		case *slack.ImageBlockElement:
			said = append(said, bot.Clean(e.AltText))
		}
	}
	return wrap("("+strings.Join(said, "  ")+")", width, " ")
}

func underlined(title string) string {
	return title + "\n" + strings.Repeat("=", utf8.RuneCountInString(title))
}

// words is what a text object says: mrkdwn without its escapes and its bold marks.
func words(t *slack.TextBlockObject) string {
	if t == nil {
		return ""
	}
	if t.Type != slack.MarkdownType {
		return bot.Clean(t.Text)
	}
	lines := strings.Split(unbold(t.Text), "\n")
	for i, line := range lines {
		lines[i] = unbold(line)
	}
	return bot.Clean(commands.Unescape(strings.Join(lines, "\n")))
}

// unbold takes off the marks of a text that is bold from end to end.
func unbold(s string) string {
	if len(s) > 2 && s[0] == '*' && s[len(s)-1] == '*' && !strings.Contains(s[1:len(s)-1], "*") {
		return s[1 : len(s)-1]
	}
	return s
}
