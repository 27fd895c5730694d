package bot_test

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/slack-go/slack"

	"samspil/commands"
)

// chaos makes blocks that a test would not think of: of every kind and size, empty, nil, with ids of all lengths.
type chaos struct {
	*rand.Rand
	words []rune // what all text is the beginning of
}

func newChaos(seed uint64, word string) chaos {
	if word == "" {
		word = "æ"
	}
	return chaos{rand.New(rand.NewPCG(seed, 1)), []rune(strings.Repeat(word, 12_001/len([]rune(word))+1))}
}

// letters is a text of about one of the lengths where a limit is.
func (c chaos) letters() string {
	sizes := []int{0, 1, 24, 25, 30, 31, 75, 76, 100, 101, 150, 151, 255, 256, 300, 301, 2000, 2001, 3000, 3001, 12001}
	size := sizes[c.IntN(len(sizes))]
	if c.IntN(3) > 0 {
		size = min(size, 40)
	}
	return string(c.words[:size])
}

func (c chaos) text() *slack.TextBlockObject {
	yes := true
	switch c.IntN(8) {
	case 0:
		return nil
	case 1, 2, 3:
		return slack.NewTextBlockObject(slack.MarkdownType, commands.Escape(c.letters()), false, c.IntN(2) == 0)
	case 4:
		return &slack.TextBlockObject{Type: "odd", Text: commands.Escape(c.letters()), Verbatim: true}
	case 5:
		return &slack.TextBlockObject{Type: slack.MarkdownType, Text: commands.Escape(c.letters()), Emoji: &yes}
	}
	return slack.NewTextBlockObject(slack.PlainTextType, c.letters(), c.IntN(2) == 0, false)
}

func (c chaos) id() string {
	switch c.IntN(6) {
	case 0:
		return ""
	case 1:
		return c.letters()
	case 2:
		return "same"
	}
	return fmt.Sprint("id", c.IntN(1000))
}

func (c chaos) many() int { return []int{0, 1, 2, 5, 6, 10, 11, 25, 26, 101, 120}[c.IntN(11)] }

func several[T any](n int, one func() T) []T {
	var list []T
	for range n {
		list = append(list, one())
	}
	return list
}

func (c chaos) option() *slack.OptionBlockObject {
	if c.IntN(9) == 0 {
		return nil
	}
	return &slack.OptionBlockObject{Value: c.id(), Text: c.text(), Description: c.text(), URL: strings.Repeat("u", c.IntN(2)*c.IntN(3200))}
}

func (c chaos) options() []*slack.OptionBlockObject { return several(c.many(), c.option) }

func (c chaos) groups() []*slack.OptionGroupBlockObject {
	return several(min(c.many(), 4), func() *slack.OptionGroupBlockObject {
		return &slack.OptionGroupBlockObject{Label: c.text(), Options: c.options()}
	})
}

func (c chaos) confirm() *slack.ConfirmationBlockObject {
	if c.IntN(3) > 0 {
		return nil
	}
	return slack.NewConfirmationBlockObject(c.text(), c.text(), c.text(), c.text())
}

func (c chaos) element() slack.BlockElement {
	focus := c.IntN(2) == 0
	switch n := c.IntN(16); n {
	case 0:
		return nil
	case 5, 6, 7, 8, 9, 10:
		return c.menu(n, focus)
	case 1:
		return (*slack.ButtonBlockElement)(nil)
	case 2, 3, 4:
		return &slack.ButtonBlockElement{Type: slack.METButton, ActionID: c.id(), Text: c.text(), Value: c.letters(), URL: c.letters(), Confirm: c.confirm(), AccessibilityLabel: c.letters()}
	case 11:
		return &slack.DatePickerBlockElement{Type: slack.METDatepicker, ActionID: c.id(), Placeholder: c.text(), Confirm: c.confirm(), FocusOnLoad: focus}
	case 12:
		return &slack.EmailTextInputBlockElement{Type: slack.METEmailTextInput, ActionID: c.id(), Placeholder: c.text(), InitialValue: c.letters(), FocusOnLoad: focus}
	case 13:
		address := c.letters()
		return &slack.ImageBlockElement{Type: slack.METImage, ImageURL: &address, AltText: c.letters()}
	case 14:
		return &slack.FileInputBlockElement{Type: slack.METFileInput, ActionID: c.id(), MaxFiles: c.many()}
	}
	return &slack.PlainTextInputBlockElement{Type: slack.METPlainTextInput, ActionID: c.id(), Placeholder: c.text(), InitialValue: c.letters(), MinLength: c.IntN(2) * c.many() * 40, MaxLength: c.IntN(2) * c.many() * 40, FocusOnLoad: focus}
}

func (c chaos) menu(n int, focus bool) slack.BlockElement {
	options := c.options()
	var first *slack.OptionBlockObject
	if len(options) > 0 {
		first = options[len(options)-1]
	}
	kinds := []string{"static_select", "external_select", "users_select", "channels_select"}
	one := slack.SelectBlockElement{Type: kinds[c.IntN(4)], ActionID: c.id(), Placeholder: c.text(), Options: options, OptionGroups: c.groups(), InitialOption: first, Confirm: c.confirm(), FocusOnLoad: focus}
	switch n {
	case 5:
		return one
	case 6:
		one.Options = nil
		return &one
	case 7:
		return &slack.MultiSelectBlockElement{Type: "multi_" + one.Type, ActionID: c.id(), Placeholder: c.text(), Options: options, OptionGroups: c.groups(), InitialOptions: options, FocusOnLoad: focus}
	case 8:
		return &slack.CheckboxGroupsBlockElement{Type: slack.METCheckboxGroups, ActionID: c.id(), Options: options, InitialOptions: options, Confirm: c.confirm()}
	case 9:
		return &slack.RadioButtonsBlockElement{Type: slack.METRadioButtons, ActionID: c.id(), Options: options, InitialOption: first}
	}
	return &slack.OverflowBlockElement{Type: slack.METOverflow, ActionID: c.id(), Options: options, Confirm: c.confirm()}
}

func (c chaos) mixed() slack.MixedElement {
	switch e := c.element().(type) {
	case *slack.ImageBlockElement:
		return e
	default:
		return c.text()
	}
}

func (c chaos) cell() slack.TableCell {
	switch c.IntN(8) {
	case 0:
		return nil
	case 1:
		return &slack.TableRawNumberCell{Type: slack.TableCellRawNumber, Value: 1.5}
	case 2:
		return slack.NewTableRichTextCell(slack.NewRichTextSection(slack.NewRichTextSectionTextElement(c.letters()+"x", nil)))
	}
	return slack.NewTableRawTextCell(c.letters())
}

func (c chaos) block() slack.Block {
	switch c.IntN(16) {
	case 0:
		return nil
	case 1:
		return (*slack.SectionBlock)(nil)
	case 2:
		return slack.DividerBlock{Type: slack.MBTDivider, BlockID: c.id()}
	case 3:
		return &slack.HeaderBlock{Type: slack.MBTHeader, Text: c.text(), BlockID: c.id()}
	case 4, 5:
		return &slack.SectionBlock{Type: slack.MBTSection, Text: c.text(), BlockID: c.id(), Fields: several(c.many()%30, c.text), Accessory: slack.NewAccessory(c.accessory())}
	case 6:
		return slack.NewContextBlock(c.id(), several(c.many()%30, c.mixed)...)
	case 7, 8:
		return slack.NewActionBlock(c.id(), several(c.many()%60, c.element)...)
	case 9, 10:
		return &slack.InputBlock{Type: slack.MBTInput, BlockID: c.id(), Label: c.text(), Hint: c.text(), Element: c.element()}
	case 11:
		return &slack.ImageBlock{Type: slack.MBTImage, BlockID: c.id(), ImageURL: c.letters(), AltText: c.letters(), Title: c.text()}
	case 12:
		return slack.NewMarkdownBlock(c.id(), c.letters())
	case 13:
		return &slack.TableBlock{Type: slack.MBTTable, BlockID: c.id(), Rows: several(c.many(), func() []slack.TableCell { return several(c.many()%30, c.cell) }),
			ColumnSettings: several(c.many(), func() slack.ColumnSetting { return slack.ColumnSetting{Align: "left"} })}
	case 14:
		return slack.NewRichTextBlock(c.id(), several(c.many(), func() slack.RichTextElement {
			return slack.NewRichTextSection(slack.NewRichTextSectionTextElement(c.letters(), nil))
		})...)
	}
	return &slack.ActionBlock{Type: slack.MBTAction}
}

// accessory is one of those slack-go takes beside a section.
func (c chaos) accessory() slack.BlockElement {
	e := c.element()
	switch e.(type) {
	case nil, *slack.EmailTextInputBlockElement, *slack.FileInputBlockElement, slack.SelectBlockElement:
		return slack.NewButtonBlockElement("beside", "", c.text())
	}
	return e
}
