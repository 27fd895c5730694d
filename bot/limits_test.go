package bot_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/slack-go/slack"

	"samspil/bot"
	"samspil/commands"
	"samspil/internal/text"
)

// most is Slack's limit for a field of a block, by the path to it in JSON, as its documentation has it: a checker that
// shares nothing with the code.
var most = map[string]int{
	"header.text.text": 150, "section.text.text": 3000, "section.fields.text": 2000, "context.elements.text": 3000,
	"actions.elements.text.text": 75, "actions.elements.value": 2000, "actions.elements.action_id": 255, "actions.elements.url": 3000,
	"input.label.text": 2000, "input.hint.text": 2000, "input.element.initial_value": 3000, "input.element.placeholder.text": 150,
	"input.element.options.text.text": 75, "input.element.options.value": 75, "image.alt_text": 2000, "image.title.text": 2000, "image.image_url": 3000,
}

var mostOf = map[string]int{"section.fields": 10, "context.elements": 10, "actions.elements": 25, "input.element.options": 100}

// overLimits lists where the blocks exceed a limit, or hold a text of nothing.
func overLimits(t *testing.T, blocks any) (wrong []string) {
	t.Helper()
	raw, err := json.Marshal(blocks)
	if err != nil {
		t.Fatal(err)
	}
	var list []map[string]any
	if err := json.Unmarshal(raw, &list); err != nil {
		t.Fatal(err)
	}
	total := 0
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, inner := range v {
				walk(path+"."+k, inner)
			}
		case []any:
			if n := mostOf[path]; n > 0 && len(v) > n {
				wrong = append(wrong, fmt.Sprint(path, " has ", len(v)))
			}
			for _, inner := range v {
				walk(path, inner)
			}
		case string:
			n := utf8.RuneCountInString(v)
			if strings.HasSuffix(path, ".text") && !strings.HasPrefix(path, "actions") && !strings.HasPrefix(path, "input") {
				total += n
			}
			if limit := most[path]; limit > 0 && n > limit {
				wrong = append(wrong, fmt.Sprint(path, " is ", n))
			}
			if strings.HasSuffix(path, "text.text") && strings.TrimSpace(v) == "" {
				wrong = append(wrong, path+" is empty")
			}
		}
	}
	ids := map[string]bool{}
	for _, b := range list {
		walk(fmt.Sprint(b["type"]), b)
		if id, _ := b["block_id"].(string); id != "" {
			if ids[id] {
				wrong = append(wrong, "two blocks are "+id)
			}
			ids[id] = true
		}
	}
	if total > 13_000 {
		wrong = append(wrong, fmt.Sprint("all text together is ", total))
	}
	return wrong
}

// hostile makes blocks of a size and number.
func hostile(words string, n int) []slack.Block {
	mrkdwn := func() *slack.TextBlockObject {
		return slack.NewTextBlockObject(slack.MarkdownType, commands.Escape(words), false, true)
	}
	plain := func() *slack.TextBlockObject {
		return slack.NewTextBlockObject(slack.PlainTextType, words, false, false)
	}
	var fields []*slack.TextBlockObject
	var elements []slack.BlockElement
	var context []slack.MixedElement
	var options []*slack.OptionBlockObject
	for i := range n {
		fields = append(fields, mrkdwn())
		context = append(context, mrkdwn())
		elements = append(elements, slack.NewButtonBlockElement(fmt.Sprint("a.", i), words, plain()))
		options = append(options, slack.NewOptionBlockObject(words, plain(), nil))
	}
	input := slack.NewPlainTextInputBlockElement(plain(), "value")
	input.InitialValue = words
	choice := slack.NewOptionsSelectBlockElement(slack.OptTypeStatic, plain(), "value", options...)
	if n > 0 {
		choice.InitialOption = options[0]
	}
	blocks := []slack.Block{
		slack.NewHeaderBlock(plain()), slack.NewSectionBlock(mrkdwn(), fields, nil), slack.NewContextBlock("", context...),
		slack.NewActionBlock("", elements...), slack.NewImageBlock(words, words, "", plain()),
		slack.NewInputBlock("in", plain(), plain(), input), slack.NewInputBlock("choice", plain(), plain(), choice), slack.NewDividerBlock(),
	}
	for i := range n {
		blocks = append(blocks, slack.NewSectionBlock(mrkdwn(), nil, nil, slack.SectionBlockOptionBlockID(fmt.Sprint("b", i/2))))
	}
	return blocks
}

func TestEverythingIsWithinSlacksLimits(t *testing.T) {
	for _, size := range []int{0, 1, 76, 151, 2001, 3001} {
		for _, n := range []int{0, 1, 26, 60} {
			for _, letter := range []string{"&"} { // five characters each, once escaped
				blocks := hostile(strings.Repeat(letter, size), n)
				before, _ := json.Marshal(blocks)
				said, got := bot.ClampMessage(text.Danish, commands.Escape(strings.Repeat(letter, size)), blocks)
				if wrong := overLimits(t, got); len(wrong) > 0 || len(got) > 50 || utf8.RuneCountInString(said) > 12_000 {
					t.Fatalf("%d × %d %q: %d blocks, %v", size, n, letter, len(got), wrong)
				}
				if after, _ := json.Marshal(blocks); string(after) != string(before) {
					t.Fatalf("%d × %d: what was given was changed", size, n)
				}
				_, again := bot.ClampMessage(text.Danish, said, got)
				if jsonOf(t, got) != jsonOf(t, again) {
					t.Fatalf("%d × %d %q: clamped twice it differs", size, n, letter)
				}
			}
		}
	}
}

func jsonOf(t *testing.T, v any) string {
	t.Helper()
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestWhatFitsIsLeftAlone(t *testing.T) {
	page := commands.NewPage().Heading("Ærø Maskinfabrik ApS").Lead("Fri bane").Para("a & b").Buttons(commands.Button{ID: "visit.new", Value: "1", Label: "Notér"}).Small("x").Reply()
	said, got := bot.ClampMessage(text.Danish, commands.Escape(page.Text), page.Blocks)
	if said != commands.Escape(page.Text) || jsonOf(t, got) != jsonOf(t, page.Blocks) {
		t.Errorf("%s\n%s", said, jsonOf(t, got))
	}
}

func TestAShortenedAnswerSaysSo(t *testing.T) {
	page := commands.NewPage()
	for range 60 {
		page.Para("et afsnit")
	}
	_, got := bot.ClampMessage(text.English, "", page.Reply().Blocks)
	if len(got) != 50 || !strings.Contains(jsonOf(t, got[49]), "shortened") {
		t.Errorf("%d blocks, the last %s", len(got), jsonOf(t, got[len(got)-1]))
	}
}

func TestCutsKeepEscapesWhole(t *testing.T) {
	for size := 2990; size < 3010; size++ {
		words := commands.Escape(strings.Repeat("a", size) + "&&&&")
		section := slack.NewSectionBlock(slack.NewTextBlockObject(slack.MarkdownType, words, false, true), nil, nil)
		_, got := bot.ClampMessage(text.Danish, "", []slack.Block{section})
		cut := got[0].(*slack.SectionBlock).Text.Text
		if rest := strings.ReplaceAll(cut, "&amp;", ""); strings.Contains(rest, "&") {
			t.Errorf("%d: ends in %q", size, cut[len(cut)-12:])
		}
	}
}

func TestAFormKeepsWhatItCarries(t *testing.T) {
	view := aForm.View(text.Danish)
	view.Title.Text = strings.Repeat("æ", 30)
	got, err := bot.ClampView(text.Danish, *view)
	if err != nil || utf8.RuneCountInString(got.Title.Text) != 24 || utf8.RuneCountInString(view.Title.Text) != 30 {
		t.Errorf("%v, title %q", err, got.Title.Text)
	}
	view.PrivateMetadata = strings.Repeat("x", 3001)
	if _, err := bot.ClampView(text.Danish, *view); err == nil {
		t.Error("metadata that is too long was sent, or cut")
	}
}

func TestFitsSocket(t *testing.T) {
	for size, want := range map[int]bool{20_470: true, 20_480: false} {
		if got := bot.FitsSocket(strings.Repeat("x", size)); got != want {
			t.Errorf("%d: %v", size, got)
		}
	}
}

func FuzzClampMessage(f *testing.F) {
	f.Add("*fed* & <!channel>", uint8(3))
	f.Add(strings.Repeat("&", 3000), uint8(60))
	f.Fuzz(func(t *testing.T, words string, n uint8) {
		words = bot.Clean(words)
		_, got := bot.ClampMessage(text.Danish, commands.Escape(words), hostile(words, int(n)))
		if wrong := overLimits(t, got); len(wrong) > 0 || len(got) > 50 {
			t.Errorf("%d blocks, %v", len(got), wrong)
		}
	})
}
