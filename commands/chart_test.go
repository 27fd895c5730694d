package commands

import (
	"strings"
	"testing"

	"github.com/slack-go/slack"
)

func TestChartIsOneSlackTakes(t *testing.T) {
	long := strings.Repeat("Jobcenter ", 9)
	var categories []string
	var values []float64
	for range 40 {
		categories, values = append(categories, long), append(values, 3)
	}
	var series []Series
	for range 9 {
		series = append(series, Series{Name: long, Values: values})
	}
	for _, kind := range []ChartKind{ChartBar, ChartLine, ChartPie} {
		for _, c := range []Chart{
			{Title: long + long, Kind: kind, Categories: categories, Series: series},
			{Title: "Kontakter", Kind: kind, Categories: []string{"", ""}, Series: []Series{{Values: []float64{1}}}},
		} {
			reply := NewPage().Chart(c).Reply()
			if err := reply.Blocks[0].(*slack.DataVisualizationBlock).Validate(); err != nil {
				t.Errorf("kind %d: %v", kind, err)
			}
		}
	}
}

func TestChartWithoutFiguresIsNone(t *testing.T) {
	for _, c := range []Chart{
		{Title: "x"},
		{Title: "x", Categories: []string{"a"}},
		{Title: "x", Kind: ChartPie, Categories: []string{"a"}, Series: []Series{{Values: []float64{0}}}},
	} {
		if reply := NewPage().Chart(c).Reply(); len(reply.Blocks) > 0 || reply.Text != "" {
			t.Errorf("%+v: %q", c, reply.Text)
		}
	}
}

func TestChartIsSaidInWords(t *testing.T) {
	c := Chart{Title: "Kontakter", Categories: []string{"uge 45", "uge 46"}, Series: []Series{{"Jobcenter Køge", []float64{3, 5}}, {"Erhvervshus", []float64{1}}}}
	want := "Kontakter\nJobcenter Køge: uge 45 3, uge 46 5\nErhvervshus: uge 45 1, uge 46 0"
	if got := NewPage().Chart(c).Reply().Text; got != want {
		t.Errorf("got %q", got)
	}
}

func TestSecondTableIsLines(t *testing.T) {
	rows := [][]string{{"Aktør", "Kontakter"}, {"<!channel>", "3"}}
	reply := NewPage().Table("Aktører", rows).Table("Formål", rows).Reply()
	var tables, sections int
	for _, b := range reply.Blocks {
		switch b := b.(type) {
		case *slack.TableBlock:
			tables++
		case *slack.SectionBlock:
			sections++
			if strings.Contains(b.Text.Text, "<!channel>") {
				t.Error("a cell can mention")
			}
		}
	}
	if tables != 1 || sections != 2 || !strings.Contains(reply.Text, "Formål\nAktør · Kontakter\n<!channel> · 3") {
		t.Errorf("%d tables, %d sections: %q", tables, sections, reply.Text)
	}
}

// A chart beside which its figures stand in words does not say them again.
func TestChartThatIsSaidBesideItIsDrawnOnly(t *testing.T) {
	reply := NewPage().Chart(Chart{Title: "x", Categories: []string{"a"}, Series: []Series{{Name: "b", Values: []float64{1}}}, Said: true}).Reply()
	if len(reply.Blocks) != 1 || reply.Text != "" {
		t.Errorf("%d blocks, %q", len(reply.Blocks), reply.Text)
	}
}

// Slack takes two charts in a message: the figures of a third stand in words, unless they do already.
func TestChartsBeyondTwoAreWords(t *testing.T) {
	page := NewPage()
	for _, title := range []string{"one", "two", "three"} {
		page.Chart(Chart{Title: title, Categories: []string{"a"}, Series: []Series{{Name: "b", Values: []float64{1}}}})
	}
	reply := page.Chart(Chart{Title: "four", Categories: []string{"a"}, Series: []Series{{Name: "b", Values: []float64{1}}}, Said: true}).Reply()
	charts := 0
	for _, b := range reply.Blocks {
		if _, ok := b.(*slack.DataVisualizationBlock); ok {
			charts++
		}
	}
	if charts != 2 || len(reply.Blocks) != 3 || !strings.Contains(reply.Text, "three\nb: a 1") || strings.Contains(reply.Text, "four") {
		t.Errorf("%d charts in %d blocks: %s", charts, len(reply.Blocks), reply.Text)
	}
}
