package commands

import (
	"strconv"
	"strings"

	"github.com/slack-go/slack"
)

// Limits of a chart that Slack and its library both take:
// https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
const (
	chartTitle  = 50
	chartLabel  = 20
	chartPoints = 20
	chartSeries = 6
	// ChartsInMessage is how many charts Slack takes in one message.
	ChartsInMessage = 2
)

// ChartKind is how a chart shows its figures.
type ChartKind int

// The kinds.
const (
	ChartBar ChartKind = iota
	ChartLine
	ChartPie // of its first series, without what is nought
)

// Chart is a picture of figures. Each series has one value for each category; there are at most 20 categories and 6 series.
type Chart struct {
	Title      string
	Kind       ChartKind
	Categories []string
	Series     []Series
	Said       bool // its figures stand in words beside it, and the fallback text does not repeat them
}

// Series is one row of figures of a chart.
type Series struct {
	Name   string
	Values []float64
}

// Chart adds a chart, whose figures stand in the fallback text; nothing where there is no figure at all. Where the page has
// as many as a message takes, there are the words alone.
func (p *Page) Chart(c Chart) *Page {
	c.Categories = fittingLabels(c.Categories[:min(len(c.Categories), chartPoints)])
	c.Series = c.Series[:min(len(c.Series), chartSeries)]
	picture := c.picture()
	switch {
	case picture == nil:
		return p
	case p.charts == ChartsInMessage && c.Said:
		return p
	case p.charts == ChartsInMessage:
		return p.Para(c.words())
	}
	p.charts++
	block := &slack.DataVisualizationBlock{Type: slack.MBTDataVisualization, Title: cut(c.Title, chartTitle), Chart: picture}
	if c.Said {
		p.reply.Blocks = append(p.reply.Blocks, block)
		return p
	}
	return p.add(block, c.words())
}

func (c Chart) picture() slack.DataVisualizationChart {
	if len(c.Categories) == 0 || len(c.Series) == 0 {
		return nil
	}
	if c.Kind == ChartPie {
		return c.pie()
	}
	axis := slack.NewDataVisualizationAxisConfig(c.Categories...)
	var names []string
	for _, s := range c.Series {
		names = append(names, s.Name)
	}
	names = fittingLabels(names)
	var rows []slack.DataVisualizationDataSeries
	for i, s := range c.Series {
		var points []slack.DataVisualizationDataPoint
		for j, label := range c.Categories {
			points = append(points, slack.NewDataVisualizationDataPoint(label, s.at(j)))
		}
		rows = append(rows, slack.NewDataVisualizationDataSeries(names[i], points...))
	}
	if c.Kind == ChartLine {
		return slack.NewDataVisualizationLineChart(axis, rows...)
	}
	return slack.NewDataVisualizationBarChart(axis, rows...)
}

func (c Chart) pie() slack.DataVisualizationChart {
	var slices []slack.DataVisualizationSegment
	for i, label := range c.Categories {
		if v := c.Series[0].at(i); v > 0 && len(slices) < chartSeries {
			slices = append(slices, slack.NewDataVisualizationSegment(label, v))
		}
	}
	if len(slices) == 0 {
		return nil
	}
	return slack.NewDataVisualizationPieChart(slices...)
}

func (s Series) at(i int) float64 {
	if i < len(s.Values) {
		return s.Values[i]
	}
	return 0
}

// words are the chart's figures, for those who cannot see it.
func (c Chart) words() string {
	var b strings.Builder
	b.WriteString(c.Title)
	for _, s := range c.Series {
		b.WriteString("\n" + s.Name + ": ")
		for i, label := range c.Categories {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(label + " " + strconv.FormatFloat(s.at(i), 'f', -1, 64))
		}
	}
	return b.String()
}

// fittingLabels are labels as long as a chart takes, each different from the others and none empty: Slack refuses others.
func fittingLabels(given []string) []string {
	used := map[string]bool{}
	var list []string
	for _, label := range given {
		label = strings.TrimSpace(label)
		if label == "" {
			label = "–"
		}
		fits := short(label, chartLabel)
		for n := 2; used[fits]; n++ {
			mark := " " + strconv.Itoa(n)
			fits = short(label, chartLabel-len(mark)) + mark
		}
		used[fits] = true
		list = append(list, fits)
	}
	return list
}

func short(s string, limit int) string {
	if runes := []rune(s); len(runes) > limit {
		return string(runes[:limit-1]) + "…"
	}
	return s
}

// Table adds a table, the first row its header. A message shows one table, and a further one as lines; Slack takes 100
// rows and 20 columns.
func (p *Page) Table(caption string, rows [][]string) *Page {
	if len(rows) < 2 {
		return p
	}
	var lines []string
	for _, row := range rows {
		lines = append(lines, strings.Join(row, " · "))
	}
	words := caption + "\n" + strings.Join(lines, "\n")
	if p.tabled {
		return p.Para(words)
	}
	p.tabled = true
	p.reply.Blocks = append(p.reply.Blocks, section("*"+Escape(strings.ReplaceAll(caption, "*", "∗"))+"*"))
	table := slack.NewTableBlock("")
	for _, row := range rows {
		var cells []slack.TableCell
		for _, cell := range row {
			cells = append(cells, slack.NewTableRawTextCell(cell))
		}
		table.AddRow(cells...)
	}
	return p.add(table, words)
}
