package overview

import (
	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

// tableRows is how many rows of a breakdown are shown; the export has all.
const tableRows = 12

// show is the overview.
func show(req commands.Request, a answer) commands.Reply {
	lang, p := req.Lang, commands.NewPage()
	p.Heading(textHeading.In(lang, a.title)).Small(textBetween.In(lang, periodWords(lang, a.period), periodWords(lang, a.beside)))
	p.Lead(lead(lang, a))
	for _, hint := range a.hints {
		p.Small(hint)
	}
	rows := [][]string{{textFigure.In(lang), textNow.In(lang), textBeside.In(lang)}}
	for _, m := range measures {
		if _, ok := m.of(a.now); ok {
			rows = append(rows, []string{m.name.In(lang), m.words(lang, a.now), m.words(lang, m.beside(a.before))})
		}
	}
	p.Table(textFigure.In(lang), rows)
	for _, said := range sources(lang, a) {
		p.Small(said)
	}
	room := commands.ChartsInMessage
	if weeks(p, lang, a) {
		room--
	}
	list := breakdowns(lang, a)
	drawn := pictures(list, room)
	for i, b := range list {
		if b.nothing {
			p.Small(textTooFewRows.In(lang, b.title.In(lang)))
			continue
		}
		if drawn[i] {
			p.Chart(bars(lang, b))
		}
		p.List(b.title.In(lang), lines(lang, b))
		if more := len(b.rows) - tableRows; more > 0 {
			p.Small(textMoreRows.In(lang, more))
		}
	}
	if a.now.MonthOnly > 0 {
		p.Small(textMonthOnly.In(lang, countWords(lang, crm.Count{N: a.now.MonthOnly})))
	}
	return p.Small(textBlind.In(lang)).Buttons(buttons(req, a)...).Reply()
}

func lines(lang text.Lang, b breakdown) []string {
	var list []string
	for _, r := range b.rows[:min(len(b.rows), tableRows)] {
		list = append(list, textRow.In(lang, r.name, shown(lang, r.now), shown(lang, r.before)))
	}
	return list
}

func buttons(req commands.Request, a answer) []commands.Button {
	lang, v := req.Lang, a.line()
	list := []commands.Button{
		{ID: "overview.explain", Value: v, Label: buttonExplain.In(lang)},
		{ID: "overview.lists", Value: v, Label: buttonLists.In(lang)},
		{ID: "overview.xlsx", Value: v, Label: buttonXLSX.In(lang)},
		{ID: "overview.csv", Value: v, Label: buttonCSV.In(lang)},
		{ID: "overview.show", Value: a.at(a.period.Before()), Label: buttonEarlier.In(lang)},
	}
	if later := a.period.After(); !later.From.After(when.DateOf(req.Now)) {
		list = append(list, commands.Button{ID: "overview.show", Value: a.at(later), Label: buttonLater.In(lang)})
	}
	return list
}

// Limits of a chart.
const (
	mostWeeks  = 20
	mostSeries = 5
)

// weeks draws the contacts per week, by organisation where every figure of the chart may be shown; else all together. It
// reports whether there is anything to draw.
func weeks(p *commands.Page, lang text.Lang, a answer) bool {
	monday := a.period.From.AddDays(-(int(a.period.From.Weekday()) + 6) % 7)
	var categories []string
	at := map[when.Date]int{}
	for d := monday; !d.After(a.period.To); d = d.AddDays(7) {
		_, week := d.ISOWeek()
		at[d] = len(categories)
		categories = append(categories, textWeek.In(lang, week))
	}
	if len(categories) < 2 || len(categories) > mostWeeks {
		return false
	}
	byOrg, total := map[string][]crm.Count{}, make([]crm.Count, len(categories))
	for _, c := range a.now.ByWeek {
		i := at[c.Monday]
		total[i] = total[i].Add(c.Count)
		if byOrg[c.Org] == nil {
			byOrg[c.Org] = make([]crm.Count, len(categories))
		}
		byOrg[c.Org][i] = c.Count
	}
	series := divide(lang, a.now.ByOrg, byOrg, total)
	p.Chart(commands.Chart{Title: textByWeek.In(lang), Kind: commands.ChartBar, Categories: categories, Series: series})
	return len(series) > 0
}

// divide makes one series for each of the largest organisations of which no week is small, and one of all others; none
// where that would show a small figure.
func divide(lang text.Lang, orgs []crm.Cell, byOrg map[string][]crm.Count, total []crm.Count) []commands.Series {
	rest := append([]crm.Count{}, total...)
	var series []commands.Series
	for _, o := range orgs {
		weeks := byOrg[o.Key]
		if len(series) < mostSeries && !anySmall(weeks) {
			series = append(series, commands.Series{Name: o.Name.Name(lang), Values: values(weeks)})
			for i := range rest {
				rest[i] = crm.Count{N: rest[i].N - weeks[i].N, Own: rest[i].Own - weeks[i].Own}
			}
		}
	}
	switch {
	case anySmall(total):
		return nil
	case anySmall(rest):
		return []commands.Series{{Name: textByWeek.In(lang), Values: values(total)}}
	}
	if left := values(rest); sum(left) > 0 {
		series = append(series, commands.Series{Name: textOthersChart.In(lang), Values: left})
	}
	return series
}

func anySmall(weeks []crm.Count) bool {
	for _, n := range weeks {
		if n.Small() {
			return true
		}
	}
	return false
}

func values(weeks []crm.Count) []float64 {
	list := make([]float64, len(weeks))
	for i, n := range weeks {
		list[i] = float64(n.N)
	}
	return list
}

func sum(list []float64) (total float64) {
	for _, v := range list {
		total += v
	}
	return total
}

// showHome is the managers' part of the Home tab.
func showHome(req commands.Request, a answer) commands.Reply {
	lang, p := req.Lang, commands.NewPage()
	p.Heading(textHomeHead.In(lang, req.Person.Org.Name(lang))).Para(lead(lang, a))
	if a.now.FollowUps != nil && a.now.FollowUps.Overdue > 0 {
		p.Para(textHomeOverdue.In(lang, a.now.FollowUps.Overdue))
	}
	return p.Buttons(commands.Button{ID: "overview.show", Value: a.line(), Label: buttonShow.In(lang)}).Reply()
}
