package bot_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/slack-go/slack"

	"samspil/bot"
)

func button(id string) slack.BlockElement {
	return slack.NewButtonBlockElement(id, "1", plainText("Fortryd"))
}

// TestManyButtons are all there, in as many blocks as it takes.
func TestManyButtons(t *testing.T) {
	for n, want := range map[int]string{1: "1", 25: "25", 26: "25 1", 51: "25 25 1"} {
		var list []slack.BlockElement
		for i := range n {
			list = append(list, button(fmt.Sprint("visit.", i)))
		}
		var sizes []string
		for _, b := range clamped(t, slack.NewActionBlock("row", list...)) {
			sizes = append(sizes, fmt.Sprint(len(b.(*slack.ActionBlock).Elements.ElementSet)))
		}
		if got := strings.Join(sizes, " "); got != want {
			t.Errorf("%d buttons: %s", n, got)
		}
	}
	if got := clamped(t, slack.NewActionBlock("", button("visit.undo"), button("visit.undo"))); len(got) != 2 {
		t.Errorf("two of one id: %s", jsonOf(t, got))
	}
	long := slack.NewButtonBlockElement("visit.undo", strings.Repeat("x", 2001), plainText("Fortryd"))
	if got := clamped(t, slack.NewActionBlock("", button("visit.edit"), long)); len(got) != 2 || !strings.Contains(jsonOf(t, got[1]), "more choices") {
		t.Errorf("a value that must not be cut: %s", jsonOf(t, got))
	}
}

func TestManyFieldsAndRemarks(t *testing.T) {
	var fields []*slack.TextBlockObject
	var remarks []slack.MixedElement
	for i := range 23 {
		fields, remarks = append(fields, mrkdwn(fmt.Sprint("f", i))), append(remarks, mrkdwn(fmt.Sprint("r", i)))
	}
	got := clamped(t, slack.NewSectionBlock(mrkdwn("x"), fields, nil), slack.NewContextBlock("", remarks...))
	if all := jsonOf(t, got); len(got) != 6 || strings.Count(all, `"f`) < 23 || !strings.Contains(all, `"f22"`) || !strings.Contains(all, `"r22"`) {
		t.Errorf("%d blocks: %s", len(got), all)
	}
}

func manyOptions(n int) (list []*slack.OptionBlockObject) {
	for i := range n {
		list = append(list, slack.NewOptionBlockObject(fmt.Sprint(i), plainText(fmt.Sprint("valg ", i)), nil))
	}
	return list
}

// TestManyChoices says so where some are missing.
func TestManyChoices(t *testing.T) {
	menu := func(n int) slack.BlockElement {
		return slack.NewOptionsSelectBlockElement(slack.OptTypeStatic, plainText("vælg"), "value", manyOptions(n)...)
	}
	boxes := func(n int) slack.BlockElement {
		return slack.NewCheckboxGroupsBlockElement("value", manyOptions(n)...)
	}
	radio := func(n int) slack.BlockElement {
		return slack.NewRadioButtonsBlockElement("value", manyOptions(n)...)
	}
	grouped := func(n int) slack.BlockElement {
		return slack.NewOptionsGroupSelectBlockElement(slack.OptTypeStatic, plainText("vælg"), "value", slack.NewOptionGroupBlockElement(plainText("gruppe"), manyOptions(n)...))
	}
	for name, c := range map[string]struct {
		of   func(int) slack.BlockElement
		most int
	}{"menu": {menu, 100}, "boxes": {boxes, 10}, "radio buttons": {radio, 10}, "groups": {grouped, 100}} {
		for n, blocks := range map[int]int{c.most: 1, c.most + 1: 2} {
			got := clampedForm(t, slack.NewInputBlock("in", plainText("x"), nil, c.of(n)))
			if len(got) != blocks || strings.Count(jsonOf(t, got), "valg ") != c.most || blocks == 2 != strings.Contains(jsonOf(t, got), "more choices") {
				t.Errorf("%s with %d: %s", name, n, jsonOf(t, got))
			}
		}
	}
	overflow := slack.NewOverflowBlockElement("more", manyOptions(6)...)
	if got := clamped(t, slack.NewSectionBlock(mrkdwn("x"), nil, slack.NewAccessory(overflow))); len(got) != 2 || strings.Count(jsonOf(t, got), "valg ") != 5 {
		t.Errorf("an overflow menu: %s", jsonOf(t, got))
	}
}

func TestClampOptions(t *testing.T) {
	list := append(manyOptions(3), nil, slack.NewOptionBlockObject(strings.Repeat("v", 76), plainText("x"), nil), slack.NewOptionBlockObject("v", nil, nil),
		slack.NewOptionBlockObject(strings.Repeat("v", 75), mrkdwn(strings.Repeat("æ", 76)), plainText("")))
	got := bot.ClampOptions(list)
	if len(got) != 4 || utf8.RuneCountInString(got[3].Text.Text) != 75 || got[3].Text.Type != slack.PlainTextType || got[3].Description != nil {
		t.Errorf("%s", jsonOf(t, got))
	}
	if got := bot.ClampOptions(manyOptions(101)); len(got) != 100 || got[99].Value != "99" {
		t.Errorf("%d options", len(got))
	}
	if got := jsonOf(t, slack.OptionsResponse{Options: bot.ClampOptions(nil)}); bot.ClampOptions(nil) == nil {
		t.Errorf("nothing found is %s", got)
	}
}

// TestTheQuestionGoesWithTheButton: where it cannot be asked, there is no button.
func TestTheQuestionGoesWithTheButton(t *testing.T) {
	ask := func(title, words, yes, no string) slack.Block {
		return slack.NewActionBlock("", slack.NewButtonBlockElement("visit.delete", "1", plainText("Slet")).WithConfirm(
			slack.NewConfirmationBlockObject(plainText(title), mrkdwn(words), plainText(yes), plainText(no))))
	}
	x := strings.Repeat("å", 400)
	got := clamped(t, ask(x, x, x, x))
	c := got[0].(*slack.ActionBlock).Elements.ElementSet[0].(*slack.ButtonBlockElement).Confirm
	if n := []int{utf8.RuneCountInString(c.Title.Text), utf8.RuneCountInString(c.Text.Text), utf8.RuneCountInString(c.Confirm.Text), utf8.RuneCountInString(c.Deny.Text)}; fmt.Sprint(n) != "[100 300 30 30]" {
		t.Error(n)
	}
	if got := jsonOf(t, clamped(t, ask("Slet?", "", "Ja", "Nej"))); strings.Contains(got, "visit.delete") {
		t.Error(got)
	}
}
