package summary

import (
	"math"
)

// longestQuote is in bytes: a quote is short enough to be read at a glance.
const longestQuote = 240

// quote is the page's own words of the span around the core, which is kept whole when the span is too long.
func (d *document) quote(around, core span) (words string, page int) {
	if around.to-around.from > longestQuote {
		around.from = max(around.from, min(core.from, core.to-longestQuote/2)-longestQuote/3)
		around.to = min(around.to, max(core.to, around.from+longestQuote))
		around = d.wholeWords(around, core)
	}
	i := d.page(core.from)
	end := len(d.text) - 1
	if i+1 < len(d.starts) {
		end = d.starts[i+1] - 1
	}
	around.from, around.to = max(around.from, d.starts[i]), min(around.to, end)
	for around.to > around.from && d.text[around.to-1] <= ' ' {
		around.to--
	}
	for around.from < around.to && d.text[around.from] <= ' ' {
		around.from++
	}
	return d.pages[i].Text[d.at[around.from]:d.at[around.to]], d.pages[i].Number
}

// wholeWords shrinks a cut span to whole words, never into the core.
func (d *document) wholeWords(s, core span) span {
	for s.from > 0 && s.from < core.from && d.text[s.from-1] > ' ' {
		s.from++
	}
	for s.to > core.to && s.to < len(d.text) && d.text[s.to] > ' ' {
		s.to--
	}
	return s
}

// says makes a Field of a value and the words that say it.
func says[T any](d *document, value T, role string, around, core span, confidence float64) Field[T] {
	quote, page := d.quote(around, core)
	return Field[T]{Value: value, Role: role, Quote: quote, Page: page, Confidence: math.Round(100*confidence) / 100}
}
