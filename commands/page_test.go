package commands

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/slack-go/slack"

	"samspil/internal/text"
)

// hostile tries what a user's text could do to a channel.
const hostile = "<!channel> <@U1> <https://x.example|bank> & *fed*"

func TestPageEscapesEverything(t *testing.T) {
	reply := NewPage().Lead(hostile).Para(hostile).List(hostile, []string{hostile}).Small(hostile).Reply()
	blocks, err := json.Marshal(reply.Blocks)
	if err != nil {
		t.Fatal(err)
	}
	var texts []struct {
		Text     struct{ Text, Type string }
		Elements []struct{ Text string }
	}
	if err := json.Unmarshal(blocks, &texts); err != nil {
		t.Fatal(err)
	}
	for _, b := range texts {
		said := b.Text.Text
		for _, e := range b.Elements {
			said += e.Text
		}
		if strings.ContainsAny(said, "<>") {
			t.Errorf("a block can mention or link: %q", said)
		}
	}
	if reply.Text != strings.Join([]string{hostile, hostile, hostile + "\n• " + hostile, hostile}, "\n") {
		t.Errorf("the fallback text does not carry the whole answer: %q", reply.Text)
	}
}

func TestPageIsVerbatim(t *testing.T) {
	for _, b := range NewPage().Lead("#general").Para("@here").Reply().Blocks {
		if s := b.(*slack.SectionBlock); !s.Text.Verbatim {
			t.Errorf("Slack would link words in %q", s.Text.Text)
		}
	}
}

func TestPageKeepsLimits(t *testing.T) {
	long := strings.Repeat("æ&", 5000)
	page := NewPage().Heading(long).Lead(long).Para(long).Small(long).Buttons(Button{ID: "a.b", Label: long})
	whole := ""
	for _, b := range page.Reply().Blocks {
		switch b := b.(type) {
		case *slack.HeaderBlock:
			check(t, b.Text.Text, headerLimit)
		case *slack.SectionBlock:
			check(t, b.Text.Text, sectionLimit)
			if !strings.HasPrefix(b.Text.Text, "*") {
				whole += Unescape(b.Text.Text)
			}
		case *slack.ActionBlock:
			check(t, b.Elements.ElementSet[0].(*slack.ButtonBlockElement).Text.Text, buttonLimit)
		}
	}
	if whole != long {
		t.Errorf("a long paragraph lost text: %d of %d bytes", len(whole), len(long))
	}
}

func check(t *testing.T, s string, limit int) {
	t.Helper()
	if n := utf8.RuneCountInString(s); n > limit || n == 0 {
		t.Errorf("%d characters, limit %d", n, limit)
	}
}

func TestButtonsOfARowDiffer(t *testing.T) {
	reply := NewPage().Buttons(Button{ID: "check.show", Label: "A"}, Button{ID: "check.show", Label: "B"}, Button{ID: "visit.new", Label: "C"}).Reply()
	seen := map[string]bool{}
	for _, e := range reply.Blocks[0].(*slack.ActionBlock).Elements.ElementSet {
		id := e.(*slack.ButtonBlockElement).ActionID
		if seen[id] {
			t.Errorf("action id %s stands twice in a row", id)
		}
		seen[id] = true
	}
}

func TestSplitKeepsEscapesWhole(t *testing.T) {
	for n := range 12 {
		for _, part := range split(strings.Repeat("x", n)+strings.Repeat("&amp;", 10), 11) {
			if rest := strings.ReplaceAll(strings.Trim(part, "x"), "&amp;", ""); rest != "" {
				t.Errorf("an escape was cut: %q", part)
			}
		}
	}
}

func TestFormView(t *testing.T) {
	view := Form{ID: "visit.form", Title: strings.Repeat("T", 30), Submit: "Gem", Fields: []Field{
		{Name: "company", Label: "Virksomhed", Required: true, Values: []string{"99000007"}},
		{Name: "channel", Label: "Kanal", Kind: FieldOne, Options: []Option{{"visit", "besøg"}, {"phone", "telefon"}}, Values: []string{"phone"}},
		{Name: "purposes", Label: "Formål", Kind: FieldMany, Options: []Option{{"a", "A"}, {"b", "B"}}, Values: []string{"b", "gone"}},
	}}.View(text.Danish)
	if n := utf8.RuneCountInString(view.Title.Text); n > 24 {
		t.Errorf("title of %d characters", n)
	}
	inputs := view.Blocks.BlockSet
	if in := inputs[0].(*slack.InputBlock); in.BlockID != "company" || in.Optional || in.Element.(*slack.PlainTextInputBlockElement).InitialValue != "99000007" {
		t.Errorf("company field: %+v", in)
	}
	if one := inputs[1].(*slack.InputBlock); !one.Optional || one.Element.(*slack.SelectBlockElement).InitialOption.Value != "phone" {
		t.Errorf("channel field: %+v", one)
	}
	many := inputs[2].(*slack.InputBlock).Element.(*slack.MultiSelectBlockElement)
	if len(many.InitialOptions) != 1 || many.InitialOptions[0].Value != "b" {
		t.Errorf("an option that is not offered was preselected: %+v", many.InitialOptions)
	}
}
