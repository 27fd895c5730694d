package console

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slack-go/slack"

	"samspil/commands"
)

func mrkdwn(s string) *slack.TextBlockObject {
	return slack.NewTextBlockObject(slack.MarkdownType, s, false, false)
}

func TestRender(t *testing.T) {
	link := slack.NewButtonBlockElement("a.b", "1", slack.NewTextBlockObject(slack.PlainTextType, "Vis", false, false))
	bold := slack.NewTableRichTextCell(slack.NewRichTextSection(slack.NewRichTextSectionTextElement("Aktør", nil)))
	blocks := commands.NewPage().Heading("Overblik & <mere>").Lead("Klar").Para("a < b").
		List("Tidligere:", []string{"en", strings.Repeat("lang ", 25)}).Small("kun dig").Rule().
		Buttons(commands.Button{ID: "x.y", Label: "Ja"}).Reply().Blocks
	blocks = append(blocks,
		slack.NewSectionBlock(nil, []*slack.TextBlockObject{mrkdwn("*Kanal*\nbesøg"), mrkdwn("Ud*over*")}, slack.NewAccessory(link)),
		&slack.TableBlock{Type: slack.MBTTable, Rows: [][]slack.TableCell{
			{bold, slack.NewTableRawTextCell("Besøg")},
			{slack.NewTableRawTextCell("RBR"), slack.NewTableRawNumberCell(12)},
			{nil, slack.NewTableRawNumberCell(1234).WithText("1.234")},
		}, ColumnSettings: []slack.ColumnSetting{{}, {Align: slack.ColumnAlignmentRight}}},
		slack.NewImageBlock("https://example.dk/x.png", "et kort", "", nil),
		slack.NewMarkdownBlock("", "slut\x1b[2J"),
		slack.NewFileBlock("", "", ""))
	got := render(blocks)
	want := `Overblik & <mere>
=================

Klar

a < b

Tidligere:
• en
• lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang
  lang lang lang lang lang lang
(kun dig)

----------------------------------------

[1] Ja

• Kanal: besøg
• Ud*over*
[2] Vis

Aktør  Besøg
RBR       12
       1.234

[et kort]

slut[2J

[file]`
	if diff := cmp.Diff(want, got.text); diff != "" {
		t.Error(diff)
	}
	if len(got.buttons) != 2 || got.buttons[1] != (button{"a.b", "1", "Vis"}) {
		t.Errorf("buttons %+v", got.buttons)
	}
}

func TestWrap(t *testing.T) {
	for in, want := range map[string]string{
		"":                      "",
		"one two":               "one two",
		"one two three four":    "one two\n  three\n  four",
		"• one two three":       "• one two\n    three",
		"onlyoneverylongword x": "onlyoneverylongword\n  x",
		"a  b\nc":               "a  b\nc",
	} {
		if got := wrap(in, 9, "  "); got != want {
			t.Errorf("wrap(%q) is %q", in, got)
		}
	}
}

func TestCompleted(t *testing.T) {
	features := []commands.Feature{{Name: "visit", Words: []string{"visit", "besoeg"}}, {Name: "samspil", Words: []string{"samspil"}}}
	words := func(line string) []string {
		if strings.HasPrefix(line, "/samspil ") {
			return subCommands(features, "samspil")
		}
		return append(commandWords(features, "/"), "/visible", "note=")
	}
	tests := []struct{ line, want, choices string }{
		{"/be", "/besoeg ", ""},
		{"/BE", "/besoeg ", ""},
		{"/v", "/visi", ""},
		{"/visi", "/visi", "/visit /visible"},
		{"/x", "/x", ""},
		{"/samspil bes", "/samspil besoeg ", ""},
		{":set no", ":set note=", ""},
	}
	for _, tt := range tests {
		got, pos, choices := completed(tt.line, len(tt.line), words)
		if got != tt.want || pos != len(got) || strings.Join(choices, " ") != tt.choices {
			t.Errorf("%q gave %q at %d, choices %q", tt.line, got, pos, choices)
		}
	}
	if got, pos, _ := completed("/be x", 3, words); got != "/besoeg  x" || pos != 8 {
		t.Errorf("in the middle: %q at %d", got, pos)
	}
}
