package when

import (
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/aa"
)

// vagueDays is how long "efter nytår" and "før jul" reach: four weeks. The words give one end only; the length is a
// choice of this program.
const vagueDays = 28

// feasts are the blocks of days around which plans are made. The school and industry holidays are the usual weeks:
// summer 29-31, autumn 42, winter 7-8; municipalities differ.
var feasts = table(map[string]func(year int) span{
	"jul julen christmas xmas": func(y int) span { return span{Date{y, 12, 24}, Date{y, 12, 26}} },
	"nytår":                    func(y int) span { return span{Date{y - 1, 12, 31}, Date{y, 1, 1}} },
	"påske påsken easter": func(y int) span {
		return span{ruleDay(aa.MaundyThursday, y), ruleDay(aa.EasterMonday, y)}
	},
	"pinse pinsen":                 func(y int) span { return span{ruleDay(aa.Pentecost, y), ruleDay(aa.PentecostMonday, y)} },
	"juleferie juleferien":         func(y int) span { return span{Date{y, 12, 24}, Date{y + 1, 1, 1}} },
	"sommerferie sommerferien":     weekBlock(29, 31),
	"efterårsferie efterårsferien": weekBlock(42, 42),
	"vinterferie vinterferien":     weekBlock(7, 8),
	"industriferie industriferien": weekBlock(29, 31),
})

func ruleDay(h *cal.Holiday, year int) Date {
	actual, _ := h.Calc(year)
	return civil(actual)
}

func weekBlock(first, last int) func(int) span {
	return func(y int) span { s, _ := weekSpan(y, first, last); return s }
}

// feastAt reads the name of a block: "nytår", "sommerferien", "New Year", "the summer holiday".
func (p *parser) feastAt(i int) (of func(int) span, next int) {
	if p.is(i, "the") {
		i++
	}
	switch {
	case p.seq(i, "new", "year"):
		if isApostrophe(p.tok(i+2).norm) && p.is(i+3, "s") {
			return feasts["nytaar"], i + 4
		}
		return feasts["nytaar"], i + 2
	case p.is(i, "summer") && (p.is(i+1, "holiday") || p.is(i+1, "holidays") || p.is(i+1, "break")):
		return feasts["sommerferien"], i + 2
	}
	return feasts[p.tok(i).norm], i + 1
}

// feast reads "efter nytår", "før jul", "i påsken", "til jul", "before Christmas", "juleaften".
func (p *parser) feast(i int) match {
	if d, ok := namedDays[p.tok(i).norm]; ok {
		return p.resolve(dmy{day: d.Day, month: d.Month, next: i + 1})
	}
	if n, ok := p.small(i); ok && (n == 1 || n == 2) && p.mark(i+1, ".") && p.is(i+2, "juledag") {
		return p.resolve(dmy{day: 24 + n, month: time.December, next: i + 3})
	}
	where := p.tok(i).norm
	of, next := p.feastAt(i + 1)
	if of == nil {
		return match{}
	}
	if y, ok := p.fullYear(next); ok {
		return p.besideFeast(where, of(y), next+1)
	}
	switch where {
	case "efter", "after", "siden", "since", "foer", "inden", "before", "i", "til", "at", "over", "by", "during":
	default:
		return match{}
	}
	all := yearly(p.today, func(y int) (span, bool) { return p.besideSpan(where, of(y)), true })
	own := Nearest
	if where == "til" || where == "by" {
		own = Future
	} else if where == "siden" || where == "since" {
		own = Past
	}
	return p.clipped(where, p.choose(all, PrecisionSpan, own, next))
}

func (p *parser) besideFeast(where string, block span, next int) match {
	return p.clipped(where, found(p.besideSpan(where, block), PrecisionSpan, Nearest, next))
}

// besideSpan is the block itself, or the four weeks before or after it.
func (p *parser) besideSpan(where string, block span) span {
	switch where {
	case "efter", "after", "siden", "since":
		return span{block.to.AddDays(1), block.to.AddDays(vagueDays)}
	case "foer", "inden", "before", "by":
		return span{block.from.AddDays(-vagueDays), block.from.AddDays(-1)}
	}
	return block
}

// clipped lets a "before" that is still to come begin no earlier than today.
func (p *parser) clipped(where string, m match) match {
	if (where == "foer" || where == "inden" || where == "before" || where == "by") && m.next > 0 &&
		m.From.Before(p.today) && !m.To.Before(p.today) {
		m.From = p.today
	}
	return m
}

// namedDays are days of the year with a name of their own.
var namedDays = table(map[string]ClosedDay{
	"juleaften juleaftensdag":     {Month: time.December, Day: 24},
	"juledag":                     {Month: time.December, Day: 25},
	"nytårsaften nytårsaftensdag": {Month: time.December, Day: 31},
	"nytårsdag":                   {Month: time.January, Day: 1},
	"grundlovsdag":                {Month: time.June, Day: 5},
})
