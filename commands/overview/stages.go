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

// drawn reports whether the breakdown has a picture.
func (b breakdown) drawn() bool { return b.part == partWhy || b.part == partStage }

// bars draws a breakdown in both periods, where every figure of it may be shown.
func bars(p *commands.Page, lang text.Lang, b breakdown) {
	now, before := commands.Series{Name: textNow.In(lang)}, commands.Series{Name: textBeside.In(lang)}
	var categories []string
	for _, r := range b.rows {
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
	p.Chart(commands.Chart{Title: b.title.In(lang), Kind: commands.ChartBar, Categories: categories, Series: series, Said: true})
}
