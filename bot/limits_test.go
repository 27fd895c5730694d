package bot_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/slack-go/slack"

	"samspil/bot"
	"samspil/commands"
	"samspil/internal/text"
)

func plainText(s string) *slack.TextBlockObject {
	return slack.NewTextBlockObject(slack.PlainTextType, s, false, false)
}

func mrkdwn(s string) *slack.TextBlockObject {
	return slack.NewTextBlockObject(slack.MarkdownType, s, false, true)
}

// clamped is what becomes of a message of these blocks.
func clamped(t *testing.T, blocks ...slack.Block) []slack.Block {
	t.Helper()
	before := jsonOf(t, blocks)
	_, got := bot.ClampMessage(text.English, "", blocks)
	if wrong := refusedBlocks(t, "message", got); len(wrong) > 0 {
		t.Fatalf("Slack refuses %v", wrong)
	}
	if after := jsonOf(t, blocks); after != before {
		t.Fatal("what was given was changed")
	}
	return got
}

// form is a form of these blocks.
func form(blocks ...slack.Block) slack.ModalViewRequest {
	return slack.ModalViewRequest{Type: slack.VTModal, Title: plainText("x"), Submit: plainText("x"), Blocks: slack.Blocks{BlockSet: blocks}}
}

func clampedForm(t *testing.T, blocks ...slack.Block) []slack.Block {
	t.Helper()
	got, err := bot.ClampView(text.English, form(blocks...))
	if wrong := refusedView(t, got); err != nil || len(wrong) > 0 {
		t.Fatalf("Slack refuses %v, %v", wrong, err)
	}
	return got.Blocks.BlockSet
}

func TestWhatFitsIsLeftAlone(t *testing.T) {
	page := commands.NewPage().Heading("Ærø Maskinfabrik ApS").Lead("Fri bane").Para("a & b").Buttons(commands.Button{ID: "visit.new", Value: "1", Label: "Notér"}).Small("x").Reply()
	said, got := bot.ClampMessage(text.Danish, commands.Escape(page.Text), page.Blocks)
	if said != commands.Escape(page.Text) || jsonOf(t, got) != jsonOf(t, page.Blocks) {
		t.Errorf("%s\n%s", said, jsonOf(t, got))
	}
	view := aForm.View(text.Danish)
	kept, err := bot.ClampView(text.Danish, *view)
	if err != nil || jsonOf(t, kept) != jsonOf(t, view) {
		t.Errorf("%v\n%s\n%s", err, jsonOf(t, kept), jsonOf(t, view))
	}
}

func TestAShortenedAnswerSaysSo(t *testing.T) {
	page := commands.NewPage()
	for range 60 {
		page.Para("et afsnit")
	}
	for surface, most := range map[string]int{"message": 50, "home": 100} {
		blocks := append(page.Reply().Blocks, page.Reply().Blocks...)
		got := bot.ClampHome(text.English, blocks)
		if surface == "message" {
			_, got = bot.ClampMessage(text.English, "", blocks)
		}
		if len(got) != most || !strings.Contains(jsonOf(t, got[most-1]), "shortened") {
			t.Errorf("%s: %d blocks, the last %s", surface, len(got), jsonOf(t, got[len(got)-1]))
		}
		if wrong := refusedBlocks(t, surface, got); len(wrong) > 0 {
			t.Error(wrong)
		}
	}
}

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

func TestTables(t *testing.T) {
	table := func(rows, cells, letters int) *slack.TableBlock {
		b := slack.NewTableBlock("")
		for range rows {
			var row []slack.TableCell
			for range cells {
				row = append(row, slack.NewTableRawTextCell(strings.Repeat("x", letters)))
			}
			b.AddRow(row...)
		}
		return b
	}
	for _, c := range []struct{ rows, cells, letters, wantRows, wantCells, wantBlocks int }{
		{100, 20, 1, 100, 20, 1}, {101, 20, 1, 100, 20, 2}, {100, 21, 1, 100, 20, 2}, {20, 1, 500, 20, 1, 1}, {21, 1, 500, 20, 1, 2}, {1, 20, 9000, 1, 20, 1}, {1, 1, 0, 1, 1, 1},
	} {
		got := clamped(t, table(c.rows, c.cells, c.letters))
		if b := got[0].(*slack.TableBlock); len(got) != c.wantBlocks || len(b.Rows) != c.wantRows || len(b.Rows[0]) != c.wantCells {
			t.Errorf("%+v: %d blocks, %d rows", c, len(got), len(b.Rows))
		}
	}
	if got := clamped(t, table(1, 1, 1), table(1, 1, 1)); len(got) != 2 || got[1].BlockType() != slack.MBTContext {
		t.Errorf("two tables: %s", jsonOf(t, got))
	}
	if got := clampedForm(t, table(1, 1, 1)); got[0].BlockType() != slack.MBTContext {
		t.Errorf("a table in a form: %s", jsonOf(t, got))
	}
}

func TestAFormKeepsWhatItCarries(t *testing.T) {
	view := aForm.View(text.Danish)
	view.Title.Text = strings.Repeat("æ", 30)
	got, err := bot.ClampView(text.Danish, *view)
	if err != nil || utf8.RuneCountInString(got.Title.Text) != 24 || utf8.RuneCountInString(view.Title.Text) != 30 {
		t.Errorf("%v, title %q", err, got.Title.Text)
	}
	for name, change := range map[string]func(*slack.ModalViewRequest){
		"metadata":    func(v *slack.ModalViewRequest) { v.PrivateMetadata = strings.Repeat("x", 3001) },
		"callback":    func(v *slack.ModalViewRequest) { v.CallbackID = strings.Repeat("x", 256) },
		"external id": func(v *slack.ModalViewRequest) { v.ExternalID = strings.Repeat("x", 256) },
		"no title":    func(v *slack.ModalViewRequest) { v.Title = nil },
		"no button":   func(v *slack.ModalViewRequest) { v.Submit = nil },
	} {
		v := *view
		change(&v)
		if _, err := bot.ClampView(text.Danish, v); err == nil {
			t.Errorf("%s: it was sent, or cut", name)
		}
	}
}

// TestAFormOfManyBytes keeps to 250,000 of them, whatever is in it.
func TestAFormOfManyBytes(t *testing.T) {
	var blocks []slack.Block
	for range 100 {
		blocks = append(blocks, slack.NewSectionBlock(mrkdwn(strings.Repeat("&amp;", 600)), nil, nil))
	}
	if got := clampedForm(t, blocks...); len(got) < 20 || !strings.Contains(jsonOf(t, got[len(got)-1]), "shortened") {
		t.Errorf("%d blocks", len(got))
	}
	if size := len(jsonOf(t, slack.HomeTabViewRequest{Type: slack.VTHomeTab, Blocks: slack.Blocks{BlockSet: bot.ClampHome(text.English, blocks)}})); size > 250_000 || size < 240_000 {
		t.Errorf("a Home tab of %d bytes", size)
	}
}

func TestASearchingMenuKeepsWhatIsChosen(t *testing.T) {
	menu := slack.NewOptionsSelectBlockElement(slack.OptTypeExternal, plainText("søg"), "value").WithInitialOption(manyOptions(1)[0])
	got := clampedForm(t, slack.NewInputBlock("company", plainText("Virksomhed"), nil, menu))
	if kept := got[0].(*slack.InputBlock).Element.(*slack.SelectBlockElement).InitialOption; kept == nil || kept.Value != "0" {
		t.Error("the company is gone from the form")
	}
}

func TestCuts(t *testing.T) {
	for _, c := range []struct{ end, want string }{ // after 2,990 letters
		{strings.Repeat("&amp;", 4), "a&amp;…"}, {"<https://example.org/x|her> og mere", "a…"}, {"*fed* x y z", "x y…"},
		{"12345678e\u0301e\u0301e\u0301", "12345678…"}, {"1234567👩\u200d👧\u200d👦 x", "1234567…"}, {"12345678🇩🇰🇩🇰", "12345678…"}, {"12345678👍🏽👍🏽👍🏽", "12345678…"},
	} {
		words := strings.Repeat("a", 2990) + c.end
		got := clamped(t, slack.NewSectionBlock(mrkdwn(words), nil, nil))[0].(*slack.SectionBlock).Text.Text
		if utf8.RuneCountInString(words) > 3000 && !strings.HasSuffix(got, c.want) {
			t.Errorf("%q ends in %q", c.end, strings.TrimLeft(got, "a"))
		}
	}
}

func TestFitsSocket(t *testing.T) {
	for size, want := range map[int]bool{20_300: true, 20_349: true, 20_350: false, 20_470: false} { // and two quotes
		if got := bot.FitsSocket(strings.Repeat("x", size)); got != want {
			t.Errorf("%d: %v", size, got)
		}
	}
}

// survives builds a message, a form and a Home tab of every kind of block, and asks a checker that knows nothing of the
// code.
func survives(t *testing.T, word string, seed uint64, n int) {
	t.Helper()
	c := newChaos(seed, word)
	blocks := several(n, c.block)
	before := jsonOf(t, blocks)
	_, message := bot.ClampMessage(text.Danish, "", blocks)
	_, again := bot.ClampMessage(text.Danish, "", message)
	home := bot.ClampHome(text.Danish, blocks)
	view, err := bot.ClampView(text.Danish, form(blocks...))
	twice, _ := bot.ClampView(text.Danish, view)
	if err != nil {
		t.Fatal(err)
	}
	wrong := append(append(refusedBlocks(t, "message", message), refusedBlocks(t, "home", home)...), refusedView(t, view)...)
	switch {
	case len(wrong) > 0:
		t.Errorf("seed %d: Slack refuses %.2000v", seed, wrong)
	case jsonOf(t, message) != jsonOf(t, again) || jsonOf(t, home) != jsonOf(t, bot.ClampHome(text.Danish, home)) || jsonOf(t, view) != jsonOf(t, twice):
		t.Errorf("seed %d: clamped twice it differs", seed)
	case jsonOf(t, blocks) != before:
		t.Errorf("seed %d: what was given was changed", seed)
	}
}

func TestEverythingIsWithinSlacksLimits(t *testing.T) {
	for seed := range uint64(60) {
		survives(t, []string{"æ", "& <!channel> *fed* ", "e\u0301"}[seed%3], seed, int(seed)%12)
	}
	survives(t, "x", 61, 130)
}

func FuzzClamp(f *testing.F) {
	for i, word := range []string{"*fed* & <!channel> ", "&", "æ", "e\u0301", "👩\u200d👧", " ", "\xff"} {
		f.Add(word, uint64(i), uint8(i))
	}
	f.Fuzz(func(t *testing.T, word string, seed uint64, n uint8) {
		survives(t, bot.Clean(word[:min(len(word), 60)]), seed, int(n)%8)
	})
}

// FuzzCut: a text that is cut is the beginning of what it was, up to where one character ends.
func FuzzCut(f *testing.F) {
	f.Add("a&b", uint16(12_000))
	f.Add("e\u0301", uint16(6_000))
	f.Add("👩\u200d👧", uint16(5_000))
	f.Fuzz(func(t *testing.T, word string, n uint16) {
		whole := commands.Escape(strings.Repeat(bot.Clean(word), int(n)%13_000))
		got := bot.PlainText(whole)
		rest, is := strings.CutPrefix(whole, strings.TrimSuffix(strings.TrimSuffix(got, "*"), "…"))
		next, _ := utf8.DecodeRuneInString(rest)
		switch {
		case got == whole && utf8.RuneCountInString(got) <= 12_000:
		case !is || utf8.RuneCountInString(got) > 12_000 || bot.PlainText(got) != got:
			t.Errorf("%d characters, a beginning: %v", utf8.RuneCountInString(got), is)
		case rest == whole: // one character that is longer than the limit
		case unicode.Is(unicode.M, next) || next == '\u200d' || strings.Contains(strings.NewReplacer("&amp;", "", "&lt;", "", "&gt;", "").Replace(got), "&"):
			t.Errorf("cut before %q, after %q", next, got[max(0, len(got)-12):])
		}
	})
}
