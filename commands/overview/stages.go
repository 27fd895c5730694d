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

// drawn reports whether the breakdown has a picture: those by purpose and by stage, where every figure of it may be shown.
func (b breakdown) drawn() bool {
	hides := slices.ContainsFunc(b.rows, func(r row) bool { return r.now == nil || r.before == nil })
	return (b.part == partWhy || b.part == partStage) && len(b.rows) > 0 && !hides
}

// pictures are the places in the list of what is drawn, where there is room for so many. The last come first: the stages
// of proposals are seen nowhere else.
func pictures(list []breakdown, room int) map[int]bool {
	drawn := map[int]bool{}
	for i, b := range slices.Backward(list) {
		if b.drawn() && len(drawn) < room {
			drawn[i] = true
		}
	}
	return drawn
}

// bars are a breakdown in both periods.
func bars(lang text.Lang, b breakdown) commands.Chart {
	now, before := commands.Series{Name: textNow.In(lang)}, commands.Series{Name: textBeside.In(lang)}
	var categories []string
	for _, r := range b.rows {
		categories = append(categories, r.name)
		now.Values, before.Values = append(now.Values, float64(*r.now)), append(before.Values, float64(*r.before))
	}
	series := []commands.Series{now}
	if sum(before.Values) > 0 {
		series = append(series, before)
	}
	return commands.Chart{Title: b.title.In(lang), Kind: commands.ChartBar, Categories: categories, Series: series, Said: true}
}
