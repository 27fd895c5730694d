package console

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/slack-go/slack"

	"samspil/bot"
)

// barWidth is how long the longest bar is.
const barWidth = 30

// chart draws a chart with bars of letters: one bar a line.
func chart(b *slack.DataVisualizationBlock) string {
	rows, most, widest := chartRows(b.Chart), 0.0, 0
	for _, r := range rows {
		most, widest = max(most, r.value), max(widest, utf8.RuneCountInString(r.label))
	}
	lines := []string{bot.Clean(b.Title)}
	for _, r := range rows {
		pad := strings.Repeat(" ", widest-utf8.RuneCountInString(r.label))
		length := 0
		if most > 0 && r.value > 0 {
			length = max(1, int(r.value/most*barWidth+0.5))
		}
		figure := strconv.FormatFloat(r.value, 'f', -1, 64)
		lines = append(lines, strings.TrimSpace(r.label+pad+"  "+strings.Repeat("█", length)+" "+figure))
	}
	return strings.Join(lines, "\n")
}

type chartRow struct {
	label string
	value float64
}

func chartRows(c slack.DataVisualizationChart) (rows []chartRow) {
	var series []slack.DataVisualizationDataSeries
	switch c := c.(type) {
	case *slack.DataVisualizationPieChart:
		for _, s := range c.Segments {
			rows = append(rows, chartRow{bot.Clean(s.Label), s.Value})
		}
		return rows
	case *slack.DataVisualizationBarChart:
		series = c.Series
	case *slack.DataVisualizationLineChart:
		series = c.Series
	case *slack.DataVisualizationAreaChart:
		series = c.Series
	}
	for _, s := range series {
		for _, p := range s.Data {
			label := p.Label
			if len(series) > 1 {
				label = s.Name + " " + p.Label
			}
			rows = append(rows, chartRow{bot.Clean(label), p.Value})
		}
	}
	return rows
}
