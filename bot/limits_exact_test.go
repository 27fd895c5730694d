package bot_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/slack-go/slack"

	"samspil/bot"
)

// TestToTheCharacter: what has just the length of a limit stays, one more is cut or dropped.
func TestToTheCharacter(t *testing.T) {
	field := func(e slack.BlockElement) slack.Block { return slack.NewInputBlock("in", plainText("x"), nil, e) }
	for _, c := range []struct {
		name   string
		most   int
		isForm bool
		of     func(s string) slack.Block
	}{
		{"markdown", 12_000, false, func(s string) slack.Block { return slack.NewMarkdownBlock("", s) }},
		{"header", 150, false, func(s string) slack.Block { return slack.NewHeaderBlock(plainText(s)) }},
		{"section", 3000, false, func(s string) slack.Block { return slack.NewSectionBlock(mrkdwn(s), nil, nil) }},
		{"address of a button", 3000, false, func(s string) slack.Block {
			return slack.NewActionBlock("", slack.NewButtonBlockElement("a", "", plainText("x")).WithURL(s))
		}},
		{"address of a picture", 3000, false, func(s string) slack.Block { return slack.NewImageBlock(s, "x", "", nil) }},
		{"what stands in a field", 3000, true, func(s string) slack.Block {
			return field(slack.NewPlainTextInputBlockElement(nil, "a").WithInitialValue(s))
		}},
		{"what stands in a field for an address", 3000, true, func(s string) slack.Block {
			e := slack.NewURLTextInputBlockElement(nil, "a")
			e.InitialValue = s
			return field(e)
		}},
	} {
		for _, n := range []int{c.most, c.most + 1} {
			b := c.of(strings.Repeat("z", n))
			got := ""
			if c.isForm {
				got = jsonOf(t, clampedForm(t, b))
			} else {
				got = jsonOf(t, clamped(t, b))
			}
			whole := strings.Count(got, "z") == c.most && !strings.Contains(got, "…")
			if whole != (n == c.most) || utf8.RuneCountInString(got) > n+200 {
				t.Errorf("%s of %d: %d stay", c.name, n, strings.Count(got, "z"))
			}
		}
	}
}

func TestToTheByte(t *testing.T) {
	for size, isWhole := range map[int]bool{250_000: true, 250_001: false} {
		var blocks []slack.Block
		for range 84 {
			blocks = append(blocks, slack.NewSectionBlock(mrkdwn(strings.Repeat("x", 2880)), nil, nil))
		}
		last := mrkdwn("x")
		blocks = append(blocks, slack.NewSectionBlock(last, nil, nil))
		last.Text = strings.Repeat("x", 1+size-len(jsonOf(t, form(blocks...))))
		if len(jsonOf(t, form(blocks...))) != size {
			t.Fatal("the form cannot be filled up")
		}
		if got := clampedForm(t, blocks...); (len(got) == 85 && !strings.Contains(jsonOf(t, got), "shortened")) != isWhole {
			t.Errorf("%d bytes: %d blocks", size, len(got))
		}
	}
}

func TestTenFiles(t *testing.T) {
	for asked, want := range map[int]int{10: 10, 11: 10, 0: 0, -1: 0} {
		e := slack.NewFileInputBlockElement("a").WithMaxFiles(asked)
		got := clampedForm(t, slack.NewInputBlock("in", plainText("x"), nil, e))
		if n := got[0].(*slack.InputBlock).Element.(*slack.FileInputBlockElement).MaxFiles; n != want {
			t.Errorf("%d asked for, %d may be given", asked, n)
		}
	}
}

func TestPlainTextIsShort(t *testing.T) {
	for n, want := range map[int]int{12_000: 12_000, 12_001: 12_000} {
		if got := utf8.RuneCountInString(bot.PlainText(strings.Repeat("å", n))); got != want {
			t.Errorf("%d: %d", n, got)
		}
	}
}
