package overview

import (
	"strings"

	"samspil/internal/crm"
	"samspil/internal/directory"
	"samspil/internal/text"
)

// countWords is a count as it may be shown.
func countWords(lang text.Lang, n crm.Count) string {
	switch {
	case n.Small() && n.Own > 0:
		return textHidden.In(lang)
	case n.Small():
		return textUnder.In(lang)
	}
	return text.Number(lang, n.N)
}

// words is the figure as it may be shown; "–" where it does not apply.
func (m measure) words(lang text.Lang, f crm.Figures) string {
	n, ok := m.of(f)
	switch {
	case !ok:
		return "–"
	case m.percent:
		whole, tenth := text.Number(lang, n.N/10), string(rune('0'+n.N%10))
		point := ","
		if lang == text.English {
			point = "."
		}
		return textShare.In(lang, whole+point+tenth)
	}
	return countWords(lang, n)
}

func periodWords(lang text.Lang, p crm.Period) string {
	if p.Months() == 1 {
		return text.Month(lang, p.From)
	}
	if p.From == p.To {
		return text.Date(lang, p.From)
	}
	return textSpan.In(lang, text.ShortDate(lang, p.From), text.ShortDate(lang, p.To))
}

// sources say where the number of companies with employees was found, and when it was counted: once where it is the same
// in both periods.
func sources(lang text.Lang, a answer) (said []string) {
	for _, f := range []crm.Figures{a.now, a.before} {
		d := f.Denominator
		if d == nil {
			continue
		}
		from, line := d.Source, textCounted
		if d.Sources > 1 {
			from = textAndOthers.In(lang, from)
		}
		if len(a.scope.Municipalities) > 1 {
			line = textOldest
		}
		if s := line.In(lang, d.Year, from, text.ShortDate(lang, d.AsOf)); len(said) == 0 || said[0] != s {
			said = append(said, s)
		}
	}
	return said
}

// breakdown is one table of rows with what may be shown of them.
type breakdown struct {
	title, part text.Text
	rows        []row
	nothing     bool // no row may be shown
}

// row is one row; a hidden figure is not in it.
type row struct {
	name        string
	now, before *int // nil where hidden
}

// breakdowns are the divisions that say more than the whole.
func breakdowns(lang text.Lang, a answer) []breakdown {
	list := []breakdown{
		divided(lang, textByOrg, partOrg, crm.SideBySide(a.now.ByOrg, a.before.ByOrg), func(c crm.Cell) string { return c.Name.Name(lang) }),
		divided(lang, textByMunicipality, partPlace, crm.SideBySide(a.now.ByMunicipality, a.before.ByMunicipality), func(c crm.Cell) string {
			if name := directory.MunicipalityName(c.Key); name != "" {
				return name
			}
			return textNoMunicipality.In(lang)
		}),
		divided(lang, textByPurpose, partWhy, crm.SideBySide(a.now.ByPurpose, a.before.ByPurpose), func(c crm.Cell) string { return crm.Purpose(c.Key).Name(lang) }),
		stages(lang, a),
	}
	var telling []breakdown
	for _, b := range list {
		if len(b.rows) > 1 || b.nothing || len(b.rows) == 1 && (b.part == partWhy || b.part == partStage) {
			telling = append(telling, b)
		}
	}
	return telling
}

// divided hides what may not be shown. Rows with anything hidden come last, by name: their place tells nothing.
func divided(lang text.Lang, title, part text.Text, cells []crm.Cell, name func(crm.Cell) string) breakdown {
	b := breakdown{title: title, part: part}
	now, before := crm.GuardCells(cells)
	if now.Nothing || before.Nothing {
		b.nothing = len(cells) > 1
		return b
	}
	hidden := map[string]row{}
	var names []string
	for i, c := range cells {
		r := row{name: name(c)}
		if !now.Hidden[i] {
			r.now = &c.Now.N
		}
		if !before.Hidden[i] {
			r.before = &c.Before.N
		}
		if r.now != nil && r.before != nil {
			b.rows = append(b.rows, r)
			continue
		}
		hidden[r.name] = r
		names = append(names, r.name)
	}
	text.Sort(lang, names)
	for _, n := range names {
		b.rows = append(b.rows, hidden[n])
	}
	return b
}

func shown(lang text.Lang, n *int) string {
	if n == nil {
		return textHidden.In(lang)
	}
	return text.Number(lang, *n)
}

// lead is what was done, in words.
func lead(lang text.Lang, a answer) string {
	said := oneLead(lang, a.now)
	if a.before.Contacts.N == 0 {
		return said
	}
	return textLeadBefore.In(lang, said, strings.TrimRight(oneLead(lang, a.before), "."))
}

func oneLead(lang text.Lang, f crm.Figures) string {
	switch {
	case f.Contacts.N == 0:
		return textNone.In(lang)
	case f.Contacts.Small():
		return textFew.In(lang)
	case f.Companies.Small():
		return textLeadOnly.In(lang, f.Contacts.N)
	}
	return textLead.In(lang, f.Contacts.N, textCompanies.In(lang, f.Companies.N))
}
