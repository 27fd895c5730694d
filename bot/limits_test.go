package bot_test

import (
	"strings"
	"testing"
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
	full := table(20, 1, 500)
	full.AddRow(slack.NewTableRawTextCell("x"))
	if got := clamped(t, full); len(got) != 2 || len(got[0].(*slack.TableBlock).Rows) != 20 {
		t.Errorf("10,001 characters: %d rows", len(got[0].(*slack.TableBlock).Rows))
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

func TestFitsSocket(t *testing.T) {
	for size, want := range map[int]bool{20_300: true, 20_349: true, 20_350: false, 20_470: false} { // and two quotes
		if got := bot.FitsSocket(strings.Repeat("x", size)); got != want {
			t.Errorf("%d: %v", size, got)
		}
	}
}

// Slack takes two charts in a message.
func TestChartsBeyondTwoAreLeftOut(t *testing.T) {
	pie := func() slack.Block {
		return &slack.DataVisualizationBlock{Type: slack.MBTDataVisualization, Title: "x", Chart: slack.NewDataVisualizationPieChart(slack.NewDataVisualizationSegment("a", 1))}
	}
	if got := clamped(t, pie(), pie()); len(got) != 2 {
		t.Errorf("two: %d blocks", len(got))
	}
	got := clamped(t, pie(), pie(), pie())
	if last, ok := got[len(got)-1].(*slack.ContextBlock); len(got) != 3 || !ok || last == nil {
		t.Errorf("three: %d blocks, the last %T", len(got), got[len(got)-1])
	}
}
