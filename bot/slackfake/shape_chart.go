package slackfake

import (
	"encoding/json"

	"github.com/slack-go/slack"
)

// maxChartTitle: https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
const maxChartTitle = 50

// maxCharts of a message stands on no page of Slack's; its answer says so: https://github.com/vercel/chat/pull/696
const maxCharts = 2

// chart checks a chart by the library's rules, which are narrower than Slack's in the number of series.
func chart(c *checker, o map[string]any, at string) {
	if c.charts++; c.charts > maxCharts {
		c.bad(at, "no more than %d items allowed", maxCharts)
	}
	raw, err := json.Marshal(o)
	var b slack.DataVisualizationBlock
	if err == nil {
		err = json.Unmarshal(raw, &b)
	}
	if err == nil {
		err = b.Validate()
	}
	if err != nil {
		c.bad(at+"/chart", "%s", err.Error())
	}
}
