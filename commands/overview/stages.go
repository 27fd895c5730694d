package overview

import (
	"slices"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// stages are the proposals by stage, in the order in which a proposal goes through them.
func stages(lang text.Lang, a answer) breakdown {
	if a.now.Proposals == nil || a.before.Proposals == nil {
		return breakdown{}
	}
	place := func(c crm.Cell) int {
		return slices.IndexFunc(crm.Stages, func(t crm.Term) bool { return t.Code == c.Key })
	}
	cells := crm.SideBySide(a.now.Proposals.ByStage, a.before.Proposals.ByStage)
	slices.SortFunc(cells, func(x, y crm.Cell) int { return place(x) - place(y) })
	return divided(lang, textByStage, partStage, cells, func(c crm.Cell) string { return crm.Stage(c.Key).Name(lang) })
}

// stageChart draws the proposals by stage in both periods, where every figure of it may be shown.
func stageChart(p *commands.Page, lang text.Lang, a answer) {
	now, before := commands.Series{Name: textNow.In(lang)}, commands.Series{Name: textBeside.In(lang)}
	var categories []string
	for _, r := range stages(lang, a).rows {
		if r.now == nil || r.before == nil {
			return
		}
		categories = append(categories, r.name)
		now.Values, before.Values = append(now.Values, float64(*r.now)), append(before.Values, float64(*r.before))
	}
	series := []commands.Series{now}
	if sum(before.Values) > 0 {
		series = append(series, before)
	}
	p.Chart(commands.Chart{Title: textByStage.In(lang), Kind: commands.ChartBar, Categories: categories, Series: series})
}
