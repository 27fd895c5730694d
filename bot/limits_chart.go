package bot

import "github.com/slack-go/slack"

// chart keeps a chart that Slack takes as it is: a part of a picture would show something else. Its figures stand in
// the text of the message.
func (c *clamper) chart(b *slack.DataVisualizationBlock) []slack.Block {
	if c.on != onMessage || c.charts == limitCharts || b.Validate() != nil {
		c.short = true
		return nil
	}
	c.charts++
	n := *b
	n.BlockID = c.id(b.BlockID)
	return []slack.Block{&n}
}
